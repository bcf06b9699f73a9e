import { subjectOfTrace } from './access-log';

describe('what people are told was done with what is theirs', () => {
  it.each([
    ['responses.read', 'answers'],
    ['documents.print', 'document'],
    ['break-glass.open', 'emergency'],
    ['own-words.erase', 'erasure'],
  ])('of %s: %s', (action, subject) => {
    expect(subjectOfTrace(action)).toBe(subject);
  });

  it.each(['blocks.set', 'holds.set', 'homework.answer', 'toString'])('%s is told to nobody', (action) => {
    expect(subjectOfTrace(action)).toBeNull();
  });
});
