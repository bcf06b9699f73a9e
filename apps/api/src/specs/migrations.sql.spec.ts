import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import type { DataSource } from 'typeorm';
import { dataSource } from '../data-source';

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
