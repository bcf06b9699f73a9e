import type { PersonId, Visibility } from '@common-ground/contract';
import { allow, forbidden, unseen, type Actor, type Judgement } from './judgement';

export interface TaskFacts {
  readonly personId: PersonId;
  /** The task's family is on the actor's caseload. */
  readonly onCaseload: boolean;
}

/** A task belongs to the one person it was given to. */
export function mayDoTask(actor: Actor, facts: TaskFacts): Judgement {
  if (facts.personId === actor.personId) return allow('own-task');
  return facts.onCaseload ? forbidden('not-own-task') : unseen('not-own-task');
}

/**
 * Whether a piece that was open until a day takes answers: until that day is over where the practice is.
 * @param openUntilOn null where it has no end
 */
export function takesAnswers(openUntilOn: string | null, today: string): boolean {
  return openUntilOn === null || openUntilOn >= today;
}

export interface AnswerFacts {
  readonly authorId: PersonId;
  readonly visibility: Visibility;
  /** The author has sent the homework this answer is part of. */
  readonly sent: boolean;
  readonly onCaseload: boolean;
}

/**
 * The author, always. The therapist once it is sent, unless it is kept *not yet*. Nobody else by this alone: to whom in
 * the family its author opened it says `opensTo`.
 */
export function mayReadAnswer(actor: Actor, facts: AnswerFacts): Judgement {
  if (facts.authorId === actor.personId) return allow('own-words');
  if (facts.onCaseload && facts.sent && facts.visibility !== 'not-yet') return allow('sent-to-therapist');
  return unseen('not-sent-to-actor');
}

export interface SentPieceFacts extends TaskFacts {
  /** It was handed in. */
  readonly sent: boolean;
}

/** A note about a whole piece comes from a therapist of its family, once it was sent; nobody praises their own. */
export function mayNotePiece(actor: Actor, facts: SentPieceFacts): Judgement {
  if (facts.personId === actor.personId) return forbidden('own-words');
  if (!facts.onCaseload) return unseen('not-sent-to-actor');
  return facts.sent ? allow('sent-to-therapist') : forbidden('not-sent-to-actor');
}

/** Feedback comes from the therapist who may read the answer; nobody praises their own. */
export function mayGiveFeedback(actor: Actor, facts: AnswerFacts): Judgement {
  const read = mayReadAnswer(actor, facts);
  if (!read.allowed) return read;
  return facts.authorId === actor.personId ? forbidden('own-words') : allow('sent-to-therapist');
}
