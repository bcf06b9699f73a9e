import {
  isPrompt,
  type Block,
  type Change,
  type Condition,
  type ConditionTest,
  type WorksheetContent,
} from '@common-ground/contract';
import { inOneOrder } from '../../exactly';
import { movedIds } from '../../moved';
import { choicesToAskFor } from './conditions';
import { estimateMinutes } from './minutes';
import { particulars, wording } from './parts';

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
  for (const [sort, field] of [
    ['why', 'whyItHelps'],
    ['when', 'whenAndWhere'],
  ] as const) {
    const [from, to] = [before.content[field], after.content[field]];
    if (from !== to) changes.push({ sort, blockId: null, from, to });
  }
  // An estimate follows from the questions, whose changes are told one by one.
  if (before.content.minutes !== after.content.minutes) {
    const [from, to] = [estimateMinutes(before.content), estimateMinutes(after.content)].map(String);
    changes.push({ sort: 'minutes', blockId: null, from: from ?? '', to: to ?? '' });
  }

  const old = new Map(before.content.blocks.map((block) => [block.id, block]));
  const kept = new Set(after.content.blocks.map((block) => block.id));
  const moved = movedIds(before.content.blocks, after.content.blocks);

  for (const block of after.content.blocks) {
    const toldBefore = changes.length;
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
    if (!isSameCondition(onlyIf(was), onlyIf(block))) {
      const [from, to] = [condition(was, before), condition(block, after)];
      changes.push({ sort: 'condition', blockId: block.id, from, to });
    }
    if (changes.length === toldBefore && inOneOrder(was) !== inOneOrder(block))
      changes.push({ sort: 'otherwise', blockId: block.id, from: wording(was), to: wording(block) });
    if (moved.has(block.id))
      changes.push({ sort: 'moved', blockId: block.id, from: null, to: wording(block) });
  }
  for (const block of before.content.blocks) {
    if (!kept.has(block.id))
      changes.push({ sort: 'removed', blockId: block.id, from: wording(block), to: null });
  }
  return changes;
}

function onlyIf(block: Block): Condition | undefined {
  return isPrompt(block) ? block.onlyIf : undefined;
}

function isSameCondition(one: Condition | undefined, other: Condition | undefined): boolean {
  return one?.promptId === other?.promptId && one?.test === other?.test && one?.value === other?.value;
}

/** When a prompt is asked, as one comparable text; empty where it always is. */
function condition(block: Block, { content }: Titled): string {
  const asks = onlyIf(block);
  if (asks === undefined) return '';
  const { promptId, test, value } = asks;
  const about = content.blocks.filter(isPrompt).find(({ id }) => id === promptId);
  const label = about && choicesToAskFor(about).find(({ id }) => id === value)?.label;
  return [about?.question ?? '', TEST_SIGNS[test], String(label ?? value ?? '')]
    .filter((part) => part !== '')
    .join(' ');
}

/** Signs that are read in every language; the page around them says that they are about when something is asked. */
const TEST_SIGNS = {
  answered: '✓',
  is: '=',
  'is-not': '≠',
  includes: '∋',
  'leaves-out': '∌',
  'at-least': '≥',
  'at-most': '≤',
  before: '<',
  after: '>',
} as const satisfies Record<ConditionTest, string>;
