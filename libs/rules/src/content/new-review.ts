import type {
  Change,
  DocumentContent,
  DocumentKind,
  HourPlanContent,
  ReviewedKind,
  WorksheetContent,
} from '@common-ground/contract';
import { inOneOrder } from './exactly';
import { whyItMatters } from './kinds/hour-plan/what-matters';
import { rulesOf } from './kinds/kinds';

interface Text {
  readonly title: string;
  readonly content: DocumentContent;
}

/** Anywhere, or only in parts of these sorts. */
type Where = 'anywhere' | readonly string[];

/** The days a plan begins and is looked at again. */
const DAYS = {
  added: ['startOn', 'reviewOn'],
  removed: ['startOn', 'reviewOn'],
  reworded: ['startOn', 'reviewOn'],
} as const;

/**
 * What may change in an approved text without a new review. Everything else matters, every word a family reads first
 * of all: none reaches them that nobody else has read.
 */
export const CHANGES_WITHOUT_REVIEW: Readonly<
  Record<DocumentKind, Partial<Readonly<Record<Change['sort'], Where>>>>
> = {
  worksheet: { moved: 'anywhere', minutes: 'anywhere', removed: ['section'] },
  'role-play-script': {},
  'boundary-plan': DAYS,
  'support-plan': DAYS,
};

/** Whether a text needs a new review although an earlier one was approved, and what in it is why. */
export interface NewReview {
  readonly isNeeded: boolean;
  /** The changes that matter, in reading order. */
  readonly because: readonly Change[];
}

export function newReviewOf(kind: ReviewedKind, approved: Text, now: Text): NewReview {
  if (kind === 'hour-plan') return anotherLookAt(approved, now);
  const rules = rulesOf(kind);
  const sorts = new Map(
    [...rules.parts(approved.content), ...rules.parts(now.content)].map(({ id, part }) => [id, part]),
  );
  const because = rules.changes(approved, now).filter(({ sort, blockId }) => {
    const where = CHANGES_WITHOUT_REVIEW[kind][sort];
    if (where === undefined) return true;
    return where !== 'anywhere' && !where.includes(sorts.get(blockId ?? '') ?? '');
  });
  const isNeeded = because.length > 0 || remainder(kind, approved.content) !== remainder(kind, now.content);
  return { isNeeded, because };
}

/** What matters in the plan of an hour has a table of its own. */
function anotherLookAt(approved: Text, now: Text): NewReview {
  const [was, is] = [approved.content as HourPlanContent, now.content as HourPlanContent];
  const changes = rulesOf('hour-plan').changes(approved, now);
  const because = changes.filter((change) => whyItMatters(change, was, is) !== null);
  return { isNeeded: because.length > 0, because };
}

/**
 * Everything of a text that the table lets nobody change, as it is kept: words that only went to another field, another
 * branch, another language or somebody else in a role are no change to be told, and another text all the same.
 */
function remainder(kind: DocumentKind, content: DocumentContent): string {
  if (kind !== 'worksheet') return inOneOrder({ ...content, startOn: null, reviewOn: null });
  const { minutes: _minutes, blocks, ...rest } = content as WorksheetContent;
  const kept = blocks.filter((block) => block.kind !== 'section').map(inOneOrder);
  return inOneOrder({ ...rest, kept: kept.toSorted() });
}
