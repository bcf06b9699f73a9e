import type { BoundaryPlanContent, Language, Prompt } from '@common-ground/contract';
import { type AnswerOfDay, dayPromptId, daysIn, readDayPromptId } from '../../day-prompts';

/** How a day went with the plan. *Bent* means partly kept; none of the three is a grade. */
export const OUTCOMES = ['kept', 'bent', 'crossed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is asked about each day. */
export const FOLLOW_THROUGH = ['outcome', 'did', 'learned'] as const;
export type FollowThroughQuestion = (typeof FOLLOW_THROUGH)[number];

/** One day of the follow-through log. */
export interface FollowThroughDay {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly outcome: Outcome | null;
  readonly did: string;
  readonly learned: string;
}

/** In the language the plan is written in, like the plan itself: with its answers it stands on paper. */
const WORDS: Readonly<Record<Language, Readonly<Record<FollowThroughQuestion | Outcome, string>>>> = {
  en: {
    outcome: 'How did it go with the limit?',
    did: 'What I did',
    learned: 'What I learned',
    kept: 'I kept it',
    bent: 'It bent a little',
    crossed: 'It was crossed',
  },
  es: {
    outcome: '¿Cómo fue con el límite?',
    did: 'Lo que hice',
    learned: 'Lo que aprendí',
    kept: 'Lo mantuve',
    bent: 'Cedió un poco',
    crossed: 'Se cruzó',
  },
};

/** The three questions about one day, in the order in which they are asked. */
export function followThroughPrompts(content: BoundaryPlanContent, on: string): Prompt[] {
  return FOLLOW_THROUGH.map((asks) => promptFor(content.language, on, asks));
}

export function followThroughPrompt(content: BoundaryPlanContent, id: string): Prompt | undefined {
  const day = readDayPromptId(id);
  const asks = FOLLOW_THROUGH.find((one) => one === day?.asks);
  return day === null || asks === undefined ? undefined : promptFor(content.language, day.on, asks);
}

function promptFor(language: Language, on: string, asks: FollowThroughQuestion): Prompt {
  const words = WORDS[language];
  const asked = { id: dayPromptId(on, asks), question: words[asks], help: '', optional: true };
  if (asks !== 'outcome') return { ...asked, kind: 'long-answer' };
  const choices = OUTCOMES.map((outcome) => ({ id: outcome, label: words[outcome] }));
  return { ...asked, kind: 'single-choice', choices, notSure: false };
}

/** The log as its answers tell it, latest day first. A day whose words were all taken out again is none. */
export function followThrough(answers: readonly AnswerOfDay[]): readonly FollowThroughDay[] {
  const values = new Map(answers.map(({ promptId, value }) => [promptId, value]));
  const text = (on: string, asks: FollowThroughQuestion): string => {
    const value = values.get(dayPromptId(on, asks));
    return typeof value === 'string' ? value : '';
  };
  return daysIn(answers)
    .map((on) => ({
      on,
      outcome: OUTCOMES.find((one) => one === text(on, 'outcome')) ?? null,
      did: text(on, 'did'),
      learned: text(on, 'learned'),
    }))
    .filter(({ outcome, did, learned }) => outcome !== null || `${did}${learned}`.trim() !== '');
}

/**
 * How soon somebody came back to the plan: for each time it bent or was crossed, the days from the first such day to
 * the next one on which it was kept, latest first. A time that is not over yet is left out: nobody is counted late.
 */
export function daysToComeBack(log: readonly FollowThroughDay[]): readonly number[] {
  const returns: number[] = [];
  let slipped: string | null = null;
  for (const { on, outcome } of [...log].sort((a, b) => a.on.localeCompare(b.on))) {
    if (outcome === null) continue;
    if (outcome !== 'kept') slipped ??= on;
    else if (slipped !== null) {
      returns.push(daysBetween(slipped, on));
      slipped = null;
    }
  }
  return returns.reverse();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
