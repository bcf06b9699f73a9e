// A PostgreSQL as durable as the product's own, with the demo practice in it, that is killed and started again on
// request: for the proof that nothing acknowledged is lost. It answers each line of its input with one line of JSON and
// lives until its input closes.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { sharedFolder, startCluster, surroundings } from './cluster.ts';
import { prepareDatabase } from './prepared-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-ground-kills-'));
// The database may have to run under another account, which must be able to walk through.
chmodSync(folder, 0o755);
const account = databaseAccount();
const { postgres } = findBinaries(account, sharedFolder);
const appPassword = randomBytes(16).toString('hex');
const cluster = await startCluster({
  folder: join(folder, 'postgres'),
  superuserPassword: randomBytes(16).toString('hex'),
  durable: true,
});
let server: ChildProcess | undefined;

try {
  const lines = createInterface({ input: process.stdin });
  const database = await prepareDatabase(cluster, { name: 'common_ground', appPassword, demo: true });
  await cluster.stop();
  server = await started();
  console.log(JSON.stringify(database));
  for await (const line of lines) {
    if (line === 'kill') await killed(server);
    else server = await started();
    console.log(JSON.stringify({ done: line }));
  }
} finally {
  if (server) await killed(server);
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

/**
 * A child of this process, and not of pg_ctl: a killed process keeps its number until its parent has taken note, and
 * PostgreSQL refuses to start while somebody has the number. It also refuses beside a child of the killed server; each
 * of them ends by itself when it sees that it is alone.
 */
async function started(): Promise<ChildProcess> {
  const switches = ['fsync=on', 'synchronous_commit=on'];
  // What is written is in the kernel's hands when a process is killed; only after a power cut would every file matter.
  if (process.platform === 'linux') switches.push('recovery_init_sync_method=syncfs');
  const args = ['-D', cluster.folder, '-p', `${cluster.port}`, ...switches.flatMap((one) => ['-c', one])];
  const until = Date.now() + 30_000;
  let said = '';
  while (Date.now() < until) {
    const child = spawn(postgres, args, { ...surroundings(account), stdio: ['ignore', 'ignore', 'pipe'] });
    said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
    if (await answers(child)) return child;
    if (!said.includes('shared memory block')) break;
    await pause(20);
  }
  throw new Error(`PostgreSQL did not start again. It said:\n${said}`);
}

/** Waits until the server lets somebody in; false when it ends instead. */
async function answers(child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client({ connectionString: cluster.ownerUrl('postgres') });
    try {
      await client.connect();
      return true;
    } catch {
      await pause(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
