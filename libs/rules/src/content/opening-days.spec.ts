import { LIMITS } from '@common-ground/contract';
import { openingAfter, openingDays, untilFault, type OpeningWish } from './opening-days';

const TODAY = '2026-11-30';
const opens = (wish: OpeningWish, kind: Parameters<typeof openingDays>[0] = 'worksheet'): unknown =>
  openingDays(kind, wish, TODAY);
const every = (unit: 'day' | 'week', untilOn: string): OpeningWish => ({ rhythm: { every: unit, untilOn } });

describe('when a piece opens', () => {
  it('is now, when nothing is said of it or the day is today', () => {
    expect(opens({})).toEqual({ days: ['now'] });
    expect(opens({ startsOn: TODAY })).toEqual({ days: ['now'] });
  });

  it('is the day that was chosen', () => {
    expect(opens({ startsOn: '2026-12-03' })).toEqual({ days: ['2026-12-03'] });
  });

  it.each([
    [
      'the first day is the first round, and the last day has one too',
      every('day', '2026-12-02'),
      ['now', '2026-12-01', '2026-12-02'],
    ],
    ['one day is a rhythm of one', every('day', TODAY), ['now']],
    [
      'weeks keep their weekday over the turn of the year',
      { startsOn: '2026-12-24', ...every('week', '2027-01-08') },
      ['2026-12-24', '2026-12-31', '2027-01-07'],
    ],
  ])('in a rhythm: %s', (_, wish, days) => {
    expect(opens(wish)).toEqual({ days });
  });

  it('waits for another piece, in one round', () => {
    expect(opens({ after: { documentId: 'one' as never, days: 2 } })).toEqual({ days: ['waits'] });
  });

  it.each<[string, OpeningWish, string, string]>([
    ['a day that is over', { startsOn: '2026-11-29' }, 'startsOn', 'day-past'],
    ['a day more than a year away', { startsOn: '2027-12-02' }, 'startsOn', 'too-far'],
    [
      'a rhythm that ends before it begins',
      { startsOn: '2026-12-03', ...every('day', '2026-12-02') },
      'rhythm.untilOn',
      'before-start',
    ],
    ['more rounds than anybody does', every('day', '2027-03-01'), 'rhythm.untilOn', 'too-many-rounds'],
    [
      'a day and another piece at once',
      { startsOn: '2026-12-03', after: { documentId: 'one' as never, days: 0 } },
      'after',
      'not-together',
    ],
    [
      'a rhythm and another piece at once',
      { ...every('day', '2026-12-03'), after: { documentId: 'one' as never, days: 0 } },
      'after',
      'not-together',
    ],
  ])('is refused: %s', (_, wish, path, fault) => {
    expect(opens(wish)).toEqual({ path, fault });
  });

  it('has as many rounds as are allowed, and not one more', () => {
    const last = (rounds: number): string =>
      new Date(Date.parse(TODAY) + (rounds - 1) * 86_400_000).toISOString().slice(0, 10);
    expect(opens(every('day', last(LIMITS.roundsPerShare)))).toHaveProperty(
      'days.length',
      LIMITS.roundsPerShare,
    );
    expect(opens(every('day', last(LIMITS.roundsPerShare + 1)))).toHaveProperty('fault', 'too-many-rounds');
  });

  it('has no rhythm for plans, which are followed day by day as they are', () => {
    for (const kind of ['boundary-plan', 'support-plan'] as const)
      expect(opens(every('day', '2026-12-02'), kind)).toEqual({ path: 'rhythm', fault: 'not-for-kind' });
    expect(opens(every('day', '2026-12-02'), 'role-play-script')).toHaveProperty('days.length', 3);
  });
});

describe('a piece that is open until a day', () => {
  it('opens as it would without one', () => {
    expect(opens({ openUntilOn: TODAY })).toEqual({ days: ['now'] });
    expect(opens({ openUntilOn: '2026-12-03', startsOn: '2026-12-03' })).toEqual({ days: ['2026-12-03'] });
    expect(opens({ ...every('day', '2026-12-02'), openUntilOn: '2026-12-02' })).toHaveProperty(
      'days.length',
      3,
    );
    // Whoever sends the piece before too late is not given it.
    expect(opens({ after: { documentId: 'one' as never, days: 9 }, openUntilOn: TODAY })).toEqual({
      days: ['waits'],
    });
  });

  it.each<[string, OpeningWish, string]>([
    ['a day that is over', { openUntilOn: '2026-11-29' }, 'day-past'],
    ['a day in more than a year', { openUntilOn: '2027-12-02' }, 'too-far'],
    ['a day before it opens', { startsOn: '2026-12-03', openUntilOn: '2026-12-02' }, 'ends-before-last'],
    [
      'a day before its last round',
      { ...every('day', '2026-12-04'), openUntilOn: '2026-12-03' },
      'ends-before-last',
    ],
  ])('is refused %s', (_, wish, fault) => {
    expect(opens(wish)).toEqual({ path: 'openUntilOn', fault });
  });

  it('says first what is wrong with when it opens', () => {
    expect(opens({ startsOn: '2026-11-01', openUntilOn: '2026-11-01' })).toHaveProperty('path', 'startsOn');
  });

  it('may end today and in a year', () => {
    expect([untilFault(TODAY, TODAY), untilFault('2027-12-01', TODAY)]).toEqual([null, null]);
  });
});

describe('when a piece opens that follows another', () => {
  it.each([
    ['is not known before the other was sent', null, 0, 'waits'],
    ['is at once when the other was sent today', TODAY, 0, 'now'],
    ['is so many days later', TODAY, 2, '2026-12-02'],
    ['counts from the day it was sent', '2026-11-29', 2, '2026-12-01'],
    ['is at once when those days are over already', '2026-11-01', 2, 'now'],
  ])('%s', (_, sentOn, days, on) => {
    expect(openingAfter(sentOn, days, TODAY)).toBe(on);
  });
});
