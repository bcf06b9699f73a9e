import { ACTION_FIELDS, LANGUAGES, type ActionField, type SessionAction } from '@common-ground/contract';
import { VAGUE_WORDS } from './vague-words';

/**
 * Why something is still asked about one part of an action: nothing stands there, nobody could see it happen, or it
 * only says what will not happen any more.
 */
export type OpenBecause = 'missing' | 'vague' | 'instead';

export interface OpenQuestion {
  readonly field: ActionField;
  readonly because: OpenBecause;
}

export type ActionWords = Readonly<Record<ActionField, string>>;

/** Nobody says more than this in one line; what is longer is looked at up to here only. */
const MOST_WORDS = 100;

/**
 * What is still open about an action, in the order in which it is asked. A family may speak either language, or both in
 * one breath, so each is looked for. Lists of words, read once: the same action always gets the same questions.
 */
export function openQuestions(action: ActionWords): readonly OpenQuestion[] {
  return ACTION_FIELDS.flatMap((field) => {
    const because = openBecause(field, action[field]);
    return because === null ? [] : [{ field, because }];
  });
}

/** Whether an action can be agreed on as it stands. */
export function isSettled(action: ActionWords): boolean {
  return openQuestions(action).length === 0;
}

/** The actions that say they are agreed on and leave something open, besides those that said exactly so before. */
export function agreedTooEarly(
  actions: readonly SessionAction[],
  before: readonly SessionAction[],
): readonly SessionAction[] {
  const wasThere = (action: SessionAction): boolean =>
    before.some(
      (one) =>
        one.id === action.id && one.agreed && ACTION_FIELDS.every((field) => one[field] === action[field]),
    );
  return actions.filter((action) => action.agreed && !isSettled(action) && !wasThere(action));
}

function openBecause(field: ActionField, text: string): OpenBecause | null {
  const words = wordsOf(text);
  if (words.length === 0) return 'missing';
  const lists = LANGUAGES.map((language) => VAGUE_WORDS[language]);
  const isVague = lists.some((list) => {
    const { vague, clear } = list[field];
    return saysOneOf(words, vague) && !saysOneOf(words, clear);
  });
  if (isVague) return 'vague';
  if (field !== 'what') return null;
  return lists.some(({ instead }) => beginsWithout(words, instead)) ? 'instead' : null;
}

/** "I will not shout", "no gritar": what will not be done stands within the first few words, and nothing else after. */
function beginsWithout(words: readonly string[], without: readonly string[]): boolean {
  const says = saysOneOf(words.slice(0, 4), without);
  return says && !saysOneOf(words.slice(1), INSTEAD);
}

/** After one of these it is told what will be done instead. */
const INSTEAD = ['instead', 'but', 'and', 'rather', 'sino', 'pero', 'en vez', 'en lugar', 'y'];

function saysOneOf(words: readonly string[], phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    const wanted = phrase.split(' ');
    return words.some((_word, at) => wanted.every((one, step) => isWord(words[at + step], one)));
  });
}

function isWord(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  if (wanted === '#') return /^\d/u.test(word);
  return wanted.endsWith('-') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

/** Letters and numbers in small letters, with one kind of apostrophe; "we'll" and the like written out. */
function wordsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.slice(0, MOST_WORDS).flatMap((word) => {
    const full = word.endsWith("'ll") ? [word.slice(0, -3), 'will'] : [word.replace(/^'|'$/gu, '')];
    return full.filter((one) => one !== '');
  });
}
