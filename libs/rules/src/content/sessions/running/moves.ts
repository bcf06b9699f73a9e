import type { AgendaEntry, LeftOut, RunEnd, RunEntry, RunMoves, SessionRun } from '@common-ground/contract';
import { counted } from './counting';

/** What one tap on *more time* gives. */
export const MORE_MINUTES = 2;

export type RunState = Pick<
  SessionRun,
  'airtime' | 'at' | 'end' | 'breathing' | 'round' | 'play' | 'entries'
>;

/** An hour begins at its first entry, with the agenda as it stands. */
export function beginning(agenda: readonly AgendaEntry[]): RunState {
  const entries = agenda.map(({ id, title, minutes, reveals }): RunEntry => ({
    ...{ id, title, minutes, ...(reveals && { reveals }) },
    ...{ added: 0, leftOut: null, seconds: 0 },
  }));
  const nothing = { end: null, breathing: false, round: null, play: null, airtime: null };
  return { at: entries[0]?.id ?? null, ...nothing, entries };
}

/** The one after this; after the last nobody is at any. */
export function next(run: RunState): RunMoves {
  return moved({ ...run, at: following(run)?.id ?? null });
}

/** The entry that comes after this one; null after the last, and where people are at none. */
export function following(run: Pick<RunState, 'at' | 'entries'>): RunEntry | null {
  return run.at === null ? null : (run.entries[place(run) + 1] ?? null);
}

/** The one before. Whoever comes back to what was left out is at it again. */
export function back(run: RunState): RunMoves {
  const before = run.at === null ? run.entries.at(-1) : run.entries[place(run) - 1];
  return before === undefined ? moved(run) : moved({ ...decided(run, before.id, null), at: before.id });
}

export function leaveOut(run: RunState, how: LeftOut): RunMoves {
  return run.at === null ? moved(run) : next(decided(run, run.at, how));
}

export function lengthen(run: RunState): RunMoves {
  const { entries } = run;
  return movesOf({
    ...run,
    breathing: false,
    entries: entries.map((entry) =>
      entry.id === run.at ? { ...entry, added: entry.added + MORE_MINUTES } : entry,
    ),
  });
}

export function end(run: RunState, how: RunEnd): RunMoves {
  return moved({ ...run, end: how });
}

/** An end is taken back, and people are where they were. */
export function goOn(run: RunState): RunMoves {
  return moved({ ...run, end: null });
}

/** Everybody pauses and breathes, or goes on where they are. */
export function breathe(run: RunState, breathing: boolean): RunMoves {
  return inTurn({ ...run, breathing });
}

/** Everybody is asked once, beginning with the first of these. */
export function beginRound(run: RunState, order: readonly string[]): RunMoves {
  const [first] = order;
  return inTurn({ ...run, round: first === undefined ? null : { order, at: first } });
}

/** The next one's turn; after the last one nobody is asked any more. */
export function nextTurn(run: RunState): RunMoves {
  const nextOne = run.round?.order[turn(run) + 1];
  return inTurn({ ...run, round: run.round && nextOne ? { ...run.round, at: nextOne } : null });
}

/** Whoever wants to be asked later is the last one, and it is the next one's turn. */
export function laterTurn(run: RunState): RunMoves {
  const { round } = run;
  const nextOne = round?.order[turn(run) + 1];
  if (round === null || nextOne === undefined) return movesOf(run);
  const order = [...round.order.filter((id) => id !== round.at), round.at];
  return inTurn({ ...run, round: { order, at: nextOne } });
}

/** Whoever is asked speaks, where time is counted; in a pause, and while nobody is asked, nobody does. */
function inTurn(run: RunState): RunMoves {
  const { airtime, breathing, round } = run;
  const speaking = breathing ? null : (round?.at ?? null);
  return movesOf({ ...run, airtime: airtime && { ...airtime, speaking } });
}

function turn({ round }: RunState): number {
  return round === null ? -1 : round.order.indexOf(round.at);
}

/**
 * The state after a move; what was spent on the entry that is left, or ended in, is counted to it, and how long
 * somebody spoke, to them. How long who spoke ends with the hour.
 */
