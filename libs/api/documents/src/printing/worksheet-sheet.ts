import {
  isDay,
  isPrompt,
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerValue,
  type Block,
  type Choice,
  type Language,
  type Prompt,
  type SafetyCard,
  type WorksheetContent,
} from '@common-ground/contract';
import { estimateMinutes, isAnswered } from '@common-ground/rules/content';
import { isRightToLeft, line, paragraphs } from './printed-text';
import { PRINTED_WORDS, type PrintedWords } from './printed-words';

export interface WorksheetToPrint {
  readonly title: string;
  readonly content: WorksheetContent;
  /** Whose paper it is, for the footer: a person's or a family's; who answered, when left out. */
  readonly preparedFor?: string | undefined;
  /** `null` while the worksheet is a draft. */
  readonly versionNumber: number | null;
  /** The day of printing, `YYYY-MM-DD`. */
  readonly printedOn: string;
  /** The language of the printed words around the content; the content's own when left out. */
  readonly language?: Language | undefined;
  /** Given: an answered sheet, questions without an entry say so. Left out: a blank one with lines to write on. */
  readonly answers?: readonly { readonly promptId: string; readonly value: AnswerValue }[] | undefined;
  /** Who gave the answers. */
  readonly answersOf?: string | undefined;
  /** A collection of what was answered, which nobody is asked to do again: it takes no minutes. */
  readonly isRecord?: boolean | undefined;
  readonly safety: SafetyCard;
  readonly paper?: Paper | undefined;
}

export type Paper = 'a4' | 'us-letter';

interface Text {
  readonly paragraphs: readonly (readonly string[])[];
  readonly rightToLeft: boolean;
}

type Space =
  | { readonly sort: 'lines'; readonly count: number }
  | { readonly sort: 'text'; readonly text: Text }
  | { readonly sort: 'said'; readonly text: string }
  | { readonly sort: 'marks'; readonly shape: 'circle' | 'box'; readonly marks: readonly Mark[] }
  | {
      readonly sort: 'scale';
      readonly low: string;
      readonly high: string;
      readonly chosen: number | null;
      readonly said: string;
    }
  | { readonly sort: 'day'; readonly parts: readonly string[] };

interface Mark {
  readonly label: string;
  readonly marked: boolean;
  /** What the mark means, in a word, for those who cannot see its shape. */
  readonly said: string;
}

type Piece =
  | { readonly sort: 'section'; readonly title: string }
  | { readonly sort: 'guidance'; readonly text: Text }
  | {
      readonly sort: 'prompt';
      readonly question: string;
      readonly optional: string;
      readonly help: string;
      readonly how: string;
      readonly space: Space;
      /** Small enough to stand on one page undivided. */
      readonly whole: boolean;
    };

/** Everything the typesetter needs, as plain values: it decides nothing and knows no language. */
export interface Sheet {
  readonly language: Language;
  readonly paper: Paper;
  readonly printedOn: readonly number[];
  readonly title: string;
  readonly running: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly whose: string;
  readonly blanks: readonly string[];
  readonly leaveOut: string;
  readonly safety: {
    readonly title: string;
    readonly note: string;
    readonly lines: readonly { readonly label: string; readonly text: string }[];
  };
  readonly footer: string;
  readonly page: string;
  readonly gaps: string;
  readonly pieces: readonly Piece[];
}

