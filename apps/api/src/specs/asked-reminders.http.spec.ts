import type { MemberId, NotRemindedBecause, Share, ShareReminders, TaskId } from '@common-ground/contract';
import { type Answer, type ApiClient } from '@common-ground/testing';
import { approved, done, idOf, memberIn, putAnswer, refusal, send, share, taskTitled } from './acts';
import { practiceWithMail } from './demo-practice';
import { Reminding } from './reminding';

const TITLE = 'When it gets loud';
/** Wants no reminders but those a therapist asks for. */
const WHEN_ASKED = { days: [], whenAsked: true };

describe('reminders that a therapist asks for', () => {
  const { api, cast, torres, owner, mailbox } = practiceWithMail();
  const reminding = new Reminding(api, owner, mailbox);
  let mother: MemberId;
  let shared: Share;

  beforeAll(async () => {
    mother = memberIn(torres, 'mother');
    const { id } = await approved(cast, torres.id, TITLE);
    shared = await share(cast.therapist, id, [mother, memberIn(torres, 'brother')]);
  });

  const see = (client: ApiClient, id = shared.id): Promise<ShareReminders> =>
    done(client.get<ShareReminders>(`/api/shares/${id}/reminders`));
  const ask = (client: ApiClient, ...memberIds: MemberId[]): Promise<Answer<ShareReminders>> =>
    client.post<ShareReminders>(`/api/shares/${shared.id}/reminders`, { memberIds });
  /** Another share of the mother's. */
  const given = async (title: string, terms: object = {}): Promise<Share> => {
    const { id } = await approved(cast, torres.id, title);
    return done(cast.therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds: [mother], ...terms }));
  };
  const askAbout = ({ id }: Share): Promise<ShareReminders> =>
    done(cast.therapist.post<ShareReminders>(`/api/shares/${id}/reminders`, { memberIds: [mother] }));
  const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const toldOf = (told: ShareReminders): NotRemindedBecause | null | undefined =>
    told.lines.find(({ member }) => member.memberId === mother)?.because;
  const why = async (): Promise<NotRemindedBecause | null | undefined> => toldOf(await see(cast.therapist));
  /** How many reminders the round of this minute would make, without making any. */
  const due = async (): Promise<number> => {
    await owner.query('begin');
    const { rowCount } = await owner.query('select access.make_reminders()');
    await owner.query('rollback');
    return rowCount ?? 0;
  };

  it('make one mail that says nothing, whoever asks and however many processes are at it', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    expect(await due()).toBe(0);
    const task = await taskTitled(cast.mother, TITLE);
    const before = await done(cast.mother.get(`/api/homework/${task}`));
    const told = await Promise.all([
      done(ask(cast.therapist, mother, memberIn(torres, 'brother'))),
      done(ask(cast.therapist, mother)),
    ]);
    expect(told.map(toldOf)).toEqual(['asked-today', 'asked-today']);
    const asked = await owner.query<{ subject_ids: string[] }>(
      `select subject_ids from audit where action = 'reminders.ask'`,
    );
    expect(asked.rows.map(({ subject_ids }) => subject_ids)).toEqual([[await idOf(cast.mother)]]);

    expect(await reminding.aMinuteLater(2)).toBe(1);
    expect(mailbox.to('mother@example.org')).toHaveLength(1);
    expect(mailbox.to('mother@example.org')[0]?.text).not.toMatch(/elena|therap|torres|loud|worksheet/iu);
    const { rows } = await owner.query<{ today: string }>(
      `select (now() at time zone time_zone)::date::text as today from practice p
           join demo_persona d on d.practice_id = p.id where d.persona = 'mother'`,
    );
    const today = rows[0]?.today;
    expect((await see(cast.therapist)).lines[0]?.last).toEqual({
      ...{ askedOn: today, by: 'Elena Ruiz', wentOutOn: today, isOnItsWay: false },
    });
    expect(await done(cast.mother.get(`/api/homework/${task}`))).toEqual(before);
    expect(await due()).toBe(0);
  });

  it('count with those a person chose: one a day in all', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, { whenAsked: true }));
    await done(ask(cast.therapist, mother));
    expect(await due()).toBe(1);
    await owner.query(`update reminder set last_on = (now() at time zone time_zone)::date`);
    expect(await due()).toBe(0);
    // What was asked for on a day that had its reminder comes on the next, unless a day and more went by.
    await owner.query(`update reminder set last_on = last_on - 1, days = '{}'`);
    expect(await due()).toBe(1);
    await owner.query(`update reminder_ask set asked_at = now() - interval '27 hours'`);
    expect(await due()).toBe(0);
    expect((await see(cast.therapist)).lines[0]?.last).toMatchObject({ wentOutOn: null, isOnItsWay: false });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['took it back', () => done(reminding.choose(cast.mother, 1, { days: [], whenAsked: false }))],
    ['chose another hour', () => done(reminding.choose(cast.mother, 1, { ...WHEN_ASKED, hour: 18 }))],
    ['has no safe address any more', () => reminding.safely('call', 'mother')],
    [
      'is led by somebody else by now',
      () =>
        owner.query(`update reminder_ask set asked_by = (select person_id from demo_persona
          where persona = 'other-therapist')`),
    ],
  ])('are not made, nor sent once made, for somebody who in between %s', async (_what, arrange) => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    await done(ask(cast.therapist, mother));
    await owner.query('begin');
    await owner.query('select access.make_reminders()');
    const { rows: made } = await owner.query<{ practice_id: string; about_id: string; id: string }>(
      `select practice_id, about_id, id from mail where sort = 'reminder'`,
    );
    await owner.query('rollback');
    const wanted = async (): Promise<boolean> => {
      await owner.query('begin');
      await owner.query(
        `insert into mail (practice_id, id, sort, about_id, to_address, language, made_by)
        select $1, $2, 'reminder', $3::uuid, 'mother@example.org', 'en', $3::uuid`,
        [made[0]?.practice_id, made[0]?.id, made[0]?.about_id],
      );
      await owner.query('update reminder_ask set mail_id = $1', [made[0]?.id]);
      const { rows } = await owner.query<{ wanted: boolean }>(
        `select access.reminder_is_wanted($1, $2, 'mother@example.org', $3) as wanted`,
        [made[0]?.practice_id, made[0]?.about_id, made[0]?.id],
      );
      await owner.query('rollback');
      return rows[0]?.wanted === true;
    };
    expect(await wanted()).toBe(true);
    await arrange();
    expect(await wanted()).toBe(false);
    expect(await due()).toBe(0);
  });

  it('come at the hour that was chosen, in summer and in winter, on whichever day of the week', async () => {
    const isDue = async (whenAsked: boolean, lastOn: string | null, at: string): Promise<boolean> => {
      const { rows } = await owner.query<{ due: boolean }>(
        `select access.asked_reminder_is_due(jsonb_populate_record(null::reminder, $1), $2, $3) as due`,
        [{ when_asked: whenAsked, days: [], hour: 9, time_zone: 'America/New_York' }, lastOn, at],
      );
      return rows[0]?.due === true;
    };
    // Nine o'clock in New York before and after 8 March 2026, when clocks went forward.
    expect(await isDue(true, null, '2026-03-07T13:59:00Z')).toBe(false);
    expect(await isDue(true, null, '2026-03-07T14:00:00Z')).toBe(true);
    expect(await isDue(true, '2026-03-07', '2026-03-08T12:59:00Z')).toBe(false);
    expect(await isDue(true, '2026-03-07', '2026-03-08T13:00:00Z')).toBe(true);
    expect(await isDue(true, '2026-03-08', '2026-03-08T13:00:00Z')).toBe(false);
    expect(await isDue(false, null, '2026-03-08T13:00:00Z')).toBe(false);
  });

  it('tell of the newest round alone, and not that an older one was begun and kept', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    const daily = await given('Day by day', { rhythm: { every: 'day', untilOn: inAWeek() } });
    const first = await taskTitled(cast.mother, 'Day by day');
    await done(putAnswer(cast.mother, first, 'told', 0, 'Begun', { visibility: 'not-yet' }));
    const { rows: second } = await owner.query<{ id: TaskId }>(
      `update task set given_at = now() where share_id = $1 and round = 2 returning id`,
      [daily.id],
    );
    expect(toldOf(await see(cast.therapist, daily.id))).toBeNull();
    await askAbout(daily);
    expect(await due()).toBe(1);
    await send(cast.mother, second[0]?.id as TaskId);
    expect(toldOf(await see(cast.therapist, daily.id))).toBe('sent');
    // Nor does a mail that goes out tell of it.
    expect(await due()).toBe(0);
  });

  it('tell that something was put off to whom that was told, and are made for it in neither case', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    const off = await given('Put off');
    const task = await taskTitled(cast.mother, 'Put off');
    const hidden = { visibility: 'not-yet', key: 'hidden' } as const;
    await done(putAnswer(cast.mother, task, '~not-this-week', 0, inAWeek(), hidden));
    expect(toldOf(await see(cast.therapist, off.id))).toBeNull();
    expect(toldOf(await askAbout(off))).toBe('asked-today');
    expect(await due()).toBe(0);
    await done(putAnswer(cast.mother, task, '~not-this-week', 1, inAWeek(), { key: 'said' }));
    expect(toldOf(await see(cast.therapist, off.id))).toBe('put-off');
    expect(await due()).toBe(0);
    await done(putAnswer(cast.mother, task, '~not-this-week', 2, null, { key: 'on-again' }));
    expect(await due()).toBe(1);
  });

  it('are asked for share by share, and are one mail all the same', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    const other = await given('Another one');
    await done(ask(cast.therapist, mother));
    expect((await see(cast.therapist, other.id)).lines).toMatchObject([{ because: null, last: null }]);
    expect((await askAbout(other)).lines).toMatchObject([
      { because: 'asked-today', last: { wentOutOn: null, isOnItsWay: true } },
    ]);
    expect((await owner.query('select from reminder_ask')).rowCount).toBe(2);
    expect(await due()).toBe(1);
  });

  it('are asked for only once it has opened to somebody, by the rule that offers it', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, WHEN_ASKED));
    const later = await given('Next week', { startsOn: inAWeek() });
    expect(later.may.remind).toBe(false);
    expect(await see(cast.therapist, later.id)).toMatchObject({
      ...{ lines: [{ because: 'to-come', last: null }], may: { ask: false } },
    });
    const asking = cast.therapist.post(`/api/shares/${later.id}/reminders`, { memberIds: [mother] });
    expect(await refusal(asking)).toMatchObject({ status: 409, code: 'wrong-state' });
    await owner.query('update task set given_at = now() where share_id = $1', [later.id]);
    expect(toldOf(await askAbout(later))).toBe('asked-today');
  });

  it('are for nobody about whom the therapist is told why, in words that keep apart nothing private', async () => {
    await reminding.anew('mother');
    expect(await why()).toBe('not-asked-for');
    await done(reminding.choose(cast.mother, 0));
    expect(await why()).toBe('not-asked-for');
    await done(reminding.choose(cast.mother, 1, { whenAsked: true }));
    expect(await why()).toBeNull();
    await reminding.safely('call', 'mother');
    expect(await why()).toBe('no-safe-contact');
    await reminding.safely('email', 'mother');

    // Held, kept apart from the client, paused, without a consent: one answer.
    const closed: Record<string, [string, string]> = {
      held: [
        `insert into hold (practice_id, id, family_id, member_id, reason, set_by)
           select practice_id, gen_random_uuid(), family_id, id, 'Why', person_id from member where id = $1`,
        `delete from hold where member_id = $1`,
      ],
      blocked: [
        `insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
           select m.practice_id, gen_random_uuid(), m.family_id, least(m.id, c.id), greatest(m.id, c.id), 'Why', m.person_id
           from member m join member c on c.family_id = m.family_id and c.relation = 'client' where m.id = $1`,
        `delete from block where reason = 'Why' and $1 in (one_id, other_id)`,
      ],
      paused: [
        `update member set state = 'paused' where id = $1`,
        `update member set state = 'confirmed' where id = $1`,
      ],
      'without a consent': [
        `update consent set revoked_at = now() where member_id = $1 and revoked_at is null`,
        `update consent set revoked_at = null where member_id = $1`,
      ],
    };
    const answers: string[] = [];
    for (const [close, open] of Object.values(closed)) {
      await owner.query(close, [mother]);
      answers.push(JSON.stringify(await see(cast.therapist)));
      expect(toldOf(await done(ask(cast.therapist, mother)))).toBe('not-open');
      // What was taken back stays so, for everybody but a spec.
      await owner.query('set session_replication_role = replica');
      await owner.query(open, [mother]);
      await owner.query('set session_replication_role = origin');
    }
    expect(new Set(answers).size).toBe(1);

    const task = await taskTitled(cast.mother, TITLE);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await done(putAnswer(cast.mother, task, '~not-this-week', 0, nextWeek, { key: 'off' }));
    expect(await why()).toBe('put-off');
    await done(putAnswer(cast.mother, task, '~not-this-week', 1, null, { key: 'on' }));
    expect(await why()).toBeNull();
    await owner.query(`update task set given_at = now() + interval '1 day' where id = $1`, [task]);
    expect(await why()).toBe('to-come');
    await owner.query(`update task set given_at = now() where id = $1`, [task]);
    await send(cast.mother, task);
    expect(await why()).toBe('sent');
    expect((await owner.query('select from reminder_ask')).rowCount).toBe(0);
    await done(cast.therapist.post(`/api/shares/${shared.id}/revoke`));
    expect(await why()).toBe('over');
    expect(await refusal(ask(cast.therapist, mother))).toMatchObject({ code: 'wrong-state' });
  });

  it('are asked for by those who lead the family; to everybody else there is no such share', async () => {
    for (const client of [
      cast.mother,
      cast.client,
      cast.supervisor,
      cast['other-therapist'],
      cast.outsider,
    ]) {
      const path = `/api/shares/${shared.id}/reminders`;
      expect((await refusal(client.get(path))).status).toBeGreaterThanOrEqual(403);
      expect((await refusal(ask(client, mother))).status).toBeGreaterThanOrEqual(403);
    }
    expect(await refusal(cast['other-therapist'].get(`/api/shares/${shared.id}/reminders`))).toMatchObject({
      status: 404,
    });
  });
});
