import type { Language, Prompt, SupportPlanContent, SupportStep } from '@common-ground/contract';
import { type AnswerOfDay, dayPromptId, daysIn, readDayPromptId } from '../../day-prompts';

/** How one step went on one day. *Not today* needs no reason. */
export const TICKS = ['done', 'partly', 'not-today'] as const;
export type Tick = (typeof TICKS)[number];

/** Asked beside the steps: a small win, in one's own words. */
const WIN = 'win';
/** Sets the steps' own ids apart from what else is asked about a day. */
const STEP = 'step-';

/** One day of the plan as somebody ticked it off. */
export interface TickedDay {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** By the id of the step. */
  readonly ticks: ReadonlyMap<string, Tick>;
  readonly win: string;
}

/** In the language the plan is written in, like the plan itself: with its answers it stands on paper. */
const WORDS: Readonly<Record<Language, Readonly<Record<Tick | 'win', string>>>> = {
  en: { done: 'Done', partly: 'A part of it', 'not-today': 'Not today', win: 'A small win today' },
  es: { done: 'Hecho', partly: 'Una parte', 'not-today': 'Hoy no', win: 'Un pequeño logro de hoy' },
};

/** What can be ticked on one day, step by step, and the small win at the end. */
export function tickPrompts(content: SupportPlanContent, on: string): Prompt[] {
  return [...content.steps.map(({ id }) => `${STEP}${id}`), WIN].flatMap(
    (asks) => promptFor(content, on, asks) ?? [],
  );
}

export function tickPrompt(content: SupportPlanContent, id: string): Prompt | undefined {
  const day = readDayPromptId(id);
  return day === null ? undefined : promptFor(content, day.on, day.asks);
}

/** The step of the plan that a prompt of a day asks about, if it asks about one. */
export function stepAsked(content: SupportPlanContent, promptId: string): SupportStep | undefined {
  const asks = readDayPromptId(promptId)?.asks;
  return content.steps.find(({ id }) => `${STEP}${id}` === asks);
}

function promptFor(content: SupportPlanContent, on: string, asks: string): Prompt | undefined {
  const words = WORDS[content.language];
  const asked = { id: dayPromptId(on, asks), help: '', optional: true };
  if (asks === WIN) return { ...asked, kind: 'short-answer', question: words.win };
  const step = stepAsked(content, asked.id);
  if (step === undefined) return undefined;
  const choices = TICKS.map((tick) => ({ id: tick, label: words[tick] }));
  return { ...asked, kind: 'single-choice', question: step.what, choices, notSure: false };
}

/** The plan as it was ticked off, latest day first. */
export function tickedDays(
  content: SupportPlanContent,
  answers: readonly AnswerOfDay[],
): readonly TickedDay[] {
  const values = new Map(answers.map(({ promptId, value }) => [promptId, value]));
  return daysIn(answers)
    .map((on) => {
      const ticks = content.steps.flatMap(({ id }): [string, Tick][] => {
        const value = values.get(dayPromptId(on, `${STEP}${id}`));
        const tick = TICKS.find((one) => one === value);
        return tick === undefined ? [] : [[id, tick]];
      });
      const win = values.get(dayPromptId(on, WIN));
      return { on, ticks: new Map(ticks), win: typeof win === 'string' ? win : '' };
    })
    .filter(({ ticks, win }) => ticks.size > 0 || win.trim() !== '');
}
