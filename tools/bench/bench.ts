// Measures the product as people run it against the bare limit on the same database, turn by turn in one run.
// `npm run bench` takes about six minutes; `-- --tasks 1000000` fills a large practice first and sets what its reading
// costs the database against one of 10,000, `--only R1,W1` measures some paths, `--rounds` and `--seconds` measure longer.
// Everything it starts listens on this machine alone and is stopped at the end.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
// By its path and not by `@common-ground/testing`: Node.js runs this file as it stands and knows none of the house's
// names for its libraries, and the listening line is the one that the specs count statements with.
// eslint-disable-next-line @nx/enforce-module-boundaries -- for the reason above
import { overheard } from '../../libs/testing/src/database/overheard.ts';
import { startCluster } from '../database/cluster.ts';
import { firstPage } from './first-page.ts';
import { keepBooks, openBooks, type Books } from './database-cost.ts';
import { fire, once, type Burst } from './load.ts';
import { paths, type Path, type World } from './paths.ts';
import { ended, serve, type Program } from './programs.ts';
import { writeWorld, type World as Written } from './world.ts';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1.2' },
    only: { type: 'string', default: paths.map(({ name }) => name).join(',') },
  },
});
const [tasks, rounds, seconds] = [Number(values.tasks), Number(values.rounds), Number(values.seconds)];
if (![tasks, rounds, seconds].every((value) => value > 0))
  throw new Error('Every option must be a number above 0.');
const wanted = paths.filter(({ name }) => values.only.split(',').includes(name));

interface Programs {
  readonly product: Program;
  readonly bare: Program;
  /** The product once more, on a line where what it asks of the database is counted. */
  readonly statements: (path: Path) => Promise<number>;
}

/** A practice, how to reach it as its owner and as the product does, and what is booked there. */
interface Practice {
  readonly ownerUrl: string;
  readonly env: NodeJS.ProcessEnv & { readonly DATABASE_URL: string };
  readonly written: Written;
  readonly books: Books;
}

/** What growth is measured against. */
const SMALL = 10_000;

