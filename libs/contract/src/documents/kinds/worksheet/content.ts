import type { Language } from '../../../people/people';

/** The answer everybody may give instead of an answer. */
export const RATHER_NOT_SAY = 'rather-not-say';
/** The answer of choices and yes/no where the author offers it. */
export const NOT_SURE = 'not-sure';

export interface Choice {
  readonly id: string;
  readonly label: string;
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

export type Prompt =
  | ShortAnswerPrompt
  | LongAnswerPrompt
  | SingleChoicePrompt
  | MultipleChoicePrompt
  | ScalePrompt
  | YesNoPrompt
  | ChecklistPrompt
  | DatePrompt;
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

/**
 * What somebody answered: text, a choice's id, several ids, a number 0–10, a day, or `null` when cleared.
 * `not-sure` and `rather-not-say` stand in for any of them.
 */
export type AnswerValue = string | number | readonly string[] | null;

/** Whether a block asks something. */
export function isPrompt(block: Block): block is Prompt {
  return block.kind !== 'section' && block.kind !== 'guidance';
}
