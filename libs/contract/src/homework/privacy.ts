import type { FamilyId, TaskId } from '../ids';
import type { Companion } from './reveals';
import type { Consent, ConsentRequest, GivenAs } from '../people/consents';
import type { PersonName, Relation } from '../people/people';

/** One piece of homework, and who can read how much of what its author wrote in it, this minute. */
export interface WordsInTask {
  readonly taskId: TaskId;
  readonly familyId: FamilyId;
  /** `null` once it no longer reaches its author: the answers stay theirs, the questions do not. */
  readonly title: string | null;
  readonly isSent: boolean;
  readonly answered: number;
  /** Answers that somebody besides the author can read now. */
  readonly seen: number;
  /** By name, whoever can read those. */
  readonly seenBy: readonly PersonName[];
  /** Answers marked *only me for now*. */
  readonly kept: number;
  /** Answers that may be shown to the family once their author chooses to, and are offered to nobody yet. */
  readonly forFamily: number;
  /** Answers their author opened or offered to others of the family, by whom that is. */
  readonly offered: readonly OfferedWords[];
}

/** How many answers of one piece are open to the same people, or open to them once they offer theirs in return. */
export interface OfferedWords {
  readonly circle: readonly Companion[];
  readonly isOpen: boolean;
  readonly count: number;
}

/** A family the reader belongs to. Members are told who leads it and nothing of the other members. */
export interface OwnFamily {
  readonly id: FamilyId;
  readonly isClient: boolean;
  /** Who the reader is there. */
  readonly relation: Relation;
  /** Whose voice the reader has in the family's consents; `null` when they have none. */
  readonly voice: GivenAs | null;
  readonly therapists: readonly PersonName[];
}

/** Everything *My privacy* says, worked out by the rules that the server enforces. */
export interface MyPrivacy {
  readonly families: readonly OwnFamily[];
  readonly words: readonly WordsInTask[];
  /** What the reader said yes to, or may take back. */
  readonly consents: readonly Consent[];
  /** What waits for the reader's yes or no. */
  readonly requests: readonly ConsentRequest[];
}
