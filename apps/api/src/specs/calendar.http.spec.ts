import type { FamilySession } from '@common-ground/contract';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { done, memberIn, refusal, type Cast } from './acts';
import { demoPractice } from './demo-practice';

describe('the hour of a family in a calendar', () => {
  const { cast, torres } = demoPractice();

  const planned = async (more: object = {}): Promise<FamilySession> => {
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        format: 'family-session',
        startsOn: '2027-02-02',
        startTime: '16:00',
      }),
    );
    const people = [
      ...begun.plan.people,
      { side: 'family', id: memberIn(torres, 'mother'), role: 'participant' },
    ];
    return save(begun, { ...begun.plan, people, purpose: 'Calmer mornings with Maya', ...more });
  };
  const save = ({ id, revision }: FamilySession, plan: object): Promise<FamilySession> =>
    done(cast.therapist.put<FamilySession>(`/api/sessions/${id}`, plan, { 'if-match': `"${revision}"` }));
  const pathOf = ({ id }: FamilySession): string => `/api/sessions/${id}/calendar.ics`;
  const fetched = async (who: keyof Cast, session: FamilySession): Promise<string> => {
    const reply = await cast[who].raw('GET', pathOf(session));
    expect(reply.status).toBe(200);
    return reply.text;
  };
  const startIn = (text: string): [string, string] => {
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    const other = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
    return [
      (event?.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString(),
      (other as VEvent).start.toISOString(),
    ];
  };
  const methodsIn = (text: string): unknown[] => [
    new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstPropertyValue('method'),
    (Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as VEvent).method,
  ];
  const statusesIn = (text: string): unknown[] => [
    valueOf(text, 'status'),
    (Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT') as VEvent).status,
  ];
  const valueOf = (text: string, name: string): unknown =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getFirstSubcomponent('vevent')
      ?.getFirstPropertyValue(name);

  // Each clock on the days before and after it changes: by an hour in the north, by half an hour in the south, and
  // one that never changes and stands at half past.
  it.each([
    ['America/New_York', '2027-03-13', '2027-03-13T21:00:00.000Z'],
    ['America/New_York', '2027-03-14', '2027-03-14T20:00:00.000Z'],
    ['America/New_York', '2027-11-06', '2027-11-06T20:00:00.000Z'],
    ['America/New_York', '2027-11-07', '2027-11-07T21:00:00.000Z'],
    ['Europe/London', '2027-03-27', '2027-03-27T16:00:00.000Z'],
    ['Europe/London', '2027-03-28', '2027-03-28T15:00:00.000Z'],
    ['Europe/London', '2027-10-30', '2027-10-30T15:00:00.000Z'],
    ['Europe/London', '2027-10-31', '2027-10-31T16:00:00.000Z'],
    ['America/Santiago', '2027-04-03', '2027-04-03T19:00:00.000Z'],
    ['America/Santiago', '2027-04-04', '2027-04-04T20:00:00.000Z'],
    ['America/Santiago', '2027-09-04', '2027-09-04T20:00:00.000Z'],
    ['America/Santiago', '2027-09-05', '2027-09-05T19:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-03', '2027-04-03T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-04-04', '2027-04-04T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-10-02', '2027-10-02T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2027-10-03', '2027-10-03T05:00:00.000Z'],
    ['Asia/Kolkata', '2027-03-14', '2027-03-14T10:30:00.000Z'],
    ['Asia/Kolkata', '2027-11-07', '2027-11-07T10:30:00.000Z'],
  ])('begins at four by the clock of %s on %s, for both parsers', async (timeZone, startsOn, moment) => {
    const text = await fetched('therapist', await planned({ timeZone, startsOn }));
    expect(startIn(text)).toEqual([moment, moment]);
    const onTheWall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    expect(onTheWall.format(new Date(startIn(text)[0]))).toBe('16:00');
  });

  it('says when and where, and neither what for nor with whom', async () => {
    const text = await fetched(
      'therapist',
      await planned({ place: 'Room 4', link: 'https://meet.example/4' }),
    );
    expect([valueOf(text, 'summary'), valueOf(text, 'location')]).toEqual(['Appointment', 'Room 4']);
    expect(text).not.toMatch(/maya|morning|torres|rosa|elena|ruiz|family|session|attendee|organizer/iu);
  });

  it('keeps its name, and counts the changes of when and where and no others', async () => {
    const session = await planned();
    const first = await fetched('therapist', session);
    const noted = await save(session, {
      ...session.plan,
      purpose: 'Something else',
      goRound: 'How are you?',
    });
    const second = await fetched('therapist', noted);
    const moved = await save(noted, { ...noted.plan, startTime: '17:00' });
    const third = await fetched('therapist', moved);
    await save(moved, { ...moved.plan, place: 'Room 5' });
    const fourth = await fetched('therapist', moved);
    expect(new Set([first, second, third, fourth].map((text) => valueOf(text, 'uid'))).size).toBe(1);
    const [before, ...after] = [first, second, third, fourth].map((text) =>
      Number(valueOf(text, 'sequence')),
    );
    expect(after.map((sequence) => sequence - Number(before))).toEqual([0, 1, 2]);
  });

  it('is kept by nobody on the way, and comes as a calendar', async () => {
    const { headers } = await cast.therapist.raw('GET', pathOf(await planned()));
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe('attachment; filename="appointment.ics"');
  });

  it.each(['America/New_York', 'Europe/London', 'America/Santiago'])(
    'takes the entry out again once the hour was called off, for whoever leads and whoever is asked: %s',
    async (timeZone) => {
      const session = await planned({ timeZone, startsOn: '2027-03-28' });
      await done(
        cast.therapist.post(`/api/sessions/${session.id}/asked`, {
          memberIds: [memberIn(torres, 'mother')],
        }),
      );
      const everybody = ['therapist', 'mother'] as const;
      const before = await Promise.all(everybody.map((who) => fetched(who, session)));
      await done(cast.therapist.post(`/api/sessions/${session.id}/call-off`));
      for (const [at, who] of everybody.entries()) {
        const [kept, off] = [before[at] ?? '', await fetched(who, session)];
        expect([methodsIn(kept), statusesIn(kept)]).toEqual([
          ['PUBLISH', 'PUBLISH'],
          ['CONFIRMED', 'CONFIRMED'],
        ]);
        expect([methodsIn(off), statusesIn(off)]).toEqual([
          ['CANCEL', 'CANCEL'],
          ['CANCELLED', 'CANCELLED'],
        ]);
        expect([valueOf(off, 'uid'), startIn(off)]).toEqual([valueOf(kept, 'uid'), startIn(kept)]);
        expect(Number(valueOf(off, 'sequence'))).toBeGreaterThan(Number(valueOf(kept, 'sequence')));
        expect(off).not.toMatch(/maya|morning|torres|rosa|elena|ruiz|family|session|attendee|organizer/iu);
        const { headers } = await cast[who].raw('GET', pathOf(session));
        expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=CANCEL');
      }
    },
  );

  it('is there for whoever is asked, in their language, and for nobody else', async () => {
    const session = await planned();
    const everybodyElse = [
      ...(['client', 'father', 'brother', 'supervisor', 'admin'] as const),
      ...(['other-therapist', 'other-client', 'outsider'] as const),
    ];
    const absent = await refusal(
      cast.father.get('/api/sessions/00000000-0000-7000-8000-000000000000/calendar.ics'),
    );
    for (const who of ['mother', ...everybodyElse] as const)
      expect([who, await refusal(cast[who].get(pathOf(session)))]).toEqual([who, absent]);
    await done(
      cast.therapist.post(`/api/sessions/${session.id}/asked`, { memberIds: [memberIn(torres, 'mother')] }),
    );
    const text = await fetched('mother', session);
    expect(startIn(text)).toEqual([session.startsAt, session.startsAt]);
    for (const who of everybodyElse)
      expect([who, await refusal(cast[who].get(pathOf(session)))]).toEqual([who, absent]);
  });
});