export function worksheetSheet(print: WorksheetToPrint): Sheet {
  const { content, safety, versionNumber } = print;
  const language = print.language ?? content.language;
  const words = PRINTED_WORDS[language];
  const answers = print.answers && new Map(print.answers.map(({ promptId, value }) => [promptId, value]));
  const whose = print.preparedFor ?? print.answersOf ?? '';
  const pieces = piecesOf(content.blocks, answers, words, language);

  return {
    language,
    paper: print.paper ?? 'a4',
    printedOn: print.printedOn.split('-').map(Number),
    title: line(print.title) || words.untitled,
    running: line(print.title, 80) || words.untitled,
    facts: [
      { label: words.why, text: line(content.whyItHelps) },
      { label: words.whenAndWhere, text: line(content.whenAndWhere) },
      { label: '', text: print.isRecord === true ? '' : words.minutes(estimateMinutes(content)) },
    ].filter(({ text }) => text !== ''),
    whose: answers && print.answersOf ? words.answersOf(line(print.answersOf)) : '',
    blanks: answers ? [] : [words.nameLine, words.dateLine],
    leaveOut: answers ? '' : words.leaveOut,
    safety: {
      title: words.safetyTitle,
      note: `${words.safetyNote} ${words.checkedOn(longDay(safety.checkedOn, language))}`,
      lines: [
        { label: words.practice, text: line(`${safety.practicePhone} · ${safety.practiceHours}`) },
        { label: words.emergency, text: line(safety.emergencyNumber) },
        { label: words.crisis, text: line(safety.crisisLine) },
      ],
    },
    footer: [
      whose === '' ? '' : words.preparedFor(line(whose, 60)),
      versionNumber === null ? words.draft : words.version(versionNumber),
      longDay(print.printedOn, language),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    page: words.page,
    gaps: words.gaps,
    pieces,
  };
}

type Answers = ReadonlyMap<string, AnswerValue> | undefined;

function piecesOf(
  blocks: readonly Block[],
  answers: Answers,
  words: PrintedWords,
  language: Language,
): Piece[] {
  let number = 0;
  return blocks.map((block): Piece => {
    if (block.kind === 'section') return { sort: 'section', title: line(block.title) };
    if (!isPrompt(block)) return { sort: 'guidance', text: textOf(block.text) };
    number += 1;
    const space = answers
      ? answeredSpace(block, answers.get(block.id) ?? null, words, language)
      : blankSpace(block, words);
    return {
      sort: 'prompt',
      question: `${number}. ${line(block.question)}`,
      optional: block.optional ? words.optional : '',
      help: line(block.help),
      how: answers ? '' : howTo(block, words),
      space,
      whole: fitsOnOnePage(block, space),
    };
  });
}

function blankSpace(prompt: Prompt, words: PrintedWords): Space {
  switch (prompt.kind) {
    case 'short-answer':
      return { sort: 'lines', count: 2 };
    case 'long-answer':
      return { sort: 'lines', count: 7 };
    case 'date':
      return { sort: 'day', parts: [words.day, words.month, words.year] };
    case 'scale':
      return {
        sort: 'scale',
        low: line(prompt.lowLabel),
        high: line(prompt.highLabel),
        chosen: null,
        said: '',
      };
    default:
      return marks(prompt, [], words);
  }
}

function answeredSpace(prompt: Prompt, value: AnswerValue, words: PrintedWords, language: Language): Space {
  if (value === RATHER_NOT_SAY) return { sort: 'said', text: words.ratherNotSay };
  // A checklist with nothing ticked says something; an open question with nothing written does not.
  if (prompt.kind !== 'checklist' && !isAnswered(value)) return { sort: 'said', text: words.noAnswer };
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      return { sort: 'text', text: textOf(String(value)) };
    case 'date':
      return { sort: 'text', text: textOf(longDay(String(value), language)) };
    case 'scale':
      if (typeof value !== 'number') return { sort: 'said', text: line(String(value)) };
      return {
        sort: 'scale',
        low: line(prompt.lowLabel),
        high: line(prompt.highLabel),
        chosen: value,
        said: words.outOfTen(value),
      };
    default:
      return marks(prompt, chosenIn(value), words);
  }
}

function chosenIn(value: AnswerValue): readonly string[] {
  if (value === null) return [];
  return typeof value === 'object' ? value : [String(value)];
}

type MarkPrompt = Exclude<Prompt, { kind: 'short-answer' | 'long-answer' | 'scale' | 'date' }>;

function marks(prompt: MarkPrompt, chosen: readonly string[], words: PrintedWords): Space {
  const offered: Choice[] =
    prompt.kind === 'yes-no'
      ? [
          { id: 'yes', label: words.yes },
          { id: 'no', label: words.no },
        ]
      : [...prompt.choices];
  if (prompt.kind !== 'checklist' && (prompt.notSure || chosen.includes(NOT_SURE))) {
    offered.push({ id: NOT_SURE, label: words.notSure });
  }
  const said = prompt.kind === 'checklist' ? words.done : words.chosen;
  return {
    sort: 'marks',
    shape: prompt.kind === 'single-choice' || prompt.kind === 'yes-no' ? 'circle' : 'box',
    marks: offered.map(({ id, label }) => {
      const marked = chosen.includes(id);
      return { label: line(label), marked, said: marked ? said : '' };
    }),
  };
}

function howTo(prompt: Prompt, words: PrintedWords): string {
  switch (prompt.kind) {
    case 'single-choice':
    case 'yes-no':
      return words.tickOne;
    case 'multiple-choice':
      return words.tickAny;
    case 'scale':
      return words.circleOne;
    default:
      return '';
  }
}

/**
 * A block that is never divided but taller than the page would be cut off at its foot, so only those that surely fit
 * are kept whole. A page holds some five thousand characters or fifty lines; half of that leaves room for large type.
 */
function fitsOnOnePage(prompt: Prompt, space: Space): boolean {
  let characters = prompt.question.length + prompt.help.length;
  let lines = 6;
  if (space.sort === 'text') {
    for (const one of space.text.paragraphs.flat()) {
      characters += one.length;
      lines += 1;
    }
  }
  if (space.sort === 'marks') {
    for (const { label } of space.marks) {
      characters += label.length;
      lines += 1;
    }
  }
  return characters < 1_500 && lines < 22;
}

function textOf(text: string): Text {
  return { paragraphs: paragraphs(text), rightToLeft: isRightToLeft(text) };
}

function longDay(day: string, language: Language): string {
  if (!isDay(day)) return line(day);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
