import type { Block, Change, WorksheetContent } from '@common-ground/contract';
import { movedIds } from '../../moved';
import { wording } from './parts';

interface Titled {
  readonly title: string;
  readonly content: WorksheetContent;
}

/** What changed in meaning from one version of a worksheet to a later one, in the later one's reading order. */
export function worksheetChanges(before: Titled, after: Titled): Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) {
    changes.push({ sort: 'title', blockId: null, from: before.title, to: after.title });
  }
  if (before.content.whyItHelps !== after.content.whyItHelps) {
    changes.push({
      sort: 'why',
      blockId: null,
      from: before.content.whyItHelps,
      to: after.content.whyItHelps,
    });
  }

  const old = new Map(before.content.blocks.map((block) => [block.id, block]));
  const kept = new Set(after.content.blocks.map((block) => block.id));
  const moved = movedIds(before.content.blocks, after.content.blocks);

  for (const block of after.content.blocks) {
    const was = old.get(block.id);
    if (was === undefined) {
      changes.push({ sort: 'added', blockId: block.id, from: null, to: wording(block) });
      continue;
    }
    if (was.kind !== block.kind)
      changes.push({ sort: 'kind', blockId: block.id, from: was.kind, to: block.kind });
    if (wording(was) !== wording(block)) {
      changes.push({ sort: 'reworded', blockId: block.id, from: wording(was), to: wording(block) });
    }
    if (particulars(was) !== particulars(block)) {
      changes.push({ sort: 'choices', blockId: block.id, from: particulars(was), to: particulars(block) });
    }
    if (moved.has(block.id))
      changes.push({ sort: 'moved', blockId: block.id, from: null, to: wording(block) });
  }
  for (const block of before.content.blocks) {
    if (!kept.has(block.id))
      changes.push({ sort: 'removed', blockId: block.id, from: wording(block), to: null });
  }
  return changes;
}

/** What a prompt offers besides its question, as one comparable text. */
function particulars(block: Block): string {
  if (block.kind === 'section' || block.kind === 'guidance') return '';
  const parts = [block.help, block.optional ? '(optional)' : ''];
  if ('choices' in block) parts.push(...block.choices.map((choice) => choice.label));
  if ('notSure' in block && block.notSure) parts.push('(not sure)');
  if (block.kind === 'scale') parts.push(`0 ${block.lowLabel}`, `10 ${block.highLabel}`);
  return parts.filter((part) => part !== '').join(' · ');
}
