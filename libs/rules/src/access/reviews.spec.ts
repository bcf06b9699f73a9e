import { mother, someone, supervisor, therapist, verdictOf } from './actors-for-specs';
import type { Actor } from './judgement';
import {
  mayAnswerSuggestion,
  mayCommentOnReview,
  mayDecideReview,
  mayKeepUnsentComments,
  mayReadReview,
  mayResolveThread,
  type ReviewFacts,
  type ThreadFacts,
} from './reviews';

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

describe('what was written and cannot be sent', () => {
  it('is kept for whoever works here', () => {
    expect(verdictOf(mayKeepUnsentComments(supervisor))).toBe('allowed');
    expect(verdictOf(mayKeepUnsentComments(therapist))).toBe('allowed');
    expect(verdictOf(mayKeepUnsentComments(mother))).toBe('forbidden');
  });
});

describe('who reads, discusses and decides a review', () => {
  it.each<[string, Actor, Partial<ReviewFacts>, string, string]>([
    ['the supervisor it was sent to decides it', supervisor, { isMine: true }, 'allowed', 'allowed'],
    [
      'the therapist who submitted it reads and answers',
      therapist,
      { isOnMyDocument: true, isAuthor: true },
      'allowed',
      'forbidden',
    ],
    [
      'a colleague on the same caseload reads and answers',
      therapist,
      { isOnMyDocument: true },
      'allowed',
      'forbidden',
    ],
    ['another supervisor does not know of it', supervisor, {}, 'unseen', 'unseen'],
    ['a family member does not know of it', mother, {}, 'unseen', 'unseen'],
    ['nobody judges their own document', both, { isMine: true, isAuthor: true }, 'allowed', 'forbidden'],
    [
      'a supervisor who leads the family does not decide what others have to',
      both,
      { isOnMyDocument: true },
      'allowed',
      'forbidden',
    ],
    ['somebody who is a supervisor no more only reads', therapist, { isMine: true }, 'allowed', 'forbidden'],
    ['whoever stands in decides it', supervisor, { standsIn: true }, 'allowed', 'allowed'],
    ['and not without the role', therapist, { standsIn: true }, 'allowed', 'forbidden'],
    ['nor their own document', both, { standsIn: true, isAuthor: true }, 'allowed', 'forbidden'],
  ])('%s', (_sentence, actor, known, reads, decides) => {
    expect(verdictOf(mayReadReview(actor, review(known)))).toBe(reads);
    expect(verdictOf(mayCommentOnReview(actor, review(known)))).toBe(reads);
    expect(verdictOf(mayDecideReview(actor, review(known)))).toBe(decides);
  });
});

describe('two signatures are those of two people', () => {
  it.each<[string, Partial<ReviewFacts>, string]>([
    ['whoever gave the first does not stand in for the second', { standsIn: true }, 'forbidden'],
    ['whoever is asked for both still says what they think', { isMine: true }, 'allowed'],
    ['and so does who leads the family', { standsIn: true, isOnMyDocument: true }, 'allowed'],
  ])('%s', (_sentence, known, comments) => {
    const facts = review({ ...known, signsTheOther: true });
    expect(verdictOf(mayReadReview(supervisor, facts))).toBe('allowed');
    expect(verdictOf(mayCommentOnReview(supervisor, facts))).toBe(comments);
    expect(mayDecideReview(supervisor, facts)).toMatchObject({ because: 'signs-the-other' });
  });

  it('and nobody learns of the review by it', () => {
    expect(verdictOf(mayCommentOnReview(supervisor, review({ signsTheOther: true })))).toBe('unseen');
  });

  it('and it is said by what right somebody judges', () => {
    expect(mayDecideReview(supervisor, review({ isMine: true, standsIn: true })).because).toBe(
      'supervises-author',
    );
    expect(mayDecideReview(supervisor, review({ standsIn: true })).because).toBe('stands-in');
    expect(mayReadReview(supervisor, review({ standsIn: true, isOnMyDocument: true })).because).toBe(
      'stands-in',
    );
  });
});

describe('who settles a thread', () => {
  const begun: ThreadFacts = { isMine: true, isSent: true, isReply: false, suggests: false };
  it.each<[string, Actor, Partial<ReviewFacts>, Partial<ThreadFacts>, string]>([
    ['the supervisor who began it', supervisor, { isMine: true }, {}, 'allowed'],
    ['the therapist who began it', therapist, { isOnMyDocument: true }, {}, 'allowed'],
    ['nobody whom it was put to', therapist, { isOnMyDocument: true }, { isMine: false }, 'forbidden'],
    ['nobody before it is sent', supervisor, { isMine: true }, { isSent: false }, 'forbidden'],
    ['nobody by their answer in it', therapist, { isOnMyDocument: true }, { isReply: true }, 'forbidden'],
    ['nobody who does not know of the review', mother, {}, {}, 'unseen'],
  ])('%s', (_sentence, actor, known, thread, outcome) => {
    expect(verdictOf(mayResolveThread(actor, review(known), { ...begun, ...thread }))).toBe(outcome);
  });
});

describe('who takes suggested words or leaves them', () => {
  it.each<[string, Actor, Partial<ReviewFacts>, boolean, boolean, string]>([
    ['those who write the document', therapist, { isOnMyDocument: true }, true, true, 'allowed'],
    ['nobody before they are sent', therapist, { isOnMyDocument: true }, false, true, 'forbidden'],
    ['nobody where nothing is suggested', therapist, { isOnMyDocument: true }, true, false, 'forbidden'],
    ['never the supervisor who suggests them', supervisor, { isMine: true }, true, true, 'forbidden'],
    ['nor one who is a therapist too, for another family', both, { isMine: true }, true, true, 'forbidden'],
    ['nobody who is a therapist no more', mother, { isOnMyDocument: true }, true, true, 'forbidden'],
    ['nobody who does not know of the review', therapist, {}, true, true, 'unseen'],
  ])('%s', (_sentence, actor, known, isSent, suggests, outcome) => {
    expect(verdictOf(mayAnswerSuggestion(actor, review(known), { isSent, suggests }))).toBe(outcome);
  });
});
