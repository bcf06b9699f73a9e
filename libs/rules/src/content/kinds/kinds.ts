import type {
  Change,
  Concern,
  ContentOfKind,
  DocumentContent,
  DocumentKind,
  Language,
  Prompt,
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

/** What every kind has to say about its own content. */
export interface KindRules<K extends DocumentKind> {
  blank(language: Language): ContentOfKind[K];
  /** Without what belongs to one family alone: days, and who plays whom. */
  forAnybody(content: ContentOfKind[K]): ContentOfKind[K];
  check(title: string, content: ContentOfKind[K]): Concern[];
  changes(before: Titled<K>, after: Titled<K>): Change[];
  outline(content: ContentOfKind[K]): Outline;
  /** The roles that members of the family play. */
  cast(content: ContentOfKind[K]): CastRole[];
  /** What can be spoken of by itself, in reading order. */
  parts(content: ContentOfKind[K]): Part[];
  /** Every word a reader will see, by block. */
  texts(title: string, content: ContentOfKind[K]): TextOfBlock[];
  /** What is asked under an id, if anything is: a question of the document or one of a day. */
  prompt(content: ContentOfKind[K], id: string): Prompt | undefined;
  /** What is asked anew on a day, `YYYY-MM-DD`; nothing where a document is no plan for days. */
  promptsOfDay(content: ContentOfKind[K], on: string): readonly Prompt[];
}

export interface Titled<K extends DocumentKind> {
  readonly title: string;
  readonly content: ContentOfKind[K];
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
} as const satisfies { [K in DocumentKind]: KindRules<K> };

/** The rules of a kind for whoever holds a document of any kind; a document's content is of its own kind. */
export function rulesOf(kind: DocumentKind): KindRules<DocumentKind> {
  return KIND_RULES[kind];
}

function changesBy<C extends DocumentContent>(parts: (content: C) => Part[]) {
  return (before: { title: string; content: C }, after: { title: string; content: C }): Change[] =>
    partChanges({ ...before, parts: parts(before.content) }, { ...after, parts: parts(after.content) });
}

function textsBy<C extends DocumentContent>(parts: (content: C) => Part[]) {
  return (title: string, content: C): TextOfBlock[] => textsOf(title, parts(content));
}
