import { TestBed } from '@angular/core/testing';
import { Dates } from './dates';
import { Tongue } from './tongue';

describe('days and times', () => {
  const now = new Date(2026, 10, 22, 9, 30);
  const before = (days: number, hours: number, minutes = 0): string =>
    new Date(2026, 10, 22 - days, hours, minutes).toISOString();
  const dates = (): Dates => TestBed.inject(Dates);

  it.each([
    [before(0, 9, 30), 'this minute'],
    [before(0, 9, 20), '10 minutes ago'],
    [before(0, 6, 30), '3 hours ago'],
    [before(1, 23, 50), 'yesterday'],
    [before(1, 8), 'yesterday'],
    [before(3, 23), '3 days ago'],
    [before(20, 9), 'November 2, 2026'],
  ])('says %s as people do: %s', (at, words) => {
    expect(dates().ago(at, now)).toBe(words);
  });

  it('does not call a quarter of an hour around midnight yesterday', () => {
    const late = new Date(2026, 10, 21, 23, 55).toISOString();
    expect(dates().ago(late, new Date(2026, 10, 22, 0, 10))).toBe('15 minutes ago');
  });

  it('keeps a calendar day on its day, and a month in its month', () => {
    expect(dates().day('2027-06-01')).toBe('June 1, 2027');
    expect(dates().month('2027-06')).toBe('June 2027');
  });

  it('tells a meeting by the clock of here only where that shows something else', () => {
    const at = '2026-12-03T21:00:00Z';
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(dates().momentHere(at, here)).toBeNull();
    const elsewhere = ['Asia/Kolkata', 'America/New_York'].find(
      (zone) => dates().momentIn(at, zone) !== dates().momentIn(at, here),
    );
    expect(dates().momentHere(at, elsewhere ?? '')).toBe(dates().momentIn(at, here));
  });

  it('speaks the language in use', () => {
    TestBed.inject(Tongue).language.set('es');
    expect(dates().day('2027-06-01')).toBe('1 de junio de 2027');
    expect(dates().list(['Rosa', 'Leo'])).toBe('Rosa y Leo');
  });
});
