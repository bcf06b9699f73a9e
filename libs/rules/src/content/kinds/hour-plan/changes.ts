import type { Change, HourPlanContent, HourPlanEntry, HourPlanPerson } from '@common-ground/contract';
import { movedIds } from '../../moved';
import { joined } from '../../parts';
import { lasting, momentOf, personWords } from './parts';

interface Text {
  readonly title: string;
  readonly content: HourPlanContent;
}
interface Placed {
  readonly id: string;
}
type Told = Omit<Change, 'blockId' | 'part'>;

/**
 * What changed in meaning between two plans of an hour, in the later one's reading order. Its title is its purpose and
 * is not told twice. In which order people are named means nothing.
 */
export function hourPlanChanges({ content: before }: Text, { content: after }: Text): Change[] {
  const line = (id: string, part: string, told: readonly Told[]): Change[] =>
    told.map((one) => ({ ...one, blockId: id, part }));
  return [
    ...line('purpose', 'purpose', ofWords(before.purpose, after.purpose)),
    ...line('when', 'when', otherThan('when', momentOf(before), momentOf(after))),
    ...line('minutes', 'minutes', otherThan('minutes', lasting(before.minutes), lasting(after.minutes))),
    ...listChanges(before.people, after.people, (one, other) => personChanges(one, other, before, after)),
    ...ruleChanges(before, after),
    ...line('goRound', 'goRound', ofWords(before.goRound, after.goRound)),
    ...agendaChanges(before, after),
  ];
}

/** What is told of each entry of a list: those that are there now, and then those that are gone. */
function listChanges<T extends Placed>(
  before: readonly T[],
  after: readonly T[],
  told: (one: T | undefined, other: T | undefined) => Change[],
): Change[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((now) => told(old.get(now.id), now)),
    ...before.filter(({ id }) => !kept.has(id)).flatMap((gone) => told(gone, undefined)),
  ];
}

function personChanges(
  one: HourPlanPerson | undefined,
  other: HourPlanPerson | undefined,
  before: HourPlanContent,
  after: HourPlanContent,
): Change[] {
  const from = one === undefined ? '' : personWords(one, before.language);
  // In the words of the later plan, so that another language alone is no change.
  const to = other === undefined ? '' : personWords(other, after.language);
  const blockId = (other ?? one)?.id ?? null;
  if (one === undefined || other === undefined)
    return ofWords(from, to).map((told) => ({ ...told, blockId, part: 'person' }));
  const part = one.role === other.role ? 'person' : 'role';
  if (part === 'person' && one.name === other.name) return [];
  return [{ sort: 'reworded', blockId, part, from, to }];
}

function ruleChanges(before: HourPlanContent, after: HourPlanContent): Change[] {
  const moved = movedIds(before.groundRules, after.groundRules);
  return listChanges(before.groundRules, after.groundRules, (one, other) => {
    const blockId = (other ?? one)?.id ?? null;
    const told = ofWords(one?.words ?? '', other?.words ?? '');
    const isMoved = other !== undefined && moved.has(other.id) && other.words.trim() !== '';
    return [...told, ...(isMoved ? [movedTo(other.words)] : [])].map((change) => ({
      ...change,
      blockId,
      part: 'rule',
    }));
  });
}

function agendaChanges(before: HourPlanContent, after: HourPlanContent): Change[] {
  const moved = movedIds(before.agenda, after.agenda);
  return listChanges(before.agenda, after.agenda, (one, other) => {
    const blockId = (other ?? one)?.id ?? null;
    const at = (part: string, told: readonly Told[]): Change[] =>
      told.map((change) => ({ ...change, blockId, part }));
    if (one === undefined || other === undefined) return at('entry', ofWords(whole(one), whole(other)));
    return [
      ...at('entry', otherThan('reworded', one.title.trim(), other.title.trim())),
      ...at('entry', otherThan('when', one.fixedStart ?? '', other.fixedStart ?? '', other.title)),
      ...at('entry', otherThan('minutes', lasting(one.minutes), lasting(other.minutes), other.title)),
      ...at('entry', moved.has(other.id) ? [movedTo(whole(other))] : []),
      ...paperChanges(one, other),
    ];
  });
}

/** Which papers lie on the table of an entry, whatever they are called; a title written otherwise is told as that. */
function paperChanges(one: HourPlanEntry, other: HourPlanEntry): Change[] {
  return listChanges(one.papers, other.papers, (was, is) =>
    ofPresence(was?.title ?? null, is?.title ?? null).map((told) => ({
      ...told,
      blockId: other.id,
      part: 'paper',
    })),
  );
}

function whole(entry: HourPlanEntry | undefined): string {
  if (entry === undefined) return '';
  const { title, minutes, papers } = entry;
  return joined(title, lasting(minutes), ...papers.map((paper) => paper.title));
}

function ofWords(before: string, after: string): Told[] {
  const [from, to] = [before.trim(), after.trim()];
  if (from === to) return [];
  if (from === '') return [{ sort: 'added', from: null, to }];
  return to === '' ? [{ sort: 'removed', from, to: null }] : [{ sort: 'reworded', from, to }];
}

function ofPresence(from: string | null, to: string | null): Told[] {
  if (from === null) return [{ sort: 'added', from, to }];
  if (to === null) return [{ sort: 'removed', from, to }];
  return from === to ? [] : [{ sort: 'reworded', from, to }];
}

/** @param of what it is about, where that does not say itself */
function otherThan(sort: Change['sort'], from: string, to: string, of = ''): Told[] {
  return from === to ? [] : [{ sort, from: joined(of, from), to: joined(of, to) }];
}

function movedTo(words: string): Told {
  return { sort: 'moved', from: null, to: words };
}
