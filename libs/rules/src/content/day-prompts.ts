import { isDay, type AnswerValue } from '@common-ground/contract';

/** What is asked anew every day of a plan: the day, and which of the plan's daily questions it is. */
export interface DayPrompt {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly asks: string;
}

/** An answer with the prompt it belongs to, as far as the days of a plan need it. */
export interface AnswerOfDay {
  readonly promptId: string;
  readonly value: AnswerValue;
}

/** The id under which the answer of one day is kept, for instance `day-2026-11-28-outcome`. */
export function dayPromptId(on: string, asks: string): string {
  return `day-${on}-${asks}`;
}

/** @returns null where the id is not that of a day that exists */
export function readDayPromptId(id: string): DayPrompt | null {
  const found = /^day-(\d{4}-\d{2}-\d{2})-(.+)$/u.exec(id);
  const [, on = '', asks = ''] = found ?? [];
  return isDay(on) ? { on, asks } : null;
}

/** The days anything was said about, latest first. */
export function daysIn(answers: readonly AnswerOfDay[]): readonly string[] {
  const days = answers.flatMap(({ promptId }) => readDayPromptId(promptId)?.on ?? []);
  return [...new Set(days)].sort().reverse();
}
