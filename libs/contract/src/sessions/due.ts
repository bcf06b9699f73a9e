import type { DocumentId, FamilySessionId, TaskId } from '../ids';
import type { PersonName } from '../people/people';

/** Something that was agreed on in an earlier hour and went nowhere since: into no plan, no homework, on no agenda. */
export interface DueAction {
  /** The hour it was agreed on in, and the day of that hour. */
  readonly sessionId: FamilySessionId;
  readonly agreedOn: string;
  /** What the entry that comes of it is called in an agenda. */
  readonly entryId: string;
  readonly who: string;
  readonly what: string;
  readonly when: string;
}

/** How many answers somebody sent since the last hour, and to what. No word of them. */
export interface NewAnswers {
  readonly taskId: TaskId;
  readonly documentId: DocumentId;
  readonly title: string;
  readonly person: PersonName;
  readonly count: number;
}

/** What the next hour of a family can begin with, besides plans whose day has come. For its therapists alone. */
export interface SinceLastHour {
  readonly actions: readonly DueAction[];
  readonly answers: readonly NewAnswers[];
}
