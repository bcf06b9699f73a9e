import { isDay, type AnswerValue, type Language } from '@common-ground/contract';
import { isRightToLeft, line, paragraphs } from './printed-text';
import type { PrintedWords } from './printed-words';

export interface Text {
  readonly paragraphs: readonly (readonly string[])[];
  readonly rightToLeft: boolean;
}

export type Space =
  | { readonly sort: 'lines'; readonly count: number }
  | { readonly sort: 'text'; readonly text: Text }
  | { readonly sort: 'said'; readonly text: string }
  | { readonly sort: 'marks'; readonly shape: 'circle' | 'box' | 'number'; readonly marks: readonly Mark[] }
  | {
      readonly sort: 'scale';
      readonly low: string;
      readonly high: string;
      readonly chosen: number | null;
      readonly said: string;
    }
  | { readonly sort: 'day'; readonly parts: readonly string[] }
  /** Words under a name, or a line to write them on where there are none. */
  | { readonly sort: 'field'; readonly label: string; readonly text: Text | null }
  | { readonly sort: 'caption'; readonly text: string }
  | {
      readonly sort: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly sort: 'several'; readonly spaces: readonly Space[] };

export interface Mark {
  readonly label: string;
  readonly marked: boolean;
  /** What the mark means, in a word, for those who cannot see its shape. */
  readonly said: string;
}

export type Piece =
  | { readonly sort: 'section'; readonly title: string }
  | { readonly sort: 'guidance'; readonly text: Text }
  | {
      readonly sort: 'prompt';
      /** Finds the same prompt on the screen; empty where there is nothing to find. */
      readonly code: string;
      readonly question: string;
      readonly optional: string;
      readonly help: string;
      readonly how: string;
      readonly space: Space;
      /** Small enough to stand on one page undivided. */
      readonly whole: boolean;
    }
  | { readonly sort: 'part'; readonly title: string; readonly entries: readonly Entry[] };

/** One of the things listed in a part: a step, a turn. The label is set before the first line. */
export interface Entry {
  readonly code: string;
  readonly label: string;
  readonly lines: readonly { readonly label: string; readonly text: Text }[];
}

/** The answers written into a document, by prompt; undefined on a blank one. */
export type Answers = ReadonlyMap<string, AnswerValue> | undefined;

/** What stands around a document while it is turned into pieces. */
export interface Setting {
  readonly words: PrintedWords;
  readonly language: Language;
  readonly answers: Answers;
  /** A collection of what was answered: it takes no minutes. */
  readonly isRecord: boolean;
  /** The code of each part, by its id. */
  readonly codes: ReadonlyMap<string, string>;
  /** How much fits on a page, as a share of what fits on a full one in standard type. */
  readonly room: number;
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** How one kind of document stands on paper. */
export interface KindOnPaper<C> {
  readonly fileName: string;
  facts(content: C, setting: Setting): readonly Fact[];
  pieces(content: C, setting: Setting): readonly Piece[];
  /** The same, short enough for a card; left out by kinds that make none. */
  card?(content: C, setting: Setting): readonly Piece[];
  /** Comes as a booklet, too: people hold it while they use it. */
  readonly booklet?: true;
}

export function textOf(text: string): Text {
  return { paragraphs: paragraphs(text), rightToLeft: isRightToLeft(text) };
}

export function longDay(day: string, language: Language): string {
  if (!isDay(day)) return line(day);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A part with one stretch of words; null when nothing is written there, so that no empty heading is printed. */
export function plainPart(title: string, text: string): Piece | null {
  if (text.trim() === '') return null;
  return {
    sort: 'part',
    title,
    entries: [{ code: '', label: '', lines: [{ label: '', text: textOf(text) }] }],
  };
}

/** A part that lists things; null when there are none. */
export function listPart(title: string, entries: readonly Entry[]): Piece | null {
  return entries.length === 0 ? null : { sort: 'part', title, entries };
}

/** The lines of an entry that say something, each with what it is. */
export function entryOf(
  label: string,
  lines: readonly (readonly [label: string, words: string])[],
  code = '',
): Entry {
  return {
    code,
    label: line(label),
    lines: lines
      .filter(([, words]) => words.trim() !== '')
      .map(([name, words]) => ({ label: name, text: textOf(words) })),
  };
}

export function whole(pieces: readonly (Piece | null)[]): Piece[] {
  return pieces.filter((piece) => piece !== null);
}
