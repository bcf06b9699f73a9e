import type { Family, Task, TaskSummary, Page, ReminderChoice } from '@common-ground/contract';
import { type ApiClient } from '@common-ground/testing';
import { done, familyNamed, refusal } from './acts';
import { practiceWithMail } from './demo-practice';
import { EVERY_DAY, Reminding } from './reminding';

describe('reminders', () => {
  const { api, cast, owner, mailbox } = practiceWithMail();
  const reminding = new Reminding(api, owner, mailbox);

  /** The address of one person in another family of the practice, of the same therapist or of another one alone. */
  const addressElsewhere = async (address: string | null, isOfSameTherapist: boolean): Promise<void> => {
    const { rowCount } = await owner.query(
      `update member set contact = $1 where id = (
         select o.id from member o join demo_persona d on d.persona = 'mother'
           join member m on m.person_id = d.person_id and m.practice_id = o.practice_id
         where o.family_id <> m.family_id and o.person_id <> m.person_id and o.state <> 'removed'
           and $2 = exists (select from caseload here join caseload there on there.therapist_id = here.therapist_id
             where here.family_id = m.family_id and there.family_id = o.family_id
               and here.ended_at is null and there.ended_at is null)
         order by o.id limit 1)`,
      [address, isOfSameTherapist],
    );
    if (rowCount !== 1) throw new Error('There is no such family.');
  };

  it('are nobody’s choice but one’s own, kept over a revision, and a lost answer is given again', async () => {
    await reminding.anew('mother');
    expect(await reminding.mine(cast.mother)).toEqual({
      isOffered: true,
      address: 'm…@example.org',
      choice: null,
      revision: 0,
    });
    const chosen = await done(
      reminding.choose(cast.mother, 0, { days: [5, 1], hour: 9, timeZone: 'America/New_York' }),
    );
    expect(chosen).toMatchObject({
      choice: { days: [1, 5], hour: 9, timeZone: 'America/New_York' },
      revision: 1,
    });
    expect(
      await done(reminding.choose(cast.mother, 0, { days: [5, 1], hour: 9, timeZone: 'America/New_York' })),
    ).toEqual(chosen);
    expect(await refusal(reminding.choose(cast.mother, 0, { days: [] }))).toMatchObject({
      code: 'revision-stale',
    });
    expect(await reminding.mine(cast.father)).toMatchObject({ choice: null, revision: 0 });
    expect(await done(reminding.choose(cast.mother, 1, { days: [] }))).toMatchObject({
      choice: { days: [] },
      revision: 2,
    });
  });

  it.each([
    ['a day that is none', { days: [8] }, 'days'],
    ['a day twice', { days: [1, 1] }, 'days'],
    ['an hour of the night', { hour: 3 }, 'hour'],
    ['a place that is none', { timeZone: 'America/Atlantis' }, 'timeZone'],
  ])('%s is a fault of its field', async (_what, choice, path) => {
    await reminding.anew('mother');
    const refused = await refusal(reminding.choose(cast.mother, 0, choice as Partial<ReminderChoice>));
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.errors?.[0]?.path).toMatch(new RegExp(`^${path}`, 'u'));
  });

  it('go out once a day, from however many processes, and say nothing about anything', async () => {
    await reminding.anew('mother');
    await done(reminding.choose(cast.mother, 0, {}));
    expect(await reminding.aMinuteLater(3)).toBe(1);
    expect(await reminding.aMinuteLater(2)).toBe(1);
    const [mail, ...others] = mailbox.to('mother@example.org');
    expect(others).toEqual([]);
    const said = `${mail?.subject ?? ''}\n${mail?.text ?? ''}\n${String(mail?.html)}`;
    expect(said).toMatch(/\/me\b/u);
    expect(said).not.toMatch(
      /rosa|maya|torres|elena|support|worksheet|homework|therap|clinic|treatment|recovery|mental/iu,
    );
  });

  it('that come back are told to the therapist, until one arrives, and to nobody else', async () => {
    await reminding.anew('mother', 'refused@example.org');
    await done(reminding.choose(cast.mother, 0, {}));
    expect(await reminding.aMinuteLater()).toBe(0);
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const told = async (client: ApiClient): Promise<(boolean | undefined)[]> =>
      (await done(client.get<Family>(`/api/families/${torres.id}`))).members
        .filter(({ relation }) => relation === 'mother')
        .map(({ details }) => details?.mailCameBack);
    expect(await told(cast.therapist)).toEqual([true]);
    expect(await told(cast.client)).toEqual([undefined]);
    await reminding.addressOf('mother', 'other@example.org');
    expect(await told(cast.therapist)).toEqual([false]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['on no day of hers', () => done(reminding.choose(cast.mother, 0, { days: otherDays() }))],
    ['at another hour', () => done(reminding.choose(cast.mother, 0, { hour: 18 }))],
    [
      'where another way is the safe one',
      async () => {
        await done(reminding.choose(cast.mother, 0, {}));
        await reminding.safely('call', 'mother');
      },
    ],
    [
      'without an address',
      async () => {
        await done(reminding.choose(cast.mother, 0, {}));
        await reminding.addressOf('mother', 'phone only');
      },
    ],
    [
      'once everything is sent',
      async () => {
        await done(reminding.choose(cast.mother, 0, {}));
        for (const task of await openWorksheets(cast.mother))
          await done(cast.mother.post<Task>(`/api/homework/${task.id}/send`));
      },
    ],
  ])('nobody is reminded %s', async (_when, arrange) => {
    await reminding.anew('mother');
    await arrange();
    expect(await reminding.aMinuteLater()).toBe(0);
  });

  it('go where the address is one’s own, as far as those who lead the family can know', async () => {
    await reminding.anew('brother');
    await done(reminding.choose(cast.brother, 0, {}));
    /** Where they would go, and how many the round of this minute would make, without making any. */
    const stands = async (): Promise<readonly [string | null, number | null]> => {
      await owner.query('begin');
      await owner.query(`update reminder set last_on = null`);
      const { rowCount } = await owner.query('select access.make_reminders()');
      await owner.query('rollback');
      return [(await reminding.mine(cast.brother)).address, rowCount];
    };
    expect(await stands()).toEqual(['b…@example.org', 1]);
    await reminding.addressOf('father', ' Brother@Example.org ');
    expect(await stands()).toEqual([null, 0]);
    await reminding.addressOf('father', null);
    await addressElsewhere('brother@example.org', true);
    expect(await stands()).toEqual([null, 0]);
    await addressElsewhere(null, true);
    await addressElsewhere('brother@example.org', false);
    expect(await stands()).toEqual(['b…@example.org', 1]);
    await addressElsewhere(null, false);
  });

  it('nobody is reminded of what was put off, taken back, or closed by a pause', async () => {
    await reminding.anew('brother', 'leo@example.org');
    await done(reminding.choose(cast.brother, 0, {}));
    const open = await openWorksheets(cast.brother);
    expect(open.length).toBeGreaterThan(0);
    await owner.query(`update member set state = 'paused' from demo_persona d
        where d.person_id = member.person_id and d.persona = 'brother'`);
    expect(await reminding.aMinuteLater()).toBe(0);
    await owner.query(`update member set state = 'confirmed' from demo_persona d
        where d.person_id = member.person_id and d.persona = 'brother'`);
    for (const task of open)
      await done(
        cast.brother.put(
          `/api/homework/${task.id}/answers/~not-this-week`,
          {
            value: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
            visibility: 'therapist',
          },
          { 'if-match': '"0"', 'idempotency-key': `off-${task.id}` },
        ),
      );
    expect(await reminding.aMinuteLater()).toBe(0);
    await owner.query(
      `delete from answer_history where answer_id in (select id from answer where prompt_id = '~not-this-week')`,
    );
    await owner.query(`delete from answer where prompt_id = '~not-this-week'`);
    expect(await reminding.aMinuteLater()).toBe(1);
  });

  it('are due at the hour that was chosen, in summer and in winter, and once on a day with an hour twice', async () => {
    const isDue = async (zone: string, hour: number, lastOn: string | null, at: string): Promise<boolean> => {
      const { rows } = await owner.query<{ due: boolean }>(
        'select access.reminder_is_due($1, $2, $3, $4, $5) as due',
        [EVERY_DAY, hour, zone, lastOn, at],
      );
      return rows[0]?.due === true;
    };
    // Nine o'clock in New York before and after 8 March 2026, when clocks went forward.
    expect(await isDue('America/New_York', 9, null, '2026-03-07T13:59:00Z')).toBe(false);
    expect(await isDue('America/New_York', 9, null, '2026-03-07T14:00:00Z')).toBe(true);
    expect(await isDue('America/New_York', 9, null, '2026-03-08T12:59:00Z')).toBe(false);
    expect(await isDue('America/New_York', 9, null, '2026-03-08T13:00:00Z')).toBe(true);
    // In Sydney they went back on 5 April 2026; in India they never move, and are half an hour off.
    expect(await isDue('Australia/Sydney', 7, '2026-04-04', '2026-04-04T20:59:00Z')).toBe(false);
    expect(await isDue('Australia/Sydney', 7, '2026-04-04', '2026-04-04T21:00:00Z')).toBe(true);
    expect(await isDue('Australia/Sydney', 7, '2026-04-05', '2026-04-04T22:00:00Z')).toBe(false);
    expect(await isDue('Asia/Kolkata', 21, null, '2026-11-29T15:29:00Z')).toBe(false);
    expect(await isDue('Asia/Kolkata', 21, null, '2026-11-29T15:30:00Z')).toBe(true);
    // Two hours late is late enough.
    expect(await isDue('Asia/Kolkata', 21, null, '2026-11-29T18:31:00Z')).toBe(false);
  });

  async function openWorksheets(client: ApiClient): Promise<TaskSummary[]> {
    const { items } = await done(client.get<Page<TaskSummary>>('/api/homework?limit=100'));
    return items.filter(({ kind, sentAt }) => kind === 'worksheet' && sentAt === null);
  }
});

/** Days of the week that it is not, wherever one is. */
function otherDays(): ReminderChoice['days'] {
  const today = new Date().getUTCDay() || 7;
  return EVERY_DAY.filter((day) => Math.abs(day - today) > 1 && Math.abs(day - today) < 6);
}
