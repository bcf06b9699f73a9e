import type { RunMoves } from '@common-ground/contract';
import {
  after,
  back,
  beginning,
  end,
  fits,
  goOn,
  leaveOut,
  lengthen,
  movesOf,
  next,
  notReached,
  timeLeft,
  type RunState,
} from './moves';

const HOUR = beginning(
  ['welcome', 'topic', 'close'].map((id) => ({
    id,
    title: id,
    minutes: 10,
    fixedStart: null,
    documentIds: [],
  })),
);
const titles = (run: RunState): string[] => notReached(run).map(({ title }) => title);
/** Several moves, each after a minute at its entry. */
const led = (...moves: ((run: RunState) => RunMoves)[]): RunState =>
  moves.reduce((run, move) => after(run, move(run), 60), HOUR);

describe('an hour while it is led', () => {
  it('begins at its first entry and goes on to the last, and then people are at none', () => {
    expect(HOUR.at).toBe('welcome');
    expect([led(next).at, led(next, next).at, led(next, next, next).at]).toEqual(['topic', 'close', null]);
    expect(led(next, next, next, next).at).toBeNull();
    expect(beginning([]).at).toBeNull();
  });

  it('goes back to the one before, from behind the last one too, and stays where there is none before', () => {
    expect(led(next, back).at).toBe('welcome');
    expect(led(next, next, next, back).at).toBe('close');
    expect(led(back).at).toBe('welcome');
  });

  it('counts the time spent at an entry over all visits', () => {
    expect(led(next, back, next).entries.map(({ seconds }) => seconds)).toEqual([120, 60, 0]);
    expect(led((run) => end(run, 'stopped'), goOn).entries[0]?.seconds).toBe(60);
  });

  it('leaves out by skipping or parking, until somebody comes back', () => {
    const parked = led((run) => leaveOut(run, 'parked'));
    expect([parked.at, parked.entries[0]?.leftOut]).toEqual(['topic', 'parked']);
    expect(led((run) => leaveOut(run, 'skipped'), back).entries[0]?.leftOut).toBeNull();
    const atNone = led(next, next, next);
    expect(leaveOut(atNone, 'parked')).toEqual(movesOf(atNone));
  });

  it('brings forward what was parked and what was not reached, and nothing else', () => {
    expect(titles(led((run) => leaveOut(run, 'parked')))).toEqual(['welcome', 'close']);
    expect(titles(led((run) => leaveOut(run, 'skipped')))).toEqual(['close']);
    expect(titles(led(next, next, next))).toEqual([]);
  });

  it('is ended and taken up again where it was', () => {
    const stopped = led(next, (run) => end(run, 'stopped'));
    expect([stopped.at, stopped.end]).toEqual(['topic', 'stopped']);
    expect(after(stopped, goOn(stopped), 0)).toMatchObject({ at: 'topic', end: null });
  });

  it('tells what is left of the entry and of the hour, and by how much the rest is too long', () => {
    const now = (run: RunState, hour: number, entry: number): unknown =>
      timeLeft({ ...run, minutes: 30 }, { hour, entry });
    expect(now(HOUR, 120, 120)).toEqual({ entry: 480, hour: 1680, over: 0 });
    expect(now(after(HOUR, lengthen(HOUR), 0), 120, 120)).toEqual({ entry: 600, hour: 1680, over: 120 });
    expect(now(HOUR, 660, 660)).toEqual({ entry: -60, hour: 1140, over: 60 });
    expect(now(led(next, back), 120, 0)).toEqual({ entry: 540, hour: 1680, over: 0 });
    expect(now(led(next, next, next), 1900, 0)).toEqual({ entry: null, hour: -100, over: 0 });
  });

  it('knows moves of another agenda', () => {
    expect(fits(HOUR, next(HOUR))).toBe(true);
    expect(fits(HOUR, { ...next(HOUR), at: 'elsewhere' })).toBe(false);
    expect(fits(HOUR, { ...next(HOUR), entries: next(HOUR).entries.slice(1) })).toBe(false);
    expect(fits(HOUR, { ...next(HOUR), entries: next(HOUR).entries.toReversed() })).toBe(false);
    expect(fits(HOUR, { ...next(HOUR), at: null })).toBe(true);
  });
});
