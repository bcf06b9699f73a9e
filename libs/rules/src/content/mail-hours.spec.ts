import type { MailHours } from '@common-ground/contract';
import { mailMayGoAt } from './mail-hours';

const NEW_YORK = 'America/New_York';
const EVENINGS: MailHours = { days: [1, 2, 3, 4, 5], from: 18, until: 21 };
const at = (now: string, hours: readonly MailHours[], zone = NEW_YORK): string | undefined =>
  mailMayGoAt(new Date(now), hours, zone)?.toISOString();

describe('when mail may go out to somebody', () => {
  it('is now where nothing is said about it', () => {
    expect(at('2026-12-03T04:11:05.123Z', [])).toBe('2026-12-03T04:11:05.123Z');
  });

  it.each([
    ['as they begin', '2026-12-03T23:00:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['within them', '2026-12-04T01:59:59.999Z', '2026-12-04T01:59:59.999Z'],
    ['a moment before them', '2026-12-03T22:59:59.999Z', '2026-12-03T23:00:00.000Z'],
    ['earlier that day', '2026-12-03T14:07:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['once they are over', '2026-12-03T02:00:00.000Z', '2026-12-03T23:00:00.000Z'],
    ['over a weekend', '2026-12-05T02:00:00.000Z', '2026-12-07T23:00:00.000Z'],
  ])('is within the hours: %s', (_when, now, then) => {
    expect(at(now, [EVENINGS])).toBe(then);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('knows day %i of the week', (day) => {
    // The sixth of December 2026 was a Sunday.
    const noon = `2026-12-${String(6 + day).padStart(2, '0')}T17:00:00.000Z`;
    expect(at('2026-12-07T05:00:00.000Z', [{ days: [day], from: 12, until: 13 }])).toBe(noon);
  });

  it('goes by the clock on the wall, in summer and in winter', () => {
    const evening = [{ ...EVENINGS, days: [7] }];
    expect(at('2026-10-31T12:00:00.000Z', evening)).toBe('2026-11-01T23:00:00.000Z');
    expect(at('2026-10-24T12:00:00.000Z', evening)).toBe('2026-10-25T22:00:00.000Z');
  });

  it('waits a week for an hour that the clock jumps over', () => {
    // On the fourteenth of March 2027 there was no hour from two to three.
    expect(at('2027-03-14T05:00:00.000Z', [{ days: [7], from: 2, until: 3 }])).toBe(
      '2027-03-21T06:00:00.000Z',
    );
    expect(at('2027-03-14T05:00:00.000Z', [{ days: [7], from: 1, until: 4 }])).toBe(
      '2027-03-14T06:00:00.000Z',
    );
  });

  it('knows clocks that are a quarter of an hour beside the others', () => {
    expect(at('2026-12-03T12:00:00.000Z', [{ days: [5], from: 9, until: 10 }], 'Asia/Kathmandu')).toBe(
      '2026-12-04T03:15:00.000Z',
    );
  });

  it('goes round midnight to the end of a day, and begins with one', () => {
    expect(at('2026-12-03T12:00:00.000Z', [{ days: [4], from: 23, until: 24 }])).toBe(
      '2026-12-04T04:00:00.000Z',
    );
    expect(at('2026-12-03T12:00:00.000Z', [{ days: [5], from: 0, until: 1 }])).toBe(
      '2026-12-04T05:00:00.000Z',
    );
  });

  it('is within the hours of everybody whose address it is, and never where they have none together', () => {
    const mornings: MailHours = { days: [4, 5], from: 8, until: 19 };
    expect(at('2026-12-03T12:00:00.000Z', [EVENINGS, mornings])).toBe('2026-12-03T23:00:00.000Z');
    expect(at('2026-12-03T12:00:00.000Z', [EVENINGS, { ...mornings, until: 18 }])).toBeUndefined();
  });
});
