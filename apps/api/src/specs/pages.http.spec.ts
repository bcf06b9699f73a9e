import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { asStranger, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';

const HELD_TO = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

describe('the pages themselves', () => {
  const outside = mkdtempSync(join(tmpdir(), 'common-ground-pages-'));
  const folder = join(outside, 'browser');
  let api: RunningApi;
  let anybody: ApiClient;

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), '<app-root ngCspNonce="__CSP_NONCE__"></app-root>');
    writeFileSync(join(folder, 'main-ABCDEFGH.js'), '1');
    writeFileSync(join(folder, 'main-ABCDEFGH.js.br'), brotliCompressSync('1'));
    writeFileSync(join(folder, 'favicon.ico'), '1');
    writeFileSync(join(folder, 'shell.js'), '1');
    writeFileSync(join(outside, 'secret.txt'), 'Unrepeatable');
    api = await startApi({ env: { WEB_ROOT: folder } });
    anybody = asStranger(api);
  });
  afterAll(async () => {
    await api.stop();
    rmSync(outside, { recursive: true });
  });

  it.each(['/', '/app', '/sign-in', '/app/families/1?x=%22%3E', '/apiary'])(
    '%s is the one page, and never kept',
    async (path) => {
      const { status, headers, text } = await anybody.get(path);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toMatch(/ngCspNonce="[\w+/]{22}=="/u);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each(['/', '/favicon.svg', '/api/me', '/api/nothing', '/nothing.js', '/health/live'])(
    '%s is answered with all that browsers are asked to hold to',
    async (path) => {
      const { headers } = await anybody.get(path);
      const said = Object.keys(HELD_TO).map((name) => [name, headers.get(name)]);
      expect(Object.fromEntries(said)).toEqual(HELD_TO);
      expect(headers.has('cache-control') && headers.has('content-security-policy')).toBe(true);
    },
  );

  it('runs its own scripts only, asks nobody else for anything, and stands in no frame', async () => {
    const { headers, text } = await anybody.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule]));
    const nonce = /ngCspNonce="([^"]+)"/u.exec(text)?.[1] ?? 'none';
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe(`script-src 'self' 'nonce-${nonce}'`);
    expect(rules.get('style-src')).toBe(`style-src 'self' 'nonce-${nonce}'`);
    expect(rules.get('connect-src')).toBe("connect-src 'self'");
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect((await anybody.get('/')).text).not.toContain(nonce);
  });

  it('lets what keeps the app’s files fetch them from here, and do nothing else', async () => {
    const { headers } = await anybody.get('/shell.js');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'");
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps files whose names change with their content, and asks about the others', async () => {
    expect((await anybody.get('/main-ABCDEFGH.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await anybody.get('/favicon.ico')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', null],
    ['identity', null],
  ])('a file goes out pressed to who takes it so: asked with %s it is %s', async (accepted, encoding) => {
    const answer = await fetch(`${api.origin}/main-ABCDEFGH.js`, {
      headers: { 'accept-encoding': accepted },
    });
    expect(await answer.text()).toBe('1');
    const said = ['content-encoding', 'content-type', 'cache-control', 'vary'].map((one) => [
      one,
      answer.headers.get(one),
    ]);
    expect(Object.fromEntries(said)).toEqual({
      'content-encoding': encoding,
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
  });

  it('and under its own name only: what it was pressed to has none', async () => {
    expect((await anybody.get('/main-ABCDEFGH.js.br')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.%00./secret.txt',
    '/index.html%00',
  ])('nothing outside the web app is served at %s', async (path) => {
    const { status, text } = await anybody.get(path);
    expect([status < 500, text.includes('Unrepeatable')]).toEqual([true, false]);
  });

  it.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/nothing.js',
    '/api/documents/..%2f..%2fme',
    '/health',
    '/missing.js',
  ])('%s is no page', async (path) => {
    const { status, headers } = await anybody.get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/u);
  });
});
