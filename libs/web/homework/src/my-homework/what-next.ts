import type { TaskSummary } from '@common-ground/contract';

export interface MyHomework {
  /** The one thing to do next, or null when nothing waits. */
  readonly next: TaskSummary | null;
  readonly others: readonly TaskSummary[];
  /** Latest first. */
  readonly sent: readonly TaskSummary[];
}

/** Sorts somebody's homework: what is begun comes before what is new, then what is hoped for soonest, then the oldest. */
export function whatNext(tasks: readonly TaskSummary[]): MyHomework {
  const open = tasks
    .filter(({ state }) => state !== 'sent')
    .sort(
      (a, b) =>
        Number(b.state === 'begun') - Number(a.state === 'begun') ||
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
        a.sharedAt.localeCompare(b.sharedAt),
    );
  const sent = tasks
    .filter(({ state }) => state === 'sent')
    .sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''));
  return { next: open[0] ?? null, others: open.slice(1), sent };
}

/** Where the one button leads: reading about it first, on with the questions, or checking what is all answered. */
export function wayInto({ id, state, answered, prompts }: TaskSummary): readonly string[] {
  if (state !== 'begun') return ['/me/tasks', id];
  return ['/me/tasks', id, answered < prompts ? 'q' : 'check'];
}

/** What the button says, as a key within `homework.home`. */
export function wordsInto({ state, answered, prompts }: TaskSummary): 'start' | 'goOn' | 'checkAndSend' {
  if (state !== 'begun') return 'start';
  return answered < prompts ? 'goOn' : 'checkAndSend';
}
