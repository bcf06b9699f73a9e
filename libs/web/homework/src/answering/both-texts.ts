import {
  NOT_SURE,
  RATHER_NOT_SAY,
  VISIBILITIES,
  type AnswerDraft,
  type AnswerRow,
  type AnswerValue,
  type Prompt,
  type Visibility,
} from '@common-ground/contract';
import {
  checkAnswerShape,
  isAnswered,
  isPartsOf,
  isSameAnswer,
  pickedIn,
  tidyAnswer,
} from '@common-ground/rules/content';
import { newKey } from '@common-ground/web/platform';

/** Two answers to one question in one: null where they cannot stand together, such as two different numbers. */
export function bothOf(prompt: Prompt, first: AnswerValue, second: AnswerValue): AnswerValue {
  if (
    ![first, second].every((value) => isAnswered(value) && value !== RATHER_NOT_SAY && value !== NOT_SURE)
  ) {
    return null;
  }
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer': {
      if (typeof first !== 'string' || typeof second !== 'string') return null;
      const both = `${first}\n\n${second}`;
      // Too long for one answer is no reason to lose either: then only one of them can be chosen.
      return checkAnswerShape(prompt, both) === null ? both : null;
    }
    case 'multiple-choice':
    case 'checklist': {
      const picked = [...pickedIn(first), ...pickedIn(second)];
      return prompt.choices.map(({ id }) => id).filter((id) => picked.includes(id));
    }
    // An order, a number, a day and one choice can only be one: there somebody says which.
    case 'ranking':
    case 'scale':
    case 'date':
    case 'single-choice':
    case 'yes-no':
    case 'acknowledgement':
    case 'timed-exercise':
      return null;
    default: {
      const both = bothParts(prompt, first, second);
      return both !== null && checkAnswerShape(prompt, both) === null ? both : null;
    }
  }
}

/** Of answers made of several things: what either picked, the words of both at each place, and the rows of both. */
function bothParts(prompt: Prompt, first: AnswerValue, second: AnswerValue): AnswerValue {
  if (!isPartsOf(first) || !isPartsOf(second)) return null;
  const places = new Set([...Object.keys(first.words ?? {}), ...Object.keys(second.words ?? {})]);
  const words = [...places].map((place) => [place, bothWords(first.words?.[place], second.words?.[place])]);
  const picked = [...(first.picked ?? []), ...(second.picked ?? [])];
  const offered = 'choices' in prompt ? prompt.choices.map(({ id }) => id) : [];
  return tidyAnswer({
    picked: offered.filter((id) => picked.includes(id)),
    words: Object.fromEntries(words) as Record<string, string>,
    rows: bothRows(first.rows ?? [], second.rows ?? []),
  });
}

function bothWords(first = '', second = ''): string {
  const said = [first, second].filter((text) => text.trim() !== '');
  return [...new Set(said)].join(' / ');
}

/** A row that both hold alike stands once; one that was written twice stands twice, the second under a new id. */
function bothRows(first: readonly AnswerRow[], second: readonly AnswerRow[]): readonly AnswerRow[] {
  const others = second.flatMap((row) => {
    const same = first.find(({ id }) => id === row.id);
    if (same === undefined) return [row];
    return isSameRow(same, row) ? [] : [{ ...row, id: newKey().slice(0, 12) }];
  });
  return [...first, ...others];
}

function isSameRow(one: AnswerRow, other: AnswerRow): boolean {
  return isSameAnswer({ rows: [one] }, { rows: [other] });
}

/** The answer the server holds, out of a refusal that carries it. */
export function savedIn(theirs: Readonly<Record<string, unknown>> | null, mine: AnswerDraft): AnswerDraft {
  const value = (theirs?.['value'] ?? null) as AnswerValue;
  const visibility = VISIBILITIES.find((one): one is Visibility => one === theirs?.['visibility']);
  return { value, visibility: visibility ?? mine.visibility };
}
