import { howMany, LONGEST_PROOF, scratchDatabase, type ScratchDatabase, seeds } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { randomId } from './drawing';
import { mutantsOfFunctions, type SqlMutant } from './mutants-of-policies';
import { randomPractice } from './random-practice';
import { openPractice, plant } from './rows-of-a-practice';
import { twinOf } from './twin-practice';

const KINDS = ['tasks', 'shares', 'documents', 'versions', 'senders'] as const;
const PRACTICES = howMany(3, 24);
const ONE_IN = howMany(3, 1);

const HELD = `
  insert into hold (practice_id, id, family_id, member_id, reason, set_by)
  select m.practice_id, gen_random_uuid(), m.family_id, m.id, 'Why', m.person_id from member m
  where practice_id = $1 and state = 'confirmed' and $2 <> ''
    and not exists (select from hold h where h.practice_id = $1 and h.member_id = m.id and h.lifted_at is null)`;

const APART = `
  insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
  select m.practice_id, gen_random_uuid(), m.family_id, least(m.id, c.id), greatest(m.id, c.id), 'Why', m.person_id
  from member m join member c on c.practice_id = m.practice_id and c.family_id = m.family_id and c.relation = 'client'
  where m.practice_id = $1 and m.id <> c.id and m.state = 'confirmed' and $2 <> '' and not exists (select from block b
    where b.practice_id = $1 and least(m.id, c.id) = b.one_id and greatest(m.id, c.id) = b.other_id
      and b.lifted_at is null)`;

