// Starts one PostgreSQL for all specs that ask for one. It is a process of its own, tied to this one by its input.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { announce, type TestServer } from './test-server';

declare global {
  var databaseForTests: ChildProcess | undefined;
}

export default async function startDatabase(): Promise<void> {
  const child = spawn(process.execPath, ['tools/database/test-server.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.databaseForTests = child;
  announce(await firstLine(child));
}

async function firstLine(child: ChildProcess): Promise<TestServer> {
  return new Promise((ready, failed) => {
    child.once('exit', () => {
      failed(new Error('The database for the tests did not start; the reason stands above.'));
    });
    if (child.stdout) {
      createInterface(child.stdout).once('line', (line) => {
        ready(JSON.parse(line) as TestServer);
      });
    }
  });
}
