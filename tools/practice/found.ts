// `npm run practice:found -- --name … --admin … --email …`: the first practice of an installation, and its first admin.
import { runBeside } from '../start/beside.ts';

await runBeside(() => [['prepare.js'], ['found-practice.js', ...process.argv.slice(2)]]);
