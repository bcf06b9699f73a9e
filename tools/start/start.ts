// `npm start`: builds what is stale, starts the database, brings it up to date, serves, and on Ctrl-C or SIGTERM stops
// all of it in the right order. What it stores stays in the data folder.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Api } from './api.ts';
import { type Database, openEmbedded, openExternal } from './database.ts';
import {
  type DataFolder,
  type Secrets,
  openDataFolder,
  readNotes,
  sayRunning,
  sayStopped,
  sealKeyOf,
  secretsOf,
  whoRuns,
  writeNotes,
} from '../database/data-folder.ts';
import { personas, waysIn } from './personas.ts';
import { type StartSettings, readSettings } from './settings.ts';
import { Refusal, runQuietly, step } from './steps.ts';

const stopping = new AbortController();
const stopAsked = new Promise<void>((asked) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(signal, () => {
      stopping.abort();
      asked();
    });
  }
});
// The channel to the launcher must not keep us alive; its end is noticed as long as something else does.
process.channel?.unref();

try {
  await serve();
} catch (problem) {
  if (!stopping.signal.aborted) {
    console.error(`\n${problem instanceof Refusal ? problem.message : String((problem as Error).stack)}`);
    process.exitCode = 1;
  }
}
process.exit();

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  if ('complaints' in settings) throw new Refusal(settings.complaints.join('\n'));
  const folder = openDataFolder(settings.dataDir);
  const other = await whoKeepsRunning(folder);
  if (other) {
    throw new Refusal(
      `Common Ground already runs from ${folder.path} (process ${other.pid}, ${other.address}).`,
    );
  }
  await requireFree(settings.host, settings.port);

  const origin = originOf(settings);
  const address = process.env['PUBLIC_ORIGIN'] || origin.replace('127.0.0.1', 'localhost');
  const secrets = secretsOf(folder);
  sayRunning(folder, address);

  let database: Database | undefined;
  let api: Api | undefined;
  try {
    console.log('Common Ground is getting ready.');
    await step('Building what changed', build);
    database = await step('Starting the database', () =>
      settings.databaseUrl === undefined
        ? openEmbedded(folder, secrets)
        : openExternal(settings.databaseUrl, secrets),
    );
    if (database.elsewhere) {
      console.log(
        `  (its account cannot enter ${folder.path}, so it keeps its files in ${database.elsewhere})`,
      );
    }
    const env = surroundings(settings, database, secrets, folder);
    await step('Bringing the tables up to date', () =>
      prepare({ ...env, DATABASE_OWNER_URL: database?.ownerUrl }),
    );
    if (settings.demo) writeNotes(folder, { ...readNotes(folder), demo: true });
    const server = (api = new Api(env, folder.serverLog));
    await step('Starting the server', () => server.ready(origin, stopping.signal));
    welcome(address, folder.path, settings.demo);
    await Promise.race([stopAsked, server.ended]);
    if (!stopping.signal.aborted) {
      throw new Refusal(`${server.lastWords()}\n\nThe server ended by itself; above are its last words.`);
    }
    console.log('\nStopping. What was saved stays saved.');
  } finally {
    await api?.stop();
    await database?.stop();
    sayStopped(folder);
  }
}

/** One that is just being stopped is given a moment to finish. */
async function whoKeepsRunning(folder: DataFolder) {
  const until = Date.now() + 5_000;
  while (whoRuns(folder) && Date.now() < until) await pause(100);
  return whoRuns(folder);
}

/** What the API sees. The owner's way into the database is not part of it. */
function surroundings(
  { demo, host, port }: StartSettings,
  { appUrl }: Database,
  { secretKey }: Secrets,
  folder: DataFolder,
) {
  return {
    ...process.env,
    DATABASE_URL: appUrl,
    DEMO: demo ? '1' : '0',
    HOST: host,
    PORT: String(port),
    SECRET_KEY: process.env['SECRET_KEY'] || secretKey,
    SEAL_KEY_FILE: process.env['SEAL_KEY_FILE'] || sealKeyOf(folder),
  };
}

async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const args = ['--enable-source-maps', 'dist/apps/api/prepare.js'];
  await runQuietly(process.execPath, args, env, stopping.signal);
}

function originOf({ host, port }: StartSettings): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}

async function build(): Promise<void> {
  await runQuietly(
    process.execPath,
    [
      'node_modules/nx/dist/bin/nx.js',
      'run-many',
      '--targets=build',
      '--projects=api,web',
      '--output-style=static',
    ],
    process.env,
    stopping.signal,
  );
}

async function requireFree(host: string, port: number): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer();
    probe.once('error', (problem: NodeJS.ErrnoException) => {
      taken(
        new Refusal(
          problem.code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program; choose one with PORT=${port + 1} npm start.`
            : `${host}:${port} cannot be listened on (${problem.code ?? problem.message}).`,
        ),
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        free();
      });
    });
  });
}

function welcome(address: string, dataFolder: string, demo: boolean): void {
  const lines = [`\nCommon Ground is served at ${address}\n`];
  if (demo) {
    lines.push('The demo practice is open: choose one of its people on the sign-in page.');
    lines.push(...personas.map(([persona, who]) => `  ${persona.padEnd(16)} ${who}`), '', ...waysIn, '');
  }
  lines.push(`What is stored is kept in ${dataFolder}. Ctrl-C stops.`);
  console.log(lines.join('\n'));
}
