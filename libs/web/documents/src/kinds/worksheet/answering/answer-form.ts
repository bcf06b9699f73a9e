import {
  NOT_SURE,
  RATHER_NOT_SAY,
  type AnswerParts,
  type AnswerValue,
  type ContactCardPrompt,
  type Prompt,
} from '@common-ground/contract';
import {
  CARD_FIELDS,
  checkAnswer,
  isPartsOf,
  pickedIn,
  tidyAnswer,
  type AnswerFault,
} from '@common-ground/rules/content';

/** An answer given instead of an answer. */
export type Instead = typeof NOT_SURE | typeof RATHER_NOT_SAY;

/**
 * What stands in the fields of one question. Everything is kept side by side, so that somebody who ticks
 * "I'd rather not say" and thinks again finds their words where they left them.
 */
export interface AnswerForm {
  readonly text: string;
  /** Ids of choices; `yes` and `no` for a yes/no question. */
  readonly picked: readonly string[];
  readonly scale: number | null;
  readonly day: DayFields;
  /** Ids in the order somebody put them in; null until they did. */
  readonly order: readonly string[] | null;
  /** What was picked and written where an answer is made of several things. */
  readonly parts: AnswerParts;
  readonly instead: Instead | null;
}

/**
 * What a field does to the form. A field knows the form as it was last drawn; two keys may be pressed before it is drawn
 * again, so a change is always made to the form as it is now.
 */
export type FormChange = (form: AnswerForm) => AnswerForm;

export interface DayFields {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const EMPTY: AnswerForm = {
  text: '',
  picked: [],
  scale: null,
  day: { day: '', month: '', year: '' },
  order: null,
  parts: {},
  instead: null,
};

/** Puts a saved answer into the fields of its question. */
export function formOf(prompt: Prompt, value: AnswerValue): AnswerForm {
  if (value === null) return prompt.kind === 'contact-card' ? { ...EMPTY, parts: cardOf(prompt) } : EMPTY;
  if (value === RATHER_NOT_SAY) return { ...EMPTY, instead: RATHER_NOT_SAY };
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      return typeof value === 'string' ? { ...EMPTY, text: value } : EMPTY;
    case 'scale':
      return typeof value === 'number' ? { ...EMPTY, scale: value } : EMPTY;
    case 'date':
      return typeof value === 'string' ? { ...EMPTY, day: dayFieldsOf(value) } : EMPTY;
    case 'single-choice':
    case 'yes-no':
    case 'multiple-choice':
    case 'checklist':
      if (value === NOT_SURE) return { ...EMPTY, instead: NOT_SURE };
      return { ...EMPTY, picked: pickedIn(value) };
    // Read or not, done or skipped: one of two words, as one choice is.
    case 'acknowledgement':
    case 'timed-exercise':
      return { ...EMPTY, picked: pickedIn(value) };
    case 'ranking':
      return { ...EMPTY, order: pickedIn(value) };
    default:
      return isPartsOf(value) ? { ...EMPTY, parts: value } : EMPTY;
  }
}

/** What the author filled in stands there until somebody corrects it. */
function cardOf(prompt: ContactCardPrompt): AnswerParts {
  return { words: Object.fromEntries(CARD_FIELDS.map((field) => [field, prompt[field]])) };
}

/**
 * Reads the fields of a question back. A day that is only half typed is no value yet; `dayIsBegun` tells it from a day
 * that was left empty.
 */
export function valueOf(prompt: Prompt, form: AnswerForm): AnswerValue {
  if (form.instead !== null) return form.instead;
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer':
      return form.text === '' ? null : form.text;
    case 'scale':
      return form.scale;
    case 'date':
      return dayOf(form.day);
    case 'single-choice':
    case 'yes-no':
    case 'acknowledgement':
    case 'timed-exercise':
      return form.picked[0] ?? null;
    case 'multiple-choice':
    case 'checklist': {
      // Kept in the order of the page, so that ticking and unticking gives the same answer again.
      const chosen = prompt.choices.map(({ id }) => id).filter((id) => form.picked.includes(id));
      return chosen.length > 0 ? chosen : null;
    }
    case 'ranking':
      return form.order;
    default:
      return tidyAnswer(form.parts);
  }
}

/** One place of an answer of several things, written anew. Writing takes back what was said instead. */
export function withWords(form: AnswerForm, part: string, text: string): AnswerForm {
  const words = { ...form.parts.words, [part]: text };
  return { ...form, parts: { ...form.parts, words }, instead: null };
}

/** What keeps somebody from going on, as a code with words of its own in the translation files. */
export type FormFault = AnswerFault | 'required';

/** Checks the fields when somebody goes on, and only then. */
export function faultOf(prompt: Prompt, form: AnswerForm): FormFault | null {
  if (prompt.kind === 'date' && form.instead === null && dayIsBegun(form.day) && dayOf(form.day) === null) {
    return 'not-a-day';
  }
  return checkAnswer(prompt, valueOf(prompt, form));
}

/** The day in `YYYY-MM-DD`, or null unless all three fields together name a day that exists. */
export function dayOf({ day, month, year }: DayFields): string | null {
  const numbers = [day, month, year].map((part) => part.trim());
  if (!numbers.every((part) => /^\d+$/u.test(part)) || year.trim().length !== 4) return null;
  const [d = '', m = '', y = ''] = numbers;
  const written = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : null;
}

export function dayIsBegun({ day, month, year }: DayFields): boolean {
  return `${day}${month}${year}`.trim() !== '';
}

function dayFieldsOf(written: string): DayFields {
  const [year = '', month = '', day = ''] = written.split('-');
  return { day: day.replace(/^0/u, ''), month: month.replace(/^0/u, ''), year };
}

/** Ticks or unticks one choice of several. Ticking one takes back "not sure" or "rather not say". */
export function withToggled(form: AnswerForm, id: string, ticked: boolean): AnswerForm {
  const others = form.picked.filter((other) => other !== id);
  return { ...form, picked: ticked ? [...others, id] : others, instead: ticked ? null : form.instead };
}
