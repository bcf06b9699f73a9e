import type { RunMoves } from '@common-ground/contract';
import {
  after,
  back,
  beginRound,
  beginning,
  breathe,
  end,
  fits,
  fitsRound,
  following,
  goOn,
  laterTurn,
  leaveOut,
  lengthen,
  movesOf,
  next,
  nextTurn,
  notReached,
  timeLeft,
  type RunState,
} from './moves';

const AFTER_A_MINUTE = { entry: 60, speaking: 60 };
const AT_ONCE = { entry: 0, speaking: 0 };
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
  moves.reduce((run, move) => after(run, move(run), AFTER_A_MINUTE), HOUR);

describe('an hour while it is led', () => {
  it('knows what comes after where people are, and nothing after the last or where they are at none', () => {
    const ids = ['welcome', 'topic', 'close', null].map((at) => following({ ...HOUR, at })?.id ?? null);
    expect(ids).toEqual(['topic', 'close', null, null]);
  });

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

  it('pauses where it is, until somebody goes on or moves on', () => {
    const pause = (run: RunState): RunMoves => breathe(run, true);
    expect([led(next, pause).at, led(next, pause).breathing]).toEqual(['topic', true]);
    expect(led(pause, (run) => breathe(run, false)).breathing).toBe(false);
    for (const move of [next, back, goOn, lengthen]) expect(led(pause, move).breathing).toBe(false);
    expect(led((run) => ({ ...end(run, 'stopped'), breathing: true })).breathing).toBe(false);
  });

  describe('and asks everybody once', () => {
    const all = (run: RunState): RunMoves => beginRound(run, ['rosa', 'leo', 'maya']);
    const turns = (...moves: ((run: RunState) => RunMoves)[]): unknown => led(all, ...moves).round;

    it('one after the other, until nobody is left', () => {
      expect(turns()).toEqual({ order: ['rosa', 'leo', 'maya'], at: 'rosa' });
      expect(turns(nextTurn)).toMatchObject({ at: 'leo' });
      expect(turns(nextTurn, nextTurn, nextTurn)).toBeNull();
      expect(led((run) => beginRound(run, [])).round).toBeNull();
    });

    it('later where somebody wants that, but for the last one, who has nobody to wait for', () => {
      expect(turns(laterTurn)).toEqual({ order: ['leo', 'maya', 'rosa'], at: 'leo' });
      expect(turns(nextTurn, nextTurn, laterTurn)).toMatchObject({ at: 'maya' });
      expect(led(laterTurn).round).toBeNull();
    });

    it('through a pause and more time, and not beyond the entry or the hour', () => {
      for (const move of [lengthen, (run: RunState) => breathe(run, true)])
        expect(turns(move)).toMatchObject({ at: 'rosa' });
      expect([turns(next), turns((run) => end(run, 'stopped'))]).toEqual([null, null]);
    });

    it('of those who are here, or were asked already', () => {
      const run = led(all);
      const here = ['leo', 'maya'];
      expect(fitsRound(HOUR, all(HOUR), ['rosa', ...here])).toBe(true);
      expect(fitsRound(HOUR, all(HOUR), here)).toBe(false);
      expect(fitsRound(run, nextTurn(run), here)).toBe(true);
      expect(fitsRound(HOUR, { ...all(HOUR), round: { order: here, at: 'rosa' } }, ['rosa', ...here])).toBe(
        false,
      );
    });
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
    expect(after(stopped, goOn(stopped), AT_ONCE)).toMatchObject({ at: 'topic', end: null });
  });

  it('tells what is left of the entry and of the hour, and by how much the rest is too long', () => {
    const now = (run: RunState, hour: number, entry: number): unknown =>
      timeLeft({ ...run, minutes: 30 }, { hour, entry });
    expect(now(HOUR, 120, 120)).toEqual({ entry: 480, hour: 1680, over: 0 });
    expect(now(after(HOUR, lengthen(HOUR), AT_ONCE), 120, 120)).toEqual({
      entry: 600,
      hour: 1680,
      over: 120,
    });
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
