import type { CommentId, DocumentId, FamilyId, MemberId, ReviewId, ShareId, SupervisionId } from '../ids';
import type { CoveringConsent } from '../people/consents';
import type { MemberState, PersonName, Relation, SupervisionStrength } from '../people/people';
import type { StandsInToday } from '../people/stand-ins';
import type { AttachedDocument } from './attached';
import type { BoundaryPlanContent } from './kinds/boundary-plan/content';
import type { HourPlanContent } from './kinds/hour-plan/content';
import type { RolePlayScriptContent } from './kinds/role-play-script/content';
import type { SupportPlanContent } from './kinds/support-plan/content';
import type { WorksheetContent } from './kinds/worksheet/content';
import type { HourAhead, ReviewRisk } from './review-queue';
import type { GivenVerdict } from './verdicts';

export const DOCUMENT_KINDS = ['worksheet', 'role-play-script', 'boundary-plan', 'support-plan'] as const;
/** What is written, shared with families, kept in the library and printed. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What goes to a supervisor: the plan of an hour as well, which is nothing but reviewed. */
export const REVIEWED_KINDS = [...DOCUMENT_KINDS, 'hour-plan'] as const;
export type ReviewedKind = (typeof REVIEWED_KINDS)[number];

export const DOCUMENT_STATES = ['draft', 'submitted', 'returned', 'approved', 'shared'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** What stands inside the envelope, by kind. */
export interface ContentOfKind {
  readonly worksheet: WorksheetContent;
  readonly 'role-play-script': RolePlayScriptContent;
  readonly 'boundary-plan': BoundaryPlanContent;
  readonly 'support-plan': SupportPlanContent;
  readonly 'hour-plan': HourPlanContent;
}
export type DocumentContent = ContentOfKind[keyof ContentOfKind];

export interface DocumentSummary {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly state: DocumentState;
  readonly family: { readonly id: FamilyId; readonly name: string } | null;
  readonly author: PersonName;
  readonly updatedAt: string;
}

/** Something that is reviewed, told like a document. The plan of an hour has the id of its hour. */
export interface ReviewedSummary extends Omit<DocumentSummary, 'kind'> {
  readonly kind: ReviewedKind;
}

export interface VersionSummary {
  readonly number: number;
  /** SHA-256 of the version's title and content, in hex. An approval is bound to it. */
  readonly hash: string;
  readonly title: string;
  readonly writtenAt: string;
  readonly writtenBy: PersonName;
  /** Of those who approved exactly this text, the first signer first. Empty for a family. */
  readonly signatures: readonly Signature[];
  /** What was added under it once it was signed, oldest first. Empty for a family. */
  readonly addenda: readonly Addendum[];
  readonly may: { readonly add: boolean };
}

/** A note under a signed version, signed in its turn. It never changes, and neither does the version. */
export interface Addendum {
  readonly name: string;
  readonly credentials: string;
  readonly at: string;
  readonly text: string;
}

/** An approval as it was signed: the name and the credentials of that moment, bound to the version's hash. */
export interface Signature {
  readonly act: ReviewAct;
  /** In which it was given; whoever works on the document reads there what was said, settled or not. */
  readonly reviewId: ReviewId;
  readonly name: string;
  readonly credentials: string;
  /** The supervisor for whom they stood in, by the name of then. */
  readonly forName: string | null;
  readonly at: string;
}

export interface Version extends VersionSummary {
  readonly content: DocumentContent;
}

/**
 * Which text of a document the reader has before them: the author's draft, the version a supervisor was given to
 * judge, or the version shared with a family member.
 */
export type DocumentView = 'author' | 'reviewer' | 'recipient';

export interface Document {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly state: DocumentState;
  readonly view: DocumentView;
  /** Counts saves of the draft; goes out as ETag and comes back as If-Match. Author's view only, else 0. */
  readonly revision: number;
  readonly content: DocumentContent;
  readonly family: { readonly id: FamilyId; readonly name: string } | null;
  readonly author: PersonName;
  readonly updatedAt: string;
  /** The latest immutable version, when there is one. */
  readonly version: VersionSummary | null;
  /** Author's view: the review that waits, the last one decided, or one taken back since in which something was said. */
  readonly review: {
    readonly id: ReviewId;
    readonly state: RoundState;
    readonly verdict: Verdict | null;
    readonly supervisor: PersonName;
    /** Who gave the verdict, also where they stood in for the supervisor. */
    readonly decidedBy: PersonName | null;
    /** Who reads and decides it today as well. */
    readonly standIns: readonly StandsInToday[];
    readonly round: number;
    readonly act: ReviewAct;
  } | null;
  /** The approval in force for the latest version. */
  readonly approval: { readonly by: PersonName; readonly at: string; readonly versionHash: string } | null;
  /**
   * Author's view, where an approval is needed: the version it was given to last, unless changes were asked for since.
   * It holds for every text that changed nothing that matters.
   */
  readonly approvedVersion: {
    readonly number: number;
    readonly by: PersonName;
    readonly at: string;
    /** Who has to sign it as well before it holds, and has not. */
    readonly coSignerMissing: PersonName | null;
  } | null;
  /** Author's view: the template it was begun from, if any. */
  readonly fromTemplateId: string | null;
  /** Author's view: who supervises the author, how strongly, and who stands in for them today. */
  readonly supervision: readonly (PersonName & {
    readonly strength: SupervisionStrength;
    readonly standIns: readonly StandsInToday[];
  })[];
  readonly may: {
    readonly edit: boolean;
    readonly submit: boolean;
    readonly reopen: boolean;
    readonly share: boolean;
    readonly print: boolean;
  };
}

/** What a check has to say about a document, and where. Words by `code` in the translation files. */
export interface Concern {
  readonly code: string;
  /** Dotted from the draft's root, for instance `content.blocks.3.question`. */
  readonly path: string;
  readonly blockId: string | null;
  /** A blocking concern must be mended before the document is submitted or shared. */
  readonly blocks: boolean;
  readonly params: Readonly<Record<string, string | number>>;
}

export const CHANGE_SORTS = [
  'title',
  /** Other people of the family play in it: `to` names who came, `from` who went; null where nobody did. */
  'audience',
  'why',
  'when',
  'minutes',
  'added',
  'removed',
  'moved',
  'reworded',
  'choices',
  'condition',
  'kind',
  /** It reads as it did, and is not what it was: words stand in another field, or it leads to somewhere else. */
  'otherwise',
] as const;
/** One change in meaning between two versions. */
export interface Change {
  readonly sort: (typeof CHANGE_SORTS)[number];
  readonly blockId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Which part of the document it is, by the kind's own code (`limit`, `turn`); absent where the kind names none. */
  readonly part?: string;
}

export const REVIEW_STATES = ['waiting', 'decided'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
/** One that was taken back is there for those who wrote the text alone, where something was said in it. */
export type RoundState = ReviewState | 'withdrawn';
/** Whose judgement is asked for: the supervisor's, or a second signature under what they approved. */
export const REVIEW_ACTS = ['approve', 'co-sign'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];
export const VERDICTS = ['approve', 'ask-for-changes', 'comment'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ReviewSummary {
  readonly id: ReviewId;
  readonly document: ReviewedSummary;
  readonly from: PersonName;
  readonly to: PersonName;
  /** The last day on which the reader stands in for whom it was sent to; null for everybody else. */
  readonly standsInUntilOn: string | null;
  readonly note: string;
  readonly round: number;
  readonly act: ReviewAct;
  readonly state: RoundState;
  readonly verdict: Verdict | null;
  readonly submittedAt: string;
  readonly decidedAt: string | null;
  /** Who gave the verdict, also where they stood in. */
  readonly decidedBy: PersonName | null;
  readonly risks: readonly ReviewRisk[];
  /** While it waits: the hour it is to be ready for, if one is planned. A plan of an hour is for that hour. */
  readonly hour: HourAhead | null;
}

/** Somebody else who has the cursor in a block of the same draft right now. */
export interface AtWork {
  readonly person: PersonName;
  readonly blockId: string;
}

/** Words somebody marked in a part, and what stood right before and after them, by which they are found again. */
export interface MarkedWords {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const SUGGESTION_ANSWERS = ['taken', 'left'] as const;
export type SuggestionAnswer = (typeof SUGGESTION_ANSWERS)[number];

export interface ReviewComment extends MarkedWords {
  readonly id: CommentId;
  readonly blockId: string;
  /** The words the comment is about, as they stood; empty when it is about the whole block. */
  readonly quote: string;
  readonly text: string;
  readonly author: PersonName;
  /** A supervisor's comment is pending, and unseen by others, until the review is sent. */
  readonly state: 'pending' | 'sent';
  readonly at: string;
  /** The comment this one answers. */
  readonly replyTo: CommentId | null;
  /** The round it was written in. */
  readonly round: number;
  /** Since when the thread that begins with this comment is settled; null while it is open, and in an answer. */
  readonly resolvedAt: string | null;
  /** Other words for the quoted ones, and whether those who write the document took them. */
  readonly suggestion: { readonly words: string; readonly answer: SuggestionAnswer | null } | null;
  /** Settling a thread and opening it again is for whoever began it; a suggestion is for those who write. */
  readonly may: { readonly resolve: boolean; readonly answerSuggestion: boolean };
}

/** The parts of the version under review that its supervisor has read, by id, in reading order. */
export interface ReadMarks {
  readonly read: readonly string[];
}

export interface Review extends ReviewSummary {
  readonly version: Version;
  /** What was said with the verdict sent last in it. */
  readonly summary: string | null;
  /** What was decided and said about this document so far, oldest first: to its judge their own, to its writers all. */
  readonly verdicts: readonly GivenVerdict[];
  /** All threads of the document up to this round, oldest first. */
  readonly comments: readonly ReviewComment[];
  /**
   * What changed since the version its supervisor judged last; empty where nothing did, null where they have judged no
   * earlier one.
   */
  readonly changes: readonly Change[] | null;
  /** For its supervisor alone: the parts they marked as read whose meaning is still what they read. */
  readonly read: readonly string[];
  /** What went along with it, by title. */
  readonly attached: readonly AttachedDocument[];
  /** Therapists of the family who would read what is answered to it, as it was when it was sent. */
  readonly repliesSeenBy: readonly (PersonName & {
    /** They did not when it was approved before. */
    readonly isNew: boolean;
  })[];
  /** The notebook of the two it is between, for these two. */
  readonly notebookId: SupervisionId | null;
  readonly may: {
    readonly comment: boolean;
    readonly decide: boolean;
    readonly reply: boolean;
    readonly takeOff: boolean;
  };
}

/** One line of *who will see what*: this item, this person, and why or why not. */
export interface ShareLine {
  readonly item: { readonly documentId: DocumentId; readonly title: string; readonly version: number | null };
  readonly member: {
    readonly id: MemberId;
    readonly displayName: string;
    readonly relation: Relation;
    readonly state: MemberState;
  };
  readonly allowed: boolean;
  /**
   * `own-client`, `consent`, or why not: `blocked`, `held` (gets it alone or not at all), `no-consent`,
   * `consent-ended`, `consent-revoked`, `member-not-confirmed`, `already-shared`.
   */
  readonly because: string;
  readonly consentUntilOn: string | null;
  /** Every consent that covers it today, the one that lasts longest first. */
  readonly consents: readonly CoveringConsent[];
  /** Who will be able to read this person's answers. */
  readonly repliesSeenBy: readonly PersonName[];
  /** No safe way to reach them is written down, so that no message can tell them of anything. */
  readonly isUnreached: boolean;
  /** The last mail to the address that is written down never arrived. */
  readonly mailCameBack: boolean;
}

export interface SharePreview {
  readonly lines: readonly ShareLine[];
  /**
   * Why the document itself cannot be shared yet (`no-family`, `licence-unknown`, `licence-ended`,
   * `needs-approval`, `needs-co-signature`, `has-concerns`), or null.
   */
  readonly heldBecause: string | null;
  /** Where the one signature that is missing is the second one: whose. */
  readonly coSignerMissing: PersonName | null;
  /** Where an approval was given: what changed since that matters, so that it holds no more. */
  readonly changedSinceApproval: readonly Change[];
  /** Names of people from other families of this therapist that stand in the text. */
  readonly wrongNames: readonly { readonly name: string; readonly blockId: string | null }[];
  /** The same of the note that goes along. */
  readonly wrongNamesInNote: readonly string[];
  /** Worksheets of the family it could open after, newest first, each with the members who have it or will. */
  readonly mayFollow: readonly {
    readonly documentId: DocumentId;
    readonly title: string;
    readonly memberIds: readonly MemberId[];
  }[];
  readonly may: { readonly share: boolean };
}

export const RHYTHMS = ['day', 'week'] as const;
export type RhythmUnit = (typeof RHYTHMS)[number];

/** When a share opens: at once when all three are null. */
export interface ShareTiming {
  readonly startsOn: string | null;
  readonly after: { readonly documentId: DocumentId; readonly title: string; readonly days: number } | null;
  readonly rhythm: { readonly every: RhythmUnit; readonly untilOn: string } | null;
}

export interface SharedWith {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly relation: Relation;
}

/** Somebody a share is for, and when it opens to them. */
export interface OpensTo extends SharedWith {
  /**
   * `now` while any of it is open; the day `YYYY-MM-DD` it opens next; `waits` for another piece; null when nothing more
   * opens to them.
   */
  readonly opensOn: string | null;
}

export interface Share {
  readonly id: ShareId;
  readonly documentId: DocumentId;
  readonly version: number;
  readonly people: readonly OpensTo[];
  readonly dueOn: string | null;
  /** The last day it is open, in the practice's time zone; null while it has no end. */
  readonly openUntilOn: string | null;
  /** That day is over: it takes no answers, and is gone for whoever had not begun. */
  readonly isOver: boolean;
  readonly note: string | null;
  readonly sharedAt: string;
  readonly revokedAt: string | null;
  readonly when: ShareTiming;
  /** The next day it opens to somebody; null when nothing more opens by date. */
  readonly nextOn: string | null;
  /** People for whom it waits until they have sent the piece before. */
  readonly waiting: number;
  /** Nothing more has opened since; what had opened stays. */
  readonly stoppedAt: string | null;
  /** Counts changes of days and words; goes out as ETag, comes back as If-Match. */
  readonly revision: number;
  readonly may: {
    readonly change: boolean;
    readonly revoke: boolean;
    readonly stop: boolean;
    /** There is a newer text, and it may be given to those who have not begun. */
    readonly replace: boolean;
    /** Those who are not done may be reminded, each as they agreed to it. */
    readonly remind: boolean;
  };
}

/** Who of a share would get the newer version in place of theirs. */
export interface NewerVersion {
  /** Null when it becomes one by being given. */
  readonly version: number | null;
  readonly gets: readonly SharedWith[];
  /** They have begun or sent it, and keep what they have. */
  readonly keep: readonly SharedWith[];
  /** They have not begun, and nothing may be given to them today. */
  readonly notNow: readonly (SharedWith & Pick<ShareLine, 'because'>)[];
  readonly may: { readonly replace: boolean };
}
