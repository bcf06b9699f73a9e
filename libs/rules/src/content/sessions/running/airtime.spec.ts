import type { RunMoves } from '@common-ground/contract';
import {
  beginAirtime,
  beginsToSpeak,
  countAnew,
  endAirtime,
  fitsAirtime,
  sharesOfTime,
  showAirtime,
  speak,
} from './airtime';
import {
  after,
  beginRound,
  beginning,
  breathe,
  end,
  goOn,
  laterTurn,
  lengthen,
  next,
  nextTurn,
  type RunState,
} from './moves';

const HOUR = beginning(
  ['welcome', 'topic'].map((id) => ({ id, title: id, minutes: 10, fixedStart: null, documentIds: [] })),
);
const PEOPLE = ['rosa', 'leo', 'maya'].map((id) => ({ id, displayName: id }));
const all = (run: RunState): RunMoves =>
  beginRound(
    run,
    PEOPLE.map(({ id }) => id),
  );
/** Several moves, half a minute apart. */
const led = (...moves: ((run: RunState) => RunMoves)[]): RunState =>
  moves.reduce((run, move) => after(run, move(run), { entry: 30, speaking: 30 }), HOUR);
const spoken = (...moves: ((run: RunState) => RunMoves)[]): unknown => led(...moves).airtime?.spoken;

describe('how much time each has to speak', () => {
  it('is counted once somebody wants to see it, for whoever is asked, turn for turn', () => {
    expect(led(all, nextTurn).airtime).toBeNull();
    expect(led(all, beginAirtime).airtime).toEqual({
      ...{ speaking: 'rosa', onScreen: false, count: 1, spoken: [] },
    });
    expect(spoken(all, beginAirtime, nextTurn, laterTurn)).toEqual([
      { id: 'rosa', seconds: 30 },
      { id: 'leo', seconds: 30 },
    ]);
    expect(led(all, beginAirtime, nextTurn, nextTurn, nextTurn).airtime?.speaking).toBeNull();
  });

  it('is counted for whoever speaks, asked or not, and for nobody where nobody does', () => {
    const maya = (run: RunState): RunMoves => speak(run, 'maya');
    const nobody = (run: RunState): RunMoves => speak(run, null);
    expect(spoken(beginAirtime, maya, nobody, maya, nobody)).toEqual([{ id: 'maya', seconds: 60 }]);
    expect(spoken(all, beginAirtime, maya, nextTurn)).toEqual([
      { id: 'rosa', seconds: 30 },
      { id: 'maya', seconds: 30 },
    ]);
    expect(led(maya).airtime).toBeNull();
  });

  it('stands still in a pause and goes on with whoever is asked, and stands still when people go on', () => {
    const pause = (run: RunState): RunMoves => breathe(run, true);
    expect(led(all, beginAirtime, pause).airtime).toMatchObject({
      speaking: null,
      spoken: [{ seconds: 30 }],
    });
    expect(led(all, beginAirtime, pause, (run) => breathe(run, false)).airtime?.speaking).toBe('rosa');
    expect(led(all, pause, beginAirtime).airtime?.speaking).toBeNull();
    expect(led(all, beginAirtime, next).airtime).toMatchObject({ speaking: null, spoken: [{ id: 'rosa' }] });
    expect(led(all, beginAirtime, lengthen).airtime).toMatchObject({ speaking: 'rosa', spoken: [] });
  });

  it('begins at nothing again, is seen by others when somebody says so, and is put away', () => {
    expect(led(all, beginAirtime, nextTurn, countAnew).airtime).toEqual({
      ...{ speaking: 'leo', onScreen: false, count: 2, spoken: [] },
    });
    expect(led(beginAirtime, (run) => showAirtime(run, true)).airtime?.onScreen).toBe(true);
    expect(led(beginAirtime, endAirtime).airtime).toBeNull();
  });

  it('goes with the hour, and does not come back with it', () => {
    const stop = (run: RunState): RunMoves => end(run, 'stopped');
    expect([led(all, beginAirtime, stop).airtime, led(all, beginAirtime, stop, goOn).airtime]).toEqual([
      null,
      null,
    ]);
  });

  it('begins a turn when somebody else speaks, or a count does', () => {
    const run = led(all, beginAirtime);
    const begins = (moves: RunMoves): boolean => beginsToSpeak(run.airtime, moves.airtime);
    expect([nextTurn(run), countAnew(run), endAirtime(run)].map(begins)).toEqual([true, true, true]);
    expect([showAirtime(run, true), lengthen(run)].map(begins)).toEqual([false, false]);
  });

  it('is of those who are here, or spoke before', () => {
    const run = led(all, beginAirtime, nextTurn);
    const fits = (id: string | null, here: readonly string[]): boolean =>
      fitsAirtime(run, speak(run, id), here);
    expect([fits('maya', ['maya']), fits(null, []), fits('rosa', []), fits('leo', [])]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(fits('maya', ['rosa'])).toBe(false);
  });

  it('stands in the order of the people, beside whoever spoke longest, with the turn that lasts', () => {
    const { airtime } = led(all, beginAirtime, nextTurn);
    expect(airtime && sharesOfTime(airtime, PEOPLE, 60)).toEqual([
      { id: 'rosa', displayName: 'rosa', seconds: 30, beside: 0.5, speaksNow: false },
      { id: 'leo', displayName: 'leo', seconds: 60, beside: 1, speaksNow: true },
      { id: 'maya', displayName: 'maya', seconds: 0, beside: 0, speaksNow: false },
    ]);
  });
});
