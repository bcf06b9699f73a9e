// Runs a program of the API beside the product, as the owner of its database: of the one that `npm start` brings along,
// running or not, or of the one that DATABASE_URL names.
import { spawn } from 'node:child_process';
import { type DataFolder, openDataFolder, sealKeyOf, secretsOf, whoRuns } from '../database/data-folder.ts';
import { openEmbedded, openExternal } from './database.ts';
import { readSettings } from './settings.ts';
import { Refusal, runQuietly } from './steps.ts';

/** This process ends as the programs did; each is a file of the built API and its arguments. */
export async function runBeside(programs: (folder: DataFolder) => readonly string[][]): Promise<void> {
  // The channel to the launcher would keep us here.
  process.channel?.unref();
  try {
    process.exitCode = await runAll(programs);
  } catch (problem) {
    console.error(problem instanceof Refusal ? problem.message : (problem as Error).stack);
    process.exitCode = 2;
  }
}

async function runAll(programs: (folder: DataFolder) => readonly string[][]): Promise<number> {
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
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_URL: database.appUrl,
    SECRET_KEY: process.env['SECRET_KEY'] || secrets.secretKey,
    SEAL_KEY_FILE: process.env['SEAL_KEY_FILE'] || sealKeyOf(folder),
  };
  try {
    for (const program of programs(folder)) {
      const code = await run(program, env);
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    // A database that serves somebody else goes on doing so.
    if (!isRunning) await database.stop();
  }
}

async function run([file = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--enable-source-maps', `dist/apps/api/${file}`, ...args], {
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
