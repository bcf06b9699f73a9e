// Starts the built API, waits until it is ready, and stops it again without cutting anybody off.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './steps.ts';

const drainWithin = 15_000;
const readyWithin = 60_000;

export class Api {
  readonly #child: ChildProcess;
  readonly #log: string;
  /** Resolves when the process has ended, however it ended. */
  readonly ended: Promise<void>;
  #alive = true;

  constructor(env: NodeJS.ProcessEnv, log: string) {
    const file = openSync(log, 'w');
    this.#log = log;
    this.#child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', './tools/start/leave-with-parent.mjs', 'dist/apps/api/main.js'],
      { env, stdio: ['ignore', file, file, 'ipc'] },
    );
    closeSync(file);
    this.ended = new Promise((done) => {
      this.#child.once('exit', () => {
        this.#alive = false;
        done();
      });
    });
  }

  async ready(origin: string, stopping: AbortSignal): Promise<void> {
    const until = Date.now() + readyWithin;
    while (this.#alive && Date.now() < until) {
      stopping.throwIfAborted();
      const answer = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Refusal(`${this.lastWords()}\n\nThe server did not become ready.`);
  }

  lastWords(): string {
    return readFileSync(this.#log, 'utf8').trim().split('\n').slice(-40).join('\n');
  }

  async stop(): Promise<void> {
    if (!this.#alive) return;
    this.#child.kill('SIGTERM');
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), drainWithin);
    await this.ended;
    clearTimeout(impatience);
  }
}
