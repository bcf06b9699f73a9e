import type {
  Change,
  Concern,
  ContentOfKind,
  DocumentContent,
  DocumentKind,
  HourPlanContent,
  Language,
  Prompt,
  ReviewedKind,
  WorksheetContent,
} from '@common-ground/contract';
import { partChanges } from '../part-changes';
import { textsOf, type Outline, type Part, type TextOfBlock } from '../parts';
import { blankBoundaryPlan } from './boundary-plan/blank';
import { checkBoundaryPlan } from './boundary-plan/check';
import { followThroughPrompt, followThroughPrompts } from './boundary-plan/follow-through';
import { boundaryPlanForAnybody } from './boundary-plan/for-anybody';
import { boundaryPlanOutline, boundaryPlanParts } from './boundary-plan/parts';
import { audienceChange } from './role-play-script/audience';
import { checkHourPlan } from './hour-plan/check';
import { hourPlanChanges } from './hour-plan/changes';
import { hourPlanOutline, hourPlanParts } from './hour-plan/parts';
import { blankRolePlayScript } from './role-play-script/blank';
import { checkScript } from './role-play-script/check';
import { scriptCast, type CastRole } from './role-play-script/cast';
import { scriptForAnybody } from './role-play-script/for-anybody';
import { scriptOutline, scriptParts } from './role-play-script/parts';
import { blankSupportPlan } from './support-plan/blank';
import { checkSupportPlan } from './support-plan/check';
import { supportPlanForAnybody } from './support-plan/for-anybody';
import { supportPlanOutline, supportPlanParts } from './support-plan/parts';
import { tickPrompt, tickPrompts } from './support-plan/ticks';
import { blankWorksheet } from './worksheet/blank';
import { worksheetChanges } from './worksheet/changes';
import { worksheetPrompt } from './worksheet/blocks-of';
import { checkWorksheet } from './worksheet/check';
import { worksheetOutline } from './worksheet/outline';
import { worksheetParts } from './worksheet/parts';
import { worksheetTexts } from './worksheet/texts';

/** What every kind that is reviewed has to say about its own content. */
export interface ReviewedRules<C extends DocumentContent> {
  check(title: string, content: C): Concern[];
  changes(before: Titled<C>, after: Titled<C>): Change[];
  outline(content: C): Outline;
  /** What can be spoken of by itself, in reading order. */
  parts(content: C): Part[];
}

/** And what those have to say that are written, kept in the library, shared and printed. */
export interface KindRules<C extends DocumentContent> extends ReviewedRules<C> {
  blank(language: Language): C;
  /** Without what belongs to one family alone: days, and who plays whom. */
  forAnybody(content: C): C;
  /** The roles that members of the family play. */
  cast(content: C): CastRole[];
  /** Every word a reader will see, by block. */
  texts(title: string, content: C): TextOfBlock[];
  /** What is asked under an id, if anything is: a question of the document or one of a day. */
  prompt(content: C, id: string): Prompt | undefined;
  /** What is asked anew on a day, `YYYY-MM-DD`; nothing where a document is no plan for days. */
  promptsOfDay(content: C, on: string): readonly Prompt[];
}

export interface Titled<C extends DocumentContent> {
  readonly title: string;
  readonly content: C;
}

const KIND_RULES = {
  worksheet: {
    blank: blankWorksheet,
    forAnybody: (content: WorksheetContent) => content,
    check: checkWorksheet,
    changes: worksheetChanges,
    outline: worksheetOutline,
    cast: () => [],
    parts: worksheetParts,
    texts: worksheetTexts,
    prompt: worksheetPrompt,
    promptsOfDay: () => [],
  },
  'role-play-script': {
    blank: blankRolePlayScript,
    forAnybody: scriptForAnybody,
    check: checkScript,
    changes: (before, after) => [
      ...audienceChange(before.content, after.content),
      ...changesBy(scriptParts)(before, after),
    ],
    outline: scriptOutline,
    cast: scriptCast,
    parts: scriptParts,
    texts: textsBy(scriptParts),
    prompt: () => undefined,
    promptsOfDay: () => [],
  },
  'boundary-plan': {
    blank: blankBoundaryPlan,
    forAnybody: boundaryPlanForAnybody,
    check: checkBoundaryPlan,
    changes: changesBy(boundaryPlanParts),
    outline: boundaryPlanOutline,
    cast: () => [],
    parts: boundaryPlanParts,
    texts: textsBy(boundaryPlanParts),
    prompt: followThroughPrompt,
    promptsOfDay: followThroughPrompts,
  },
  'support-plan': {
    blank: blankSupportPlan,
    forAnybody: supportPlanForAnybody,
    check: checkSupportPlan,
    changes: changesBy(supportPlanParts),
    outline: supportPlanOutline,
    cast: () => [],
    parts: supportPlanParts,
    texts: textsBy(supportPlanParts),
    prompt: tickPrompt,
    promptsOfDay: tickPrompts,
  },
} as const satisfies { [K in DocumentKind]: KindRules<ContentOfKind[K]> };

/** The plan of an hour is written where the hour is planned, and only reviewed here. */
const HOUR_PLAN_RULES: ReviewedRules<HourPlanContent> = {
  check: checkHourPlan,
  changes: hourPlanChanges,
  outline: hourPlanOutline,
  parts: hourPlanParts,
};

/** The rules of a kind for whoever holds a document of any kind; a document's content is of its own kind. */
export function rulesOf(kind: DocumentKind): KindRules<DocumentContent>;
export function rulesOf(kind: ReviewedKind): ReviewedRules<DocumentContent>;
export function rulesOf(kind: ReviewedKind): ReviewedRules<DocumentContent> {
  return kind === 'hour-plan' ? HOUR_PLAN_RULES : KIND_RULES[kind];
}

function changesBy<C extends DocumentContent>(parts: (content: C) => Part[]) {
  return (before: { title: string; content: C }, after: { title: string; content: C }): Change[] =>
    partChanges({ ...before, parts: parts(before.content) }, { ...after, parts: parts(after.content) });
}

function textsBy<C extends DocumentContent>(parts: (content: C) => Part[]) {
  return (title: string, content: C): TextOfBlock[] => textsOf(title, parts(content));
}
