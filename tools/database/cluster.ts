// The PostgreSQL the project brings along: made once, started, found again when somebody killed us, stopped.
// pg_ctl puts the server in a session of its own, so Ctrl-C in a terminal does not reach it before the API has drained.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Account, databaseAccount, reachable } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';

/** Where root's databases go when the project stands in a folder that the database's account cannot enter. */
export const sharedFolder = '/var/lib/common-ground';

const fixedSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // One small machine: the pool of the API and a few tools.
  max_connections: '100',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

export interface ClusterRequest {
  /** Where the cluster should live; see `Cluster.folder` for where it does. */
  folder: string;
  superuserPassword: string;
  /** The port of the last time, so that addresses stay the same where they can. */
  lastPort?: number;
  /** False only for tests: a database that may be lost with the machine. */
  durable: boolean;
}

export interface Cluster {
  folder: string;
  port: number;
  /** True when a server of an earlier start was still running. */
  reused: boolean;
  ownerUrl(database: string): string;
  stop(): Promise<void>;
}

export async function startCluster(request: ClusterRequest): Promise<Cluster> {
  const account = databaseAccount();
  const folder = clusterFolder(request.folder, account);
  const binaries = findBinaries(account, sharedFolder);
  const ownerUrl = (port: number, database: string): string =>
    `postgresql://postgres:${request.superuserPassword}@127.0.0.1:${port}/${database}`;
  const cluster = (port: number, reused: boolean): Cluster => ({
    folder,
    port,
    reused,
    ownerUrl: (database) => ownerUrl(port, database),
    stop: () => stop(binaries, folder, account),
  });

  const running = runningPort(folder);
  if (running !== undefined && (await isOurs(ownerUrl(running, 'postgres'), folder))) {
    return cluster(running, true);
  }
  if (!existsSync(join(folder, 'PG_VERSION'))) await create(binaries, folder, request, account);
  const port = await freePort(request.lastPort);
  await start(binaries, folder, port, request.durable, account);
  return cluster(port, false);
}

/** Stops a server that an earlier start left behind, if there is one. */
export async function stopLeftover(wanted: string): Promise<void> {
  const account = databaseAccount();
  const folder = clusterFolder(wanted, account);
  if (runningPort(folder) !== undefined) await stop(findBinaries(account, sharedFolder), folder, account);
}

export function clusterFolder(wanted: string, account = databaseAccount()): string {
  const folder = resolve(wanted);
  const parent = join(folder, '..');
  mkdirSync(parent, { recursive: true });
  if (!account || reachable(parent, account)) return folder;
  mkdirSync(sharedFolder, { recursive: true });
  return join(sharedFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

async function create(
  binaries: Binaries,
  folder: string,
  { superuserPassword }: ClusterRequest,
  account: Account | undefined,
): Promise<void> {
  // What is there without PG_VERSION is a first start that was cut short; nothing has been stored in it.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'common-ground-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (account) for (const path of [folder, secrets, passwordFile]) chownSync(path, account.uid, account.gid);

  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        // Of PostgreSQL itself rather than of the machine: the same order of words on every machine.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        ...Object.entries(fixedSettings).map(([name, value]) => `--set=${name}=${value}`),
      ],
      account,
    );
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true });
    throw problem;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

async function start(
  { pgCtl }: Binaries,
  folder: string,
  port: number,
  durable: boolean,
  account: Account | undefined,
): Promise<void> {
  const switches = durable
    ? ['-c fsync=on', '-c synchronous_commit=on']
    : ['-c fsync=off', '-c synchronous_commit=on', '-c full_page_writes=off'];
  const log = join(folder, 'server.log');
  const options = [`-p ${port}`, ...switches].join(' ');
  try {
    await run(pgCtl, ['start', '-s', '-w', '-t', '60', '-D', folder, '-l', log, '-o', options], account);
  } catch (problem) {
    const said = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '';
    throw new Error(`PostgreSQL did not start. Its log (${log}) ends with:\n${said}`, { cause: problem });
  }
}

async function stop({ pgCtl }: Binaries, folder: string, account: Account | undefined): Promise<void> {
  await run(pgCtl, ['stop', '-s', '-w', '-t', '60', '-m', 'fast', '-D', folder], account);
}

/** The port a server in this folder says it listens on; it may be long gone. */
function runningPort(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

async function isOurs(url: string, folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function freePort(preferred = 0): Promise<number> {
  const port = await new Promise<number | undefined>((answer) => {
    const probe = createServer();
    probe.once('error', () => {
      answer(undefined);
    });
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        answer(typeof address === 'object' && address ? address.port : undefined);
      });
    });
  });
  if (port !== undefined) return port;
  if (preferred === 0) throw new Error('No free port was found on 127.0.0.1.');
  return freePort();
}

/** How PostgreSQL's programs are run: as whom, where, and with which environment. */
export function surroundings(account: Account | undefined): {
  uid?: number;
  gid?: number;
  cwd: string | undefined;
  env: NodeJS.ProcessEnv;
} {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return {
    ...account,
    // The folder we were called from may be closed to the account.
    cwd: process.platform === 'win32' ? undefined : '/',
    env: { ...Object.fromEntries(own), LC_ALL: 'C', LANG: 'C' },
  };
}

async function run(program: string, args: string[], account: Account | undefined): Promise<void> {
  const child = spawn(program, args, {
    ...surroundings(account),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}.\n${said}`);
}
