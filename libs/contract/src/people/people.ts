import type { FamilyId, HouseholdId, MemberId, PersonId, PracticeId } from '../ids';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ROLES = ['therapist', 'supervisor', 'admin', 'client', 'member'] as const;
/** What somebody may be in a practice. One person may hold several. */
export type Role = (typeof ROLES)[number];

export const RELATIONS = [
  'client',
  'mother',
  'father',
  'parent',
  'brother',
  'sister',
  'partner',
  'son',
  'daughter',
  'grandparent',
  'relative',
  'friend',
  'peer',
  'sponsor',
  'other',
] as const;
/** Who somebody is to the client. The client's own place in the family has the relation `client`. */
export type Relation = (typeof RELATIONS)[number];

export const MEMBER_STATES = ['invited', 'accepted', 'confirmed', 'paused', 'removed'] as const;
/** Only `confirmed` opens anything. */
export type MemberState = (typeof MEMBER_STATES)[number];

export const CHANNELS = ['none', 'email', 'text', 'call', 'letter'] as const;
/** The way in which somebody may be reached without danger; `none` when there is no such way. */
export type Channel = (typeof CHANNELS)[number];

export const SUPERVISION_STRENGTHS = ['may-read', 'must-approve', 'must-approve-and-co-sign'] as const;
export type SupervisionStrength = (typeof SUPERVISION_STRENGTHS)[number];

export interface PersonName {
  readonly id: PersonId;
  readonly displayName: string;
}

/** What stands on the safety card. Text from the practice's settings; numbers as dialled. */
export interface SafetyCard {
  readonly practicePhone: string;
  readonly practiceHours: string;
  readonly emergencyNumber: string;
  readonly crisisLine: string;
  /** The day somebody last checked these numbers. */
  readonly checkedOn: string;
}

/** One place of the person who asks: which family it is in, who they are there, and with which therapists. */
export interface OwnPlace {
  readonly familyId: FamilyId;
  readonly relation: Relation;
  readonly therapists: readonly string[];
}

export interface Me {
  readonly person: PersonName & { readonly language: Language };
  readonly roles: readonly Role[];
  /** Has accepted a place somewhere, which no therapist has confirmed yet. */
  readonly waits: boolean;
  readonly practice: {
    readonly id: PracticeId;
    readonly name: string;
    readonly safety: SafetyCard;
    /** Where *Exit this page* leads: a neutral page of the practice's choice. */
    readonly exitUrl: string;
  };
  /** Where the person is confirmed. Each family is told apart by what they are in it, never by another's name. */
  readonly places: readonly OwnPlace[];
  readonly session: {
    /** Whether this device is said to be shared: then nothing stays on it. */
    readonly shared: boolean;
    /** Staff who have no second factor yet: until they have one, nothing else opens. */
    readonly mustEnrol: boolean;
    /** Encrypts unsent words of this person on the device, which keeps it nowhere: 256 bits in base64. */
    readonly draftKey: string;
  };
  readonly may: { readonly openFamilies: boolean; readonly review: boolean; readonly administer: boolean };
}

export interface DemoPersona {
  readonly persona: string;
  readonly displayName: string;
}

export interface FamilySummary {
  readonly id: FamilyId;
  readonly name: string;
  readonly client: PersonName;
  readonly may: { readonly open: boolean };
}

export interface Family {
  readonly id: FamilyId;
  readonly name: string;
  readonly client: PersonName;
  readonly therapists: readonly PersonName[];
  readonly members: readonly Member[];
  /** 42 CFR Part 2 applies: notice and consent go along with everything shared. */
  readonly part2: boolean;
  readonly may: { readonly addMember: boolean; readonly write: boolean; readonly readResponses: boolean };
}

export interface Member {
  readonly id: MemberId;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly state: MemberState;
  /** E-mail address or telephone number; only staff of the family receive it. */
  readonly contact: string | null;
  /** For the family's therapists alone; `null` to everybody else. */
  readonly details: MemberDetails | null;
  readonly may: {
    readonly edit: boolean;
    readonly invite: boolean;
    readonly confirm: boolean;
    readonly pause: boolean;
    readonly remove: boolean;
  };
}

/** Somebody else with the same address or number, as far as it is on the reader's own caseload. */
export interface SharedContact {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly because: 'contact-shared';
}

/** By the clock of the practice; days of the week as ISO 8601 counts them. */
export interface MailHours {
  readonly days: readonly number[];
  /** Full hours of the day: from the first on, and before the second. */
  readonly from: number;
  readonly until: number;
}

export interface MemberDetails {
  /** Counts saves, 0 before the first; goes out as ETag, comes back as If-Match. */
  readonly revision: number;
  readonly language: Language;
  readonly channel: Channel;
  /** When it is safe to be in touch, in words. */
  readonly safeHours: string | null;
  /** When letters may go out to them, null at any time. Reminders go by the hour they chose themselves. */
  readonly mailHours: MailHours | null;
  readonly household: { readonly id: HouseholdId; readonly name: string } | null;
  readonly sharesContactWith: readonly SharedContact[];
  /** Whether the last mail to this address came back. */
  readonly mailCameBack: boolean;
}

/** Somebody of the therapist's other families who could join this one. */
export interface KnownPerson extends PersonName {
  readonly families: readonly { readonly id: FamilyId; readonly name: string }[];
}

/** Who read or changed something of mine, newest first. */
export interface AccessLogEntry {
  readonly at: string;
  readonly who: string;
  /** What they were to the family then: a `Relation`, `therapist`, `other-therapist`, `supervisor` or `admin`. */
  readonly relation: string;
  /** Which act it was (`responses.read`). */
  readonly action: string;
  /** What it was done with, in one word: `answers`, `document`, `review`, `disclosures`, `emergency` or `erasure`. */
  readonly subject: string;
}
