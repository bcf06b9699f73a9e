import type { AgendaEntry } from '@common-ground/contract';
import fc from 'fast-check';
import { agendaTimes, hoursAndMinutes, LEAST_MINUTES, minutesOver, shortened, type Timed } from './agenda';

const entry = (id: string, minutes: number, fixedStart: string | null = null): AgendaEntry => ({
  id,
  title: id,
  minutes,
  fixedStart,
  documentIds: [],
});
const hour = (agenda: AgendaEntry[], minutes = 50, startTime = '16:00'): Timed => ({
  startTime,
  minutes,
  agenda,
});

describe('when things begin', () => {
  it('one after the other, from the beginning of the hour', () => {
    const times = agendaTimes(hour([entry('welcome', 10), entry('talk', 30), entry('close', 10)]));
    expect(times.map(({ startTime }) => startTime)).toEqual(['16:00', '16:10', '16:40']);
  });

  it('not before a start that is fixed, and free until then', () => {
    const [, guest] = agendaTimes(hour([entry('welcome', 10), entry('guest', 20, '16:30')]));
    expect(guest).toMatchObject({ startTime: '16:30', free: 20, late: 0 });
  });

  it('late, where what comes before runs into it', () => {
    const [, guest] = agendaTimes(hour([entry('welcome', 40), entry('guest', 20, '16:30')]));
    expect(guest).toMatchObject({ startTime: '16:40', free: 0, late: 10, isBeforeHour: false });
  });

  it('late and not tomorrow, once the hour was moved behind a fixed start', () => {
    expect(agendaTimes(hour([entry('guest', 20, '15:30')]))).toMatchObject([
      { startTime: '16:00', late: 30, isBeforeHour: true },
    ]);
  });

  it('with the hour is not before it', () => {
    expect(agendaTimes(hour([entry('guest', 20, '16:00')]))).toMatchObject([
      { late: 0, isBeforeHour: false },
    ]);
  });

  it.each([
    [5, { hours: 0, minutes: 5 }],
    [60, { hours: 1, minutes: 0 }],
    [515, { hours: 8, minutes: 35 }],
  ])('%s minutes late, as people say it', (minutes, said) => {
    expect(hoursAndMinutes(minutes)).toEqual(said);
  });

  it('past midnight', () => {
    const times = agendaTimes(hour([entry('a', 30), entry('b', 10, '00:30')], 90, '23:45'));
    expect(times.map(({ startTime }) => startTime)).toEqual(['23:45', '00:30']);
  });
});

describe('how long it all is', () => {
  it.each<[string, AgendaEntry[], number]>([
    ['it fits', [entry('a', 20), entry('b', 30)], 0],
    ['six minutes over', [entry('a', 26), entry('b', 30)], 6],
    ['twenty are left', [entry('a', 30)], -20],
    ['a wait counts', [entry('a', 10), entry('b', 30, '16:30')], 10],
    ['nothing is planned', [], -50],
  ])('%s', (_sentence, agenda, over) => {
    expect(minutesOver(hour(agenda))).toBe(over);
  });
});

describe('making it fit', () => {
  const minutesOf = (plan: Timed): number[] => shortened(plan).map(({ minutes }) => minutes);

  it('takes from each its part of what it has above the least', () => {
    expect(minutesOf(hour([entry('a', 10), entry('b', 30), entry('c', 16)], 50))).toEqual([10, 25, 15]);
  });

  it('leaves as it is what fits', () => {
    expect(minutesOf(hour([entry('a', 20), entry('b', 30)]))).toEqual([20, 30]);
  });

  it('takes nothing from what is short already', () => {
    expect(minutesOf(hour([entry('a', 3), entry('b', 60)]))).toEqual([3, 47]);
  });

  it('ends before a fixed start what comes before it, and leaves what comes after', () => {
    const plan = hour([entry('a', 25), entry('b', 15), entry('guest', 15, '16:30')]);
    expect(minutesOf(plan)).toEqual([18, 12, 15]);
    expect(agendaTimes({ ...plan, agenda: shortened(plan) }).map(({ late }) => late)).toEqual([0, 0, 0]);
  });

  const anyPlan = fc.record({
    startTime: fc.constant('16:00'),
    minutes: fc.integer({ min: 1, max: 200 }),
    agenda: fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 90 }), fc.option(fc.constantFrom('16:10', '16:45', '17:30')))
        .map(([minutes, fixedStart]) => entry('e', minutes, fixedStart)),
      { maxLength: 8 },
    ),
  });

  it('never goes below the least, never makes longer, and changes nothing but lengths', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        shortened(plan).forEach((after, at) => {
          const before = plan.agenda[at];
          expect(after.minutes).toBeGreaterThanOrEqual(Math.min(before?.minutes ?? 0, LEAST_MINUTES));
          expect(after.minutes).toBeLessThanOrEqual(before?.minutes ?? 0);
          expect({ ...after, minutes: 0 }).toEqual({ ...before, minutes: 0 });
        });
      }),
    );
  });

  it('fits in the end, wherever the least of everything would', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const least = plan.agenda.map((one) => ({ ...one, minutes: Math.min(one.minutes, LEAST_MINUTES) }));
        const fits = minutesOver({ ...plan, agenda: least }) <= 0;
        fc.pre(fits && agendaTimes({ ...plan, agenda: least }).every(({ late }) => late === 0));
        expect(minutesOver({ ...plan, agenda: shortened(plan) })).toBeLessThanOrEqual(0);
      }),
    );
  });
});
