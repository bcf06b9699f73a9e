// A throw-away PostgreSQL for tests, with two databases to clone: one with the tables alone, one with the demo practice.
// It writes one line of JSON when it is ready and lives until its input closes, so it never outlives a killed test run.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from './cluster.ts';

const prepare = 'dist/apps/api/prepare.js';
if (!existsSync(prepare)) throw new Error('The API is not built yet: npx nx build api');

const folder = mkdtempSync(join(tmpdir(), 'common-ground-tests-'));
// The database may have to run under another account, which must be able to walk through.
chmodSync(folder, 0o755);
const appPassword = randomBytes(16).toString('hex');
const cluster = await startCluster({
  folder: join(folder, 'postgres'),
  superuserPassword: randomBytes(16).toString('hex'),
  durable: false,
});

try {
  const closed = new Promise((done) => process.stdin.once('end', done).resume());
  const ownerUrl = cluster.ownerUrl('postgres');
  // One after the other: both keep the same role in step.
  await makeTemplate(ownerUrl, 'cg_template', '0');
  await makeTemplate(ownerUrl, 'cg_demo_template', '1');
  console.log(JSON.stringify({ ownerUrl, appPassword }));
  await closed;
} finally {
  await cluster.stop();
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function makeTemplate(ownerUrl: string, name: string, demo: '0' | '1'): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();

  const [owner, app] = [new URL(ownerUrl), new URL(ownerUrl)];
  owner.pathname = app.pathname = `/${name}`;
  app.username = 'common_ground_app';
  app.password = appPassword;
  const child = spawn(process.execPath, ['--enable-source-maps', prepare], {
    // Whatever it says goes to stderr: our only line on stdout is the answer.
    stdio: ['ignore', process.stderr, process.stderr],
    env: {
      ...process.env,
      DATABASE_OWNER_URL: owner.href,
      DATABASE_URL: app.href,
      DEMO: demo,
      // The key the servers of the tests are started with: second factors are sealed with it.
      SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
    },
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`${prepare} ended with ${String(code)} for ${name}.`);
}
