import type { DocumentId, FamilyId, FamilySessionId, MemberId, PersonId } from '../ids';
import type { PersonName, Relation } from '../people/people';

/** What somebody does in the hour; whoever does nothing in particular takes part. */
export const SESSION_ROLES = ['lead', 'co-lead', 'recorder', 'timekeeper', 'participant'] as const;
export type SessionRole = (typeof SESSION_ROLES)[number];

/** Hours to start from. */
export const SESSION_FORMATS = [
  'family-session',
  'problem-solving',
  'first-session',
  'boundary-talk',
  'staying-connected',
] as const;
export type SessionFormat = (typeof SESSION_FORMATS)[number];

/** Which list a person of the hour stands on: the family's places, or those who lead the family. */
export const SESSION_SIDES = ['family', 'staff'] as const;
export type SessionSide = (typeof SESSION_SIDES)[number];

export interface SessionPerson {
  readonly side: SessionSide;
  /** Their place in the family, or the person on staff. */
  readonly id: MemberId | PersonId;
  readonly role: SessionRole;
}

/** One question of a worksheet that people answered before, each for themselves, to be opened in the hour. */
export interface RevealQuestion {
  readonly documentId: DocumentId;
  readonly promptId: string;
}

/** One thing after the other. */
export interface AgendaEntry {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** `HH:MM` when it begins whatever comes before, for instance because somebody joins then. */
  readonly fixedStart: string | null;
  readonly documentIds: readonly DocumentId[];
  /** Questions of the papers on the table; absent where there is nothing to open. */
  readonly reveals?: readonly RevealQuestion[];
}

/** What an hour is for, when and where it is, who comes and in which order things happen. */
export interface SessionPlan {
  readonly purpose: string;
  readonly startsOn: string;
  /** `HH:MM`, by the clock of the time zone. */
  readonly startTime: string;
  readonly timeZone: string;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly people: readonly SessionPerson[];
  readonly groundRules: readonly string[];
  /** What everybody is asked once at the beginning. */
  readonly goRound: string;
  readonly agenda: readonly AgendaEntry[];
}

export interface FamilySessionSummary extends Pick<SessionPlan, 'purpose' | 'timeZone' | 'minutes'> {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  /** The moment it begins. */
  readonly startsAt: string;
  /** When it was called off; its plan stays. */
  readonly calledOffAt: string | null;
}

/** Why somebody of the family cannot be asked to this hour. For its therapists alone. */
export type StaysAway = 'member-not-confirmed' | 'held' | 'blocked';

/** Why a paper of the hour may not reach somebody of the family by its day. */
export const NOT_COVERED = [
  'no-consent',
  'consent-ended',
  'consent-revoked',
  'blocked',
  'held',
  'member-not-confirmed',
] as const;
export type NotCovered = (typeof NOT_COVERED)[number];

/** How the papers of an hour stand to somebody: what a share of them would say by its day. */
export interface PapersStanding {
  /** It is their own treatment: no consent is asked for. */
  readonly isOwn: boolean;
  /** The last day on which everything that is covered still is; null where no day ends it. */
  readonly untilOn: string | null;
  readonly missing: readonly {
    readonly documentId: DocumentId;
    readonly title: string;
    readonly because: NotCovered;
  }[];
}

/** Somebody of the family who could come, or could not. */
export interface SessionCandidate {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly staysAway: StaysAway | null;
  /** Null where no paper lies on the table, or the hour is over, under way or called off. */
  readonly papers: PapersStanding | null;
}

/** A plan that people have, or that is approved for them, whose day to look at it again has come by the day of the hour. */
export interface DuePlan {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly reviewOn: string;
}

/** Another hour of the same family at the same time: nobody can be at both. */
export type SessionBeside = Pick<FamilySessionSummary, 'id' | 'startsAt' | 'timeZone' | 'purpose'>;

export interface FamilySession extends FamilySessionSummary {
  readonly plan: SessionPlan;
  readonly revision: number;
  readonly writtenBy: PersonName;
  readonly writtenAt: string;
  readonly candidates: readonly SessionCandidate[];
  readonly staff: readonly PersonName[];
  /** What could go onto the agenda, or stands there already; the oldest first. Empty once the agenda is settled. */
  readonly due: readonly DuePlan[];
  /** What is planned for the family at the same time. Told and not forbidden; empty once the agenda is settled. */
  readonly beside: readonly SessionBeside[];
  /** Has begun and has not ended: it is not called off while people sit in it. */
  readonly isUnderWay: boolean;
  /** Was led and has ended, whenever it was to be. */
  readonly hasEnded: boolean;
  readonly may: { readonly edit: boolean; readonly callOff: boolean };
}