/** Whatever can change what reaches somebody, last of what is said. Who may do it is not asked: the owner does it. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'places are taken away': [
    `update member set state = 'removed' where practice_id = $1 and state = 'confirmed' and $2 <> ''`,
  ],
  'places are confirmed': [
    `update member set state = 'removed' where practice_id = $1 and state = 'confirmed' and $2 <> ''`,
    `update member set state = 'confirmed' where practice_id = $1 and state = 'removed' and merged_into is null
       and $2 <> ''`,
  ],
  'places are another record’s': [
    `update member set person_id = (select p.id from person p where p.practice_id = $1
         and not exists (select from member m where m.practice_id = $1 and m.person_id = p.id) limit 1)
     where practice_id = $1 and $2 <> '' and id in (select distinct on (t.family_id) t.member_id from task t
         join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
         join member m on m.practice_id = t.practice_id and m.id = t.member_id and m.state = 'confirmed'
       where t.practice_id = $1 and t.given_at <= now() order by t.family_id, m.relation = 'client' desc, t.sent_at)`,
  ],
  'everybody is held': [HELD],
  'clients are kept apart from everybody': [APART],
  'a hold is lifted': [
    HELD,
    `update hold set lifted_at = now() where practice_id = $1 and lifted_at is null and $2 <> ''`,
  ],
  'a hold has never been': [
    HELD,
    `delete from hold where practice_id = $1 and lifted_at is null and $2 <> ''`,
  ],
  'two are kept apart no more': [
    APART,
    `update block set lifted_at = now() where practice_id = $1 and lifted_at is null and $2 <> ''`,
  ],
  'a block has never been': [
    APART,
    `delete from block where practice_id = $1 and lifted_at is null and $2 <> ''`,
  ],
  'an answer that was begun in time arrives': [
    `update share set open_until_on = (select (now() at time zone time_zone)::date - 1 from practice where id = $1)
     where practice_id = $1 and revoked_at is null and $2 <> ''`,
    `insert into answer (practice_id, id, task_id, prompt_id, family_id, author_id, value, visibility, revision)
     select practice_id, gen_random_uuid(), id, 'in-time', family_id, person_id, '"yes"', 'therapist', 1 from task
     where practice_id = $1 and $2 <> ''`,
  ],
  'shares are taken back': [
    `update share set revoked_at = now() where practice_id = $1 and revoked_at is null and $2 <> ''`,
  ],
  'shares were open until a day that is over': [
    `update share set open_until_on = current_date - 9
     where practice_id = $1 and revoked_at is null and open_until_on is null and $2 <> ''`,
  ],
  'consents are withdrawn': [
    `update consent set revoked_at = now() where practice_id = $1 and revoked_at is null and $2 <> ''`,
  ],
  'consents cover another kind': [
    `update consent set kinds = '{hour-plan}' where practice_id = $1 and revoked_at is null and $2 <> ''`,
  ],
  'consents are over': [
    `update consent set until_on = current_date - 9 where practice_id = $1 and revoked_at is null and $2 <> ''`,
  ],
  'somebody consents': [
    `update consent set revoked_at = now() where practice_id = $1 and revoked_at is null and $2 <> ''`,
    `insert into consent (practice_id, id, family_id, from_id, member_id, language, kinds, purpose, wording,
       wording_version, signature)
     select m.practice_id, gen_random_uuid(), m.family_id, f.client_id, m.id, 'en', '{worksheet,support-plan}', 'p', 'w',
       '1', 's' from member m join family f on f.practice_id = m.practice_id and f.id = m.family_id
     where m.practice_id = $1 and $2 <> ''`,
  ],
  'nobody has ever consented': [`delete from consent where practice_id = $1 and $2 <> ''`],
  'the day is another one': [
    `update consent set until_on = (now() at time zone time_zone)::date - case time_zone when 'Etc/GMT-14' then 1 else 0 end
     from practice p where p.id = practice_id and practice_id = $1 and $2 <> ''`,
    `update practice set time_zone = case time_zone when 'Etc/GMT-14' then 'Etc/GMT+12' else 'Etc/GMT-14' end
     where id = $1 and $2 <> ''`,
  ],
  'homework is given': [
    `insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, given_at, round)
     select practice_id, gen_random_uuid(), share_id, document_id, version_id, family_id, member_id, person_id,
       now() - interval '1 second', round + 50 from task where practice_id = $1 and $2 <> ''`,
  ],
  'homework opens': [
    `update task set given_at = null where practice_id = $1 and sent_at is null and $2 <> ''`,
    `update task set given_at = now() - interval '1 second' where practice_id = $1 and given_at is null and $2 <> ''`,
  ],
  'homework is put off': [
    `update task set given_at = now() + interval '1 day' where practice_id = $1 and sent_at is null and $2 <> ''`,
  ],
  'homework goes to another share': [
    `insert into share (practice_id, id, document_id, version_id, family_id, shared_by, shared_at)
     select practice_id, md5(id::text)::uuid, document_id, version_id, family_id, shared_by, shared_at from share
     where practice_id = $1 and $2 <> ''`,
    `update task set share_id = md5(share_id::text)::uuid where practice_id = $1 and $2 <> ''`,
  ],
  'homework has never been': [
    `delete from task t where practice_id = $1 and $2 <> '' and sent_at is null and not exists (select from answer a
       where a.practice_id = t.practice_id and a.task_id = t.id)`,
  ],
};

/** What could be left out without anybody seeing more or less, and why it is there. */
const SAID_TWICE: Readonly<Record<string, readonly string[]>> = {
  'nothing reaches anybody by a place or a share to which no task belongs': [
    'member_comes_to_sight',
    'member_leaves_sight',
    'share_comes_to_sight',
    'share_leaves_sight',
  ],
  'the policies ask for the practice once more': KINDS.map(
    (kind) => `function live_${kind} without «k.practice_id = access.practice() and»`,
  ),
  'less would be kept': [
    ...KINDS.flatMap((kind) => [
      `function live_${kind} without «g.practice_id = k.practice_id and»`,
      `function live_${kind} without «and g.person_id = k.person_id»`,
    ]),
    'function forget_sight without «or cardinality(families) > 100»',
    'function forget_sight without «m.practice_id = practice and»',
    'function forget_sight without «and m.family_id = any (families)»',
    'function forget_sight without «and k.person_id = any (people)»',
  ],
  'who is in another practice under the same id has nothing kept, or is told once more that it is gone': [
    'function forget_sight without «k.practice_id = practice and»',
    'function forget_sight without «g.practice_id = k.practice_id and»',
  ],
  'it is told once and not each time': [
    'function forget_sight without «and not exists (select from gone_sight g where g.practice_id = k.practice_id and g.person_id = k.person_id)»',
  ],
};

