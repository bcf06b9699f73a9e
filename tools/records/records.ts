// `npm run records:verify`, `records:copy-seals`, `records:seal`: what the product says about its own records, asked
// from outside of it. Uses the database of `npm start`, running or not, or the one that DATABASE_URL names.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { openDataFolder, sealKeyOf, secretsOf, whoRuns } from '../database/data-folder.ts';
import { openEmbedded, openExternal } from '../start/database.ts';
import { readSettings } from '../start/settings.ts';
import { Refusal, runQuietly } from '../start/steps.ts';

const [command = '', ...given] = process.argv.slice(2);

try {
  process.exitCode = await ask();
} catch (problem) {
  console.error(problem instanceof Refusal ? problem.message : (problem as Error).stack);
  process.exitCode = 2;
}
// The channel to the launcher would keep us here.
process.exit();

async function ask(): Promise<number> {
  const settings = readSettings(process.env);
  if ('complaints' in settings) throw new Refusal(settings.complaints.join('\n'));
  const build = ['node_modules/nx/dist/bin/nx.js', 'run', 'api:build', '--output-style=static'];
  await runQuietly(process.execPath, build, process.env);
  const folder = openDataFolder(settings.dataDir);
  const secrets = secretsOf(folder);
  const isRunning = whoRuns(folder) !== undefined;
  const database =
    settings.databaseUrl === undefined
      ? await openEmbedded(folder, secrets)
      : await openExternal(settings.databaseUrl, secrets);
  try {
    return await run(argumentsFor(folder.path), {
      ...process.env,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_URL: database.appUrl,
      SECRET_KEY: process.env['SECRET_KEY'] || secrets.secretKey,
      SEAL_KEY_FILE: process.env['SEAL_KEY_FILE'] || sealKeyOf(folder),
    });
  } finally {
    // A database that serves somebody else goes on doing so.
    if (!isRunning) await database.stop();
  }
}

/** npm keeps `--seals file` for itself when nobody writes `--` before it, and says so in the environment. */
function argumentsFor(dataFolder: string): string[] {
  const kept = process.env['npm_config_seals'];
  if (command === 'verify' && kept !== undefined && kept !== '' && kept !== 'true') {
    return [command, '--seals', kept, ...given];
  }
  if (command === 'copy-seals' && given.length === 0) {
    const moment = new Date().toISOString().replace(/[:.]/gu, '-');
    return [command, join(resolve(dataFolder), `seals-${moment}.jsonl`)];
  }
  return [command, ...given];
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/records.js', ...args], {
    env,
    stdio: 'inherit',
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => {
      done(code ?? 2);
    });
  });
}
