import type {
  AskedMember,
  FamilySession,
  FamilySummary,
  Invitation,
  MailedInvitation,
  MailHours,
  Member,
  Page,
} from '@common-ground/contract';
import { asStranger } from '@common-ground/testing';
import { done, refusal } from './acts';
import { practiceWithMail } from './demo-practice';
import { everyLetterIsTried } from './mailbox';

const HOUR_MS = 3_600_000;
const WHO = { displayName: 'Tía Qorrin', relation: 'relative', language: 'en' };

type Reached = Member & { readonly contact: string };

describe('mail that waits for hours that are safe', () => {
  const { api, cast, torres, owner, mailbox } = practiceWithMail();
  let count = 0;

  const path = (family: string = torres.id): string => `/api/families/${family}/members`;
  const newAddress = (): string => `kept-${(count += 1)}@example.org`;
  /** A day so many days on, where the practice is. */
  const dayIn = async (days: number): Promise<{ readonly date: string; readonly weekday: number }> => {
    const { rows } = await owner.query<{ date: string; weekday: number }>(
      `select d::text as date, extract(isodow from d)::int as weekday from
         (select (now() at time zone time_zone)::date + $2::int as d from practice
          where id = (select practice_id from family where id = $1)) one`,
      [torres.id, days],
    );
    const [one] = rows;
    if (one === undefined) throw new Error('There is no practice.');
    return one;
  };
  /** The day after tomorrow: it never begins while this runs. */
  const notToday = async (): Promise<MailHours> => ({
    ...{ days: [(await dayIn(2)).weekday], from: 0, until: 24 },
  });
  const write = (
    { id, details }: Pick<Member, 'id' | 'details'>,
    more: object,
    family?: string,
  ): Promise<Member> =>
    done(
      cast.therapist.put<Member>(
        `${path(family)}/${id}`,
        { ...WHO, channel: 'email', ...more },
        { 'if-match': `"${details?.revision ?? 0}"` },
      ),
    );
  async function somebody(mailHours: MailHours | null): Promise<Reached> {
    const contact = newAddress();
    const added = await done(cast.therapist.post<Member>(path(), { ...WHO, language: undefined }));
    return { ...(await write(added, { contact, mailHours })), contact };
  }
  const invite = ({ id }: Member): Promise<MailedInvitation> =>
    done(cast.therapist.post<MailedInvitation>(`${path()}/${id}/invitation`, { by: 'mail' }));
  const invitationOf = async ({ id }: Member): Promise<Invitation | undefined> =>
    (await done(cast.therapist.get<Page<Invitation>>(`/api/families/${torres.id}/invitations`))).items.find(
      ({ memberId }) => memberId === id,
    );
  async function planned(member: Member, startsOn: string): Promise<FamilySession> {
    await owner.query(`update member set state = 'confirmed' where id = $1`, [member.id]);
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn, startTime: '16:00' },
      }),
    );
    const people = [...begun.plan.people, { side: 'family', id: member.id, role: 'participant' }];
    return done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${begun.id}`,
        { ...begun.plan, people },
        { 'if-match': `"${begun.revision}"` },
      ),
    );
  }
  const ask = (session: FamilySession, { id }: Member): Promise<unknown> =>
    done(cast.therapist.post(`/api/sessions/${session.id}/asked`, { memberIds: [id] }));
  const lineOf = async (session: FamilySession, { id }: Member): Promise<AskedMember | undefined> =>
    (await done(cast.therapist.get<Page<AskedMember>>(`/api/sessions/${session.id}/asked`))).items.find(
      ({ memberId }) => memberId === id,
    );
  const linkIn = (address: string): string => mailbox.to(address)[0]?.text?.match(/\/l\/(\S+)/u)?.[1] ?? '';

  const timePasses = (): Promise<void> => everyLetterIsTried(owner);

  describe.each<[string, (member: Reached) => Promise<unknown>]>([
    ['the address has changed', (member) => write(member, { contact: newAddress() })],
    ['no way is safe', (member) => write(member, { contact: member.contact, channel: 'none' })],
    [
      'they are removed',
      async (member) => {
        await write(member, { contact: member.contact });
        await owner.query(`update member set state = 'removed' where id = $1`, [member.id]);
      },
    ],
  ])('when %s meanwhile', (_what, changes) => {
    it('takes no link to where an invitation was to go, and the invitation is over', async () => {
      const member = await somebody(await notToday());
      await invite(member);
      await changes(member);
      expect(await invitationOf(member)).toMatchObject({ state: 'withdrawn' });
      await timePasses();
      expect(mailbox.to(member.contact)).toEqual([]);
    });

    it('tells nobody there of an hour', async () => {
      const member = await somebody(await notToday());
      const session = await planned(member, '2027-02-02');
      await ask(session, member);
      await changes(member);
      await timePasses();
      expect(mailbox.to(member.contact)).toEqual([]);
      const { rows } = await owner.query(
        'select came_back_because as because from mail where to_address = $1',
        [member.contact],
      );
      expect(rows).toEqual([{ because: 'not-safe' }]);
    });

    it('tells nobody there that an hour is called off', async () => {
      const member = await somebody(null);
      const session = await planned(member, '2027-02-02');
      await ask(session, member);
      await timePasses();
      expect(mailbox.to(member.contact)).toHaveLength(1);
      const now = await write(member, { contact: member.contact, mailHours: await notToday() });
      await done(cast.therapist.post(`/api/sessions/${session.id}/call-off`));
      await changes({ ...now, contact: member.contact });
      await timePasses();
      expect(mailbox.to(member.contact)).toHaveLength(1);
    });
  });

  it('takes no link to a mailbox that is somebody else’s as well by now, and says that it did not go out', async () => {
    const member = await somebody(await notToday());
    await invite(member);
    await write(member, { contact: member.contact });
    await done(
      cast.therapist.post<Member>(path(), {
        ...{ displayName: 'Tío Qorrin', relation: 'relative', contact: member.contact },
      }),
    );
    await timePasses();
    expect(mailbox.to(member.contact)).toEqual([]);
    expect(await invitationOf(member)).toMatchObject({ state: 'open', mail: 'kept-back' });
  });

  it('says beside whoever is asked that the letter did not go out', async () => {
    const member = await somebody(await notToday());
    const session = await planned(member, '2027-02-02');
    await ask(session, member);
    await write(member, { contact: newAddress() });
    await timePasses();
    expect(await lineOf(session, member)).toMatchObject({ heldUntil: null, keptBack: 'not-safe' });
  });

  it('leaves a link that was sent to an address that is theirs no more without use', async () => {
    const member = await somebody(null);
    await invite(member);
    await timePasses();
    const token = linkIn(member.contact);
    expect((await asStranger(api).get(`/api/invitations/${token}`)).status).toBe(200);
    await write(member, { contact: newAddress() });
    expect((await asStranger(api).get(`/api/invitations/${token}`)).status).not.toBe(200);
  });

  it('is not offered to whom mail is not safe', async () => {
    const member = await somebody(null);
    await write(member, { contact: member.contact, channel: 'none' });
    expect(
      await refusal(cast.therapist.post(`${path()}/${member.id}/invitation`, { by: 'mail' })),
    ).toMatchObject({ status: 409, code: 'mail-not-possible', because: 'not-safe' });
  });

  it('goes out with an invitation that would have run out while it waited, for three days from then', async () => {
    const member = await somebody(await notToday());
    await invite(member);
    await owner.query(`update invitation set expires_at = now() - interval '1 hour' where member_id = $1`, [
      member.id,
    ]);
    await write(member, { contact: member.contact });
    const before = Date.now();
    await timePasses();
    const token = linkIn(member.contact);
    expect((await asStranger(api).get(`/api/invitations/${token}`)).status).toBe(200);
    const expiresAt = new Date((await invitationOf(member))?.expiresAt ?? 0).getTime();
    expect(expiresAt - before).toBeGreaterThan(72 * HOUR_MS - 60_000);
    expect(expiresAt - before).toBeLessThan(72 * HOUR_MS + 60_000);
  });

  it('says at once that a letter comes after the hour it is about, and does not write it then', async () => {
    const member = await somebody(await notToday());
    const session = await planned(member, (await dayIn(1)).date);
    await ask(session, member);
    expect(await lineOf(session, member)).toMatchObject({ heldUntil: null, keptBack: 'too-late' });
    await owner.query('update family_session set starts_on = $2 where id = $1', [
      session.id,
      (await dayIn(-2)).date,
    ]);
    await write(member, { contact: member.contact });
    await timePasses();
    expect(mailbox.to(member.contact)).toEqual([]);
    expect(await lineOf(session, member)).toMatchObject({ heldUntil: null, keptBack: 'too-late' });
  });

  it('cancels no hour that is over', async () => {
    const member = await somebody(null);
    const session = await planned(member, (await dayIn(1)).date);
    await ask(session, member);
    await timePasses();
    const now = await write(member, { contact: member.contact, mailHours: await notToday() });
    await done(cast.therapist.post(`/api/sessions/${session.id}/call-off`));
    expect(await lineOf(session, member)).toMatchObject({ keptBack: 'too-late' });
    await owner.query('update family_session set starts_on = $2 where id = $1', [
      session.id,
      (await dayIn(-2)).date,
    ]);
    await write(now, { contact: member.contact });
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(1);
  });

  it('keeps to the hours of an address whichever family they were written down in, and is refused where none is left', async () => {
    const { items } = await done(cast.therapist.get<Page<FamilySummary>>('/api/families'));
    const other = items.find(({ id }) => id !== torres.id)?.id ?? '';
    const member = await somebody(null);
    const there = await done(
      cast.therapist.post<Member>(path(other), { personId: member.personId, relation: 'relative' }),
    );
    const hours = await notToday();
    await write(there, { contact: newAddress(), mailHours: hours }, other);
    expect((await invite(member)).heldUntil).not.toBeNull();

    await write(member, {
      ...{ contact: member.contact, mailHours: { ...hours, days: [(await dayIn(4)).weekday] } },
    });
    expect(
      await refusal(cast.therapist.post(`${path()}/${member.id}/invitation`, { by: 'mail' })),
    ).toMatchObject({ status: 409, code: 'no-hours' });
  });
});
