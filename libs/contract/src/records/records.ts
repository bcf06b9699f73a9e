import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MinLength, MaxLength } from 'class-validator';
import type { SessionReply } from '../sessions/invitations';
import type { LookBackDraft, LookBackQuestion } from '../sessions/look-back';
import type { DocumentContent, DocumentKind } from '../documents/document';
import type { AnswerValue } from '../documents/kinds/worksheet/content';
import type { Feedback, Visibility } from '../homework/homework';
import type { BreakGlassId, ConsentId, DocumentId, ErasureId, FamilyId, TaskId } from '../ids';
import { LIMITS } from '../limits';
import type { Guardian } from '../people/guardians';
import type { Consent } from '../people/consents';
import type { MemberState, PersonName, Relation } from '../people/people';

/** Everything one person wrote, and what was said to them about it. Nobody else's words. */
export interface OwnWords {
  readonly madeAt: string;
  readonly person: PersonName;
  readonly practice: string;
  readonly homework: readonly {
    readonly taskId: TaskId;
    /** `null` once it is no longer shared with this person. */
    readonly title: string | null;
    readonly sharedAt: string;
    readonly sentAt: string | null;
    readonly answers: readonly OwnAnswer[];
    /** What was written to them about the whole of it. */
    readonly notes: readonly Feedback[];
  }[];
  readonly consents: readonly OwnConsent[];
  /** What they said when they were asked to come to a family session. */
  readonly replies: readonly OwnReply[];
  /** What they said about family sessions afterwards, sent or not. */
  readonly lookBacks: readonly OwnLookBack[];
}

export interface OwnLookBack extends LookBackDraft {
  readonly question: LookBackQuestion;
  readonly savedAt: string;
}

export interface OwnReply {
  readonly reply: SessionReply;
  readonly words: string;
  readonly repliedAt: string;
}

export interface OwnAnswer {
  readonly promptId: string;
  /** What was asked; `null` once it is no longer shared with this person. */
  readonly question: string | null;
  /** The day it is about, `YYYY-MM-DD`, where a plan asks every day. */
  readonly on: string | null;
  readonly value: AnswerValue;
  readonly visibility: Visibility;
  readonly savedAt: string;
  readonly history: readonly {
    readonly revision: number;
    readonly value: AnswerValue;
    readonly visibility: Visibility;
    readonly savedAt: string;
  }[];
  readonly feedback: readonly Feedback[];
}

/** A release this person gave, with the exact words above the signature. */
export interface OwnConsent {
  readonly id: ConsentId;
  readonly to: PersonName | null;
  readonly kinds: readonly DocumentKind[];
  readonly purpose: string;
  readonly untilOn: string | null;
  readonly wording: string;
  readonly wordingVersion: string;
  readonly signature: string;
  readonly givenAt: string;
  readonly revokedAt: string | null;
}

export const ERASURE_STATES = ['waiting', 'done', 'refused'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** Somebody asked that what they wrote for one family be erased. */
export interface Erasure {
  readonly id: ErasureId;
  readonly familyId: FamilyId;
  readonly family: { readonly id: FamilyId; readonly name: string } | null;
  readonly who: PersonName;
  readonly askedAt: string;
  readonly state: ErasureState;
  readonly decidedAt: string | null;
  /** With a refusal: why, in the therapist's words. */
  readonly because: string | null;
  readonly may: { readonly decide: boolean };
}

/** One family, or everything this person ever wrote when left out. */
export class NewErasure {
  @IsOptional()
  @IsUUID()
  familyId?: FamilyId;
}

export class RefuseErasure {
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.line)
  because!: string;
}

/** One thing that was given to one person: what, when, why, and under which consent. */
export interface Disclosure {
  readonly id: TaskId;
  readonly at: string;
  readonly kind: DocumentKind;
  readonly documentId: DocumentId;
  /** `null` for a reader who may not read the document itself. */
  readonly title: string | null;
  readonly to: { readonly displayName: string; readonly relation: Relation };
  /** `null` when it went to the client, who needs nobody's consent. */
  readonly consent: {
    readonly id: ConsentId;
    readonly purpose: string;
    readonly wordingVersion: string;
    readonly untilOn: string | null;
  } | null;
  /** When it was taken back. */
  readonly revokedAt: string | null;
}

/** What a second person made of an emergency access. */
export const GLASS_VERDICTS = ['in-order', 'not-in-order'] as const;
export type GlassVerdict = (typeof GLASS_VERDICTS)[number];

/** Emergency access to a family that is not on the reader's caseload. */
export interface BreakGlass {
  readonly id: BreakGlassId;
  readonly who: PersonName | null;
  readonly role: 'therapist' | 'supervisor';
  readonly openedAt: string;
  readonly endsAt: string;
  readonly isOpen: boolean;
  /** For those who may know of the family. */
  readonly family: { readonly id: FamilyId; readonly name: string } | null;
  /** For supervisors, the family's therapists and whoever gave it. */
  readonly reason: string | null;
  readonly review: {
    readonly verdict: GlassVerdict;
    readonly at: string;
    readonly by: PersonName | null;
  } | null;
  /** Nobody has judged it within a day. */
  readonly isOverdue: boolean;
  readonly may: { readonly read: boolean; readonly end: boolean; readonly review: boolean };
}

/** Who may speak for whom, by name. */
export interface GlassGuardian extends Pick<Guardian, 'kind' | 'fromOn' | 'untilOn'> {
  readonly who: string | null;
  readonly forWhom: string | null;
}

export interface GlassConsent extends Pick<
  Consent,
  'kinds' | 'purpose' | 'untilOn' | 'givenAt' | 'revokedAt'
> {
  readonly to: string | null;
}

/** What emergency access shows: how the family stood when it was opened. */
export interface GlassView extends BreakGlass {
  readonly client: PersonName | null;
  readonly therapists: readonly PersonName[];
  readonly members: readonly {
    readonly displayName: string;
    readonly relation: Relation;
    readonly state: MemberState;
    readonly contact: string | null;
  }[];
  readonly guardians: readonly GlassGuardian[];
  readonly consents: readonly GlassConsent[];
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly version: number;
  }[];
}

/** One shared document, as emergency access shows it. */
export interface GlassDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly version: number;
  readonly content: DocumentContent;
}

/** The reason stands in the records. It is read by supervisors and by the family's therapists. */
export class NewBreakGlass {
  @IsString()
  @Matches(/\S/u)
  @Length(1, LIMITS.name)
  clientName!: string;

  /** Needed only when several clients of the practice have the same name. */
  @IsOptional()
  @IsString()
  @Length(1, LIMITS.name)
  familyName?: string;

  @IsString()
  @MinLength(LIMITS.reasonAtLeast)
  @MaxLength(LIMITS.paragraph)
  @Matches(/^\s*\S[\s\S]{18,}\S\s*$/u)
  reason!: string;
}

export class NewGlassReview {
  @IsIn(GLASS_VERDICTS)
  verdict!: GlassVerdict;
}

/** How the records of a practice stand. No name of anybody and no clinical word. */
export interface RecordsOverview {
  readonly lastSeal: { readonly number: number; readonly at: string; readonly rows: number } | null;
  /** Rows no seal covers yet. */
  readonly unsealed: number;
  /** The last run of the verifier. */
  readonly lastCheck: { readonly at: string; readonly rows: number; readonly findings: number } | null;
  readonly glassWaiting: number;
  readonly erasuresWaiting: number;
}
