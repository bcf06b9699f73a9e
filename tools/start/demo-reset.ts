// `npm run demo:reset`: throws the demo practice away. The next `npm start` makes a fresh one.
import { rmSync } from 'node:fs';
import { clusterFolder, stopLeftover } from '../database/cluster.ts';
import { forgetDatabase, openDataFolder, readNotes, whoRuns } from '../database/data-folder.ts';

process.exitCode = await reset();

async function reset(): Promise<number> {
  if (process.env['DATABASE_URL']) {
    console.error('DATABASE_URL is set: only the embedded database is ever thrown away.');
    return 1;
  }
  const folder = openDataFolder(process.env['DATA_DIR'] || '.data');
  const running = whoRuns(folder);
  if (running) {
    console.error(`Common Ground is running from ${folder.path} (process ${running.pid}); stop it first.`);
    return 1;
  }
  if (!readNotes(folder).demo) {
    console.log(`There is no demo data in ${folder.path}.`);
    return 0;
  }
  await stopLeftover(folder.cluster);
  rmSync(clusterFolder(folder.cluster), { recursive: true, force: true });
  forgetDatabase(folder);
  console.log('The demo data is gone. The next npm start makes a fresh practice.');
  return 0;
}
