import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateIf,
} from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '../documents/document';
import type { ConsentId, ConsentRequestId, DocumentId, FamilyId, MemberId } from '../ids';
import { IsDay } from '../is-day';
import { LIMITS } from '../limits';
import type { MemberName } from './guardians';
import { LANGUAGES, type Language, type PersonName } from './people';
import type { Notice } from './notices';

const SOMETHING = /\S/u;

/** `replaced`: a newer yes to the same person for the same papers took its place. */
export const CONSENT_STATES = ['in-force', 'ended', 'revoked', 'replaced'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** In whose place somebody says yes: as the client, or as the client's guardian in force on that day. */
export const GIVEN_AS = ['client', 'guardian'] as const;
export type GivenAs = (typeof GIVEN_AS)[number];

/** Why a consent in force should be asked for anew. */
export const RENEWALS = ['text-changed', 'ends-soon'] as const;
export type Renewal = (typeof RENEWALS)[number];

/** One document by the title it had when it was asked about. */
export interface NamedDocument {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
}

/** A release: what `from` lets `to` receive, in kinds or as single documents. */
export interface Consent {
  readonly id: ConsentId;
  readonly familyId: FamilyId;
  readonly from: PersonName;
  readonly givenAs: GivenAs;
  readonly to: MemberName;
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly NamedDocument[];
  readonly purpose: string;
  /** Last day it holds; `null` when it holds until taken back. */
  readonly untilOn: string | null;
  /** The exact words above the signature. */
  readonly wording: string;
  readonly wordingVersion: string;
  /** The language of the words, and of the notice that stood under them. */
  readonly language: Language;
  /** The privacy notice that stood under the words; `null` in a consent from before notices were shown with them. */
  readonly noticeVersion: string | null;
  /** The day from which the practice had that notice in force; `null` also for the product's own text. */
  readonly noticeFrom: string | null;
  readonly signature: string;
  readonly givenAt: string;
  readonly revokedAt: string | null;
  readonly state: ConsentState;
  /** Set only while it is in force. */
  readonly renewal: Renewal | null;
  readonly may: { readonly revoke: boolean };
}

/** A consent as the proof before a share names it: who said yes, in whose place, when, to what, and until when. */
export interface CoveringConsent {
  readonly id: ConsentId;
  readonly from: PersonName;
  readonly givenAs: GivenAs;
  /** The day in the practice's time zone. */
  readonly givenOn: string;
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly NamedDocument[];
  readonly untilOn: string | null;
}

export const CONSENT_REQUEST_STATES = ['waiting', 'yes', 'not-now', 'withdrawn', 'over'] as const;
/** `over`: the day it was asked until has passed without an answer. */
export type ConsentRequestState = (typeof CONSENT_REQUEST_STATES)[number];

/** The text somebody would sign with the notice under it, and the hash by which they say that they read these. */
export interface Wording {
  readonly text: string;
  readonly notice: Pick<Notice, 'version' | 'inForceFrom' | 'text'>;
  /** SHA-256, in hex, of the text, an empty line and the notice. */
  readonly hash: string;
}

/** What a therapist asks the client, or a guardian in force, to agree to. Nothing changes until they say yes. */
export interface ConsentRequest {
  readonly id: ConsentRequestId;
  readonly familyId: FamilyId;
  readonly client: PersonName;
  readonly to: MemberName;
  readonly kinds: readonly DocumentKind[];
  readonly documents: readonly NamedDocument[];
  readonly purpose: string;
  readonly untilOn: string | null;
  readonly askedBy: PersonName | null;
  readonly askedAt: string;
  readonly state: ConsentRequestState;
  readonly decidedBy: PersonName | null;
  readonly decidedAt: string | null;
  readonly may: { readonly decide: boolean; readonly withdraw: boolean };
}

/** A request with all that stands on the page where it is decided. */
export interface ConsentQuestion extends ConsentRequest {
  /** Whose voice the reader has here; `null` for those who only read it. */
  readonly as: GivenAs | null;
  readonly wording: Readonly<Record<Language, Wording>>;
  /** What is in force for the same person and some of the same papers already. */
  readonly before: readonly (Consent & {
    /** A yes to this request takes its place; otherwise it stays as it is. */
    readonly isReplaced: boolean;
  })[];
}

/** What the person writes under a release: to whom, which kinds, why, until when, and their name. */
export class NewConsent {
  @IsUUID()
  memberId!: MemberId;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DOCUMENT_KINDS.length)
  @ArrayUnique()
  @IsIn(DOCUMENT_KINDS, { each: true })
  kinds!: DocumentKind[];

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  purpose!: string;

  @IsOptional()
  @IsDay()
  untilOn?: string;

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  signature!: string;
}

/** What a therapist asks for: kinds, or single documents, or both; never nothing. */
export class NewConsentRequest {
  @IsUUID()
  memberId!: MemberId;

  @ValidateIf((asked: NewConsentRequest) => asked.kinds !== undefined || asked.documentIds === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DOCUMENT_KINDS.length)
  @ArrayUnique()
  @IsIn(DOCUMENT_KINDS, { each: true })
  kinds?: DocumentKind[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.documentsPerConsent)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  documentIds?: DocumentId[];

  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.line)
  purpose!: string;

  @IsOptional()
  @IsDay()
  untilOn?: string;

  /** Names of people of another family are meant, says whoever writes it. */
  @IsOptional()
  @IsBoolean()
  namesMeant?: boolean;
}

export const CONSENT_ANSWERS = ['yes', 'not-now'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

/** Yes with a name under the words that were shown, or *not now*, which needs no reason. */
export class ConsentDecision {
  @IsIn(CONSENT_ANSWERS)
  answer!: ConsentAnswer;

  @ValidateIf((decision: ConsentDecision) => decision.answer !== 'not-now')
  @IsString()
  @Matches(SOMETHING)
  @Length(1, LIMITS.name)
  signature?: string;

  /** The language in which the words were read. */
  @ValidateIf((decision: ConsentDecision) => decision.answer !== 'not-now')
  @IsIn(LANGUAGES)
  language?: Language;

  /** The hash of the words that were read; others are refused. */
  @ValidateIf((decision: ConsentDecision) => decision.answer !== 'not-now')
  @Matches(/^[0-9a-f]{64}$/u)
  wordingHash?: string;
}
