import type { FamilySession } from '@common-ground/contract';
import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import type { DataSource } from 'typeorm';
import { dataSource } from '../data-source';
import { done, idOf } from './acts';
import { demoPractice } from './demo-practice';

describe('migrations', () => {
  let database: ScratchDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await scratchDatabase();
    owner = dataSource(database.ownerUrl, 1);
    await owner.initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  /** Every column, constraint, index, policy, function and grant there is. */
  async function everything(): Promise<unknown> {
    return owner.query(`
      select 'column' as sort, table_schema || table_name || column_name || data_type || is_nullable || coalesce(column_default, '') as what
        from information_schema.columns where table_schema in ('public', 'access')
      union all select 'constraint', conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select 'index', indexdef from pg_indexes where schemaname = 'public'
      union all select 'policy', concat(tablename, policyname, cmd, roles, qual, with_check) from pg_policies
      union all select 'function', concat(pg_get_functiondef(oid), proacl, proowner::regrole) from pg_proc
        where pronamespace in ('public'::regnamespace, 'access'::regnamespace) and prokind = 'f'
      union all select 'table', concat(relname, relacl, relrowsecurity, relforcerowsecurity) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'
      union all select 'grant', concat(attrelid::regclass, attname, attacl) from pg_attribute
        where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      order by 1, 2`);
  }

  it('lead up, all the way down, and up again to the same database', async () => {
    const before = await everything();
    for (const _migration of owner.migrations) await owner.undoLastMigration({ transaction: 'each' });
    const left = await owner.query<{ relname: string }[]>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
    );
    // TypeORM's own notebook stays.
    expect(left).toEqual([{ relname: 'migration' }]);
    await owner.runMigrations({ transaction: 'each' });
    expect(await everything()).toEqual(before);
  });

  it('leave nothing for the ORM to wish for', async () => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    const wishes = upQueries.map(({ query }) => query);
    expect(
      wishes.filter((query) => /CREATE TABLE|(?:ADD|DROP|ALTER|RENAME) COLUMN|ADD "/u.test(query)),
    ).toEqual([]);
  });
});

describe('plans of hours from before they were reviewed', () => {
  const { api, cast, torres, owner } = demoPractice();
  let source: DataSource;

  beforeAll(async () => {
    source = dataSource(api.database.ownerUrl, 1);
    await source.initialize();
    // No plan was sent yet, also none of the demo practice.
    await owner.query('set session_replication_role = replica');
    for (const table of ['review', 'document_version', 'document_draft_history', 'document_draft'])
      await owner.query(
        `delete from ${table} where document_id in (select id from document where kind = 'hour-plan')`,
      );
    await owner.query(`delete from document where kind = 'hour-plan'`);
    await owner.query('reset session_replication_role');
  });
  afterAll(async () => {
    await source.destroy();
  });

  const planned = async (): Promise<FamilySession> =>
    done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'problem-solving', startsOn: '2046-12-01', startTime: '16:00', language: 'en' },
      }),
    );
  const undone = async (): Promise<void> => {
    let last: string | undefined;
    while (last !== 'PlansUnderReview1764104710000') {
      const [row] = await source.query<{ name: string }[]>(
        'select name from migration order by id desc limit 1',
      );
      last = row?.name;
      await source.undoLastMigration({ transaction: 'each' });
    }
  };
  const again = async (): Promise<void> => {
    await source.runMigrations({ transaction: 'each' });
  };

  it('may have been written by everybody who leads the family, and two who sign plans sign the rest', async () => {
    const [elena, jonas] = [await idOf(cast.therapist), await idOf(cast['other-therapist'])];
    const { id } = await planned();
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads) select practice_id, id, $2, false from family where id = $1`,
      [torres.id, jonas],
    );
    const signed = async (kinds: string): Promise<unknown> => {
      await owner.query(
        `update supervision set strength = 'must-approve-and-co-sign', co_signer_id = $2, co_signed_kinds = $3::text[]
         where therapist_id = $1`,
        [elena, jonas, kinds],
      );
      await undone();
      const { rows } = await owner.query(
        `select strength, co_signer_id is not null as signed, co_signed_kinds as kinds from supervision where therapist_id = $1`,
        [elena],
      );
      await again();
      return rows[0];
    };
    expect(await signed('{worksheet,hour-plan}')).toEqual({
      ...{ strength: 'must-approve-and-co-sign', signed: true, kinds: ['worksheet'] },
    });
    expect(await signed('{hour-plan}')).toEqual({ strength: 'must-approve', signed: false, kinds: [] });
    const { rows } = await owner.query<{ writers: string[] }>(
      'select writers from family_session where id = $1',
      [id],
    );
    expect([...(rows[0]?.writers ?? [])].sort()).toEqual([elena, jonas].sort());
  });

  it('are not left without what was said of them', async () => {
    const { id, plan, revision } = await planned();
    const changed = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${id}`,
        { ...plan, purpose: 'Judged' },
        { 'if-match': `"${revision}"` },
      ),
    );
    const supervisorId = await idOf(cast.supervisor);
    await owner.query(`update caseload set ended_at = now() where therapist_id = $1 and family_id = $2`, [
      await idOf(cast['other-therapist']),
      torres.id,
    ]);
    await done(
      cast.therapist.post(
        `/api/sessions/${id}/review`,
        { supervisorId, note: '' },
        { 'if-match': `"${changed.revision}"` },
      ),
    );
    await expect(undone()).rejects.toThrow('Plans of hours were sent to supervision');
    await again();
    const { rows } = await owner.query(`select kind from document where id = $1`, [id]);
    expect(rows).toEqual([{ kind: 'hour-plan' }]);
  });
});
