// PostgreSQL refuses to run as root. Where root starts the product, the database runs as the account `postgres`,
// which is made when it is missing. Everyone else runs it as themselves.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

/** Undefined means: run it as whoever is here. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = find() ?? (create(), find());
  if (!account) {
    throw new Error(
      'PostgreSQL refuses to run as root and the account "postgres" cannot be created here. ' +
        'Run this as an ordinary account, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return account;
}

/** Whether the account can walk down to this path, which must exist. */
export function reachable(path: string, { uid, gid }: Account): boolean {
  const stats = statSync(path);
  const enter = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001;
  const parent = dirname(path);
  return (stats.mode & enter) !== 0 && (parent === path || reachable(parent, { uid, gid }));
}

function find(): Account | undefined {
  const [uid, gid] = [number('-u'), number('-g')];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function number(flag: string): number | undefined {
  const asked = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return asked.status === 0 ? Number(asked.stdout) : undefined;
}

function create(): void {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  // BusyBox (Alpine and small images) has adduser instead.
  if (!find()) spawnSync('adduser', ['-S', '-D', '-H', 'postgres']);
}
