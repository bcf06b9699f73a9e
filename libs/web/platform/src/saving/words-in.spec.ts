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

  it.each([[null], [undefined], [true], [''], [[]]])('are none in %j', (body) => {
    expect(wordsIn(body)).toEqual([]);
  });
});