export function after(
  run: RunState,
  moves: RunMoves,
  seconds: Pick<SessionRun['seconds'], 'entry' | 'speaking'>,
): RunState {
  const isLeft = run.end === null && (moves.at !== run.at || moves.end !== null);
  return {
    at: moves.at,
    end: moves.end,
    breathing: moves.breathing && moves.end === null,
    round: moves.end === null ? moves.round : null,
    play: moves.end === null ? moves.play : null,
    airtime: moves.end === null ? counted(run.airtime, moves.airtime, seconds.speaking) : null,
    entries: run.entries.map((entry) => {
      const { added, leftOut } = moves.entries.find(({ id }) => id === entry.id) ?? entry;
      const spent = isLeft && entry.id === run.at ? seconds.entry : 0;
      return { ...entry, added, leftOut, seconds: entry.seconds + spent };
    }),
  };
}

/** Whether these moves are moves of this hour: the same entries in the same order, and one of them to be at. */
export function fits(run: RunState, { at, entries }: RunMoves): boolean {
  const isSame =
    entries.length === run.entries.length && entries.every(({ id }, index) => id === run.entries[index]?.id);
  return isSame && (at === null || entries.some(({ id }) => id === at));
}

/** Whether it is the turn of one of those who are asked, and whether all of them are here or were asked before. */
export function fitsRound(run: RunState, { round }: RunMoves, here: readonly string[]): boolean {
  if (round === null) return true;
  const known = new Set([...here, ...(run.round?.order ?? [])]);
  return round.order.includes(round.at) && round.order.every((id) => known.has(id));
}

/** What was not reached, or put off: it can be brought forward into the next plan. What was skipped stays behind. */
export function notReached(run: RunState): readonly RunEntry[] {
  const isAhead = (index: number): boolean => run.at !== null && index > place(run);
  return run.entries.filter(
    ({ leftOut, seconds }, index) =>
      leftOut === 'parked' || (leftOut === null && seconds === 0 && isAhead(index)),
  );
}

export interface TimeLeft {
  /** Seconds left for the present entry; negative when it takes longer; null when people are at none. */
  readonly entry: number | null;
  readonly hour: number;
  /** By how many seconds everything that is still to come is longer than what is left of the hour. */
  readonly over: number;
}

export function timeLeft(
  run: RunState & Pick<SessionRun, 'minutes'>,
  seconds: Pick<SessionRun['seconds'], 'hour' | 'entry'>,
): TimeLeft {
  const here = run.entries[place(run)];
  const entry = here === undefined ? null : (here.minutes + here.added) * 60 - here.seconds - seconds.entry;
  const hour = run.minutes * 60 - seconds.hour;
  const ahead = here === undefined ? [] : run.entries.slice(place(run) + 1);
  const needed = ahead.reduce(
    (sum, { minutes, added, seconds: spent }) => sum + Math.max(0, (minutes + added) * 60 - spent),
    Math.max(0, entry ?? 0),
  );
  return { entry, hour, over: Math.max(0, needed - Math.max(0, hour)) };
}

/** Where people are among the entries; -1 when at none. */
export function place({ at, entries }: Pick<RunState, 'at' | 'entries'>): number {
  return entries.findIndex(({ id }) => id === at);
}

/** Moving on ends a pause, asking everybody in turn, and a script that is played. */
function moved(run: RunState): RunMoves {
  return inTurn({ ...run, breathing: false, round: null, play: null });
}

export function movesOf({ at, end: how, breathing, round, play, airtime, entries }: RunState): RunMoves {
  return {
    at,
    end: how,
    breathing,
    round,
    play,
    airtime: airtime && { speaking: airtime.speaking, onScreen: airtime.onScreen, count: airtime.count },
    entries: entries.map(({ id, added, leftOut }) => ({ id, added, leftOut })),
  };
}

function decided(run: RunState, id: string, leftOut: LeftOut | null): RunState {
  return { ...run, entries: run.entries.map((entry) => (entry.id === id ? { ...entry, leftOut } : entry)) };
}
