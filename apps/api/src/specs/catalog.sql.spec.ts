import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Database } from '@common-ground/api/platform';
import type { Actor } from '@common-ground/rules/access';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { dataSource } from '../data-source';
import { COLUMNS_THAT_MOVE, COLUMNS_THAT_STAY } from './two-records';

const APP = 'common_ground_app';
const RELATIONS = 'common_ground_relations';
const RECORDS = 'common_ground_records';
const MERGING = 'common_ground_merging';
/** TypeORM's own notebook of migrations; the application may not even read it. */
const NOTEBOOK = 'migration';
/** How a connection fails that was never told who asks, and one that was told of somebody who is nobody. */
const NEVER_TOLD = '42704';
const NOBODY = '22P02';
/** Where what watches a table refuses a row before anything asks whose it is. */
const WATCHED_FIRST: readonly string[] = ['supervision'];

/** All that the role of the records may do. Of the audit it may read; nobody but the owner changes it. */
const RIGHTS_OF_RECORDS = [
  'answer SELECT',
  'answer UPDATE',
  'answer_history SELECT',
  'answer_history UPDATE',
  'audit SELECT',
  'break_glass INSERT',
  'break_glass SELECT',
  'break_glass UPDATE',
  'break_glass_reason INSERT',
  'caseload SELECT',
  'consent SELECT',
  'document SELECT',
  'erasure_request SELECT',
  'erasure_request UPDATE',
  'family SELECT',
  'idempotency SELECT',
  'idempotency UPDATE',
  'look_back SELECT',
  'look_back UPDATE',
  'member SELECT',
  'person SELECT',
  'practice SELECT',
  'seal INSERT',
  'seal SELECT',
  'seal_check INSERT',
  'seal_check SELECT',
  'session_reply SELECT',
  'session_reply UPDATE',
  'share SELECT',
  'staff_role SELECT',
  'task SELECT',
];

/** Of tables in which words stand, the records’ role reads no column with a word, and writes only that it is gone. */
const READ_FOR_RECORDS = {
  answer: ['author_id', 'family_id', 'id', 'practice_id', 'revision'],
  answer_history: ['answer_id', 'author_id', 'practice_id'],
  document: ['id', 'kind', 'practice_id'],
  idempotency: ['person_id', 'practice_id'],
  look_back: ['asking_id', 'family_id', 'practice_id', 'revision'],
  session_reply: ['family_id', 'id', 'member_id', 'practice_id', 'revision'],
};

