// What requests cost the database, from PostgreSQL's own books: how long its statements run and how many blocks they look
// at. Blocks are exact; times are of one request after another, so that nothing waits for anything else.
import pg from 'pg';

export interface DatabaseCost {
  /** Milliseconds a request. */
  readonly time: number;
  /** Blocks of the database looked at by a request, wherever they were found. */
  readonly buffers: number;
}

const REQUESTS = 40;

export interface Books {
  /** The middle of several times `REQUESTS` requests. */
  of(request: () => Promise<unknown>): Promise<DatabaseCost>;
  close(): Promise<void>;
}

/** PostgreSQL keeps such books only when it was started for it. */
export async function keepBooks(adminUrl: string): Promise<void> {
  await asOwner(adminUrl, (client) =>
    client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`),
  );
}

export async function openBooks(ownerUrl: string): Promise<Books> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  const once = async (request: () => Promise<unknown>): Promise<DatabaseCost> => {
    await client.query('select pg_stat_statements_reset()');
    for (let at = 0; at < REQUESTS; at += 1) await request();
    const { rows } = await client.query<DatabaseCost>(
      `select coalesce(sum(total_exec_time), 0) / $1::float8 as time,
         coalesce(sum(shared_blks_hit + shared_blks_read), 0)::float8 / $1::float8 as buffers
       from pg_stat_statements
       where dbid = (select oid from pg_database where datname = current_database())
         and query !~ 'pg_stat_statements|pgboss'`,
      [REQUESTS],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('PostgreSQL keeps no books.');
    return row;
  };
  return {
    of: async (request) => {
      // Statements that a connection has not prepared yet are made ready first, and their plans are settled on.
      for (let at = 0; at < REQUESTS; at += 1) await request();
      const costs = [await once(request), await once(request), await once(request)];
      const middle = (read: (cost: DatabaseCost) => number): number =>
        costs.map(read).toSorted((a, b) => a - b)[1] ?? NaN;
      return { time: middle(({ time }) => time), buffers: middle(({ buffers }) => buffers) };
    },
    close: () => client.end(),
  };
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
