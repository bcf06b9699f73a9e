import { Client } from 'pg';
import type { ScratchDatabase } from './scratch-database';

/**
 * Remembers a database as it stands; what is answered puts it back, under the servers that run on it. A server keeps
 * nothing of its own, so tests that change a practice begin with the same one without starting a server each. Signed in
 * is then who was when it was remembered. What waits to be done later is forgotten.
 */
export async function rememberedAs({ ownerUrl }: ScratchDatabase): Promise<() => Promise<void>> {
  const tables = await asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<TableAsItStands>(TABLES);
    await together(owner, [
      'create schema kept',
      ...rows.map(({ name }) => `create table kept.${name} as table public.${name}`),
    ]);
    return rows;
  });
  return () =>
    asOwner(ownerUrl, async (owner) => {
      const now = new Map((await owner.query<TableAsItStands>(TABLES)).rows.map((one) => [one.name, one]));
      await together(owner, [
        // Nobody keeps meanwhile what reached somebody before.
        'select pg_advisory_xact_lock(access.turn_of(id)) from practice',
        ...tables
          .filter(({ name, walls }) => now.get(name)?.walls !== walls)
          .map(({ name, walls }) => `alter table public.${name} ${walls}`),
        // Rows go back as they were: no trigger judges them, and no foreign key asks what comes first.
        'set session_replication_role = replica',
        'delete from pgboss.job',
        ...tables.map(({ name }) => `delete from public.${name}`),
        ...tables.map(
          ({ name, columns }) =>
            `insert into public.${name} (${columns}) overriding system value select ${columns} from kept.${name}`,
        ),
      ]);
    });
}

interface TableAsItStands {
  readonly name: string;
  /** What can be written; the rest is worked out from it. */
  readonly columns: string;
  /** A test may have opened its rows to arrange what nobody could do. */
  readonly walls: string;
}

const TABLES = `
  select quote_ident(c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    case when c.relrowsecurity then 'enable' else 'disable' end || ' row level security, '
      || case when c.relforcerowsecurity then 'force' else 'no force' end || ' row level security' as walls
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`;

/** One journey and one transaction. */
async function together(owner: Client, statements: readonly string[]): Promise<void> {
  await owner.query(statements.join(';'));
}

async function asOwner<Found>(url: string, ask: (owner: Client) => Promise<Found>): Promise<Found> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await ask(owner);
  } finally {
    await owner.end();
  }
}
