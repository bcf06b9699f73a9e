import { wordsIn } from './words-in';

const found = (text: string, wanted: string): string[] =>
  wordsIn(text, wanted).map(({ from, until }) => text.slice(from, until));

describe('words in a text', () => {
  it.each([
    ['whatever the capitals', 'Yes. yes, YES', 'yes', ['Yes', 'yes', 'YES']],
    ['without their accents', 'Mañana, y mañana', 'manana', ['Mañana', 'mañana']],
    ['with accents that are not there', 'manana', 'mañana', ['manana']],
    ['with accents written as letters of their own', 'cafe\u0301 now', 'café', ['cafe\u0301']],
    ['whatever quotation marks were typed', 'It’s “fine”', `it's "fine"`, ['It’s “fine”']],
    ['after an emoji', '👨‍👩‍👧 is home, home', 'home', ['home', 'home']],
    ['in other alphabets', 'Доброе УТРО', 'утро', ['УТРО']],
    ['once where they overlap', 'aaaa', 'aa', ['aa', 'aa']],
    ['not at all where they are not', 'Hello', 'bye', []],
    ['not at all when nothing is sought', 'Hello', '  ', []],
  ])('are found %s', (_how, text, wanted, expected) => {
    expect(found(text, wanted)).toEqual(expected);
  });
});
