// The programs the bench starts: how they begin to serve, what they cost, and how they end.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  readonly port: number;
  /** Milliseconds of processor it has used so far; null where the machine does not tell. */
  cpu(): number | null;
  stop(): Promise<void>;
}

/** A machine that has much else to do takes its time to start a program. */
const BEGINS_WITHIN = 180_000;

/** Starts a program and waits until it answers. */
export async function serve(file: string, env: NodeJS.ProcessEnv, ready: string): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const program: Program = { port, cpu: () => cpuOf(child), stop: () => stopped(child) };
  const until = performance.now() + BEGINS_WITHIN;
  while (performance.now() < until && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`).catch(() => undefined);
    if (answer?.ok) return program;
    await pause(100);
  }
  await program.stop();
  throw new Error(
    child.exitCode === null || child.exitCode === 0
      ? `${file} did not begin to serve.`
      : `${file} ended with ${child.exitCode} before it served.`,
  );
}

export async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`A program of the bench ended with ${String(code)}.`);
}

/** Linux counts nanoseconds for each thread. */
function cpuOf({ pid }: ChildProcess): number | null {
  const threads = `/proc/${pid}/task`;
  if (!existsSync(threads)) return null;
  const used = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return used.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Before the database goes, so that nobody complains of its absence. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
