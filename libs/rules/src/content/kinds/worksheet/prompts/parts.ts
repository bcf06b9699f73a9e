import {
  cleanText,
  ENTRY_ID,
  LIMITS,
  type AnswerParts,
  type AnswerRow,
  type AnswerValue,
} from '@common-ground/contract';
import { isPartsOf, type AnswerFault } from './prompt-rules';

/** What may stand in an answer of several things. Whatever else is sent does not fit. */
export interface PartsAllowed {
  readonly picks?: (id: string) => boolean;
  readonly words?: readonly string[];
  readonly rows?: (row: AnswerRow) => AnswerFault | null;
}

/** Whether an answer of several things fits, whoever sends it: a stranger's JSON is met here first. */
export function partsFault(value: unknown, allowed: PartsAllowed): AnswerFault | null {
  if (!isRecord(value)) return 'wrong-sort';
  const { picked, words, rows, ...rest } = value;
  if (Object.keys(rest).length > 0) return 'wrong-sort';
  return (
    (picked === undefined ? null : pickedFault(picked, allowed.picks)) ??
    (words === undefined ? null : wordsFault(words, allowed.words ?? [], LIMITS.answer)) ??
    (rows === undefined ? null : rowsFault(rows, allowed.rows))
  );
}

function pickedFault(picked: unknown, picks: PartsAllowed['picks']): AnswerFault | null {
  if (picks === undefined || !Array.isArray(picked)) return 'wrong-sort';
  if (!picked.every((id): id is string => typeof id === 'string')) return 'wrong-sort';
  return new Set(picked).size === picked.length && picked.every(picks) ? null : 'not-a-choice';
}

function wordsFault(words: unknown, names: readonly string[], atMost: number): AnswerFault | null {
  if (!isRecord(words)) return 'wrong-sort';
  for (const [name, text] of Object.entries(words)) {
    if (!names.includes(name) || typeof text !== 'string') return 'wrong-sort';
    if (text.length > atMost) return 'too-long';
  }
  return null;
}

function rowsFault(rows: unknown, fits: PartsAllowed['rows']): AnswerFault | null {
  if (fits === undefined || !Array.isArray(rows)) return 'wrong-sort';
  if (rows.length > LIMITS.rows) return 'too-long';
  const ids = new Set<string>();
  for (const row of rows as unknown[]) {
    if (!isRecord(row) || !isRow(row) || ids.has(row.id)) return 'wrong-sort';
    ids.add(row.id);
    if (row.name.length > LIMITS.line) return 'too-long';
    const fault = fits(row);
    if (fault !== null) return fault;
  }
  return null;
}

function isRow(
  row: Readonly<Record<string, unknown>>,
): row is { id: string; name: string; cells: Record<string, string> } {
  const { id, name, cells, ...rest } = row;
  return (
    typeof id === 'string' &&
    ENTRY_ID.test(id) &&
    typeof name === 'string' &&
    isRecord(cells) &&
    Object.values(cells).every((cell) => typeof cell === 'string') &&
    Object.keys(rest).length === 0
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function wordsIn(value: AnswerValue, part: string): string {
  return (isPartsOf(value) ? value.words?.[part] : undefined) ?? '';
}

/** The same answer without what is empty in it; `null` where nothing is left. */
export function tidyAnswer(value: AnswerValue): AnswerValue {
  if (!isPartsOf(value)) return value;
  const words = Object.entries(value.words ?? {}).filter(([, text]) => text !== '');
  const rows = (value.rows ?? []).filter((row) => row.name !== '' || Object.keys(row.cells).length > 0);
  const tidy: AnswerParts = {
    ...((value.picked ?? []).length > 0 && { picked: value.picked }),
    ...(words.length > 0 && { words: Object.fromEntries(words) }),
    ...(rows.length > 0 && { rows }),
  };
  return Object.keys(tidy).length > 0 ? tidy : null;
}

/** The same answer with every text in it cleaned as both sides clean text. */
export function cleanAnswer(value: AnswerValue): AnswerValue {
  if (typeof value === 'string') return cleanText(value);
  if (!isPartsOf(value)) return value;
  const clean = (words: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(words).map(([name, text]) => [name, cleanText(text)]));
  return {
    ...value,
    ...(value.words && { words: clean(value.words) }),
    ...(value.rows && {
      rows: value.rows.map((row) => ({ ...row, name: cleanText(row.name), cells: clean(row.cells) })),
    }),
  };
}

/** Whether anything is said in it; blanks say nothing. */
export function saysSomething({ picked = [], words = {}, rows = [] }: AnswerParts): boolean {
  const isSaid = (text: string): boolean => text.trim() !== '';
  return (
    picked.length > 0 ||
    Object.values(words).some(isSaid) ||
    rows.some(({ name, cells }) => isSaid(name) || Object.values(cells).some(isSaid))
  );
}

/** Two answers that say the same; a database keeps no order of the names in an object. */
export function isSameAnswer(one: AnswerValue, other: AnswerValue): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, entry]) => [name, inOrder(entry)]);
}
