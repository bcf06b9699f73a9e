import {
  NOT_SURE,
  type AnswerParts,
  type AnswerValue,
  type Column,
  type ConditionTest,
  type Language,
  type Prompt,
  type PromptKind,
  type RowsFor,
  type TimedStep,
} from '@common-ground/contract';

export const ANSWER_FAULTS = ['wrong-sort', 'too-long', 'not-a-choice', 'not-0-to-10', 'not-a-day'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export type PromptOf<K extends PromptKind> = Extract<Prompt, { kind: K }>;
/** What every prompt has, whatever it asks. */
export type AskedPart = 'kind' | 'id' | 'question' | 'help' | 'optional' | 'onlyIf' | 'inShort';
/** A field of a prompt, what is not right with it, and whether that stands in the way of sharing. */
export type BlockConcern = readonly [field: string, code: string, blocks: boolean];

/** An answer in the shape in which it is read out; the words around it are each reader's own. */
export type SpokenAnswer =
  | {
      readonly sort: 'nothing' | 'rather-not-say' | 'not-sure' | 'yes' | 'no' | 'read' | 'done' | 'skipped';
    }
  | { readonly sort: 'text'; readonly text: string }
  | {
      readonly sort: 'choices';
      readonly labels: readonly string[];
      readonly lines?: readonly SpokenLine[];
    }
  | { readonly sort: 'ranked'; readonly labels: readonly string[] }
  /** Lines that are read in one go, as one sentence. */
  | { readonly sort: 'sentence'; readonly lines: readonly SpokenLine[] }
  | { readonly sort: 'lines'; readonly lines: readonly SpokenLine[] }
  /** Not answered; what the author had filled in stands as it was. */
  | { readonly sort: 'as-given'; readonly lines: readonly SpokenLine[] }
  | {
      readonly sort: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
    }
  | { readonly sort: 'scale'; readonly value: number; readonly low: string; readonly high: string }
  | { readonly sort: 'day'; readonly on: string };

/** Words somebody wrote at one place of a prompt; the place has a name that every reader has words for. */
export interface SpokenLine {
  readonly part: PartName;
  readonly text: string;
}

export const PART_NAMES = [
  'feelings.own',
  'i-statement.feel',
  'i-statement.when',
  'i-statement.because',
  'i-statement.like',
  'if-then.if',
  'if-then.then',
  'support-menu.from',
  'support-menu.when',
  'contact-card.name',
  'contact-card.phone',
  'contact-card.when',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** What a prompt of several things has room for, from top to bottom: on paper, and in a preview. */
export type Room =
  | { readonly sort: 'text'; readonly text: string }
  | {
      readonly sort: 'marks';
      readonly shape: 'box' | 'number';
      readonly group: string;
      readonly labels: readonly string[];
    }
  /** Boxes with words that every reader has. */
  | { readonly sort: 'answers'; readonly answers: readonly ('read' | 'done' | 'skipped')[] }
  | { readonly sort: 'field'; readonly part: PartName; readonly text: string; readonly isLong: boolean }
  | { readonly sort: 'steps'; readonly steps: readonly TimedStep[]; readonly rounds: number }
  | {
      readonly sort: 'table';
      readonly rowsFor: RowsFor;
      readonly columns: readonly Column[];
    };

/** Everything a kind of prompt has to say about itself; a kind without rules does not compile. */
export interface PromptRules<K extends PromptKind> {
  /** What an empty one holds besides its question. */
  blank(id: string, language: Language): Omit<PromptOf<K>, AskedPart>;
  /** Our own estimate of the half-minutes it takes a tired person on a phone; to be corrected by experience. */
  halfMinutes(prompt: PromptOf<K>): number;
  /** What it lacks besides words for its question. */
  concerns(prompt: PromptOf<K>): readonly BlockConcern[];
  /** Every word a family reads in it besides question and help. */
  words(prompt: PromptOf<K>): readonly string[];
  /** What it offers besides its words, for telling two versions apart. */
  marks(prompt: PromptOf<K>): readonly string[];
  /** Whether a value that is neither cleared nor "rather not say" fits. Half-written answers fit. */
  fault(prompt: PromptOf<K>, value: unknown): AnswerFault | null;
  /** Whether one may go on without an answer although it is not optional. */
  mayStayOpen(prompt: PromptOf<K>): boolean;
  /** What a later prompt may ask about the answer. */
  readonly tests: readonly ConditionTest[];
  /** Where an answer is made of several things: the room for each. */
  room?(prompt: PromptOf<K>): readonly Room[];
  /** Where the author may have filled something in: what stands there when nothing is answered. */
  given?(prompt: PromptOf<K>): readonly SpokenLine[];
  /** Reads out an answer that is neither empty nor "rather not say". */
  says(prompt: PromptOf<K>, value: Exclude<AnswerValue, null>): SpokenAnswer;
}

export function isBlankText(text: string): boolean {
  return text.trim() === '';
}

type WithChoices = Extract<Prompt, { choices: unknown }>;

/** The ids that a value picks out of choices. */
export function pickedIn(value: AnswerValue): readonly string[] {
  if (value === null || typeof value === 'number') return [];
  if (typeof value === 'string') return [value];
  return isPartsOf(value) ? (value.picked ?? []) : value;
}

export function isPartsOf(value: AnswerValue): value is AnswerParts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function offers(prompt: WithChoices, id: string): boolean {
  if (id === NOT_SURE) return 'notSure' in prompt && prompt.notSure;
  return prompt.choices.some((choice) => choice.id === id);
}

export function choiceConcerns(prompt: WithChoices, least: number): BlockConcern[] {
  const found: BlockConcern[] = [];
  if (prompt.choices.length < least) found.push(['choices', 'too-few-choices', true]);
  const ids = new Set<string>();
  prompt.choices.forEach((choice, at) => {
    if (isBlankText(choice.label)) found.push([`choices.${at}.label`, 'choice-empty', true]);
    if (ids.has(choice.id)) found.push([`choices.${at}.id`, 'choice-id-repeated', true]);
    ids.add(choice.id);
  });
  return found;
}

/** A list of ids, each of them offered and none twice. */
export function listFault(prompt: WithChoices, value: unknown): AnswerFault | null {
  if (!Array.isArray(value) || !value.every((entry): entry is string => typeof entry === 'string')) {
    return 'wrong-sort';
  }
  return new Set(value).size === value.length && value.every((entry) => offers(prompt, entry))
    ? null
    : 'not-a-choice';
}

/** The words of what was picked, in the order of the page. A choice that is no longer offered is left out. */
export function saysChoices(prompt: WithChoices, value: AnswerValue): SpokenAnswer {
  if (value === NOT_SURE) return { sort: 'not-sure' };
  const ids = pickedIn(value);
  const labels = prompt.choices.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return labels.length > 0 ? { sort: 'choices', labels } : { sort: 'nothing' };
}

export function twoBlankChoices(id: string): { id: string; label: string }[] {
  return [
    { id: `${id}-1`, label: '' },
    { id: `${id}-2`, label: '' },
  ];
}
