import type { TaskSummary } from '@common-ground/contract';
import { putOffUntil } from '@common-ground/rules/content';

export interface MyHomework {
  /** The one thing to do next, or null when nothing waits. */
  readonly next: TaskSummary | null;
  readonly others: readonly TaskSummary[];
  /** Latest first. */
  readonly sent: readonly TaskSummary[];
  /** Begun, and not sent by the last day it was open; it is there to read. */
  readonly over: readonly TaskSummary[];
  /** What asks nothing and was marked as read; latest first. */
  readonly read: readonly TaskSummary[];
}

/**
 * Sorts somebody's homework: what was put off is never the one next thing, what is begun comes before what is new, then what is hoped for soonest, then the oldest.
 */
export function whatNext(tasks: readonly TaskSummary[], today: string): MyHomework {
  const isPutOff = (task: TaskSummary): boolean => putOffUntil(task.putOffUntil, today) !== null;
  const open = tasks
    .filter(({ state, may }) => state !== 'sent' && may.answer)
    .sort(
      (a, b) =>
        Number(isPutOff(a)) - Number(isPutOff(b)) ||
        Number(b.state === 'begun') - Number(a.state === 'begun') ||
        inOrder(a.dueOn ?? '9999', b.dueOn ?? '9999') ||
        inOrder(a.sharedAt, b.sharedAt),
    );
  const done = tasks
    .filter(({ state }) => state === 'sent')
    .sort((a, b) => inOrder(b.sentAt ?? '', a.sentAt ?? ''));
  const [first] = open;
  const next = first && !isPutOff(first) ? first : null;
  return {
    next,
    others: open.filter((task) => task !== next),
    sent: done.filter(({ prompts }) => prompts > 0),
    over: tasks.filter(({ state, may }) => state !== 'sent' && !may.answer),
    read: done.filter(({ prompts }) => prompts === 0),
  };
}

/** As many lines of it as there is room for so far, from above. */
export function upTo(
  room: number,
  { others, sent, over, read }: MyHomework,
): Omit<MyHomework, 'next'> & { readonly isAll: boolean } {
  let left = room;
  const some = (tasks: readonly TaskSummary[]): readonly TaskSummary[] => {
    const fit = tasks.slice(0, left);
    left -= fit.length;
    return fit;
  };
  const isAll = linesOf({ others, sent, over, read }) <= room;
  return { others: some(others), sent: some(sent), over: some(over), read: some(read), isAll };
}

/** How many lines there are below the one next thing. */
export function linesOf({ others, sent, over, read }: Omit<MyHomework, 'next'>): number {
  return others.length + sent.length + over.length + read.length;
}

/** Days and moments sort by their letters. The order of a language costs a phone 50 ms the first time it is asked for. */
function inOrder(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** Where a piece of homework is at home: what asks nothing is read, not answered. */
export function homeOf({ id, prompts }: Pick<TaskSummary, 'id' | 'prompts'>): readonly string[] {
  return [prompts > 0 ? '/me/tasks' : '/me/items', id];
}

/** Where the one button leads: reading about it first, on with the questions, or checking what is all answered. */
export function wayInto({ id, state, answered, prompts }: TaskSummary): readonly string[] {
  if (prompts === 0) return homeOf({ id, prompts });
  if (state !== 'begun') return ['/me/tasks', id];
  return ['/me/tasks', id, answered < prompts ? 'q' : 'check'];
}

/** What the button says, as a key within `homework.home`. */
export function wordsInto({
  state,
  answered,
  prompts,
}: TaskSummary): 'start' | 'goOn' | 'checkAndSend' | 'read' {
  if (prompts === 0) return 'read';
  if (state !== 'begun') return 'start';
  return answered < prompts ? 'goOn' : 'checkAndSend';
}
