import { setTimeout as pause } from 'node:timers/promises';
import type {
  AskedMember,
  FamilySession,
  Invitation,
  MailedInvitation,
  MailHours,
  Member,
  Page,
} from '@common-ground/contract';
import { done, refusal } from './acts';
import { practiceWithMail } from './demo-practice';
import { everyLetterIsTried } from './mailbox';

const HOUR_MS = 3_600_000;

describe('the hours at which mail may go out to somebody', () => {
  const { cast, torres, owner, mailbox } = practiceWithMail();
  let count = 0;

  const path = (): string => `/api/families/${torres.id}/members`;
  /** The day after tomorrow where the practice is: it never begins while this runs. */
  const notToday = async (): Promise<MailHours> => {
    const { rows } = await owner.query<{ day: number }>(
      `select extract(isodow from (now() at time zone time_zone)::date + 2)::int as day from practice
       where id = (select practice_id from family where id = $1)`,
      [torres.id],
    );
    return { days: [rows[0]?.day ?? 0], from: 0, until: 24 };
  };
  /** The beginning of that day. */
  const thatDay = async (): Promise<string> => {
    const { rows } = await owner.query<{ at: Date }>(
      `select ((now() at time zone time_zone)::date + 2)::timestamp at time zone time_zone as at from practice
       where id = (select practice_id from family where id = $1)`,
      [torres.id],
    );
    return rows[0]?.at.toISOString() ?? '';
  };
  /** A day of an hour that is well ahead, whenever this runs. */
  const inTwoMonths = async (): Promise<string> => {
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + 60)::text as day from practice
       where id = (select practice_id from family where id = $1)`,
      [torres.id],
    );
    return rows[0]?.day ?? '';
  };
  const write = (member: Pick<Member, 'id'>, revision: number, more: object): Promise<Member> =>
    done(
      cast.therapist.put<Member>(
        `${path()}/${member.id}`,
        { displayName: 'Tía Qorrin', relation: 'relative', language: 'en', channel: 'email', ...more },
        { 'if-match': `"${revision}"` },
      ),
    );
  async function somebody(mailHours: MailHours | null): Promise<Member & { readonly contact: string }> {
    const contact = `hours-${(count += 1)}@example.org`;
    const { id } = await done(
      cast.therapist.post<Member>(path(), { displayName: 'Tía Qorrin', relation: 'relative' }),
    );
    return { ...(await write({ id }, 0, { contact, mailHours })), contact };
  }
  const atAnyTime = (member: Member & { readonly contact: string }): Promise<Member> =>
    write(member, 1, { contact: member.contact });
  const invite = ({ id }: Member): Promise<MailedInvitation> =>
    done(cast.therapist.post<MailedInvitation>(`${path()}/${id}/invitation`, { by: 'mail' }));
  const invitationOf = async ({ id }: Member): Promise<Invitation | undefined> =>
    (await done(cast.therapist.get<Page<Invitation>>(`/api/families/${torres.id}/invitations`))).items.find(
      ({ memberId }) => memberId === id,
    );
  const timePasses = (): Promise<void> => everyLetterIsTried(owner);

  it('hold an invitation back, whoever tries to send it, and say when it goes out', async () => {
    const member = await somebody(await notToday());
    const made = await invite(member);
    const then = await thatDay();
    expect(made.heldUntil).toBe(then);
    expect(new Date(made.expiresAt).getTime()).toBe(new Date(then).getTime() + 72 * HOUR_MS);
    for (let tries = 0; tries < 2; tries += 1) {
      await timePasses();
      expect(mailbox.to(member.contact)).toEqual([]);
      expect(await invitationOf(member)).toMatchObject({ mail: 'under-way', heldUntil: then });
    }
    // What was written down wrongly is mended, and it goes out when it is looked at next.
    await atAnyTime(member);
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(1);
    expect(await invitationOf(member)).toMatchObject({ mail: 'sent', heldUntil: null });
  });

  it('hold back what was asked for before they were written down', async () => {
    const member = await somebody(null);
    await mailbox.goAway();
    expect((await invite(member)).heldUntil).toBeNull();
    await write(member, 1, { contact: member.contact, mailHours: await notToday() });
    await mailbox.comeBack();
    const then = await thatDay();
    for (let tries = 0; (await invitationOf(member))?.heldUntil !== then; tries += 1) {
      if (tries === 300) throw new Error('The letter is never held back.');
      await pause(100);
    }
    await timePasses();
    expect(mailbox.to(member.contact)).toEqual([]);
  });

  it('hold the letter about an hour back, and say so beside whoever is asked', async () => {
    const member = await somebody(await notToday());
    await owner.query(`update member set state = 'confirmed' where id = $1`, [member.id]);
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: await inTwoMonths(), startTime: '16:00' },
      }),
    );
    const { id } = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${begun.id}`,
        {
          ...begun.plan,
          people: [...begun.plan.people, { side: 'family', id: member.id, role: 'participant' }],
        },
        { 'if-match': `"${begun.revision}"` },
      ),
    );
    const lineOf = ({ items }: Page<AskedMember>) => items.find(({ memberId }) => memberId === member.id);
    const asked = await done(
      cast.therapist.post<Page<AskedMember>>(`/api/sessions/${id}/asked`, { memberIds: [member.id] }),
    );
    expect(lineOf(asked)).toMatchObject({ heldUntil: await thatDay() });
    await timePasses();
    expect(mailbox.to(member.contact)).toEqual([]);
    await atAnyTime(member);
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(1);
    const now = await done(cast.therapist.get<Page<AskedMember>>(`/api/sessions/${id}/asked`));
    expect(lineOf(now)?.heldUntil).toBeNull();
  });

  it('hold the letter back that says that somebody is asked no more, and say so as long as they may not know', async () => {
    const member = await somebody(null);
    await owner.query(`update member set state = 'confirmed' where id = $1`, [member.id]);
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: await inTwoMonths(), startTime: '16:00' },
      }),
    );
    const put = (from: FamilySession, people: FamilySession['plan']['people']): Promise<FamilySession> =>
      done(
        cast.therapist.put<FamilySession>(
          `/api/sessions/${begun.id}`,
          { ...from.plan, people },
          { 'if-match': `"${from.revision}"` },
        ),
      );
    const planned = await put(begun, [
      ...begun.plan.people,
      { side: 'family', id: member.id, role: 'participant' },
    ]);
    const at = `/api/sessions/${begun.id}/asked`;
    const lineOf = ({ items }: Page<AskedMember>) => items.find(({ memberId }) => memberId === member.id);
    const line = async () => lineOf(await done(cast.therapist.get<Page<AskedMember>>(at)));
    const ask = () => done(cast.therapist.post(at, { memberIds: [member.id] }));
    const takeBack = async () =>
      lineOf(await done(cast.therapist.post<Page<AskedMember>>(`${at}/${member.id}/take-back`)));
    const hours = await notToday();

    // Who was told nothing has nothing to be told: there is nothing to wait for.
    await write(member, 1, { contact: member.contact, mailHours: hours });
    await ask();
    expect(await takeBack()).toMatchObject({ takenBack: null, heldUntil: null, askedAt: null });

    await write(member, 2, { contact: member.contact });
    await ask();
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(1);
    await write(member, 3, { contact: member.contact, mailHours: hours });
    const said = {
      ...{ takenBack: { at: expect.any(String) as string }, heldUntil: await thatDay(), askedAt: null },
    };
    expect(await takeBack()).toMatchObject({ ...said, may: { ask: true, takeBack: false } });
    // Also once they are out of the plan; nobody asks them from there.
    await put(planned, begun.plan.people);
    expect(await line()).toMatchObject({ ...said, isPlanned: false, may: { ask: false, takeBack: false } });
    expect(await refusal(cast.therapist.post(at, { memberIds: [member.id] }))).toMatchObject({
      errors: [{ path: 'memberIds.0', code: 'not-planned' }],
    });
    // Held before its day, it is not ahead any more.
    await owner.query(
      `insert into session_run (practice_id, session_id, family_id, begun_by, entries, ends, ended_at, revision, led_by)
       select practice_id, id, family_id, planned_by, '[]', 'closed', now(), 1, planned_by from family_session where id = $1`,
      [begun.id],
    );
    expect(await line()).toBeUndefined();
    await owner.query('delete from session_run where session_id = $1', [begun.id]);
    expect(await line()).toMatchObject(said);
    await write(member, 4, { contact: member.contact });
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(2);
    expect(await line()).toBeUndefined();
  });

  it('let through at once what falls into them, and are told with whom they are of', async () => {
    const always: MailHours = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 24 };
    const member = await somebody(always);
    expect(member.details?.mailHours).toEqual(always);
    expect((await invite(member)).heldUntil).toBeNull();
    await timePasses();
    expect(mailbox.to(member.contact)).toHaveLength(1);
  });

  it.each([
    [{ days: [1], from: 9, until: 9 }, 'mailHours.until'],
    [{ days: [1], from: 18, until: 9 }, 'mailHours.until'],
    [{ days: [], from: 9, until: 18 }, 'mailHours.days'],
    [{ days: [8], from: 9, until: 18 }, 'mailHours.days'],
    [{ days: [1, 1], from: 9, until: 18 }, 'mailHours.days'],
    [{ days: [1], from: -1, until: 18 }, 'mailHours.from'],
    [{ days: [1], from: 9, until: 25 }, 'mailHours.until'],
    [{ days: [1], from: 9.5, until: 18 }, 'mailHours.from'],
    ['evenings', 'mailHours'],
  ])('are none such as %j', async (mailHours, at) => {
    const { id } = await somebody(null);
    const refused = cast.therapist.put(
      `${path()}/${id}`,
      { displayName: 'Tía Qorrin', relation: 'relative', language: 'en', channel: 'none', mailHours },
      { 'if-match': '"1"' },
    );
    expect(await refusal(refused)).toMatchObject({ status: 422, errors: [{ path: at }] });
  });
});
