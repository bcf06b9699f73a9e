import type { Change, DocumentContent } from '@common-ground/contract';
import { exactlyKept } from './exactly';
import { movedIds } from './moved';
import { joined, type Part } from './parts';

interface Told {
  readonly title: string;
  readonly content: DocumentContent;
  readonly parts: readonly Part[];
}

/** What changed in meaning between two texts that are told part by part, in the later one's reading order. */
export function partChanges(before: Told, after: Told): Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) {
    changes.push({ sort: 'title', blockId: null, from: before.title, to: after.title });
  }
  const old = new Map(before.parts.map((part) => [part.id, part]));
  const kept = new Set(after.parts.map(({ id }) => id));
  const moved = movedIds(before.parts, after.parts);
  const [was, is] = [exactlyKept(before.content), exactlyKept(after.content)];

  for (const now of after.parts) {
    const from = said(old.get(now.id));
    const to = said(now);
    const where = { blockId: now.id, part: now.part };
    if (from === null && to !== null) changes.push({ ...where, sort: 'added', from, to });
    else if (from !== null && to === null) changes.push({ ...where, sort: 'removed', from, to });
    else if (to !== null && was.get(now.id) !== is.get(now.id))
      changes.push({ ...where, sort: from === to ? 'otherwise' : 'reworded', from, to });
    if (moved.has(now.id) && to !== null) changes.push({ ...where, sort: 'moved', from: null, to });
  }
  for (const gone of before.parts) {
    const from = said(gone);
    if (!kept.has(gone.id) && from !== null) {
      changes.push({ blockId: gone.id, part: gone.part, sort: 'removed', from, to: null });
    }
  }
  return changes;
}

/** A part that says nothing yet is as good as not there. */
function said(part: Part | undefined): string | null {
  if (part === undefined || part.words === '') return null;
  return joined(part.words, part.meaning ?? '');
}
