import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ScratchDatabase } from './scratch-database';

export interface ServerToKill {
  /** A database with the demo practice, as durable as the product's own. */
  readonly database: ScratchDatabase;
  /** SIGKILL: whatever was not flushed is gone. */
  kill(): Promise<void>;
  /** On the same port, with what survived. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of one's own. The one that the other specs share runs without fsync and is never killed. */
export async function serverToKill(): Promise<ServerToKill> {
  const child = spawn(process.execPath, ['tools/database/server-to-kill.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('The database to be killed ended; the reason stands above.');
    return JSON.parse(value) as unknown;
  };
  const ask = async (what: 'kill' | 'start'): Promise<void> => {
    child.stdin.write(`${what}\n`);
    await answer();
  };
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const urls = (await answer()) as { ownerUrl: string; appUrl: string };
  return {
    // It goes with its server.
    database: { ...urls, drop: () => Promise.resolve() },
    kill: () => ask('kill'),
    startAgain: () => ask('start'),
    stop,
  };
}
