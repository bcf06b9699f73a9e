import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { cancelled, published, requested, type CalendarEntry } from './calendar-entry';

const ENTRY: CalendarEntry = {
  uid: '0199a1b2-0000-7000-8000-000000000001',
  sequence: 3,
  startsAt: '2026-12-03T21:00:00.000Z',
  minutes: 50,
  place: '',
  link: '',
  language: 'en',
};
const BETWEEN = { from: 'post@lakeside.example', to: 'rosa@example.org' };
const HOSTILE = [
  'Room 4\r\nATTENDEE:mailto:spy@example.org',
  'Room 4\nBEGIN:VALARM',
  'Room 4\u2028DESCRIPTION:said',
  'Room; 4, back\\door "left"',
  'END:VEVENT',
  `${'Habitación ñandú 🏡 '.repeat(12)}`,
];

function byIcalJs(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getAllSubcomponents()).toHaveLength(1);
  return calendar;
}

function byNodeIcal(text: string): VEvent {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter(
    (part): part is VEvent => part?.type === 'VEVENT',
  );
  expect(events).toHaveLength(1);
  return events[0] as VEvent;
}

describe('an hour in a calendar', () => {
  it('is read alike by two parsers that know nothing of each other', () => {
    const text = published(ENTRY);
    const event = byIcalJs(text).getFirstSubcomponent('vevent');
    const other = byNodeIcal(text);
    expect(event?.getFirstPropertyValue('summary')).toBe('Appointment');
    expect(other.summary).toBe('Appointment');
    expect([event?.getFirstPropertyValue('sequence'), Number(other.sequence)]).toEqual([3, 3]);
    const uid = `${ENTRY.uid}@common-ground`;
    expect([event?.getFirstPropertyValue('uid'), other.uid]).toEqual([uid, uid]);
    const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time;
    const end = event?.getFirstPropertyValue('dtend') as ICAL.Time;
    expect(start.toJSDate().toISOString()).toBe(ENTRY.startsAt);
    expect(end.toJSDate().getTime() - start.toJSDate().getTime()).toBe(50 * 60_000);
    expect(other.start.toISOString()).toBe(ENTRY.startsAt);
    expect(other.end?.toISOString()).toBe('2026-12-03T21:50:00.000Z');
  });

  it('says in Spanish as little as in English, and tells nobody besides', () => {
    const text = published({ ...ENTRY, language: 'es' });
    expect(byNodeIcal(text).summary).toBe('Cita');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|DESCRIPTION|mailto/u);
  });

  it.each(HOSTILE)('keeps what was typed as a place in the place: %j', (place) => {
    const text = published({ ...ENTRY, place });
    const event = byIcalJs(text).getFirstSubcomponent('vevent');
    const said = place.replace(/[\r\n\u2028]+/gu, ' ').trim();
    expect(event?.getFirstPropertyValue('location')).toBe(said);
    expect(byNodeIcal(text).location).toBe(said);
    expect(event?.getAllProperties('attendee')).toEqual([]);
    expect(event?.getAllSubcomponents()).toEqual([]);
  });

  it('has no line beyond 75 octets, and breaks none inside a letter', () => {
    const text = published({ ...ENTRY, place: 'Habitación ñandú 🏡 '.repeat(12) });
    const lines = text.split('\r\n');
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString()).toBe(line);
      expect(line).not.toMatch(/[\r\n]/u);
    }
  });

  it('by mail is asked for and taken back under the same id, from one address to one, and names nobody', () => {
    const [ask, off] = [requested(ENTRY, BETWEEN), cancelled({ ...ENTRY, sequence: 4 }, BETWEEN)];
    expect([ask, off].map((text) => byIcalJs(text).getFirstPropertyValue('method'))).toEqual([
      'REQUEST',
      'CANCEL',
    ]);
    const [first, last] = [byNodeIcal(ask), byNodeIcal(off)];
    expect([last.uid, last.status]).toEqual([first.uid, 'CANCELLED']);
    expect(Number(last.sequence)).toBeGreaterThan(Number(first.sequence));
    expect(byIcalJs(ask).getFirstSubcomponent('vevent')?.getAllProperties('attendee')).toHaveLength(1);
    expect(ask).toContain('ORGANIZER;CN="Appointment":mailto:post@lakeside.example');
    expect(ask.replace(/\r\n /gu, '')).toMatch(/mailto:rosa@example\.org/iu);
  });
});
