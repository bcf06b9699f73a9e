import { anAnswer, anOpenTask } from '../testing/worlds';
import { ownWords } from './own-words';

const answers = [
  anAnswer('need', 'listen'),
  anAnswer('why', 'Sit with me', { visibility: 'not-yet' }),
  anAnswer('calm', 4, { visibility: 'family' }),
  anAnswer('emptied', ''),
];

describe('who can read my words', () => {
  it('is nobody before they are sent', () => {
    expect(ownWords(anOpenTask({ state: 'begun', answers }))).toEqual({
      answered: 3,
      isSent: false,
      seen: 0,
      kept: 1,
      forFamily: 1,
    });
  });

  it('is the therapist after that, except for what is only mine for now', () => {
    expect(ownWords(anOpenTask({ state: 'sent', answers }))).toMatchObject({ seen: 2, kept: 1 });
  });
});
