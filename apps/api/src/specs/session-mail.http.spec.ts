import { setTimeout as pause } from 'node:timers/promises';
import type { AskedMember, Channel, FamilySession, Member, Page } from '@common-ground/contract';
import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import nodeIcal, { type VEvent } from 'node-ical';
import { done } from './acts';
import { practiceWithMail } from './demo-practice';

describe('the hour of a family by mail', () => {
  const { api, cast, torres, owner, mailbox } = practiceWithMail();
  let count = 0;

  /** Somebody confirmed who can be reached in one way. */
  async function somebody(
    channel: Channel,
    address = `somebody-${(count += 1)}@example.org`,
  ): Promise<Member> {
    const path = `/api/families/${torres.id}/members`;
    const { id } = await done(
      cast.therapist.post<Member>(path, { displayName: 'Grandma Qorvath', relation: 'friend' }),
    );
    await done(
      cast.therapist.put(
        `${path}/${id}`,
        { displayName: 'Grandma Qorvath', relation: 'friend', language: 'es', channel, contact: address },
        { 'if-match': '"0"' },
      ),
    );
    await owner.query(`update member set state = 'confirmed' where id = $1`, [id]);
    return { ...(await memberNow(id)), contact: address };
  }
  const memberNow = async (id: string): Promise<Member> => {
    const { items } = await done(cast.therapist.get<Page<Member>>(`/api/families/${torres.id}/members`));
    const member = items.find((one) => one.id === id);
    if (member === undefined) throw new Error('Nobody was added.');
    return member;
  };
  const planned = async (...who: Member[]): Promise<FamilySession> => {
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        format: 'family-session',
        startsOn: '2027-02-02',
        startTime: '16:00',
      }),
    );
    const people = who.map(({ id }) => ({ side: 'family', id, role: 'participant' }));
    return save(begun, {
      ...{ purpose: 'Calmer mornings with Maya', place: 'Room 4' },
      people: [...begun.plan.people, ...people],
    });
  };
  const save = ({ id, plan, revision }: FamilySession, change: object): Promise<FamilySession> =>
    done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${id}`,
        { ...plan, ...change },
        { 'if-match': `"${revision}"` },
      ),
    );
  const ask = ({ id }: FamilySession, ...who: Member[]): Promise<Page<AskedMember>> =>
    done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds: who.map((member) => member.id) }));
  const takeBack = (session: FamilySession, { id }: Member): Promise<unknown> =>
    done(cast.therapist.post(`/api/sessions/${session.id}/asked/${id}/take-back`));

  /** Two minutes go by for whatever waits to be sent, and then it is seen what was. */
  async function everythingIsSent(): Promise<void> {
    const waiting = `from pgboss.job where state in ('created', 'retry', 'active')`;
    for (let tries = 0; tries < 250; tries += 1) {
      await owner.query(
        `update pgboss.job set start_after = now() where state = 'created' and start_after > now()`,
      );
      if ((await owner.query(`select ${waiting}`)).rowCount === 0) return;
      await pause(100);
    }
    throw new Error('Something is never sent.');
  }
  const lettersTo = async ({ contact }: Member): Promise<ParsedMail[]> => {
    await everythingIsSent();
    return mailbox.to(contact ?? '');
  };

  interface Entry {
    readonly method: unknown;
    readonly uid: string;
    readonly sequence: number;
    readonly start: string;
    readonly summary: unknown;
  }
  function entryOf(mail: ParsedMail | undefined): Entry {
    const attached = mail?.attachments.find(({ filename }) => filename === 'appointment.ics');
    const text = attached?.content.toString('utf8') ?? '';
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = Object.values(nodeIcal.sync.parseICS(text)).find(
      (part) => part?.type === 'VEVENT',
    ) as VEvent;
    const start = calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstart') as ICAL.Time;
    expect(event.start.toISOString()).toBe(start.toJSDate().toISOString());
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: Number(event.sequence),
      start: event.start.toISOString(),
      summary: event.summary,
    };
  }

  it('comes with an entry for the calendar, and says no name and no reason', async () => {
    const grandma = await somebody('email');
    const session = await planned(grandma);
    await ask(session, grandma);
    const [mail, ...more] = await lettersTo(grandma);
    expect(more).toEqual([]);
    expect(entryOf(mail)).toMatchObject({ method: 'REQUEST', start: session.startsAt, summary: 'Cita' });
    expect(mail?.subject).toBe('Cita');
    expect(mail?.text).toMatch(/martes.*2 de febrero.*16:00/u);
    const entry = mail?.attachments.map(({ content }) => content.toString('utf8')).join('') ?? '';
    const said = `${mail?.subject ?? ''}\n${mail?.text ?? ''}\n${String(mail?.html)}\n${entry.replaceAll('\r\n ', '')}`;
    expect(said).not.toMatch(
      /qorvath|torres|maya|elena|morning|therap|famil|session|sesión|treatment|recovery/iu,
    );
    expect(said.match(/https?:\/\/[^\s"<]+/gu)?.every((link) => link === `${api.origin}/me`)).toBe(true);
    expect(api.log()).not.toContain(grandma.contact);
  });

  it.each([
    ['Europe/London', /martes, 2 de febrero, 21:00 hora del meridiano de Greenwich/u],
    ['America/Santiago', /martes, 2 de febrero, 18:00 hora de verano de Chile/u],
    ['America/New_York', null],
    [null, null],
  ])(
    'says when by the clock its reader chose, and by that of the practice where it shows another time: %s',
    async (ownZone, own) => {
      const grandma = await somebody('email');
      if (ownZone !== null)
        await owner.query(
          `insert into reminder (practice_id, person_id, days, hour, time_zone, revision)
           select practice_id, person_id, '{}', 9, $2, 1 from member where id = $1`,
          [grandma.id, ownZone],
        );
      const session = await planned(grandma);
      await ask(session, grandma);
      const there = /martes, 2 de febrero, 16:00 hora estándar oriental/u;
      const [mail] = await lettersTo(grandma);
      expect(mail?.text).toMatch(there);
      if (own !== null) expect(mail?.text).toMatch(own);
      expect(/reloj del consultorio/u.test(mail?.text ?? '')).toBe(own !== null);
      expect(mail?.text?.match(/martes/gu)).toHaveLength(own === null ? 1 : 2);
    },
  );

  it('is sent again when the hour is moved, once for many changes, and not when only notes change', async () => {
    const grandma = await somebody('email');
    const session = await planned(grandma);
    await ask(session, grandma);
    await everythingIsSent();
    let now = await save(session, { purpose: 'Something else' });
    expect(await lettersTo(grandma)).toHaveLength(1);
    for (const place of ['R', 'Ro', 'Room 5']) now = await save(now, { place });
    now = await save(now, { startTime: '17:00' });
    const [first, second, ...more] = await lettersTo(grandma);
    expect(more).toEqual([]);
    const [before, after] = [entryOf(first), entryOf(second)];
    expect([after.uid, after.method, after.start]).toEqual([before.uid, 'REQUEST', now.startsAt]);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it('is cancelled when it is taken back, and comes as another appointment when it is asked anew', async () => {
    const grandma = await somebody('email');
    const session = await planned(grandma);
    await ask(session, grandma);
    await everythingIsSent();
    await takeBack(session, grandma);
    await everythingIsSent();
    await ask(session, grandma);
    const [first, second, third, ...more] = (await lettersTo(grandma)).map(entryOf);
    expect(more).toEqual([]);
    expect([first?.method, second?.method, third?.method]).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    expect(second?.uid).toBe(first?.uid);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
    expect(third?.uid).not.toBe(first?.uid);
  });

  it('is cancelled for everybody who was told, when it is called off', async () => {
    const [one, other] = [await somebody('email'), await somebody('email')];
    const session = await planned(one, other);
    await ask(session, one);
    await everythingIsSent();
    await done(cast.therapist.post(`/api/sessions/${session.id}/call-off`));
    expect((await lettersTo(one)).map((mail) => entryOf(mail).method)).toEqual(['REQUEST', 'CANCEL']);
    expect(await lettersTo(other)).toEqual([]);
  });

  it('goes to nobody for whom mail is no safe way, or who shares an address', async () => {
    const shared = `shared-${(count += 1)}@example.org`;
    const people = [
      ...[await somebody('none'), await somebody('call')],
      ...[await somebody('email', shared), await somebody('email', shared)],
    ];
    const session = await planned(...people);
    await ask(session, ...people);
    for (const one of people) expect(await lettersTo(one)).toEqual([]);
  });

  it('is not sent once somebody is held, was taken back, or mail is not safe any more', async () => {
    const [held, back, unsafe] = [await somebody('email'), await somebody('email'), await somebody('email')];
    const session = await planned(held, back, unsafe);
    await mailbox.goAway();
    await ask(session, held, back, unsafe);
    await done(cast.therapist.post(`/api/families/${torres.id}/holds`, { memberId: held.id, reason: 'Why' }));
    await takeBack(session, back);
    await owner.query(`update safe_contact set channel = 'none' where member_id = $1`, [unsafe.id]);
    await mailbox.comeBack();
    for (const one of [held, back, unsafe]) expect(await lettersTo(one)).toEqual([]);
  });
});
