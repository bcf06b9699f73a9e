import type {
  MemberId,
  MemberState,
  NotCovered,
  PersonId,
  SessionReply,
  StaysAway,
  TakeHomeStop,
} from '@common-ground/contract';
import type { PaperFacts } from './consents';
import type { FamilyFacts } from './families';
import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';
import { mayMeet, type ApartInFamily } from './keeping-apart';
import { coverage, type RecipientFacts } from './sharing';

/** The plan of one hour, by its id: to everybody but the family's therapists it does not exist, members included. */
export function mayPlanSession(actor: Actor, facts: FamilyFacts): Judgement {
  return facts.onCaseload && holds(actor, 'therapist') ? allow('on-caseload') : unseen('therapists-only');
}

/** Being asked to an hour, and what is answered: to everybody but the one who is asked it does not exist. */
export function mayReplyToAsking(actor: Actor, facts: { readonly personId: PersonId }): Judgement {
  return facts.personId === actor.personId ? allow('is-asked') : unseen('not-asked');
}

export interface AskingFacts {
  readonly personId: PersonId;
  readonly reply: SessionReply | null;
  readonly calledOff: boolean;
}

/** Following an hour while it runs: whoever is asked, unless they said that they cannot come. */
export function mayFollowSession(actor: Actor, facts: AskingFacts): Judgement {
  if (facts.personId !== actor.personId) return unseen('not-asked');
  if (facts.calledOff) return forbidden('called-off');
  return facts.reply === 'cannot' ? forbidden('cannot-come') : allow('is-asked');
}

/**
 * Why a member cannot be asked to an hour to which these others come; null when nothing stands in the way. A hold
 * stands in the way of every hour with the family, a block only of one to which the other person comes.
 */
export function staysAway(
  member: { readonly id: MemberId; readonly state: MemberState },
  others: readonly MemberId[],
  apart: ApartInFamily,
): StaysAway | null {
  if (member.state !== 'confirmed') return 'member-not-confirmed';
  if (apart.holds.includes(member.id)) return 'held';
  // A hold on somebody else keeps that person away and nobody from coming.
  const isBlocked = others.some((other) => !mayMeet(member.id, other, { ...apart, holds: [] }).allowed);
  return isBlocked ? 'blocked' : null;
}

/**
 * Which papers of an hour may not reach somebody by its day, and how long the others may. Asked as a share of them is
 * asked; a block or a hold stands beside a missing consent and before it.
 */
export function papersByDay<P extends PaperFacts>(
  recipient: RecipientFacts,
  papers: readonly P[],
  day: string,
): {
  readonly untilOn: string | null;
  readonly missing: readonly { readonly paper: P; readonly because: NotCovered }[];
} {
  const asked = papers.map((paper) => ({ paper, covered: coverage(paper, recipient, day, 'together') }));
  // Sorted as text, and there no last day (`null`), which is also that of what is missing, comes after every day.
  const [untilOn = null] = asked.map(({ covered }) => covered.untilOn).sort();
  return {
    untilOn,
    missing: asked.flatMap(({ paper, covered }) =>
      covered.allowed ? [] : [{ paper, because: covered.because }],
    ),
  };
}

/** A page after an hour says what people will do until the next: a consent to it is one to plans of that sort. */
export const TAKEN_HOME = { id: null, kind: 'support-plan' } as const;

/** What a page to take home rests on; whatever else would keep it from them. */
export type TakeHomeCoverage =
  | { readonly allowed: true; readonly because: 'own-client' | 'consent' }
  | { readonly allowed: false; readonly because: TakeHomeStop };

/**
 * Whether what was agreed in an hour may reach somebody who was asked to it: they could come as things are today, and
 * the client releases plans to them. A block towards another one who was asked closes nothing for the client.
 */
export function takeHomeCoverage(
  recipient: RecipientFacts & { readonly staysAway: StaysAway | null },
  today: string,
): TakeHomeCoverage {
  const { staysAway: why, isClient } = recipient;
  if (why !== null && !(isClient && why === 'blocked')) return { allowed: false, because: why };
  return coverage(TAKEN_HOME, recipient, today, 'together');
}

/** The page of one person: to everybody else it does not exist. What therapists gave they read beside the hour. */
export function mayTakeHome(actor: Actor, facts: { readonly personId: PersonId }): Judgement {
  return facts.personId === actor.personId ? allow('is-theirs') : unseen('not-theirs');
}

export interface LookBackFacts {
  readonly personId: PersonId;
  readonly hasEnded: boolean;
  /** The time for it is not over. */
  readonly isOpen: boolean;
}

/** Reading what one said oneself about an hour, once it has ended: nobody else's is there. */
export function mayReadOwnLookBack(actor: Actor, facts: LookBackFacts): Judgement {
  if (facts.personId !== actor.personId) return unseen('not-asked');
  return facts.hasEnded ? allow('is-asked') : unseen('not-ended');
}

/** Looking back on an hour: whoever was asked, come or not, as long as it is open. */
export function mayLookBack(actor: Actor, facts: LookBackFacts): Judgement {
  const reading = mayReadOwnLookBack(actor, facts);
  return reading.allowed && !facts.isOpen ? forbidden('is-over') : reading;
}

/** A private note: its author and nobody else, whoever leads the family with them or judges their work. */
export function mayKeepNote(actor: Actor, facts: { readonly authorId: PersonId }): Judgement {
  return facts.authorId === actor.personId ? allow('own-note') : unseen('not-the-author');
}
