// One address before several servers, as a practice's own proxy is: whoever's server is gone is served by another one.
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Which browser a request comes from. No server sees it. */
export const BROWSER = 'x-browser';

export interface Front {
  readonly origin: string;
  /** Servers in the order in which they are tried for whoever is sent to none. */
  opens(servers: readonly string[]): void;
  /** From now on this browser is served by this server as long as it is there. */
  sends(browser: string, server: string): void;
  /** Everything a browser was answered with since it has a name: heads and bodies, as they went over the line. */
  received(browser: string): string;
  stop(): Promise<void>;
}

export async function openFront(): Promise<Front> {
  const servers: string[] = [];
  const chosen = new Map<string, string>();
  const received = new Map<string, string>();

  const serve = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const { [BROWSER]: name, ...headers } = from.headers;
    const browser = typeof name === 'string' ? name : '';
    const body = await buffer(from);
    const first = chosen.get(browser);
    const inTurn = first === undefined ? servers : [first, ...servers.filter((server) => server !== first)];
    for (const server of inTurn) {
      const answer = await asked(server, from, headers, body);
      if (answer === null) continue;
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      const hear = (said: string): unknown => received.set(browser, (received.get(browser) ?? '') + said);
      hear(JSON.stringify(answer.headers));
      answer.on('data', (chunk: Buffer) => hear(chunk.toString()));
      // A line that breaks on one side breaks on the other.
      answer.once('close', () => to.destroy());
      to.once('close', () => answer.destroy());
      answer.pipe(to);
      return;
    }
    to.destroy();
  };
  const door = createServer((from, to) => void serve(from, to).catch(() => to.destroy()));
  await new Promise<void>((open) => door.listen(0, '127.0.0.1', open));
  return {
    origin: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    opens: (those) => servers.push(...those),
    sends: (browser, server) => chosen.set(browser, server),
    received: (browser) => received.get(browser) ?? '',
    stop: () =>
      new Promise((closed) => {
        door.close(() => closed());
        door.closeAllConnections();
      }),
  };
}

/** What a server answers; null when it is not there, and so has done nothing. */
function asked(
  server: string,
  { method, url = '/' }: IncomingMessage,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<IncomingMessage | null> {
  return new Promise((answer, fail) => {
    // Plain, so that what is received can be read.
    const options = { method, headers: { ...headers, 'accept-encoding': 'identity' } };
    ask(new URL(url, server), options, answer)
      .once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') answer(null);
        else fail(error);
      })
      .end(body);
  });
}
