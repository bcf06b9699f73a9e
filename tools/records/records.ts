// `npm run records:verify`, `records:copy-seals`, `records:seal`: what the product says about its own records, asked
// from outside of it.
import { join, resolve } from 'node:path';
import { runBeside } from '../start/beside.ts';

const [command = '', ...given] = process.argv.slice(2);

await runBeside((folder) => [['records.js', ...argumentsFor(folder.path)]]);

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
