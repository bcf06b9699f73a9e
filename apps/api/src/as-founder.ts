import type { DataSource, EntityManager } from './data-source';

/** The tables whose rows come before any right to write them. */
const FOUNDING_TABLES = [
  'practice',
  'person',
  'staff',
  'staff_role',
  'supervision',
  'family',
  'caseload',
  'member',
  'guardian',
  'household',
  'safe_contact',
  'consent',
  'demo_persona',
  'credential',
  'second_factor',
  'access_link',
];

/** The owner steps around row-level security for one transaction, which only the owner of the tables can. */
export async function asFounder<T>(owner: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return owner.transaction(async (tx) => {
    for (const table of FOUNDING_TABLES) await tx.query(`alter table ${table} no force row level security`);
    const result = await work(tx);
    for (const table of FOUNDING_TABLES) await tx.query(`alter table ${table} force row level security`);
    return result;
  });
}

export async function insertAsFounder(
  tx: EntityManager,
  table: (typeof FOUNDING_TABLES)[number],
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await tx.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}
