// A throw-away PostgreSQL for tests, with two databases to clone: one with the tables alone, one with the demo practice.
// Beside it is a folder for what programs of the product compile when they start; it goes with the rest.
// It writes one line of JSON when it is ready and lives until its input closes, so it never outlives a killed test run.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './cluster.ts';
import { prepareDatabase } from './prepared-database.ts';

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
  // One after the other: both keep the same role in step.
  await prepareDatabase(cluster, { name: 'cg_template', appPassword, demo: false });
  await prepareDatabase(cluster, {
    name: 'cg_demo_template',
    appPassword,
    demo: true,
    like: 'cg_template',
  });
  console.log(
    JSON.stringify({
      ownerUrl: cluster.ownerUrl('postgres'),
      appPassword,
      compiled: join(folder, 'compiled'),
    }),
  );
  await closed;
} finally {
  await cluster.stop();
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
