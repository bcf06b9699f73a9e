import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Statement } from './one-journey';
import type { Transaction } from './transaction';

/** All rows of a query, in the shape the SQL gives them. */
export async function rows<Row extends object>(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return (await tx.run<Row>(sql, parameters)).rows;
}

/** The first row of a query, or null. */
export async function firstRow<Row extends object>(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rows<Row>(tx, sql, parameters))[0] ?? null;
}

/** How many rows an UPDATE changed. */
export async function changedRows(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[],
): Promise<number> {
  return (await tx.run(sql, parameters)).rowCount ?? 0;
}

/** SQL that writes a timestamp as ISO 8601 with milliseconds, in UTC. Cheaper than turning it into a Date and back. */
export function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The practice's own day, `YYYY-MM-DD`. */
export async function practiceDay(tx: Transaction): Promise<string> {
  const found = await firstRow<{ today: string }>(tx, 'select access.today()::text as today');
  if (found === null) throw new Error('The database does not tell the day.');
  return found.today;
}

/** A statement of which nothing comes back. */
export async function perform(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  await tx.run(sql, parameters);
}

/**
 * Writes a new row and reads nothing back. Reading back would need the right to read, and there are rows that their
 * writer may not see: the audit's, and a person who is in no family yet.
 */
export async function insertRow<Row extends ObjectLiteral>(
  tx: Transaction,
  into: EntityTarget<Row>,
  values: Partial<Row>,
): Promise<void> {
  const { text, parameters } = insertion(tx, into, values);
  await tx.run(text, parameters);
}

/**
 * The statement that writes a new row, to stand alone or as part of another.
 * @param after the parameters of what it is part of; its own come behind them
 * @param each where rows come from, of which each is a reason to write one; without it, one is written
 */
export function insertion<Row extends ObjectLiteral>(
  tx: Transaction,
  into: EntityTarget<Row>,
  values: Partial<Row>,
  after: readonly unknown[] = [],
  each?: string,
): Statement {
  const { tablePath, columns } = tx.entities.getMetadata(into);
  const given = columns.filter((column) => values[column.propertyName] !== undefined);
  const names = given.map((column) => column.databaseName).join(', ');
  const places = given.map((_column, index) => `$${after.length + index + 1}`).join(', ');
  const written = given.map((column): unknown =>
    tx.entities.driver.preparePersistentValue(values[column.propertyName], column),
  );
  const row = each === undefined ? `values (${places})` : `select ${places} from ${each}`;
  return { text: `insert into ${tablePath} (${names}) ${row}`, parameters: [...after, ...written] };
}
