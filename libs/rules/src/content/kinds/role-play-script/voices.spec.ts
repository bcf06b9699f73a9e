import { blankTurn } from './blank';
import { saidIn, voicesOf } from './voices';

const LINE = { ...blankTurn('open', 'me'), line: 'Is now a good time?', softer: 'Could we talk?' };

describe('how a line can be said', () => {
  it('offers what somebody wrote, the softer one first', () => {
    expect(voicesOf(LINE)).toEqual(['softer', 'line']);
    expect(voicesOf({ ...LINE, firmer: 'I need to talk.' })).toEqual(['softer', 'line', 'firmer']);
  });

  it('says it as it is written where nobody wrote it another way', () => {
    expect(saidIn(LINE, 'softer')).toBe('Could we talk?');
    expect(saidIn(LINE, 'firmer')).toBe('Is now a good time?');
  });
});
