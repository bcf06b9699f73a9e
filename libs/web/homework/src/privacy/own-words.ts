import type { Task } from '@common-ground/contract';
import { isAnswered } from '@common-ground/rules/content';

/** Who can read how much of one homework's answers right now. */
export interface OwnWords {
  readonly answered: number;
  readonly isSent: boolean;
  /** Answers the therapist can read now: none before sending. */
  readonly seen: number;
  /** Answers marked *only me for now*. */
  readonly kept: number;
  /** Answers the family may be shown once their author chooses to. */
  readonly forFamily: number;
}

export function ownWords(task: Task): OwnWords {
  const answers = task.answers.filter(({ value }) => isAnswered(value));
  const kept = answers.filter(({ visibility }) => visibility === 'not-yet').length;
  const isSent = task.state === 'sent';
  return {
    answered: answers.length,
    isSent,
    seen: isSent ? answers.length - kept : 0,
    kept,
    forFamily: answers.filter(({ visibility }) => visibility === 'family').length,
  };
}