for (const app of ['api', 'web']) {
  await ended(
    spawn(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'build', app, '--output-style=static'], {
      env: { ...process.env, NX_DAEMON: 'false' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
chmodSync(folder, 0o755);
const toStop: (() => Promise<void>)[] = [];
/** The role is one for all databases of the cluster. */
const appPassword = randomBytes(16).toString('hex');
const wantedCluster = {
  folder: join(folder, 'postgres'),
  superuserPassword: randomBytes(16).toString('hex'),
  durable: true,
};
let cluster = await startCluster(wantedCluster);
try {
  await run();
} finally {
  for (const stop of toStop.reverse()) await stop();
  await cluster.stop();
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  await keepBooks(cluster.ownerUrl('postgres'));
  await cluster.stop();
  cluster = await startCluster(wantedCluster);
  const large = await found('common_ground_bench', tasks);
  const small = tasks > SMALL ? await found('common_ground_bench_small', SMALL) : null;

  const product = await begun('dist/apps/api/main.js', large.env, '/health/ready');
  const bareEnv = { ...large.env, DATABASE_URL: large.ownerUrl, PRACTICE_ID: large.written.practiceId };
  const bare = await begun('tools/bench/bare.ts', bareEnv, '/');
  const line = await overheard(large.env.DATABASE_URL);
  toStop.push(() => line.close());
  const counted = await begun(
    'dist/apps/api/main.js',
    { ...large.env, DATABASE_URL: line.url },
    '/health/ready',
  );
  const smallProduct = small && (await begun('dist/apps/api/main.js', small.env, '/health/ready'));
  for (const program of [product, counted]) await meet(program, large.written);
  if (smallProduct && small) await meet(smallProduct, small.written);
  const world = await worldOf(product, large.written);
  const smallWorld = small && smallProduct && (await worldOf(smallProduct, small.written));
  const statements = async (path: Path): Promise<number> => {
    await once(counted.port, path.product(world));
    line.count();
    await once(counted.port, path.product(world));
    return line.count().statements;
  };

  const figures = [];
  for (const path of wanted) {
    const { time, buffers } = await large.books.of(() => once(product.port, path.product(world)));
    const { bare: shot } = path;
    const bareCost = shot && (await large.books.of(() => once(bare.port, shot(world))));
    const smallCost =
      smallProduct &&
      smallWorld &&
      (await small.books.of(() => once(smallProduct.port, path.product(smallWorld))));
    const database = {
      databaseTime: rounded(time),
      bareDatabaseTime: rounded(bareCost?.time ?? NaN),
      growth: rounded(time / (smallCost?.time ?? NaN)),
      buffers: Math.round(buffers),
    };
    for (const connections of path.connections ?? [16, 64]) {
      const speed = await measure(path, connections, world, { product, bare, statements });
      console.log(
        `${path.name} × ${connections}: ${speed.perSecond} a second, ${speed.ratio ?? '–'} of the bare limit`,
      );
      figures.push({ ...speed, ...database });
    }
  }
  const named = figures.map(({ work: _work, ...figure }) => [
    `${figure.path} × ${figure.connections}`,
    figure,
  ]);
  const phone = await firstPage(product.port, large.written.members[0]?.token ?? '', rounds);
  console.table(Object.fromEntries(named));
  console.table(phone);
  console.log(JSON.stringify({ tasks, rounds, seconds, figures, phone }));
}

/** A database with a practice of so many tasks in it. */
async function found(name: string, size: number): Promise<Practice> {
  const ownerUrl = await makeDatabase(name);
  const appUrl = new URL(ownerUrl);
  [appUrl.username, appUrl.password] = ['common_ground_app', appPassword];
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_URL: appUrl.href,
    SECRET_KEY: randomBytes(32).toString('hex'),
    DEMO: '0',
    LOG_LEVEL: 'warn',
  };
  await ended(spawn(process.execPath, ['dist/apps/api/prepare.js'], { env, stdio: 'inherit' }));
  console.log(`Writing a practice with ${size.toLocaleString('en')} tasks …`);
  const written = await writeWorld(ownerUrl, size);
  const books = await openBooks(ownerUrl);
  toStop.push(() => books.close());
  return { ownerUrl, env, written, books };
}

async function begun(file: string, settings: NodeJS.ProcessEnv, ready: string): Promise<Program> {
  const program = await serve(file, settings, ready);
  toStop.push(() => program.stop());
  return program;
}

/**
 * Everybody opens the product once, as they do before anything that is measured: whose session it is, what reaches them and
 * what its versions say is known from then on. Nobody answers what they have not opened.
 */
async function meet({ port }: Program, { members, therapist, supervisor }: Written): Promise<void> {
  const open = (token: string, path: string): Promise<string> =>
    once(port, { method: 'GET', path, headers: { cookie: `common-ground=${token}` } });
  for (const { token } of [...members, therapist, supervisor]) await open(token, '/api/me');
  for (const { token, taskId } of members) {
    await open(token, '/api/homework?limit=20');
    await open(token, `/api/homework/${taskId}`);
  }
}

async function worldOf(product: Program, written: Written): Promise<World> {
  return { ...written, supervisor: { ...written.supervisor, deep: await deepIn(product, written) } };
}

/** Where the last but one page of the queue begins. */
async function deepIn(product: Program, { supervisor }: Written): Promise<string> {
  const headers = { cookie: `common-ground=${supervisor.token}` };
  let [deep, cursor] = ['', ''];
  for (;;) {
    const path = `/api/reviews?state=waiting&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = await once(product.port, { method: 'GET', path, headers });
    const { next } = JSON.parse(page) as { next: string | null };
    if (next === null) return deep;
    [deep, cursor] = [cursor, encodeURIComponent(next)];
  }
}

async function measure(
  path: Path,
  connections: number,
  world: World,
  { product, bare, statements }: Programs,
) {
  const ours: Cost[] = [];
  const limit: Cost[] = [];
  const last = seconds * 1000;
  const warm = await fire(product.port, () => path.product(world), connections, last / 3);
  if (path.bare !== null) {
    const { bare: shot } = path;
    const bareWarm = await fire(bare.port, () => shot(world), connections, last / 3);
    if (rowsIn(warm) !== rowsIn(bareWarm))
      throw new Error(`${path.name}: ${rowsIn(warm)} rows are set against ${rowsIn(bareWarm)}.`);
  }
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await cost(product, () => fire(product.port, () => path.product(world), connections, last)));
    const { bare: shot } = path;
    if (shot !== null)
      limit.push(await cost(bare, () => fire(bare.port, () => shot(world), connections, last)));
  }
  const of = (costs: Cost[], read: (one: Cost) => number | null): number | null =>
    rounded(median(costs.map((one) => read(one) ?? NaN)));
  const [perSecond, barePerSecond] = [ours, limit].map((costs) => of(costs, ({ burst }) => burst.perSecond));
  const ratio = rounded((perSecond ?? NaN) / (barePerSecond ?? NaN));
  return {
    path: path.name,
    work: path.work,
    connections,
    perSecond,
    barePerSecond,
    ratio,
    mark: path.mark,
    meets: path.mark === null || ratio === null ? null : ratio >= path.mark,
    statements: await statements(path),
    p99: of(ours, ({ burst }) => burst.p99),
    bareP99: of(limit, ({ burst }) => burst.p99),
    cpu: of(ours, ({ cpu }) => cpu),
    bareCpu: of(limit, ({ cpu }) => cpu),
    bytes: ours.at(-1)?.burst.bytes ?? 0,
    bareBytes: limit.at(-1)?.burst.bytes ?? 0,
  };
}

interface Cost {
  readonly burst: Burst;
  /** Milliseconds of processor a request, of the program that answers. */
  readonly cpu: number | null;
}

async function cost(program: Program, work: () => Promise<Burst>): Promise<Cost> {
  const before = program.cpu();
  const burst = await work();
  const after = program.cpu();
  return { burst, cpu: before === null || after === null ? null : (after - before) / burst.requests };
}

/** How many things the lists of an answer hold; what is no list counts as one. */
function rowsIn({ answer }: Burst): number {
  if (!answer.startsWith('{')) return 1;
  const { items, drafts, cameBack } = JSON.parse(answer) as Record<string, readonly unknown[] | undefined>;
  return [items, drafts, cameBack].reduce((sum, list) => sum + (list?.length ?? 0), 0) || 1;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 100) / 100;
}

async function makeDatabase(name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.ownerUrl('postgres') });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return cluster.ownerUrl(name);
}
