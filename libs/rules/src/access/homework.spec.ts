import { VISIBILITIES } from '@common-ground/contract';
import { admin, mother, someone, stranger, supervisor, therapist, verdictOf } from './actors-for-specs';
import {
  mayDoTask,
  mayGiveFeedback,
  mayNotePiece,
  mayReadAnswer,
  takesAnswers,
  type AnswerFacts,
} from './homework';
import type { Actor } from './judgement';

const father = someone('David', 'member');
const answer = (known: Partial<AnswerFacts> = {}): AnswerFacts => ({
  authorId: mother.personId,
  visibility: 'therapist',
  sent: true,
  onCaseload: false,
  ...known,
});

describe('who does a piece of homework', () => {
  it.each<[string, Actor, boolean, string]>([
    ['the person it was given to', mother, false, 'allowed'],
    ['not the therapist, who may know of it', therapist, true, 'forbidden'],
    ['not the other parent, who does not know of it', father, false, 'unseen'],
    ['not a stranger', stranger, false, 'unseen'],
  ])('%s', (_sentence, actor, onCaseload, verdict) => {
    expect(verdictOf(mayDoTask(actor, { personId: mother.personId, onCaseload }))).toBe(verdict);
  });
});

describe('a piece that is open until a day', () => {
  it.each<[string | null, boolean]>([
    [null, true],
    ['2026-12-01', true],
    ['2026-11-30', true],
    ['2026-11-29', false],
  ])('%s: takes answers on that day, and no longer', (openUntilOn, takes) => {
    expect(takesAnswers(openUntilOn, '2026-11-30')).toBe(takes);
  });
});

describe('who writes a note about a whole piece', () => {
  it.each<[string, Actor, boolean, boolean, string]>([
    ['a therapist of its family, once it was sent', therapist, true, true, 'allowed'],
    ['not before', therapist, true, false, 'forbidden'],
    ['not a therapist of another family', therapist, false, true, 'unseen'],
    ['not whoever sent it', mother, false, true, 'forbidden'],
    ['not whoever sent it and works with the family', mother, true, true, 'forbidden'],
    ['not the other parent', father, false, true, 'unseen'],
    ['not a supervisor', supervisor, false, true, 'unseen'],
  ])('%s', (_sentence, actor, onCaseload, sent, verdict) => {
    expect(verdictOf(mayNotePiece(actor, { personId: mother.personId, onCaseload, sent }))).toBe(verdict);
  });
});

describe('who reads an answer, and who says something to it', () => {
  it.each<[string, Actor, Partial<AnswerFacts>, string, string]>([
    ['its author always, without praising themselves', mother, {}, 'allowed', 'forbidden'],
    ['its author before sending', mother, { sent: false }, 'allowed', 'forbidden'],
    ['its author while it is kept for later', mother, { visibility: 'not-yet' }, 'allowed', 'forbidden'],
    ['the therapist once it is sent', therapist, { onCaseload: true }, 'allowed', 'allowed'],
    ['not the therapist before it is sent', therapist, { onCaseload: true, sent: false }, 'unseen', 'unseen'],
    [
      'not the therapist while it is kept for later',
      therapist,
      { onCaseload: true, visibility: 'not-yet' },
      'unseen',
      'unseen',
    ],
    ['not a therapist of other families', therapist, {}, 'unseen', 'unseen'],
    ['not the other parent', father, {}, 'unseen', 'unseen'],
    ['not the supervisor', supervisor, {}, 'unseen', 'unseen'],
    ['not the admin', admin, {}, 'unseen', 'unseen'],
  ])('%s', (_sentence, actor, known, reads, praises) => {
    expect(verdictOf(mayReadAnswer(actor, answer(known)))).toBe(reads);
    expect(verdictOf(mayGiveFeedback(actor, answer(known)))).toBe(praises);
  });

  it.each(VISIBILITIES)('nobody else in the family reads an answer marked “%s”', (visibility) => {
    for (const sent of [true, false]) {
      expect(verdictOf(mayReadAnswer(father, answer({ visibility, sent })))).toBe('unseen');
    }
  });
});
