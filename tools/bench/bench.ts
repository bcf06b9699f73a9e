// Measures the product as people run it against the bare limit on the same database, turn by turn in one run.
// `npm run bench` takes about three minutes; `-- --tasks 1000000` fills a large practice first, `--rounds` and
// `--seconds` measure longer. Everything it starts listens on this machine alone and is stopped at the end.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '../database/cluster.ts';
import { fire, type Burst, type Shot } from './load.ts';
import { draftContent, writeWorld, type World } from './world.ts';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1.5' },
  },
});
const [tasks, rounds, seconds] = [Number(values.tasks), Number(values.rounds), Number(values.seconds)];
if (![tasks, rounds, seconds].every((value) => value > 0))
  throw new Error('Every option must be a number above 0.');

interface Path {
  name: string;
  work: string;
  mark: number;
  product: (world: World) => Shot;
  bare: (world: World) => Shot;
}

const pick = (world: World): World['members'][number] => {
  const member = world.members[Math.floor(Math.random() * world.members.length)];
  if (!member) throw new Error('The bench has nobody to be.');
  return member;
};
const get = (path: string, token?: string): Shot => ({
  method: 'GET',
  path,
  headers: token === undefined ? {} : { cookie: `common-ground=${token}` },
});

// Every save goes on from the revision before it, as a page does; several writers on one answer would only conflict.
const revisions = new Map<string, number>();
const advance = (name: string, first: number): number => {
  const revision = revisions.get(name) ?? first;
  revisions.set(name, revision + 1);
  return revision;
};
let turn = 0;
/** Each program has drafts of its own: both count their revisions up. */
const nextDraft = (drafts: World['drafts'], whose: 'product' | 'bare'): World['drafts'][number] => {
  turn += 1;
  const half = Math.floor(drafts.length / 2);
  const draft = drafts[(turn % half) + (whose === 'bare' ? half : 0)];
  if (!draft) throw new Error('The bench has nothing to draft.');
  return draft;
};
const nextWriter = (world: World): { member: World['members'][number]; prompt: string } => {
  turn += 1;
  const member = world.members[turn % world.members.length];
  if (!member) throw new Error('The bench has nobody to be.');
  return { member, prompt: `prompt-${6 + (Math.floor(turn / world.members.length) % 24)}` };
};

