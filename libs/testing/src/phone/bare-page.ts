// A family's first page without a framework: one script in the page, the same look, the same answers of the same
// server. What it costs to open is what nobody can do without.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const WEB = 'dist/apps/web/browser';

const SCRIPT = `
const ask = (path) => fetch('/api/' + path).then((answer) => answer.json());
Promise.all(['me', 'homework', 'me/family-sessions', 'me/consent-requests'].map(ask)).then(([me, homework]) => {
  const main = document.querySelector('main');
  const write = (name, text) => (main.appendChild(document.createElement(name)).textContent = text);
  write('h1', 'Hello, ' + me.person.displayName);
  for (const { title, whyItHelps } of homework.items) {
    write('h2', title);
    write('p', whyItHelps);
  }
});`;

export interface BarePage {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Serves that page, and passes on what it asks of the API of the product at `behind`. */
export async function serveBarePage(behind: string): Promise<BarePage> {
  const name = readdirSync(WEB).find((file) => /^styles-.*\.css$/u.test(file)) ?? '';
  const style = brotliCompressSync(readFileSync(join(WEB, name)));
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/style.css"><main></main><script>${SCRIPT}</script></html>`;
  const server = createServer((request, response) => {
    const { url = '/', headers } = request;
    if (url.startsWith('/api/')) {
      void fetch(behind + url, { headers: { cookie: headers.cookie ?? '' } }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    } else if (url === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'br' }).end(style);
    } else if (url.startsWith('/media/')) {
      const font = join(WEB, 'media', url.slice('/media/'.length).replaceAll(/[^\w.-]/gu, ''));
      response.writeHead(200, { 'content-type': 'font/woff2' }).end(readFileSync(font));
    } else {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