/** For everybody of a practice: what the policies are told, and what is found when it is worked out anew. */
const TOLD = `
  create function pg_temp.told(practice uuid) returns table (person uuid, kept boolean, told text, anew text)
    language plpgsql as $$
    declare seen record;
    begin
      perform set_config('app.practice_id', practice::text, true);
      for person in select p.id from person p where p.practice_id = practice order by p.id loop
        perform set_config('app.person_id', person::text, true);
        seen := access.look_at_reaching();
        kept := exists (select from kept_sight k where k.practice_id = practice and k.person_id = person
          and k.good_from <= now() and k.good_until > now());
        told := concat_ws('|', ${KINDS.map((kind) => `pg_temp.sorted(access.live_${kind}())`).join(', ')});
        anew := concat_ws('|', ${KINDS.map((kind) => `pg_temp.sorted(seen.${kind})`).join(', ')});
        return next;
      end loop;
    end $$`;
const SORTED = `
  create function pg_temp.sorted(ids uuid[]) returns text language sql
    return (select coalesce(string_agg(i::text, ' ' order by i), '') from (select distinct unnest(ids) i) d)`;

interface Told {
  readonly person: string;
  readonly kept: boolean;
  readonly told: string;
  readonly anew: string;
}

describe('what is kept of what reaches somebody', () => {
  let database: ScratchDatabase;
  let owner: Client;
  const practices: string[] = [];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    for (const seed of seeds().slice(0, PRACTICES)) {
      const [id, twin] = [randomId(), randomId()];
      const { today } = await openPractice(owner, id);
      await openPractice(owner, twin);
      const [rows] = fc.sample(randomPractice(id, today), { seed, numRuns: 1 });
      if (rows === undefined) throw new Error('A practice was to be drawn.');
      await plant(owner, rows);
      await plant(owner, twinOf(rows, twin));
      practices.push(id, twin);
      if (practices.length % 8 !== 0) await bePlain(id, twin);
    }
    await owner.query(`${SORTED}; ${TOLD}`);
    await owner.query('analyze');
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  /** In most of the practices no share was open until yesterday, which keeps a sight from being kept. */
  const bePlain = (...plain: readonly string[]): Promise<unknown> =>
    owner.query(
      `update share set open_until_on = open_until_on - 9 where practice_id = any ($1) and open_until_on < now()`,
      [plain],
    );
  const told = async (practice: string): Promise<Told[]> =>
    (await owner.query<Told>('select * from pg_temp.told($1)', [practice])).rows;
  const keepAll = (practice: string): Promise<unknown> =>
    owner.query('select access.keep_sight(practice_id, id) from person where practice_id = $1', [practice]);
  const wrongIn = (rows: readonly Told[]): Told | undefined => rows.find((one) => one.told !== one.anew);

  /**
   * Each change after everything was kept, in each practice, and none of them stays.
   * @param felt is told of what changed anything for anybody
   * @returns where somebody is told something else than there is
   */
  async function firstWrong(felt: (change: string) => void = () => undefined): Promise<string | null> {
    for (const practice of practices) {
      await owner.query('begin');
      try {
        await owner.query('set constraints all deferred');
        await keepAll(practice);
        const before = await told(practice);
        const wrong = wrongIn(before);
        if (wrong) return `as it is: ${wrong.person}`;
        for (const [change, statements] of Object.entries(CHANGES)) {
          await owner.query('savepoint before');
          let just = before;
          for (const [at, statement] of statements.entries()) {
            if (at > 0) {
              await keepAll(practice);
              just = await told(practice);
            }
            await owner.query(statement, [practice, change]);
          }
          const after = await told(practice);
          const late = wrongIn(after);
          if (late) return `${change}: ${late.person}`;
          if (after.some((one, at) => one.anew !== just[at]?.anew)) felt(change);
          await keepAll(practice);
          const again = wrongIn(await told(practice));
          if (again) return `${change}, and kept again: ${again.person}`;
          await owner.query('rollback to savepoint before');
        }
        const mistimed = await firstMistimed(practice);
        if (mistimed !== null) return mistimed;
      } finally {
        await owner.query('rollback');
      }
    }
    return null;
  }

  /** What is kept is nothing before its time and after it. */
  async function firstMistimed(practice: string): Promise<string | null> {
    for (const [from, until] of [
      ['1 hour', '2 hours'],
      ['-2 hours', '-1 second'],
    ]) {
      await owner.query('savepoint before');
      await owner.query(
        `with told as (delete from gone_sight where practice_id = $1)
         update kept_sight set good_from = now() + $2::interval, good_until = now() + $3::interval,
           ${KINDS.map((kind) => `${kind} = array[gen_random_uuid()]`).join(', ')} where practice_id = $1`,
        [practice, from, until],
      );
      const wrong = wrongIn(await told(practice));
      if (wrong) return `from ${from}: ${wrong.person}`;
      await keepAll(practice);
      if ((await told(practice)).some((one) => one.told !== one.anew)) return `kept again from ${from}`;
      await owner.query('rollback to savepoint before');
    }
    return null;
  }

  async function replaced(name: string, part: string, by: string): Promise<SqlMutant> {
    const { rows } = await owner.query<{ text: string }>(
      `select pg_get_functiondef(('access.' || $1)::regproc) as text`,
      [name],
    );
    const restore = rows[0]?.text ?? '';
    expect(restore).toContain(part);
    return { name: `${name} with «${by}» for «${part}»`, apply: restore.replace(part, by), restore };
  }

  it('is kept for nearly everybody, and is what would be found', async () => {
    let [kept, reached] = [0, 0];
    await owner.query('begin');
    for (const practice of practices) {
      await keepAll(practice);
      const rows = await told(practice);
      expect(wrongIn(rows)).toBeUndefined();
      kept += rows.filter((one) => one.kept).length;
      reached += rows.filter((one) => one.kept && one.anew.replaceAll('|', '') !== '').length;
    }
    await owner.query('rollback');
    expect(kept).toBeGreaterThan(50);
    expect(reached).toBeGreaterThan(20);
  });

  it(
    'is gone once something changes of which it was made',
    async () => {
      const felt = new Set<string>();
      expect(await firstWrong((change) => felt.add(change))).toBeNull();
      expect(Object.keys(CHANGES).filter((change) => !felt.has(change))).toEqual([]);
    },
    LONGEST_PROOF,
  );

  it(
    'is told wrongly as soon as one table is not watched, or one condition is forgotten',
    async () => {
      const { rows: watches } = await owner.query<{ name: string; table: string }>(
        `select tgname as name, tgrelid::regclass::text as table from pg_trigger where tgname like '%\\_sight' order by 1`,
      );
      expect(watches.length).toBe(19);
      const unwatched: SqlMutant[] = watches.map(({ name, table }) => ({
        name,
        apply: `alter table ${table} disable trigger ${name}`,
        restore: `alter table ${table} enable trigger ${name}`,
      }));
      const conditions = await mutantsOfFunctions(owner, [
        ...KINDS.map((kind) => `live_${kind}`),
        'forget_sight',
      ]);
      expect(conditions.length).toBeGreaterThan(25);
      const keepsTooSoon = await replaced('look_at_reaching', 'not coalesce(just_over, false)', 'true');
      const said = new Set(Object.values(SAID_TWICE).flat());
      const all = [...unwatched, keepsTooSoon, ...conditions.filter((_one, at) => at % ONE_IN === 0)];
      const unnoticed: string[] = [];
      for (const { name, apply, restore } of all.filter((one) => !said.has(one.name))) {
        await owner.query(apply);
        if ((await firstWrong()) === null) unnoticed.push(name);
        await owner.query(restore);
      }
      expect(unnoticed).toEqual([]);
    },
    LONGEST_PROOF,
  );
});
