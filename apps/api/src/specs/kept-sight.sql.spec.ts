import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';

/** What reaches the mother, kept by one connection while another one changes it. */
describe('keeping what reaches somebody, and changing it at the same time', () => {
  let database: ScratchDatabase;
  let keeper: Client;
  let changer: Client;
  let mother: { id: string; practice: string };

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    keeper = new Client({ connectionString: database.ownerUrl });
    changer = new Client({ connectionString: database.ownerUrl });
    await Promise.all([keeper.connect(), changer.connect()]);
    const { rows } = await keeper.query<typeof mother>(
      `select person_id as id, practice_id as practice from demo_persona where persona = 'mother'`,
    );
    mother = rows[0] ?? mother;
  });
  afterAll(async () => {
    await Promise.all([keeper.end(), changer.end()]);
    await database.drop();
  });
  beforeEach(() => keeper.query('delete from kept_sight; delete from gone_sight'));
  afterEach(async () => {
    await Promise.all([keeper.query('rollback'), changer.query('rollback')]);
    await keeper.query('alter table share disable trigger share_once');
    await keeper.query('update share set revoked_at = null');
    await keeper.query('alter table share enable trigger share_once');
  });

  const keep = async (): Promise<boolean> => {
    const { rows } = await keeper.query<{ kept: boolean }>('select access.keep_sight($1, $2) as kept', [
      mother.practice,
      mother.id,
    ]);
    return rows[0]?.kept === true;
  };
  const keptNow = async (): Promise<{ tasks: string[]; until: Date }[]> =>
    (
      await changer.query<{ tasks: string[]; until: Date }>(
        `select tasks, good_until as until from kept_sight k where practice_id = $1 and person_id = $2
           and not exists (select from gone_sight g where g.person_id = k.person_id)`,
        [mother.practice, mother.id],
      )
    ).rows;
  const takeBack = (): Promise<unknown> =>
    changer.query('update share set revoked_at = now() where practice_id = $1', [mother.practice]);

  it('is not kept while somebody changes it, and is when they are done', async () => {
    await changer.query('begin');
    await takeBack();
    expect(await keep()).toBe(false);
    expect(await keptNow()).toEqual([]);
    await changer.query('commit');
    expect(await keep()).toBe(true);
    expect((await keptNow()).map(({ tasks }) => tasks)).toEqual([[]]);
  });

  it('is not kept while a place of somebody who had none is not there yet', async () => {
    const outsider = async (): Promise<boolean> => {
      const { rows } = await keeper.query<{ kept: boolean }>(
        `select access.keep_sight(practice_id, id) as kept from person
         where practice_id = $1 and not exists (select from member m where m.person_id = person.id) limit 1`,
        [mother.practice],
      );
      return rows[0]?.kept === true;
    };
    await changer.query('begin; set constraints all deferred');
    await changer.query(
      `update member set person_id = (select id from person p where practice_id = $1
         and not exists (select from member m where m.person_id = p.id) limit 1) where person_id = $2`,
      [mother.practice, mother.id],
    );
    expect(await outsider()).toBe(false);
    await changer.query('rollback');
    expect(await outsider()).toBe(true);
  });

  it('is not kept by halves where somebody changes their mind', async () => {
    await changer.query('begin');
    await takeBack();
    await changer.query('rollback');
    expect(await keep()).toBe(true);
    expect((await keptNow())[0]?.tasks.length).toBeGreaterThan(0);
  });

  it('is taken away by whoever changes it while it is being kept', async () => {
    await keeper.query('begin');
    expect(await keep()).toBe(true);
    const changing = takeBack();
    const { rows: me } = await keeper.query<{ pid: number }>('select pg_backend_pid() as pid');
    // The change waits for the keeper, and for nobody else.
    for (;;) {
      const { rows } = await keeper.query<{ waits: boolean }>(
        `select exists (select from pg_locks l where not l.granted and $1 = any (pg_blocking_pids(l.pid))) as waits`,
        [me[0]?.pid],
      );
      if (rows[0]?.waits === true) break;
    }
    await keeper.query('commit');
    await changing;
    expect(await keptNow()).toEqual([]);
  });

  it('is told to be gone by two at once, who do not wait for each other', async () => {
    await keep();
    await changer.query('begin');
    await changer.query(`update consent set until_on = current_date where practice_id = $1`, [
      mother.practice,
    ]);
    await keeper.query(`begin; set local lock_timeout = '2s'`);
    await keeper.query(`update share set note = 'Newer' where practice_id = $1`, [mother.practice]);
    await keeper.query('commit');
    await changer.query('commit');
    expect(await keptNow()).toEqual([]);
    expect(await keep()).toBe(true);
    expect((await keptNow()).length).toBe(1);
  });

  it('is not kept while the practice’s day, or very much at once, is being changed', async () => {
    const bulk = `select access.forget_sight($1, array(select gen_random_uuid() from generate_series(1, 101)), '{}')`;
    const zone = `update practice set time_zone = case time_zone when 'Etc/GMT-14' then 'Etc/GMT+12' else 'Etc/GMT-14' end
      where id = $1`;
    for (const change of [zone, bulk]) {
      await keeper.query('delete from gone_sight');
      await keep();
      await changer.query('begin');
      await changer.query(change, [mother.practice]);
      expect(await keptNow()).toEqual([]);
      expect(await keep()).toBe(true);
      await keeper.query('delete from kept_sight');
      expect(await keep()).toBe(false);
      await changer.query('rollback');
    }
  });

  it('stays when homework is sent, which changes nothing of what reaches anybody', async () => {
    await keep();
    await changer.query('begin');
    await changer.query(
      `update task set sent_at = now() where practice_id = $1 and sent_at is null and given_at is not null`,
      [mother.practice],
    );
    expect((await keptNow()).length).toBe(1);
  });

  it('is not kept in a transaction that would not see what was changed after its beginning', async () => {
    await keeper.query('begin isolation level repeatable read');
    await keeper.query('select from practice');
    await takeBack();
    expect(await keep()).toBe(false);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00Z'],
    // Clocks go back from one to midnight: the day after ends there a second time.
    ['Atlantic/Azores', '2026-10-24', '2026-10-25T00:00:00Z'],
    ['America/Havana', '2026-10-31', '2026-11-01T04:00:00Z'],
    // Clocks go forward at midnight: the day begins at one.
    ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z'],
    ['Asia/Kathmandu', '2026-06-01', '2026-06-01T18:15:00Z'],
  ])('knows when a day ends: %s, %s', async (zone, day, ends) => {
    const { rows } = await keeper.query<{ ends: Date }>('select access.end_of_day($2::date, $1) as ends', [
      zone,
      day,
    ]);
    expect(rows.map((row) => row.ends.toISOString().replace('.000', ''))).toEqual([ends]);
  });

  it('is not changed by a transaction that would not see what was kept after its beginning', async () => {
    await changer.query('begin isolation level repeatable read');
    await expect(takeBack()).rejects.toThrow('what was committed before each statement');
  });

  it('is kept until the practice’s day ends, or until the next homework opens', async () => {
    await keep();
    const { rows } = await changer.query<{ midnight: Date }>(
      `select ((now() at time zone time_zone)::date + 1)::timestamp at time zone time_zone as midnight
       from practice where id = $1`,
      [mother.practice],
    );
    expect((await keptNow()).map(({ until }) => until)).toEqual([rows[0]?.midnight]);
    const soon = new Date(Date.now() + 1000);
    await changer.query('begin');
    await changer.query(
      `insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, given_at, round)
       select practice_id, gen_random_uuid(), share_id, document_id, version_id, family_id, member_id, person_id, $2, 50
       from task where person_id = $1 limit 1`,
      [mother.id, soon],
    );
    await changer.query('commit');
    expect(await keptNow()).toEqual([]);
    await keep();
    expect((await keptNow()).map(({ until }) => until)).toEqual([soon]);
  });

  it('is kept by whoever is looked for, who is looked for once more where that could not be', async () => {
    const hash = Buffer.from('kept-sight');
    await keeper.query(
      `insert into signed_in (practice_id, token_hash, person_id, how, idle_for, lasts_for)
       values ($1, $2, $3, 'code', '1 day', '1 day')`,
      [mother.practice, hash, mother.id],
    );
    const settled = async (): Promise<boolean | undefined> =>
      (await keeper.query<{ settled: boolean }>('select settled from access.session($1, true)', [hash]))
        .rows[0]?.settled;
    await changer.query('begin');
    await takeBack();
    expect(await settled()).toBe(false);
    await changer.query('rollback');
    expect(await settled()).toBe(true);
    expect((await keptNow()).length).toBe(1);
  });
});
