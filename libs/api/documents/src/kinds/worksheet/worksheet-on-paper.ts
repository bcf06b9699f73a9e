import {
  isPrompt,
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerValue,
  type Block,
  type Choice,
  type Condition,
  type Language,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import {
  choicesToAskFor,
  choseShort,
  estimateMinutes,
  hasShortVersion,
  isAnswered,
  pickedIn,
  promptsNotAsked,
  roomFor,
  spokenAnswer,
  TEST_WANTS,
} from '@common-ground/rules/content';
import {
  longDay,
  textOf,
  type Answers,
  type Fact,
  type KindOnPaper,
  type Piece,
  type Setting,
  type Space,
} from '../../printing/pieces';
import { line } from '../../printing/printed-text';
import type { PrintedWords } from '../../printing/printed-words';
import { roomOnPaper, saidOnPaper } from './several-on-paper';

/** A worksheet on paper: with lines to write on, or with what was answered. */
export const WORKSHEET_ON_PAPER: KindOnPaper<WorksheetContent> = {
  fileName: 'worksheet.pdf',
  facts: (content, { words, isRecord, answers }): Fact[] => [
    { label: words.why, text: line(content.whyItHelps) },
    { label: words.whenAndWhere, text: line(content.whenAndWhere) },
    { label: '', text: isRecord ? '' : words.minutes(estimateMinutes(content)) },
    { label: '', text: lengthOnPaper(content.blocks, answers, words) },
  ],
  pieces: ({ blocks }, setting) => piecesOf(blocks, setting),
};

/** On a blank sheet, what the mark beside a question means; on an answered one, that the short version was done. */
function lengthOnPaper(blocks: readonly Block[], answers: Answers, words: PrintedWords): string {
  if (answers) return choseShort(blocks, answers) ? words.shortVersion : '';
  return hasShortVersion(blocks) ? words.shortIsEnough : '';
}

function piecesOf(blocks: readonly Block[], { answers, words, language, codes, room }: Setting): Piece[] {
  // An answered sheet leaves out what was not asked; a blank one says of each question when it is.
  const notAsked = new Set(answers && promptsNotAsked(blocks, answers));
  let number = 0;
  return blocks.flatMap((block): Piece | [] => {
    if (block.kind === 'section') return { sort: 'section', title: line(block.title) };
    if (!isPrompt(block)) return { sort: 'guidance', text: textOf(block.text) };
    number += 1;
    if (notAsked.has(block.id) && answers?.has(block.id) !== true) return [];
    const space = answers
      ? answeredSpace(block, answers.get(block.id) ?? null, words, language)
      : blankSpace(block, words);
    return {
      sort: 'prompt',
      code: codes.get(block.id) ?? '',
      question: `${number}. ${line(block.question)}`,
      optional: block.optional ? words.optional : '',
      help: line(block.help),
      how: answers
        ? ''
        : [
            block.inShort && hasShortVersion(blocks) ? words.inShort : '',
            conditionOnPaper(block, blocks, words, language),
            howTo(block, words),
          ]
            .filter((part) => part !== '')
            .join(' '),
      space,
      whole: fitsOnOnePage(block, space, room),
    };
  });
}

/** "Only if…", with the number that the question it asks about has on this paper. */
function conditionOnPaper(
  { onlyIf }: Prompt,
  blocks: readonly Block[],
  words: PrintedWords,
  language: Language,
): string {
  const prompts = blocks.filter(isPrompt);
  const at = prompts.findIndex(({ id }) => id === onlyIf?.promptId);
  const about = prompts[at];
  if (onlyIf === undefined || about === undefined) return '';
  return words.onlyIf[onlyIf.test](
    `${at + 1}. ${line(about.question)}`,
    valueOnPaper(onlyIf, about, words, language),
  );
}

function valueOnPaper(
  { test, value }: Condition,
  about: Prompt,
  words: PrintedWords,
  language: Language,
): string {
  if (value === null) return '…';
  if (TEST_WANTS[test] === 'day') return longDay(String(value), language);
  const choice = choicesToAskFor(about).find(({ id }) => id === value);
  if (choice === undefined) return String(value);
  return choice.label === null ? fixedChoice(choice.id, words) : line(choice.label);
}

function fixedChoice(id: string, words: PrintedWords): string {
  if (id === NOT_SURE) return words.notSure;
  return id === 'yes' ? words.yes : words.no;
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
    case 'single-choice':
    case 'multiple-choice':
    case 'checklist':
    case 'yes-no':
      return marks(prompt, [], words);
    default:
      return roomOnPaper(roomFor(prompt) ?? [], words);
  }
}

function answeredSpace(prompt: Prompt, value: AnswerValue, words: PrintedWords, language: Language): Space {
  if (value === RATHER_NOT_SAY) {
    // What is there to be read asks for nothing to be said.
    const text = prompt.kind === 'acknowledgement' ? words.ratherNotRead : words.ratherNotSay;
    return { sort: 'said', text };
  }
  // A checklist with nothing ticked says something; an open question with nothing written does not.
  if (prompt.kind !== 'checklist' && !isAnswered(value))
    return saidOnPaper(spokenAnswer(prompt, value), words);
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      return { sort: 'text', text: textOf(textIn(value)) };
    case 'date':
      return { sort: 'text', text: textOf(longDay(textIn(value), language)) };
    case 'scale':
      if (typeof value !== 'number') return { sort: 'said', text: line(textIn(value)) };
      return {
        sort: 'scale',
        low: line(prompt.lowLabel),
        high: line(prompt.highLabel),
        chosen: value,
        said: words.outOfTen(value),
      };
    case 'single-choice':
    case 'multiple-choice':
    case 'checklist':
    case 'yes-no':
      return marks(prompt, pickedIn(value), words);
    default:
      return saidOnPaper(spokenAnswer(prompt, value), words);
  }
}

function textIn(value: AnswerValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

type MarkPrompt = Extract<Prompt, { kind: 'single-choice' | 'multiple-choice' | 'checklist' | 'yes-no' }>;

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
    case 'feelings':
    case 'support-menu':
      return words.tickAny;
    case 'ranking':
      return words.numberThem;
    case 'scale':
      return words.circleOne;
    default:
      return '';
  }
}

/**
 * A block that is never divided but taller than the page would be cut off at its foot, so only those that surely fit
 * are kept whole. A page in standard type holds some five thousand characters or fifty lines.
 */
function fitsOnOnePage(prompt: Prompt, space: Space, room: number): boolean {
  let characters = prompt.question.length + prompt.help.length;
  let lines = 6;
  for (const words of wordsOf(space)) {
    characters += words.length;
    lines += 1;
  }
  return characters < 2_400 * room && lines < 25 * room;
}

function wordsOf(space: Space): readonly string[] {
  switch (space.sort) {
    case 'text':
      return space.text.paragraphs.flat();
    case 'marks':
      return space.marks.map(({ label }) => label);
    case 'field':
      return [space.label, ...(space.text?.paragraphs.flat() ?? [])];
    case 'caption':
      return [space.text];
    case 'table':
      // Each row takes the room of two lines at least.
      return [...space.columns, ...space.rows.flatMap((row) => [...row, ''])];
    case 'several':
      return space.spaces.flatMap(wordsOf);
    default:
      return [];
  }
}
