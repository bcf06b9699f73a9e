import { isDay, NOT_SURE, RATHER_NOT_SAY, type AnswerValue } from '@common-ground/contract';
import { readDayPromptId } from '../../day-prompts';
import { isAnswered } from './answers';
import { isPartsOf, type SpokenAnswer } from './prompts/prompt-rules';
import { LENGTH_CHOICE } from './short-version';
import { NOT_THIS_WEEK } from './told-at-once';

/** What can still be told of an answer whose question cannot be read any more. */
export type SaidAlone =
  | Extract<
      SpokenAnswer,
      {
        sort: 'rather-not-say' | 'not-sure' | 'yes' | 'no' | 'read' | 'done' | 'skipped' | 'nothing';
      }
    >
  | { readonly sort: 'number'; readonly value: number }
  | { readonly sort: 'day'; readonly on: string }
  /** The author's own words, and how many choices they picked whose words went with the question. */
  | { readonly sort: 'words'; readonly words: readonly string[]; readonly picked: number };

const STAND_INS = [RATHER_NOT_SAY, NOT_SURE, 'yes', 'no', 'read', 'done', 'skipped'] as const;
/** As the editor makes the ids of choices. One that reads like a word is shown: rather an id too many than a word lost. */
const MADE_ID = /^b[0-9a-f]{12}(?:-\d+)?$/u;

/**
 * Reads out an answer by itself. Of what was picked only the number is left; whatever was written stands in full.
 */
export function saidAlone(promptId: string, value: AnswerValue): SaidAlone {
  if (!isAnswered(value) || value === null || promptId === LENGTH_CHOICE || promptId === NOT_THIS_WEEK) {
    return { sort: 'nothing' };
  }
  if (typeof value === 'number') return { sort: 'number', value };
  if (typeof value === 'string') return saidInOne(promptId, value);
  if (!isPartsOf(value)) return { sort: 'words', words: [], picked: value.length };
  const rows = (value.rows ?? []).map(({ name, cells }) => [name, ...Object.values(cells)].join(' · '));
  const words = [...Object.values(value.words ?? {}), ...rows].filter((text) => text.trim() !== '');
  return { sort: 'words', words, picked: value.picked?.length ?? 0 };
}

function saidInOne(promptId: string, value: string): SaidAlone {
  const standIn = STAND_INS.find((one) => one === value);
  if (standIn !== undefined) return { sort: standIn };
  // Said as a boolean: whatever is no day is still text.
  const isOnADay: boolean = isDay(value);
  if (isOnADay) return { sort: 'day', on: value };
  const day = readDayPromptId(promptId);
  if (MADE_ID.test(value) || day?.asks === 'outcome') return { sort: 'words', words: [], picked: 1 };
  return { sort: 'words', words: [day === null ? value : `${day.on}: ${value}`], picked: 0 };
}
