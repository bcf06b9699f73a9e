// A database as `npm start` would leave it: made, with the application's role, migrated, with or without the demo
// practice. For the servers that tests start.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import pg from 'pg';
import type { Cluster } from './cluster.ts';

const prepare = 'dist/apps/api/prepare.js';

export interface PreparedDatabase {
  ownerUrl: string;
  appUrl: string;
}

export async function prepareDatabase(
  cluster: Cluster,
  { name, appPassword, demo, like }: { name: string; appPassword: string; demo: boolean; like?: string },
): Promise<PreparedDatabase> {
  if (!existsSync(prepare)) throw new Error('The API is not built yet: npx nx build api');
  const client = new pg.Client({ connectionString: cluster.ownerUrl('postgres') });
  await client.connect();
  // What was prepared already need not be again.
  await client.query(`create database ${name}${like === undefined ? '' : ` template ${like}`}`);
  await client.end();

  const app = new URL(cluster.ownerUrl(name));
  [app.username, app.password] = ['common_ground_app', appPassword];
  const database = { ownerUrl: cluster.ownerUrl(name), appUrl: app.href };
  const child = spawn(process.execPath, ['--enable-source-maps', prepare], {
    // Whatever it says goes to stderr: on stdout the servers of the tests answer whoever started them.
    stdio: ['ignore', process.stderr, process.stderr],
    env: {
      ...process.env,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_URL: database.appUrl,
      DEMO: demo ? '1' : '0',
      // The key the servers of the tests are started with: second factors are sealed with it.
      SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
    },
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`${prepare} ended with ${String(code)} for ${name}.`);
  return database;
}
