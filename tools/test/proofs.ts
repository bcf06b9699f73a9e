// `npm run proofs:long`: the proofs once more, for ten thousand families and every policy, with other seeds each time,
// a thousand rounds of each race, and a hundred kills of the database. `npm run proofs:long -- database-kill` runs those
// whose file is so named.
import { runStep, stopSteps, sum, summary, type Counts, type Step } from './steps.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stopSteps);
process.channel?.unref();

const steps: Step[] = [
  {
    name: 'build',
    args: [
      'node_modules/nx/dist/bin/nx.js',
      'run-many',
      '--target=build',
      '--projects=api',
      '--output-style=static',
    ],
  },
  {
    name: 'proofs',
    args: [
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--runInBand',
      '--testTimeout=3600000',
      `apps/api/src/specs/proofs/.*${process.argv[2] ?? ''}`,
    ],
    env: {
      PROOFS: 'long',
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  },
];

const results: Counts[] = [];
for (const step of steps) results.push(await runStep(step));
const total = sum(results);
console.log(summary(total));
if (total.failed > 0) process.exitCode = 1;
