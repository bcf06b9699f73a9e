import { someone, supervisor, therapist, verdictOf } from './actors-for-specs';
import { mayAttach, mayReadAttached, mayTakeOff } from './attached';
import type { Actor } from './judgement';
import type { ReviewFacts } from './reviews';

const both = someone('Elena', 'therapist', 'supervisor');
const review = (known: Partial<ReviewFacts>): ReviewFacts => ({
  isMine: false,
  standsIn: false,
  isOnMyDocument: false,
  isAuthor: false,
  signsTheOther: false,
  state: 'waiting',
  ...known,
});

describe('what goes along with a document', () => {
  const own = { isMine: true, isOfFamily: true, isItself: false };

  it.each<[string, Actor, Partial<typeof own>, string]>([
    ['a therapist’s own document of the same family', therapist, {}, 'allowed'],
    ['not one that somebody else began', therapist, { isMine: false }, 'forbidden'],
    ['nor one’s own without the role', supervisor, {}, 'forbidden'],
    ['of another family there is none', therapist, { isOfFamily: false }, 'unseen'],
    ['and no document goes along with itself', therapist, { isItself: true }, 'unseen'],
  ])('%s', (_sentence, actor, facts, verdict) => {
    expect(verdictOf(mayAttach(actor, { ...own, ...facts }))).toBe(verdict);
  });

  it.each<[string, Actor, Partial<ReviewFacts>, string, string]>([
    ['its supervisor', supervisor, { isMine: true }, 'allowed', 'unseen'],
    ['whoever stands in for them', supervisor, { standsIn: true }, 'allowed', 'unseen'],
    [
      'those who lead the document, also what was taken off',
      therapist,
      { isOnMyDocument: true },
      'allowed',
      'allowed',
    ],
    ['nobody else', supervisor, {}, 'unseen', 'unseen'],
    ['nobody else, a therapist neither', therapist, {}, 'unseen', 'unseen'],
  ])('is read by %s', (_sentence, actor, known, attached, takenOff) => {
    expect(verdictOf(mayReadAttached(actor, review(known), { isTakenOff: false }))).toBe(attached);
    expect(verdictOf(mayReadAttached(actor, review(known), { isTakenOff: true }))).toBe(takenOff);
  });

  it.each<[string, Actor, Partial<ReviewFacts>, boolean, string]>([
    [
      'those who lead the document, until it is judged',
      therapist,
      { isOnMyDocument: true },
      false,
      'allowed',
    ],
    ['and not once it is', therapist, { isOnMyDocument: true }, true, 'forbidden'],
    ['not its supervisor', supervisor, { isMine: true }, false, 'forbidden'],
    ['not one who is a therapist as well', both, { isMine: true }, false, 'forbidden'],
    ['not without the role', supervisor, { isOnMyDocument: true }, false, 'forbidden'],
    ['nobody else', therapist, {}, false, 'unseen'],
  ])('is taken off by %s', (_sentence, actor, known, isJudged, verdict) => {
    expect(verdictOf(mayTakeOff(actor, review(known), { isJudged }))).toBe(verdict);
  });
});
