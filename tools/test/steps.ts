// One step of `npm test`: a program, how long it took, and how much it counts for.
import { spawn } from 'node:child_process';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Step {
  name: string;
  /** Run by this Node unless it is said otherwise. */
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Reads the report of a step that counts its tests itself; without one the step counts as one. */
  counts?: () => Counts | undefined;
}

const running = new Set<ReturnType<typeof spawn>>();

/** Tells what runs to stop; the steps then end by themselves. */
export function stopSteps(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Never throws: what fails is shown, counted, and the rest goes on. */
export async function runStep({ name, args, env, counts }: Step): Promise<Counts> {
  const began = performance.now();
  console.log(`… ${name}`);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((done) => {
    child.once('error', (problem) => {
      said += problem.message;
      done(1);
    });
    child.once('close', done);
  });
  running.delete(child);

  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counted = counts?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  // A report without failures does not outweigh a program that says it failed.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.failed > 0) console.log(`\n✘ ${name} failed after ${seconds} s:\n\n${said.trimEnd()}\n`);
  else console.log(`✔ ${name}, ${seconds} s${counts ? ` (${summary(counted)})` : ''}`);
  return counted;
}

export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

export function sum(all: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