describe('what the database says of itself', () => {
  let database: ScratchDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const list = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    (await owner.query<{ it: string }>(sql, parameters)).rows.map(({ it: entry }) => entry).sort();

  it('row-level security is on, and forced, for every table', async () => {
    const open = `select relname as it from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`;
    expect(await list(open)).toEqual([NOTEBOOK]);
    expect(await list(`select relname as it from pg_class where relkind in ('f', 'm')`)).toEqual([]);
  });

  it('each command that is granted has a policy, and each policy a grant', async () => {
    const granted = await list(
      `select c.relname || ' ' || command as it from pg_class c, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) command
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and case when command = 'DELETE' then has_table_privilege($1, c.oid, command)
           else has_any_column_privilege($1, c.oid, command) end`,
      [APP],
    );
    const governed = await list(
      `select distinct tablename || ' ' || cmd as it from pg_policies where schemaname = 'public' and $1 = any (roles)`,
      [APP],
    );
    expect(granted.length).toBeGreaterThan(30);
    expect(governed).toEqual(granted);
  });

  it('nothing is deleted, emptied or referred to by the application, and the past is never rewritten', async () => {
    const tables = `from pg_class c, unnest(array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) command
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege($1, c.oid, command)`;
    expect(await list(`select c.relname || ' ' || command as it ${tables}`, [APP])).toEqual([]);
    const past = [
      'audit',
      'answer_history',
      'document_draft_history',
      'document_version',
      'feedback',
      'notice',
      'signature',
      'addendum',
      'verdict',
      'supervision_notebook_history',
    ];
    expect(
      await list(`select t as it from unnest($2::text[]) t where has_any_column_privilege($1, t, 'UPDATE')`, [
        APP,
        past,
      ]),
    ).toEqual([]);
    const written = `select attrelid::regclass || ' ' || attname as it from pg_attribute
      where attrelid = any ($2::regclass[]) and attnum > 0 and not attisdropped
        and has_column_privilege($1, attrelid, attname, 'UPDATE')`;
    expect(
      await list(written, [APP, ['attached_document', 'staff', 'staff_role', 'stand_in', 'supervision']]),
    ).toEqual([
      'attached_document taken_off_at',
      'staff credentials',
      'staff_role ended_at',
      'staff_role ended_by',
      'stand_in therapist_ids',
      'stand_in until_on',
      'supervision until_on',
    ]);
  });

  it('every column that may point to a person or a place moves when two records become one, or is known to stay', async () => {
    const columns = await list(
      `select c.relname || '.' || a.attname as it from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
         and a.attname <> all ('{practice_id,id,family_id,document_id,document_ids,version_id,share_id,task_id}')`,
    );
    const known = [...Object.keys(COLUMNS_THAT_MOVE), ...Object.keys(COLUMNS_THAT_STAY)];
    expect(columns).toEqual(known.sort());
  });

  it('no policy lets everybody through, and none is for everybody', async () => {
    const loose = `select policyname as it from pg_policies where schemaname = 'public'
      and ('public' = any (roles) or permissive <> 'PERMISSIVE'
        or ($1 = any (roles) and (coalesce(qual, with_check) !~ 'access\\.practice\\(\\)'
          or coalesce(with_check, qual) !~ 'access\\.practice\\(\\)')))`;
    expect(await list(loose, [APP])).toEqual([]);
  });

  it('the application’s role is nobody in particular, and owns nothing', async () => {
    const { rows } = await owner.query(
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin,
         array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as belongs,
         (select count(*)::int from pg_class where relowner = r.oid)
           + (select count(*)::int from pg_proc where proowner = r.oid)
           + (select count(*)::int from pg_namespace where nspowner = r.oid) as owns
       from pg_roles r where rolname = $1`,
      [APP],
    );
    const powers = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    };
    expect(rows).toEqual([{ rolname: APP, ...powers, rolcanlogin: true, belongs: [], owns: 0 }]);
  });

  it('nobody can sign in as the role that reads relations, and it reads nobody’s words', async () => {
    const { rows } = await owner.query(
      'select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [RELATIONS],
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false }]);
    const words = [
      'document_draft',
      'document_version',
      'review_comment',
      'answer_history',
      'feedback',
      'audit',
    ];
    expect(
      await list(`select t as it from unnest($2::text[]) t where has_any_column_privilege($1, t, 'SELECT')`, [
        RELATIONS,
        words,
      ]),
    ).toEqual([]);
    // Of a draft of the past it reads who wrote it.
    expect(
      await list(
        `select column_name as it from information_schema.columns where table_name = 'document_draft_history'
           and has_column_privilege($1, 'document_draft_history', column_name, 'SELECT')`,
        [RELATIONS],
      ),
    ).toEqual(['document_id', 'practice_id', 'written_by']);
    // What was answered once is thrown away by its age, unread.
    expect(
      await list(
        `select column_name as it from information_schema.columns where table_name = 'idempotency'
           and has_column_privilege($1, 'idempotency', column_name, 'SELECT')`,
        [RELATIONS],
      ),
    ).toEqual(['created_at', 'key', 'person_id', 'practice_id']);
    // Of a template it reads by what right it is used, whose shelf it stands on, and as what it is found.
    expect(
      await list(
        `select column_name as it from information_schema.columns where table_name = 'template'
           and has_column_privilege($1, 'template', column_name, 'SELECT')`,
        [RELATIONS],
      ),
    ).toEqual([
      'author_id',
      'card',
      'id',
      'language',
      'licence',
      'licence_until_on',
      'practice_id',
      'shelf',
      'taken_back_at',
      'vector',
    ]);
  });

  it('nobody can sign in as the role that reads the records, and it reads no words', async () => {
    const { rows } = await owner.query(
      'select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [RECORDS],
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false }]);
    const rights = await list(
      `select c.relname || ' ' || command as it from pg_class c, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) command
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and case when command = 'DELETE' then has_table_privilege($1, c.oid, command)
           else has_any_column_privilege($1, c.oid, command) end`,
      [RECORDS],
    );
    expect(rights).toEqual(RIGHTS_OF_RECORDS);
    for (const [table, columns] of Object.entries(READ_FOR_RECORDS)) {
      const read = `select attname as it from pg_attribute where attrelid = $2::regclass and attnum > 0 and not attisdropped
        and has_column_privilege($1, attrelid, attname, 'SELECT')`;
      expect([table, await list(read, [RECORDS, table])]).toEqual([table, columns]);
    }
  });

  it('of the jobs the application may do what working on them takes, and nobody else may do anything', async () => {
    const jobs = `'pgboss'::regnamespace`;
    expect(
      await list(`select 'create' as it where has_schema_privilege($1, 'pgboss', 'CREATE')`, [APP]),
    ).toEqual([]);
    const written = await list(
      `select relname || ' ' || command as it from pg_class, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) command
       where relnamespace = ${jobs} and relkind in ('r', 'p') and has_table_privilege($1, oid, command)`,
      [APP],
    );
    const changing = ['DELETE', 'INSERT', 'UPDATE'];
    expect(written).toEqual([
      ...['instance', 'job', 'job_common', 'job_dependency'].flatMap((table) =>
        changing.map((command) => `${table} ${command}`),
      ),
      'queue UPDATE',
      'version UPDATE',
    ]);
    const others = `select relname as it from pg_class
      where relnamespace = ${jobs} and relkind in ('r', 'p') and has_table_privilege($1, oid, 'SELECT')`;
    expect(await list(others, [RELATIONS])).toEqual([]);
    expect(
      await list(`select proname as it from pg_proc where pronamespace = ${jobs} and prosecdef`),
    ).toEqual([]);
  });

  it('no view steps around the policies', async () => {
    const views = `select relname as it from pg_class
      where relkind = 'v' and relnamespace in ('public'::regnamespace, 'access'::regnamespace)
        and not coalesce(reloptions @> array['security_invoker=true'], false)`;
    expect(await list(views)).toEqual([]);
  });

  it('functions with borrowed rights are one of the silent roles’, look in fixed places, and are not for everybody', async () => {
    const functions = `from pg_proc p where p.pronamespace in ('public'::regnamespace, 'access'::regnamespace) and p.prosecdef`;
    expect((await list(`select proname as it ${functions}`)).length).toBeGreaterThan(10);
    const wrong = `select proname as it ${functions} and (
      pg_get_userbyid(p.proowner) <> all ($1::text[])
      or not exists (select from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%pg_temp' or c = 'search_path=pg_catalog')
      or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`;
    expect(await list(wrong, [[RELATIONS, RECORDS, MERGING]])).toEqual([]);
    const schemas = `select n as it from unnest(array['public', 'access']) n where has_schema_privilege($1, n, 'CREATE')`;
    for (const role of [APP, RELATIONS, RECORDS, MERGING]) expect(await list(schemas, [role])).toEqual([]);
  });

  it('what a person sees is asked once in a query, and not again for every row', async () => {
    // Bare, such a call is made for each row as soon as a table is known to be large: seconds instead of milliseconds.
    const bare = String.raw`any\s*\(\s*access\.\w+\(`;
    const functions = `select proname as it from pg_proc
      where pronamespace in ('access'::regnamespace, 'public'::regnamespace) and prosrc ~* $1`;
    const policies = `select tablename || ' ' || policyname as it from pg_policies
      where coalesce(qual, '') || coalesce(with_check, '') ~* $1`;
    expect(await list(functions, [bare])).toEqual([]);
    expect(await list(policies, [bare])).toEqual([]);
  });

  it('whatever what reaches somebody is made of is watched, or does not change in what is looked at', async () => {
    const { rows } = await owner.query<{ text: string }>(
      `select string_agg(prosrc, ' ') as text from pg_proc where pronamespace = 'access'::regnamespace
         and proname in ('look_at_reaching', 'blocked_members', 'today')`,
    );
    const named = [...(rows[0]?.text ?? '').matchAll(/\b(?:from|join)\s+([a-z_]+)\s/gu)].map(
      ([, table]) => table ?? '',
    );
    const tables = await list(
      `select distinct relname as it from pg_class where relnamespace = 'public'::regnamespace and relname = any ($1)`,
      [named],
    );
    const watched = await list(
      `select tgrelid::regclass::text as it from pg_trigger where tgname like '%\\_sight' and tgenabled <> 'D'
       group by tgrelid having bit_or(tgtype & 28) = case tgrelid when 'practice'::regclass then 16 else 28 end`,
    );
    expect(tables).toContain('consent');
    const unwatched = tables.filter((table) => !watched.includes(table));
    expect(unwatched).toEqual(['answer', 'document', 'family']);
    // Of a document its kind and family are looked at, and of an answer that it is there. A client moves with the place.
    const changes = `select r || ' ' || c as it from unnest($1::text[]) r, unnest(array['document.kind',
        'document.family_id', 'document.id', 'answer.task_id', 'family.client_id']) c
      where has_column_privilege(r, split_part(c, '.', 1), split_part(c, '.', 2), 'UPDATE')`;
    const roles = [APP, RELATIONS, RECORDS, MERGING];
    expect(await list(changes, [roles])).toEqual([`${MERGING} family.client_id`]);
    const deletes = `select r || ' ' || t as it from unnest($1::text[]) r, unnest($2::text[]) t
      where has_table_privilege(r, t, 'DELETE')`;
    expect(await list(deletes, [roles, unwatched])).toEqual([]);
  });

  describe('without a person in the transaction', () => {
    let app: Client;

    beforeAll(async () => {
      app = new Client({ connectionString: database.appUrl });
      await app.connect();
      await owner.query(`insert into idempotency (practice_id, person_id, key, request_hash, response)
        select practice_id, person_id, 'k', '', '{}' from demo_persona`);
      await owner.query(`insert into notice (practice_id, id, sort, language, version, text, in_force_from, written_by)
        select practice_id, gen_random_uuid(), 'privacy', 'en', 1, 'N', '2026-01-01', person_id
        from demo_persona where persona = 'admin'`);
      await owner.query(`insert into hold (practice_id, id, family_id, member_id, reason, set_by)
        select m.practice_id, gen_random_uuid(), m.family_id, m.id, 'Why', f.opened_by
        from member m join family f on f.id = m.family_id`);
      await owner.query(`insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
        select m.practice_id, gen_random_uuid(), m.family_id, m.id, o.id, 'Why', m.person_id
        from member m join member o on o.family_id = m.family_id and o.id > m.id`);
      await owner.query(`insert into mail (practice_id, id, sort, about_id, family_id, to_address, language, made_by)
        select practice_id, gen_random_uuid(), 'invitation', id, family_id, 'ines@example.org', 'en', made_by from invitation`);
      await owner.query(`insert into template (practice_id, id, author_id, shelf, kind, title, language, tags, source,
          licence, last_checked_on, content, outline, words)
        select practice_id, gen_random_uuid(), person_id, 'own', 'worksheet', 'T', 'en', '{}', 'S', 'own-words', '2026-11-01',
          '{}', '{}', '' from demo_persona`);
      await owner.query(`insert into erasure_request (practice_id, id, family_id, person_id, state)
        select practice_id, gen_random_uuid(), id, client_id, 'waiting' from family`);
      await owner.query(`insert into reminder (practice_id, person_id, days, hour, time_zone, revision)
        select practice_id, person_id, '{1}', 9, 'UTC', 1 from demo_persona`);
      await owner.query(`insert into reminder_ask (practice_id, id, share_id, family_id, member_id, person_id, asked_by,
          asked_on)
        select distinct on (member_id) practice_id, gen_random_uuid(), share_id, family_id, member_id, person_id, person_id,
          date '2026-11-01' from task`);
      await owner.query(`insert into offer (practice_id, id, family_id, answer_id, author_id, circle, waits)
        select practice_id, gen_random_uuid(), family_id, id, author_id, array[author_id], false from answer`);
      await owner.query(`insert into coach_word (practice_id, id, language, sort, phrase, added_by)
        select practice_id, gen_random_uuid(), 'en', 'label', 'drama queen', person_id
        from demo_persona where persona = 'admin'`);
      await owner.query(`insert into kept_wording (practice_id, id, document_id, sort, quote, kept_by)
        select practice_id, gen_random_uuid(), id, 'blame', 'You always', author_id from document`);
      await owner.query(`insert into reading (practice_id, document_id, person_id, parts)
        select practice_id, document_id, supervisor_id, '{}' from review`);
      await owner.query(`insert into stand_in (practice_id, id, supervisor_id, person_id, from_on, until_on)
        select practice_id, gen_random_uuid(), supervisor_id, therapist_id, '2026-01-01', '2999-01-01' from supervision`);
      await owner.query(`insert into supervision_notebook (practice_id, supervisor_id, therapist_id, goals, themes, revision,
          written_by)
        select practice_id, supervisor_id, therapist_id, 'G', 'T', 1, supervisor_id from supervision`);
      await owner.query(`insert into supervision_notebook_history (practice_id, supervisor_id, therapist_id, revision, goals,
          themes, written_by)
        select practice_id, supervisor_id, therapist_id, 1, 'G', 'T', supervisor_id from supervision`);
      await owner.query(`insert into addendum (practice_id, id, document_id, version_id, version_hash, author_id, name,
          credentials, text)
        select practice_id, gen_random_uuid(), document_id, id, hash, author_id, 'N', '', 'T' from document_version`);
      await owner.query(`insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, family_id,
          signer_id, name, credentials)
        select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, v.hash, r.family_id, r.supervisor_id,
          'N', '' from review r join document_version v on v.id = r.version_id on conflict do nothing`);
      await owner.query(`insert into attached_document (practice_id, review_id, document_id, family_id, kind, title, content,
          attached_by)
        select r.practice_id, r.id, d.id, r.family_id, d.kind, 'T', '{}', r.therapist_id
        from review r join document d on d.family_id = r.family_id and d.id <> r.document_id on conflict do nothing`);
      await owner.query(`insert into verdict (practice_id, id, review_id, document_id, version_id, version_hash, family_id,
          verdict, summary, judge_id, name, credentials)
        select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, v.hash, r.family_id, 'comment', 'S',
          r.supervisor_id, 'N', '' from review r join document_version v on v.id = r.version_id`);
      await owner.query(`insert into review_comment (practice_id, id, review_id, document_id, family_id, therapist_id,
          author_id, block_id, quote, text)
        select practice_id, gen_random_uuid(), id, document_id, family_id, therapist_id, supervisor_id, 'b', '', 'P' from review`);
      await owner.query(`insert into suggestion_answer (practice_id, comment_id, document_id, answer, answered_by)
        select practice_id, id, document_id, 'taken', therapist_id from review_comment`);
    });
    afterAll(() => app.end());

    const failure = (sql: string, parameters: unknown[] = []): Promise<string> =>
      app.query(sql, parameters).then(
        ({ rowCount }) => `${rowCount ?? 0} rows`,
        (problem: unknown) => (problem as { code: string }).code,
      );

    it('no table can be read: the answer is an error and never an empty list', async () => {
      const tables = await list(
        `select relname as it from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
           and has_table_privilege($1, oid, 'SELECT')`,
        [APP],
      );
      const answers = await inTurn(tables, (table) => failure(`select * from ${table}`));
      expect(answers).toEqual(tables.map((table) => [table, NEVER_TOLD]));
    });

    it('no table can be written', async () => {
      const tables = await list(
        `select relname as it from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
           and has_table_privilege($1, oid, 'INSERT')`,
        [APP],
      );
      const answers = await inTurn(tables, async (table) => {
        const { rows } = await owner.query<{ row: unknown }>(
          `select to_jsonb(t) as row from ${table} t limit 1`,
        );
        if (rows[0] === undefined) return 'empty';
        return failure(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
          rows[0].row,
        ]);
      });
      expect(answers).toEqual(
        tables.map((table) => [table, WATCHED_FIRST.includes(table) ? '42501' : NEVER_TOLD]),
      );
      for (const change of [
        'document set state = state',
        'answer set value = value',
        'consent set revoked_at = null',
      ]) {
        expect(await failure(`update ${change}`)).toBe(NEVER_TOLD);
      }
    });

    it('half a context is none, and a made-up one opens nothing', async () => {
      const { rows } = await owner.query<{ id: string }>('select id from practice limit 1');
      const context = async (name: string, value: string): Promise<void> => {
        await app.query('select set_config($1, $2, false)', [`app.${name}`, value]);
      };
      await context('practice_id', String(rows[0]?.id));
      expect(await failure('select * from answer')).toBe(NEVER_TOLD);
      await context('person_id', 'everybody');
      expect(await failure('select * from answer')).toBe(NOBODY);
      await context('person_id', '');
      expect(await failure('select * from answer')).toBe(NOBODY);
      await context('person_id', '00000000-0000-7000-8000-000000000000');
      expect(await failure('select * from answer')).toBe('0 rows');
      await app.query('reset all');
      expect(await failure('select * from answer')).toBe(NOBODY);
    });
  });

  describe('with one connection for everybody', () => {
    let source: DataSource;

    beforeAll(async () => {
      source = dataSource(database.appUrl, 1);
      await source.initialize();
    });
    afterAll(() => source.destroy());

    async function persona(name: string): Promise<Actor> {
      const { rows } = await owner.query<Actor>(
        `select person_id as "personId", practice_id as "practiceId", '{}'::text[] as roles
         from demo_persona where persona = $1`,
        [name],
      );
      const [found] = rows;
      if (found === undefined) throw new Error(`The demo has no ${name}.`);
      return found;
    }

    it('what the database threw away is never called saved, even when the failure went unnoticed', async () => {
      const gateway = new Database(source);
      const unnoticed = gateway.as(await persona('mother'), async (tx) => {
        await tx.run('select 1/0', []).catch(() => 'nothing happened');
        return 'saved';
      });
      await expect(unnoticed).rejects.toThrow();
    });

    it('nobody’s context outlives their transaction, however it ended', async () => {
      const mother = await persona('mother');
      const gateway = new Database(source);
      const endings: [string, string, boolean][] = [
        ['well', 'select 1', true],
        ['with an error', 'select 1/0', false],
        ['with a forbidden act', 'delete from answer', false],
        ['with a timeout', `select set_config('statement_timeout', '20', true), pg_sleep(0)`, true],
        ['with a cancelled statement', `select pg_cancel_backend(pg_backend_pid()), pg_sleep(5)`, false],
      ];
      for (const [how, sql, succeeds] of endings) {
        for (const transaction of ['as', 'once'] as const) {
          const asked = gateway[transaction](mother, (tx) => tx.run(sql, [])).then(
            () => true,
            () => false,
          );
          expect([how, transaction, await asked]).toEqual([how, transaction, succeeds]);
          await expect(source.query('select * from answer')).rejects.toMatchObject({ code: NOBODY });
          expect(await source.query('show statement_timeout')).toEqual([{ statement_timeout: '0' }]);
        }
      }
    });
  });
});

async function inTurn(
  names: readonly string[],
  ask: (name: string) => Promise<string>,
): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  for (const name of names) answers.push([name, await ask(name)]);
  return answers;
}
