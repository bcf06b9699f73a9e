// Finds the database the product will use and the two ways in: the owner's, for `prepare`, and the product's own.
import pg from 'pg';
import { startCluster } from '../database/cluster.ts';
import { type DataFolder, type Secrets, readNotes, writeNotes } from '../database/data-folder.ts';
import { Refusal } from './steps.ts';

export interface Database {
  /** May change tables; handed to `prepare` alone. */
  ownerUrl: string;
  /** What the product signs in with: row-level security holds for it. */
  appUrl: string;
  /** Where it lives, when that is not where one would look for it. */
  elsewhere?: string;
  stop(): Promise<void>;
}

const database = 'common_ground';
const appRole = 'common_ground_app';

export async function openEmbedded(folder: DataFolder, secrets: Secrets): Promise<Database> {
  const notes = readNotes(folder);
  const cluster = await startCluster({
    folder: folder.cluster,
    superuserPassword: secrets.superuserPassword,
    durable: true,
    ...(notes.port === undefined ? {} : { lastPort: notes.port }),
  });
  writeNotes(folder, { ...notes, port: cluster.port });
  try {
    await createDatabase(cluster.ownerUrl('postgres'));
  } catch (problem) {
    await cluster.stop();
    throw problem;
  }
  const ownerUrl = cluster.ownerUrl(database);
  return {
    ownerUrl,
    appUrl: asApp(ownerUrl, secrets),
    ...(cluster.folder === folder.cluster ? {} : { elsewhere: cluster.folder }),
    stop: () => cluster.stop(),
  };
}

export async function openExternal(ownerUrl: string, secrets: Secrets): Promise<Database> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    );
    if (Number(rows[0]?.number) < 150_000)
      throw new Refusal('DATABASE_URL leads to a PostgreSQL older than 15.');
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    throw new Refusal(
      `DATABASE_URL does not open: ${problem instanceof Error ? problem.message : 'unknown'}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  return { ownerUrl, appUrl: asApp(ownerUrl, secrets), stop: () => Promise.resolve() };
}

function asApp(ownerUrl: string, { appPassword }: Secrets): string {
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = appPassword;
  return url.href;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
