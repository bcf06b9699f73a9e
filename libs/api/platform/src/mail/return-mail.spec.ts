import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newId } from '../database/new-id';
import type { Database } from '../database/database';
import type { Settings } from '../settings/settings';
import { returnAddressOf } from './return-address';
import { ReturnMail } from './return-mail';

const HERE = { domain: 'return.example.org', secretKey: 'only-for-tests-only-for-tests-only-for-tests' };

describe('the ear for reports', () => {
  /** How many servers this process has, once those that were closed are gone. */
  async function listening(): Promise<number> {
    await nextTurn();
    return process.getActiveResourcesInfo().filter((name) => name.toLowerCase() === 'tcpserverwrap').length;
  }
  const earOf = (returnMailAt: Settings['returnMailAt'], beforeSignIn = jest.fn()): ReturnMail =>
    new ReturnMail(
      { returnMail: HERE.domain, returnMailAt, secretKey: HERE.secretKey } as Settings,
      { beforeSignIn } as unknown as Database,
    );
  async function freePort(): Promise<number> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    probe.close();
    await once(probe, 'close');
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  it('is shut where nobody said where it is', async () => {
    const before = await listening();
    const ear = earOf(null);
    await ear.open();
    expect(await listening()).toBe(before);
    await ear.onApplicationShutdown();
  });

  it('is shut when the program ends, and whoever is still speaking is hung up on', async () => {
    const place = { host: '127.0.0.1', port: await freePort() };
    const before = await listening();
    const ear = earOf(place);
    await ear.open();
    expect(await listening()).toBe(before + 1);
    const line = connect(place).on('error', () => undefined);
    await once(line, 'data');
    const over = once(line, 'close');
    const began = performance.now();
    await ear.onApplicationShutdown();
    await over;
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await listening()).toBe(before);
  });

  it('does not begin where somebody else listens', async () => {
    const place = { host: '127.0.0.1', port: await freePort() };
    const [first, second] = [earOf(place), earOf(place)];
    await first.open();
    await expect(second.open()).rejects.toThrow('EADDRINUSE');
    await first.onApplicationShutdown();
  });

  it('lets so many in and no more, also to be told that there is no room', async () => {
    const place = { host: '127.0.0.1', port: await freePort() };
    const ear = earOf(place);
    await ear.open();
    let ended = 0;
    const lines = Array.from({ length: 60 }, () =>
      connect(place)
        .on('error', () => undefined)
        .on('close', () => (ended += 1))
        .resume(),
    );
    const began = performance.now();
    while (ended < 30 && performance.now() - began < 3_000) await nextTurn();
    expect(ended).toBeGreaterThanOrEqual(30);
    for (const line of lines) line.destroy();
    await ear.onApplicationShutdown();
  });

  it('asks to come again while the database is away', async () => {
    const place = { host: '127.0.0.1', port: await freePort() };
    const ear = earOf(place, jest.fn().mockRejectedValue(new Error('away')));
    await ear.open();
    const line = connect(place).setEncoding('utf8');
    const said: string[] = [];
    const address = returnAddressOf(newId<'mail'>(), HERE);
    await once(line, 'data');
    for (const command of ['EHLO mx.example.org', 'MAIL FROM:<>', `RCPT TO:<${address}>`]) {
      line.write(`${command}\r\n`);
      const [answer] = (await once(line, 'data')) as [string];
      said.push(answer.slice(0, 3));
    }
    line.destroy();
    await ear.onApplicationShutdown();
    expect(said).toEqual(['250', '250', '451']);
  });
});
