// What the product keeps between two starts on one machine: the database, its passwords, and who is running.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Secrets {
  superuserPassword: string;
  appPassword: string;
  secretKey: string;
}

/** What is worth remembering about the database, none of it secret. */
export interface DatabaseNotes {
  port?: number;
  /** True once the demo practice was put in: only such a database may be thrown away by `npm run demo:reset`. */
  demo?: boolean;
}

export interface DataFolder {
  path: string;
  /** Where the embedded PostgreSQL is asked to live. */
  cluster: string;
  serverLog: string;
}

export function openDataFolder(path: string): DataFolder {
  const absolute = resolve(path);
  mkdirSync(absolute, { recursive: true });
  return { path: absolute, cluster: join(absolute, 'postgres'), serverLog: join(absolute, 'server.log') };
}

/** Made once and then kept: a new secret key would sign everybody out, a new password lock the product out. */
export function secretsOf({ path }: DataFolder): Secrets {
  const file = join(path, 'secrets.json');
  if (!existsSync(file)) {
    const random = (): string => randomBytes(32).toString('hex');
    const secrets: Secrets = { superuserPassword: random(), appPassword: random(), secretKey: random() };
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** The key the records are sealed with, beside the database and not in it. Without it no old seal can be checked. */
export function sealKeyOf({ path }: DataFolder): string {
  const file = join(path, 'seal-key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  return file;
}

export function readNotes({ path }: DataFolder): DatabaseNotes {
  const file = join(path, 'database.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DatabaseNotes) : {};
}

export function writeNotes({ path }: DataFolder, notes: DatabaseNotes): void {
  writeFileSync(join(path, 'database.json'), `${JSON.stringify(notes, null, 2)}\n`);
}

export function forgetDatabase(folder: DataFolder): void {
  rmSync(join(folder.path, 'database.json'), { force: true });
}

/** The process that serves from this folder, if it is alive. */
export function whoRuns({ path }: DataFolder): { pid: number; address: string } | undefined {
  const file = join(path, 'running.json');
  if (!existsSync(file)) return undefined;
  const running = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string };
  return running.pid !== process.pid && isLauncher(running.pid) ? running : undefined;
}

export function sayRunning({ path }: DataFolder, address: string): void {
  writeFileSync(join(path, 'running.json'), JSON.stringify({ pid: process.pid, address }));
}

export function sayStopped({ path }: DataFolder): void {
  rmSync(join(path, 'running.json'), { force: true });
}

/** Process numbers are used again, so where the system lets us look we also ask what the process is. */
function isLauncher(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('tools/start/start.ts');
}
