import type { Language } from '../../../people/people';

/** The answer everybody may give instead of an answer. */
export const RATHER_NOT_SAY = 'rather-not-say';
/** The answer of choices and yes/no where the author offers it. */
export const NOT_SURE = 'not-sure';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What it is grouped under, for feelings; absent where choices stand by themselves. */
  readonly group?: string;
}

export const CONDITION_TESTS = [
  'answered',
  'is',
  'is-not',
  'includes',
  'leaves-out',
  'at-least',
  'at-most',
  'before',
  'after',
] as const;
export type ConditionTest = (typeof CONDITION_TESTS)[number];

/** "Ask only if…": what an earlier prompt has to be answered with for a later one to be asked. */
export interface Condition {
  /** The earlier prompt. */
  readonly promptId: string;
  readonly test: ConditionTest;
  /** A choice's id, a number 0–10 or a day, as the test wants it; `null` while none is chosen, and for `answered`. */
  readonly value: string | number | null;
}

interface Asked {
  readonly id: string;
  readonly question: string;
  readonly help: string;
  readonly optional: boolean;
  /** Absent where it is always asked. */
  readonly onlyIf?: Condition;
  /** Part of the short version. Absent where it is not. */
  readonly inShort?: true;
}

export interface SectionBlock {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
}
export interface GuidanceBlock {
  readonly kind: 'guidance';
  readonly id: string;
  readonly text: string;
}
export interface ShortAnswerPrompt extends Asked {
  readonly kind: 'short-answer';
}
export interface LongAnswerPrompt extends Asked {
  readonly kind: 'long-answer';
}
export interface SingleChoicePrompt extends Asked {
  readonly kind: 'single-choice';
  readonly choices: readonly Choice[];
  /** Offers "I'm not sure" as a last choice. */
  readonly notSure: boolean;
}
export interface MultipleChoicePrompt extends Asked {
  readonly kind: 'multiple-choice';
  readonly choices: readonly Choice[];
  readonly notSure: boolean;
}
export interface ScalePrompt extends Asked {
  readonly kind: 'scale';
  /** What 0 means, in words. */
  readonly lowLabel: string;
  /** What 10 means, in words. */
  readonly highLabel: string;
}
export interface YesNoPrompt extends Asked {
  readonly kind: 'yes-no';
  readonly notSure: boolean;
}
export interface ChecklistPrompt extends Asked {
  readonly kind: 'checklist';
  readonly choices: readonly Choice[];
}
export interface DatePrompt extends Asked {
  readonly kind: 'date';
}

/** Words for how somebody feels, in groups; a word of one's own is always possible. */
export interface FeelingsPrompt extends Asked {
  readonly kind: 'feelings';
  readonly choices: readonly Choice[];
}
export interface RankingPrompt extends Asked {
  readonly kind: 'ranking';
  readonly choices: readonly Choice[];
}
/** "I feel … when … because … I would like …" */
export interface IStatementPrompt extends Asked {
  readonly kind: 'i-statement';
}
/** "If … then I …" */
export interface IfThenPrompt extends Asked {
  readonly kind: 'if-then';
}
/** Which kinds of support somebody would like, and perhaps from whom and when. */
export interface SupportMenuPrompt extends Asked {
  readonly kind: 'support-menu';
  readonly choices: readonly Choice[];
  readonly asksFromWhom: boolean;
  readonly asksWhen: boolean;
}
/** Somebody to turn to. What the author fills in stands there already and can be corrected. */
export interface ContactCardPrompt extends Asked {
  readonly kind: 'contact-card';
  readonly name: string;
  readonly phone: string;
  readonly when: string;
}
/** Something to read, and "I have read this". Never a signature. */
export interface AcknowledgementPrompt extends Asked {
  readonly kind: 'acknowledgement';
  readonly text: string;
}
export interface TimedStep {
  readonly id: string;
  readonly label: string;
  readonly seconds: number;
}
/** Breathing or grounding, step by step and round by round. Done or skipped is the answer. */
export interface TimedExercisePrompt extends Asked {
  readonly kind: 'timed-exercise';
  readonly steps: readonly TimedStep[];
  readonly rounds: number;
}
export const ROWS_FOR = ['person', 'day', 'free'] as const;
export type RowsFor = (typeof ROWS_FOR)[number];
export const COLUMN_SORTS = ['text', 'choice', 'scale'] as const;
export type ColumnSort = (typeof COLUMN_SORTS)[number];
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly sort: ColumnSort;
  /** For `choice` only. */
  readonly choices: readonly Choice[];
}
/** The same few things asked again and again: once for each person, day, or whatever comes to mind. */
export interface RepeatingRowPrompt extends Asked {
  readonly kind: 'repeating-row';
  readonly rowsFor: RowsFor;
  readonly columns: readonly Column[];
}

export type Prompt =
  | ShortAnswerPrompt
  | LongAnswerPrompt
  | SingleChoicePrompt
  | MultipleChoicePrompt
  | ScalePrompt
  | YesNoPrompt
  | ChecklistPrompt
  | DatePrompt
  | FeelingsPrompt
  | RankingPrompt
  | IStatementPrompt
  | IfThenPrompt
  | SupportMenuPrompt
  | ContactCardPrompt
  | AcknowledgementPrompt
  | TimedExercisePrompt
  | RepeatingRowPrompt;
export type Block = SectionBlock | GuidanceBlock | Prompt;
export type BlockKind = Block['kind'];
export type PromptKind = Prompt['kind'];

export const PROMPT_KINDS = [
  'short-answer',
  'long-answer',
  'single-choice',
  'multiple-choice',
  'scale',
  'yes-no',
  'checklist',
  'date',
  'feelings',
  'ranking',
  'i-statement',
  'if-then',
  'support-menu',
  'contact-card',
  'acknowledgement',
  'timed-exercise',
  'repeating-row',
] as const satisfies readonly PromptKind[];
export const BLOCK_KINDS = ['section', 'guidance', ...PROMPT_KINDS] as const satisfies readonly BlockKind[];

export interface WorksheetContent {
  readonly format: 1;
  readonly language: Language;
  /** One sentence to the family: why this helps. */
  readonly whyItHelps: string;
  /** When, where and with whom it is best done. */
  readonly whenAndWhere: string;
  /** How long it takes, in minutes; `null` lets the product estimate it. */
  readonly minutes: number | null;
  readonly blocks: readonly Block[];
}

/** One row of a repeating row: who or what it is about, and its cells by column. A scale's number is its digits. */
export interface AnswerRow {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** An answer made of several things: what was picked, words by their place in the prompt, and rows. */
export interface AnswerParts {
  readonly picked?: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
  readonly rows?: readonly AnswerRow[];
}

/**
 * What somebody answered: text, a choice's id, several ids (for a ranking in their order), a number 0–10, a day,
 * several things at once, or `null` when cleared. `not-sure` and `rather-not-say` stand in for any of them.
 */
export type AnswerValue = string | number | readonly string[] | AnswerParts | null;

/** Whether a block asks something. */
export function isPrompt(block: Block): block is Prompt {
  return block.kind !== 'section' && block.kind !== 'guidance';
}
