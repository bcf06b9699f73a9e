// Starts the product as users do, with `npm start`, in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const readyWithin = 180_000;

export interface Product {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export async function startProduct(): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'common-ground-journeys-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['tools/start/start.ts'], {
    cwd: join(import.meta.dirname, '..'),
    // The channel closes when this process dies, and the product then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATA_DIR: dataFolder, DEMO: '1', PORT: String(port), PUBLIC_ORIGIN: origin },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = new Promise((done) => child.once('exit', done));

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const until = Date.now() + readyWithin;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The product did not start. It said:\n${said}`);
    }
    await pause(250);
  }
  return { origin, stop };
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
  return answer?.ok ?? false;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((found) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => {
        found(port);
      });
    });
  });
}
