import { wordsIn } from './words-in';

describe('the words in something that was not saved', () => {
  it('are all that somebody wrote, in its order, and nothing it says about itself', () => {
    const body = {
      ...{ kind: 'short-answer', id: 'p-1', visibility: 'therapist' },
      value: { rows: [{ personId: 'x', cells: ['Rosa', 3] }], more: ' ' },
      text: 'A three is honest.',
    };
    expect(wordsIn(body)).toEqual(['Rosa', '3', 'A three is honest.']);
  });

  it('leave out days, times and places of the machine that were picked', () => {
    const plan = { startsOn: '2026-12-01', startTime: '10:00', timeZone: 'Europe/Madrid', minutes: 50 };
    const pad = { actions: [{ text: 'Leo cooks', goesTo: 'homework', dueOn: '2026-12-03' }] };
    expect(wordsIn({ purpose: 'To talk', ...plan, ...pad })).toEqual(['To talk', 'Leo cooks']);
  });

  it.each([[null], [undefined], [true], [''], [[]]])('are none in %j', (body) => {
    expect(wordsIn(body)).toEqual([]);
  });
});
