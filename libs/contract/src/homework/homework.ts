import type {
  DocumentContent,
  DocumentKind,
  ReviewedKind,
  RhythmUnit,
  ShareLine,
} from '../documents/document';
import type { AnswerValue } from '../documents/kinds/worksheet/content';
import type { AnswerId, DocumentId, FamilyId, FeedbackId, TaskId } from '../ids';
import type { ConsentRequest } from '../people/consents';
import type { Language, PersonName, Relation } from '../people/people';
import type { OfferInView } from './reveals';

export const VISIBILITIES = ['not-yet', 'therapist', 'family'] as const;
/**
 * Who may read one answer besides its author: nobody yet; the therapist once the homework is sent; or, when revealed,
 * the family as well.
 */
export type Visibility = (typeof VISIBILITIES)[number];

export const TASK_STATES = ['not-begun', 'begun', 'sent'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** One piece of homework, for the person who does it. */
export interface TaskSummary {
  readonly id: TaskId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly whyItHelps: string;
  readonly minutes: number;
  readonly state: TaskState;
  readonly prompts: number;
  readonly answered: number;
  /** The day the therapist hopes for; never shown as late. */
  readonly dueOn: string | null;
  /** The last day it takes answers; null while it has no end. */
  readonly openUntilOn: string | null;
  readonly note: string | null;
  /** `YYYY-MM-DD`: until when its reader put it off; it stays open all the same. */
  readonly putOffUntil: string | null;
  readonly from: PersonName;
  /** It comes anew every day or week; `sharedAt` tells which day this one is for. */
  readonly every: RhythmUnit | null;
  readonly sharedAt: string;
  readonly sentAt: string | null;
  /** How many of the author's answers have feedback, and how many notes there are about the whole. */
  readonly feedback: number;
  readonly may: { readonly answer: boolean; readonly send: boolean };
}

export interface Feedback {
  readonly id: FeedbackId;
  readonly by: PersonName;
  readonly text: string;
  readonly at: string;
}

/** An answer as its author reads it. */
export interface Answer {
  readonly promptId: string;
  readonly value: AnswerValue;
  readonly visibility: Visibility;
  /** Counts saves; goes out as ETag, comes back as If-Match. */
  readonly revision: number;
  readonly savedAt: string;
  readonly feedback: readonly Feedback[];
}

/** What goes along with everything shared in a family under 42 CFR Part 2, as it stood when it was shared. */
export interface NoticeWithShare {
  readonly text: string;
  readonly version: string;
  /** A copy of each consent it was shared under. */
  readonly consents: readonly {
    /** The exact words that were signed. */
    readonly wording: string;
    readonly purpose: string;
    readonly signature: string;
    readonly givenAt: string;
    readonly untilOn: string | null;
  }[];
}

export interface Task extends TaskSummary {
  readonly documentId: DocumentId;
  readonly version: number;
  readonly content: DocumentContent;
  readonly answers: readonly Answer[];
  /** What a therapist wrote about the whole piece once it was sent, oldest first. */
  readonly notes: readonly Feedback[];
  /** Everybody who can read answers marked for the therapist. */
  readonly repliesSeenBy: readonly PersonName[];
  /** Null where 42 CFR Part 2 did not apply when it was shared. */
  readonly noticeWithShare: NoticeWithShare | null;
}

/** A document before it is shared, as one person of the family would have it. */
export interface SeenAs {
  readonly line: ShareLine;
  /** The one their pages are in. */
  readonly language: Language;
  /** As their own page would be given it, and named by the document; null where it can never reach them: they are kept apart. */
  readonly piece: Task | null;
}

/** An answer as the therapist reads it. Answers kept *not yet* look exactly like answers not given. */
export interface Response {
  readonly id: AnswerId;
  readonly promptId: string;
  readonly value: AnswerValue;
  readonly savedAt: string;
  readonly feedback: readonly Feedback[];
  /** Whom its author offered it to; null while it is offered to nobody. */
  readonly offer: OfferInView | null;
  readonly may: { readonly giveFeedback: boolean };
}

/** What one person sent back for one document; `sentAt` is null while they are still at it. */
export interface ResponseSet {
  readonly taskId: TaskId;
  readonly person: PersonName & { readonly relation: Relation };
  readonly document: {
    readonly id: DocumentId;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly version: number;
  };
  readonly content: DocumentContent;
  readonly sharedAt: string;
  readonly sentAt: string | null;
  /** The last day it took answers, once that day is over; else null. */
  readonly wasOpenUntilOn: string | null;
  readonly answers: readonly Response[];
  /** What was written about the whole of it, oldest first. */
  readonly notes: readonly Feedback[];
  readonly may: { readonly giveNote: boolean };
}

/** The therapist's day: what needs a word or a hand, newest first. */
export interface Today {
  /** What a supervisor sent back, latest first. */
  readonly returned: readonly ReturnedDocument[];
  readonly readyToShare: readonly TodayDocument[];
  readonly waiting: readonly WaitingDocument[];
  readonly drafts: readonly TodayDocument[];
  readonly cameBack: readonly {
    readonly taskId: TaskId;
    readonly family: { readonly id: FamilyId; readonly name: string };
    readonly person: PersonName;
    readonly title: string;
    readonly sentAt: string;
    /** True once the therapist has left feedback on any of the answers, or on the whole. */
    readonly answered: boolean;
  }[];
  /** Homework that somebody put off, or told a therapist was hard; what they said stands with what came back. */
  readonly aLot: readonly {
    readonly taskId: TaskId;
    readonly family: { readonly id: FamilyId; readonly name: string };
    readonly person: PersonName;
    readonly title: string;
    readonly sort: 'hard' | 'not-this-week';
    readonly saidAt: string;
  }[];
  /** What people said to consents this therapist asked for, in the last two weeks. */
  readonly consentAnswers: readonly ConsentRequest[];
  /** For supervisors: how many reviews wait for this person. */
  readonly reviewsWaiting: number;
}

/** A document that came back from review: from whom, and what of it is still open. */
export interface ReturnedDocument extends TodayReviewed {
  readonly supervisor: PersonName;
  readonly returnedAt: string;
  /** Threads that whoever began them has not settled. */
  readonly openThreads: number;
  /** Of those, the ones that suggest other words nobody has taken or left yet. */
  readonly suggestions: number;
}

/** A text that waits for its verdict, and who has said something of it meanwhile. */
export interface WaitingDocument extends TodayReviewed {
  readonly said: { readonly name: string; readonly at: string } | null;
}

export interface TodayDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly family: { readonly id: FamilyId; readonly name: string } | null;
  readonly updatedAt: string;
}

/** Something that is reviewed; the plan of an hour leads to where that hour is planned. */
export interface TodayReviewed extends Omit<TodayDocument, 'kind'> {
  readonly kind: ReviewedKind;
}