const paths: Path[] = [
  {
    name: 'R1',
    work: 'a family member’s list of 20 tasks',
    mark: 0.65,
    product: (world) => get('/api/homework?limit=20', pick(world).token),
    bare: (world) => get(`/list/${pick(world).personId}`),
  },
  {
    name: 'R2',
    work: 'one task with 30 prompts and own answers',
    mark: 0.65,
    product: (world) => {
      const { taskId, token } = pick(world);
      return get(`/api/homework/${taskId}`, token);
    },
    bare: (world) => get(`/open/${pick(world).taskId}`),
  },
  {
    name: 'F1',
    work: 'a therapist’s list of 50 families',
    mark: 0.65,
    product: (world) => get('/api/families?limit=50', world.therapist.token),
    bare: (world) => get(`/families/${world.therapist.personId}`),
  },
  {
    name: 'W1',
    work: 'autosave of one answer, durable',
    mark: 0.45,
    product: (world) => {
      const { member, prompt } = nextWriter(world);
      const revision = advance(`${member.taskId} ${prompt}`, 0);
      return {
        method: 'PUT',
        path: `/api/homework/${member.taskId}/answers/${prompt}`,
        headers: {
          cookie: `common-ground=${member.token}`,
          'content-type': 'application/json',
          'if-match': `"${revision}"`,
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ value: `A walk, maybe ${revision + 2}`, visibility: 'therapist' }),
      };
    },
    bare: (world) => ({
      method: 'PUT',
      path: `/save/${pick(world).taskId}/${world.promptId}`,
      headers: { 'idempotency-key': randomUUID() },
    }),
  },
  {
    name: 'D1',
    work: 'autosave of a draft of 200 blocks, durable',
    mark: 0.45,
    product: (world) => {
      const { documentId, token } = nextDraft(world.drafts, 'product');
      const revision = advance(documentId, 1);
      return {
        method: 'PUT',
        path: `/api/worksheets/${documentId}/draft`,
        headers: {
          cookie: `common-ground=${token}`,
          'content-type': 'application/json',
          'if-match': `"${revision}"`,
        },
        body: JSON.stringify({ title: 'What would help', content: draftContent(`Words ${revision}`) }),
      };
    },
    bare: (world) => ({
      method: 'PUT',
      path: `/draft/${nextDraft(world.drafts, 'bare').documentId}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: draftContent('Words') }),
    }),
  },
];

await ended(
  spawn(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'build', 'api', '--output-style=static'], {
    env: { ...process.env, NX_DAEMON: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
chmodSync(folder, 0o755);
const children: ChildProcess[] = [];
const cluster = await startCluster({
  folder: join(folder, 'postgres'),
  superuserPassword: randomBytes(16).toString('hex'),
  durable: true,
});
try {
  await run();
} finally {
  await Promise.all(children.map(stopped));
  await cluster.stop();
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const ownerUrl = await makeDatabase();
  const appUrl = new URL(ownerUrl);
  [appUrl.username, appUrl.password] = ['common_ground_app', randomBytes(16).toString('hex')];
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_URL: appUrl.href,
    SECRET_KEY: randomBytes(32).toString('hex'),
    DEMO: '0',
    LOG_LEVEL: 'warn',
  };
  await ended(spawn(process.execPath, ['dist/apps/api/prepare.js'], { env, stdio: 'inherit' }));
  console.log(`Writing a practice with ${tasks.toLocaleString('en')} tasks …`);
  const world = await writeWorld(ownerUrl, tasks);

  const product = await serve('dist/apps/api/main.js', env, '/health/ready');
  const bare = await serve(
    'tools/bench/bare.ts',
    { ...env, DATABASE_URL: ownerUrl, PRACTICE_ID: world.practiceId },
    '/',
  );
  const figures = [];
  for (const path of paths) {
    for (const connections of [16, 64]) figures.push(await measure(path, connections, world, product, bare));
  }
  console.table(
    Object.fromEntries(figures.map((figure) => [`${figure.path} × ${figure.connections}`, figure])),
  );
  console.log(JSON.stringify({ tasks, rounds, seconds, figures }));
}

async function measure(path: Path, connections: number, world: World, product: number, bare: number) {
  const ours: Burst[] = [];
  const limit: Burst[] = [];
  const last = seconds * 1000;
  const [warm, bareWarm] = [
    await fire(product, () => path.product(world), connections, last / 3),
    await fire(bare, () => path.bare(world), connections, last / 3),
  ];
  if (rowsIn(warm) !== rowsIn(bareWarm))
    throw new Error(`${path.name}: ${rowsIn(warm)} rows are set against ${rowsIn(bareWarm)}.`);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await fire(product, () => path.product(world), connections, last));
    limit.push(await fire(bare, () => path.bare(world), connections, last));
  }
  const perSecond = median(ours.map((burst) => burst.perSecond));
  const barePerSecond = median(limit.map((burst) => burst.perSecond));
  const p99 = median(ours.map((burst) => burst.p99));
  const bareP99 = median(limit.map((burst) => burst.p99));
  const ratio = perSecond / barePerSecond;
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    path: path.name,
    work: path.work,
    connections,
    perSecond: Math.round(perSecond),
    barePerSecond: Math.round(barePerSecond),
    ratio: rounded(ratio),
    mark: path.mark,
    meets: ratio >= path.mark,
    p99: rounded(p99),
    bareP99: rounded(bareP99),
    bytes: ours.at(-1)?.bytes ?? 0,
    bareBytes: limit.at(-1)?.bytes ?? 0,
  };
}

/** How many things a list holds; what is no list counts as one. */
function rowsIn({ answer }: Burst): number {
  const { items } = JSON.parse(answer) as { items?: readonly unknown[] };
  return items?.length ?? 1;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

async function makeDatabase(): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.ownerUrl('postgres') });
  await admin.connect();
  await admin.query('create database common_ground_bench');
  await admin.end();
  return cluster.ownerUrl('common_ground_bench');
}

async function serve(program: string, env: NodeJS.ProcessEnv, ready: string): Promise<number> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => undefined);
    if (answer?.ok) return port;
    await pause(100);
  }
  throw new Error(`${program} did not begin to serve.`);
}

/** Before the database goes, so that nobody complains of its absence. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`A program of the bench ended with ${String(code)}.`);
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
