import { scratchDatabase, type Persona, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';
import { COLUMNS_THAT_MOVE, TWO_RECORDS } from './two-records';

const ROLE = 'common_ground_merging';
const REFUSED = '42501';
/** All that the role that merges may do, by command and table. */
const RIGHTS = [
  'answer SELECT',
  'answer UPDATE',
  'answer_history SELECT',
  'answer_history UPDATE',
  'block SELECT',
  'block UPDATE',
  'consent SELECT',
  'consent UPDATE',
  'consent_request SELECT',
  'consent_request UPDATE',
  'credential DELETE',
  'credential SELECT',
  'demo_persona DELETE',
  'demo_persona SELECT',
  'demo_persona UPDATE',
  'erasure_request SELECT',
  'erasure_request UPDATE',
  'family SELECT',
  'family UPDATE',
  'feedback SELECT',
  'feedback UPDATE',
  'guardian SELECT',
  'guardian UPDATE',
  'hold SELECT',
  'hold UPDATE',
  'invitation SELECT',
  'invitation UPDATE',
  'member SELECT',
  'member UPDATE',
  'offer SELECT',
  'offer UPDATE',
  'passkey SELECT',
  'passkey UPDATE',
  'person SELECT',
  'person UPDATE',
  'safe_contact SELECT',
  'safe_contact UPDATE',
  'signed_in SELECT',
  'signed_in UPDATE',
  'staff SELECT',
  'task DELETE',
  'task SELECT',
  'task UPDATE',
];
/** Where words and secrets stand. */
const WORDS = {
  answer: ['value'],
  answer_history: ['value'],
  feedback: ['text'],
  block: ['reason'],
  hold: ['reason'],
  guardian: ['evidence'],
  safe_contact: ['safe_hours'],
  consent: ['purpose', 'signature', 'wording'],
  credential: ['name_hash', 'secret_hash'],
  passkey: ['public_key'],
  person: ['display_name'],
};

describe('making one record of two, in the database', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query(TWO_RECORDS);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  const list = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    (await owner.query<{ it: string }>(sql, parameters)).rows.map(({ it: entry }) => entry).sort();
  const idOf = async (name: string): Promise<string> =>
    (await list(`select id::text as it from person where display_name = $1`, [name]))[0] ?? '';

  async function as<T>(persona: Persona, work: () => Promise<T>): Promise<T> {
    const { rows } = await owner.query<{ id: string; practice: string }>(
      'select person_id as id, practice_id as practice from demo_persona where persona = $1',
      [persona],
    );
    await app.query('begin');
    await app.query(`select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`, [
      rows[0]?.id,
      rows[0]?.practice,
    ]);
    try {
      return await work();
    } finally {
      await app.query('rollback');
    }
  }

  /** How many families the one record has afterwards, or the SQLSTATE it was refused with; undone in any case. */
  const merged = (
    kept: string,
    duplicate: string,
    persona: Persona = 'therapist',
  ): Promise<number | string> =>
    as(persona, async () =>
      app.query('select from access.merge_people($1, $2)', [await idOf(kept), await idOf(duplicate)]).then(
        ({ rowCount }) => rowCount ?? 0,
        (failure: unknown) => (failure as { code: string }).code,
      ),
    );

  it('the role that does it cannot sign in, and may do this and nothing else, without a word of anybody', async () => {
    const { rows } = await owner.query(
      'select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [ROLE],
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false }]);
    const rights = await list(
      `select c.relname || ' ' || command as it
       from pg_class c, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) command
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and case when command = 'DELETE' then has_table_privilege($1, c.oid, command)
           else has_any_column_privilege($1, c.oid, command) end`,
      [ROLE],
    );
    expect(rights).toEqual(RIGHTS);
    for (const [table, columns] of Object.entries(WORDS)) {
      const read = `select attname as it from pg_attribute where attrelid = $2::regclass and attname = any ($3)
        and has_column_privilege($1, attrelid, attname, 'SELECT')`;
      expect([table, await list(read, [ROLE, table, columns])]).toEqual([table, []]);
    }
  });

  it('the application rewrites no column that says whose something is', async () => {
    const written = `select attrelid::regclass || '.' || attname as it from pg_attribute
      where attrelid::regclass || '.' || attname = any ($2) and has_column_privilege($1, attrelid, attname, 'UPDATE')`;
    const known = Object.keys(COLUMNS_THAT_MOVE).filter((column) => column !== 'consent_request.decided_by');
    expect(await list(written, ['common_ground_app', known])).toEqual([]);
  });

  it('what moves has moved, every row of it, and the duplicate opens nothing', async () => {
    const [kept, duplicate] = [await idOf('Rosa Torres'), await idOf('Rosa T.')];
    const places = await list(`select id::text as it from member where person_id = $1`, [duplicate]);
    const pointing = async (column: string): Promise<number> => {
      const [table = '', name = ''] = column.split('.');
      const { rows } = await owner.query<{ n: number }>(
        `select count(*)::int as n from ${table} where ${name} = any ($1)`,
        [COLUMNS_THAT_MOVE[column] === 'person' ? [duplicate] : places.slice(0, 1)],
      );
      return rows[0]?.n ?? -1;
    };
    const shared = await list(
      `select d.id::text as it from member d join member k on k.family_id = d.family_id and k.person_id = $2
       where d.person_id = $1`,
      [duplicate, kept],
    );
    expect(shared).toHaveLength(1);
    places.sort((one, other) => Number(shared.includes(other)) - Number(shared.includes(one)));
    for (const column of Object.keys(COLUMNS_THAT_MOVE))
      expect([column, (await pointing(column)) > 0]).toEqual([column, true]);

    await owner.query('begin');
    try {
      const [leader] = await list(
        `select person_id::text as it from demo_persona where persona = 'therapist'`,
      );
      await owner.query(
        `select set_config('app.person_id', $1, true),
           set_config('app.practice_id', (select practice_id::text from person where id::text = $1), true)`,
        [leader],
      );
      await owner.query('select from access.merge_people($1, $2)', [kept, duplicate]);
      for (const column of Object.keys(COLUMNS_THAT_MOVE)) {
        // The place they both had stays as a removed row of the duplicate, with the invitations it was given.
        const left = ['member.person_id', 'invitation.person_id'].includes(column) ? 1 : 0;
        expect([column, await pointing(column)]).toEqual([column, left]);
      }
      for (const way of [
        'credential where',
        'passkey where ended_at is null and',
        'signed_in where ended_at is null and',
        'invitation where ended_at is null and',
      ])
        expect([way, await list(`select 'left' as it from ${way} person_id = $1`, [duplicate])]).toEqual([
          way,
          [],
        ]);
    } finally {
      await owner.query('rollback');
    }
  });

  it('is for a therapist who has every family of both', async () => {
    expect(await merged('Rosa Torres', 'Rosa T.')).toBe(2);
    for (const persona of ['other-therapist', 'supervisor', 'admin', 'client', 'mother'] as const)
      expect([persona, await merged('Rosa Torres', 'Rosa T.', persona)]).toEqual([persona, REFUSED]);
    expect(await merged('Rosa Torres', 'Rosa Torres')).toBe(REFUSED);
    // A colleague leads her other family.
    expect(await merged('Rosa Torres', 'Rosa, elsewhere')).toBe(REFUSED);
  });

  it.each([
    ['one is the client of a family the other is in', 'Rosa Torres', 'Maya Torres'],
    ['they were once kept apart from each other', 'Rosa Torres', 'Rosa, blocked'],
    ['one spoke for the other', 'Rosa Torres', 'Rosa, guarded'],
    ['both have begun the same homework', 'Rosa Torres', 'Rosa, busy'],
    ['one of them worked here', 'Rosa Torres', 'Rosa, once staff'],
    ['one of them waits to have her words erased', 'Rosa Torres', 'Rosa, erasing'],
    ['only the one to be given up is confirmed', 'Rosa, new', 'Rosa Torres'],
  ])('is refused by the database itself when %s', async (_why, kept, duplicate) => {
    expect(await merged(kept, duplicate)).toBe(REFUSED);
  });

  it('nobody finds a new place for a record that was given up, nor brings its old place back', async () => {
    const [kept, duplicate] = [await idOf('Rosa Torres'), await idOf('Rosa T.')];
    const tried = (act: string): Promise<string> =>
      as('therapist', async () => {
        await app.query('select from access.merge_people($1, $2)', [kept, duplicate]);
        return app.query(act, [duplicate]).then(
          ({ rowCount }) => String(rowCount),
          (failure: unknown) => (failure as { code: string }).code,
        );
      });
    expect(
      await tried(`insert into member (practice_id, id, family_id, person_id, relation, state)
        select practice_id, gen_random_uuid(), id, $1, 'friend', 'invited' from family where name = 'Kim family'`),
    ).toBe(REFUSED);
    expect(await tried(`update member set state = 'invited' where person_id = $1`)).toBe(REFUSED);
    expect(
      await tried(`select from access.merge_people($1, (select id from person where id <> $1 limit 1))`),
    ).toBe(REFUSED);
  });

  it('the application asks about nobody who is not of the caller’s families', async () => {
    const [kept, duplicate, stranger] = [
      await idOf('Rosa Torres'),
      await idOf('Rosa T.'),
      await idOf('Rosa, of nobody'),
    ];
    const standing = (one: string, other: string, persona: Persona): Promise<number> =>
      as(
        persona,
        async () =>
          (await app.query('select from access.merge_standing($1, $2)', [one, other])).rowCount ?? -1,
      );
    expect(await standing(kept, duplicate, 'therapist')).toBe(1);
    expect(await standing(kept, stranger, 'therapist')).toBe(0);
    expect(await standing(stranger, kept, 'therapist')).toBe(0);
    for (const persona of ['other-therapist', 'admin', 'client', 'mother', 'outsider'] as const)
      expect([persona, await standing(kept, duplicate, persona)]).toEqual([persona, 0]);
    const signsIn = (persona: Persona): Promise<unknown> =>
      as(
        persona,
        async () => (await app.query<{ it: boolean }>('select access.signs_in($1) as it', [kept])).rows,
      );
    expect(await signsIn('therapist')).toEqual([{ it: true }]);
    expect(await signsIn('other-therapist')).toEqual([{ it: false }]);
  });

  it('what stands in a colleague’s family is told to nobody, not even that it stands in the way', async () => {
    const { rows } = await as('therapist', async () =>
      app.query<Record<string, boolean>>('select * from access.merge_standing($1, $2)', [
        await idOf('Rosa Torres'),
        await idOf('Rosa, elsewhere'),
      ]),
    );
    expect(Object.values(rows[0] ?? { none: true })).not.toContain(true);
  });
});
