import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type ScratchDatabase, scratchDatabase } from '../database/scratch-database';
import { testServer } from '../database/test-server';

export interface RunningApi {
  origin: string;
  database: ScratchDatabase;
  /** What the server wrote so far, the last 64 million characters of it, for specs about what logs must not say. */
  log(): string;
  /** Ends the process at once, as a power cut would; `stop` still tidies up. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  /** Whether the demo practice is in the database; without it nobody can sign in by persona. */
  demo?: boolean;
  env?: Record<string, string>;
  /** How browsers call this machine. Passkeys are made for a name and never for a number. */
  host?: '127.0.0.1' | 'localhost';
  /** A server that was killed: the new one takes over its address and its database, and whoever was signed in still is. */
  after?: RunningApi;
  /** A server that runs: the new one serves the same database beside it, and leaves the database to the first. */
  beside?: RunningApi;
  /** A database that stands already; whoever made it takes it away. */
  database?: ScratchDatabase;
}

/**
 * For whoever asks for nearly everything there is: each connection to the database prepares each statement anew, and
 * with all the walls in it that is most of what asking once costs.
 */
export const FEW_CONNECTIONS = { DATABASE_POOL: '2' };

// A busy machine compiles what it starts for the first time slowly; a server that cannot start ends and is not waited for.
const readyWithin = 180_000;
/**
 * What Node.js is told besides. A run starts hundreds of servers, and starting is most of what they cost. Room for what is
 * young spares collecting it, and the maps of every package's sources are not read: together a quarter of a start. A
 * stack in the log names our functions all the same.
 */
export const STARTED_OFTEN: readonly string[] = ['--max-semi-space-size=64'];
/** Far more than any spec reads; a proof that asks for hours must not run into the longest string there can be. */
const LONGEST_LOG = 64_000_000;

/** The built API, as users run it, on a database of its own. */
export async function startApi({
  demo = true,
  env = {},
  host = '127.0.0.1',
  after,
  beside,
  database: given = (after ?? beside)?.database,
}: ApiOptions = {}): Promise<RunningApi> {
  const database = given ?? (await scratchDatabase({ demo }));
  const port = after ? Number(new URL(after.origin).port) : await freePort();
  const origin = `http://${host}:${port}`;
  const child = spawn(process.execPath, [...STARTED_OFTEN, 'dist/apps/api/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.appUrl,
      // Only the throw-away server of the tests runs without fsync.
      ALLOW_FSYNC_OFF: '1',
      DEMO: demo ? '1' : '0',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
      // A run starts hundreds of these; each would compile the same files.
      NODE_COMPILE_CACHE: testServer().compiled,
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.length > 2 * LONGEST_LOG) said = said.slice(-LONGEST_LOG);
    });
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded(child)) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  };
  const api: RunningApi = {
    origin,
    database,
    log: () => said,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      if (beside === undefined) await database.drop();
    },
  };

  const until = Date.now() + readyWithin;
  while (!(await isReady(origin))) {
    if (hasEnded(child) || Date.now() > until) {
      await api.stop();
      throw new Error(`The API did not become ready. It said:\n${said}`);
    }
    await pause(50);
  }
  return api;
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
  return answer?.ok ?? false;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * Below the ports that systems hand out for outgoing connections: one of those could be taken by a browser between our
 * looking and the server's listening.
 */
async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const probe = createServer();
  const isFree = await new Promise<boolean>((found) => {
    probe.once('error', () => {
      found(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        found(true);
      });
    });
  });
  return isFree ? port : freePort();
}
