import type { PoolClient, QueryResult } from 'pg';

/** The name under which each connection keeps a statement prepared; one for each text the program has. */
const statements = new Map<string, string>();

/**
 * Runs a statement, prepared once for each connection. Planning the walls around a query costs more than running it,
 * and TypeORM's own way in plans it every time.
 */
export function prepared<Row extends object>(
  connection: PoolClient,
  text: string,
  parameters: readonly unknown[],
): Promise<QueryResult<Row>> {
  const name = statements.get(text) ?? `statement-${statements.size + 1}`;
  statements.set(text, name);
  return connection.query<Row>({ name, text, values: [...parameters] });
}
