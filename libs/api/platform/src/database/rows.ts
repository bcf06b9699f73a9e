import type { EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Transaction } from './database';

/** All rows of a query, in the shape the SQL gives them. */
export function rows<Row>(tx: Transaction, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return tx.query<Row[]>(sql, [...parameters]);
}

/** The first row of a query, or null. */
export async function firstRow<Row>(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | null> {
  const [row] = await rows<Row>(tx, sql, parameters);
  return row ?? null;
}

/**
 * How many rows an UPDATE changed.
 * TypeORM answers `[rows, count]` to a raw UPDATE and rows alone to everything else.
 */
export async function changedRows(
  tx: Transaction,
  sql: string,
  parameters: readonly unknown[],
): Promise<number> {
  const [, count] = await tx.query<[unknown[], number]>(sql, [...parameters]);
  return count;
}

/** SQL that writes a timestamp as ISO 8601 with milliseconds, in UTC. Cheaper than turning it into a Date and back. */
export function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * Writes new rows and reads nothing back. Reading back would need the right to read, and there are rows that their
 * writer may not see: the audit's, and a person who is in no family yet.
 */
export async function insertRows<Row extends ObjectLiteral>(
  tx: Transaction,
  into: EntityTarget<Row>,
  values: QueryDeepPartialEntity<Row> | QueryDeepPartialEntity<Row>[],
): Promise<void> {
  await tx.createQueryBuilder().insert().into(into).values(values).updateEntity(false).execute();
}
