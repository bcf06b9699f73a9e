import type { CountedAirtime, RunMoves, SessionRun } from '@common-ground/contract';
import { movesOf, type RunState } from './moves';

export { beginsToSpeak } from './counting';

/** From now on it is counted how long each speaks, beginning with whoever is asked at the moment. */
export function beginAirtime(run: RunState): RunMoves {
  const speaking = run.breathing ? null : (run.round?.at ?? null);
  return movesOf({ ...run, airtime: { speaking, onScreen: false, count: 1, spoken: [] } });
}

/** Somebody speaks now, whoever was asked; null when nobody does. */
export function speak(run: RunState, speaking: string | null): RunMoves {
  return changed(run, (airtime) => ({ ...airtime, speaking }));
}

/** Everybody has had no time yet. */
export function countAnew(run: RunState): RunMoves {
  return changed(run, (airtime) => ({ ...airtime, count: airtime.count + 1, spoken: [] }));
}

/** On a screen that others see it stands when whoever leads says so. */
export function showAirtime(run: RunState, onScreen: boolean): RunMoves {
  return changed(run, (airtime) => ({ ...airtime, onScreen }));
}

export function endAirtime(run: RunState): RunMoves {
  return movesOf({ ...run, airtime: null });
}

/** Whether whoever speaks is here, or spoke before. */
export function fitsAirtime(run: RunState, { airtime }: RunMoves, here: readonly string[]): boolean {
  const speaking = airtime?.speaking ?? null;
  const spoke = [run.airtime?.speaking, ...(run.airtime?.spoken ?? []).map(({ id }) => id)];
  return speaking === null || here.includes(speaking) || spoke.includes(speaking);
}

export interface ShareOfTime {
  readonly id: string;
  readonly displayName: string;
  readonly seconds: number;
  /** Beside whoever spoke longest, from 0 to 1. */
  readonly beside: number;
  readonly speaksNow: boolean;
}

/** How long each of those who are here spoke, in their order: never in that of who spoke most. */
export function sharesOfTime(
  { speaking, spoken }: CountedAirtime,
  people: SessionRun['people'],
  secondsSpeaking: number,
): readonly ShareOfTime[] {
  const secondsOf = (id: string): number =>
    (spoken.find((one) => one.id === id)?.seconds ?? 0) + (speaking === id ? secondsSpeaking : 0);
  const longest = Math.max(1, ...people.map(({ id }) => secondsOf(id)));
  return people.map(({ id, displayName }) => {
    const seconds = secondsOf(id);
    return { id, displayName, seconds, beside: seconds / longest, speaksNow: speaking === id };
  });
}

function changed(run: RunState, how: (airtime: CountedAirtime) => CountedAirtime): RunMoves {
  return movesOf({ ...run, airtime: run.airtime && how(run.airtime) });
}
