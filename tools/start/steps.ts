// Says what is going on, in plain words, while `npm start` and its relatives work.
import { spawn } from 'node:child_process';

/** A reason to stop that is meant for the person at the keyboard: shown without a stack. */
export class Refusal extends Error {}

export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  process.stdout.write(`  ${what} …`);
  // A line a log can show while nothing else happens; a terminal needs it as little as a file does.
  const waiting = setInterval(() => process.stdout.write('.'), 3000);
  try {
    const result = await work();
    process.stdout.write(` ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (problem) {
    process.stdout.write(' failed\n');
    throw problem;
  } finally {
    clearInterval(waiting);
  }
}

/** Runs a program of ours to its end; its words are shown only when it fails. */
export async function runQuietly(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<void> {
  const child = spawn(program, args, { env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Refusal(`${said.trim()}\n\nThis step failed: ${args.join(' ')}`);
}
