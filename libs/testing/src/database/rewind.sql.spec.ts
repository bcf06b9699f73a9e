import { Client } from 'pg';
import { rememberedAs } from './rewind';
import { scratchDatabase, type ScratchDatabase } from './scratch-database';

describe('a database put back', () => {
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

  async function everyRow(): Promise<Record<string, string>> {
    const { rows } = await owner.query<{ name: string; walls: string }>(
      `select relname as name, relrowsecurity || ' ' || relforcerowsecurity as walls from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const prints: Record<string, string> = {};
    for (const { name, walls } of rows) {
      const { rows: found } = await owner.query<{ print: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as print from ${name} t`,
      );
      prints[name] = `${walls} ${found[0]?.print ?? ''}`;
    }
    return prints;
  }

  it('is in every row as it was, whatever was changed, added, taken away or opened', async () => {
    const asItWas = await rememberedAs(database);
    const before = await everyRow();
    for (const _again of [1, 2]) {
      await owner.query(`update person set display_name = 'Somebody else'`);
      await owner.query(`set session_replication_role = replica`);
      await owner.query(`delete from member`);
      await owner.query(
        `insert into audit select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
         from audit a limit 1`,
      );
      await owner.query(`set session_replication_role = origin`);
      await owner.query(`alter table staff_role no force row level security`);
      const changed = await everyRow();
      const others = Object.keys(before).filter((name) => changed[name] !== before[name]);
      expect(others.sort()).toEqual(['audit', 'member', 'person', 'staff_role']);
      await asItWas();
      expect(await everyRow()).toEqual(before);
    }
  });
});
