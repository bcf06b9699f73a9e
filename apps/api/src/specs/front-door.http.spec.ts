import { request } from 'node:http';
import type { Member, NewInvitation } from '@common-ground/contract';
import { asStranger, signInAs, startApi, type RunningApi } from '@common-ground/testing';
import { done, everybody, familyNamed } from './acts';

/** What one address may try within ten minutes at one sort of door. */
const KNOCKS = 300;
const PAIRS = 40;

describe('the front door', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  describe('tells nobody by its time', () => {
    const millisecondsOf = async (path: string, body: object): Promise<number> => {
      const began = performance.now();
      expect((await asStranger(api).post(path, body)).status).toBe(401);
      return performance.now() - began;
    };

    // Interleaved and by the median, so that whatever else the machine is doing slows both alike; a look-up that skips the work for
    // unknown names answers four times as fast. From the eleventh try on the known one also has to wait.
    it.each([
      [
        'e-mail address is known',
        '/api/sign-in',
        'email',
        'elena@lakeside.example',
        'nobody@lakeside.example',
        'password',
      ],
      ['access code is known', '/api/sign-in/code', 'code', 'DAVID-2468', 'NOBODY-2468', 'pin'],
    ])('whether an %s', async (_what, path, name, known, unknown, secret) => {
      const wrong = { [secret]: secret === 'pin' ? '111111' : 'not the password at all' };
      const [ofKnown, ofUnknown]: [number[], number[]] = [[], []];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        ofKnown.push(await millisecondsOf(path, { [name]: known, ...wrong }));
        ofUnknown.push(await millisecondsOf(path, { [name]: unknown, ...wrong }));
      }
      const ratio = medianOf(ofKnown) / medianOf(ofUnknown);
      expect(ratio).toBeGreaterThan(0.6);
      expect(ratio).toBeLessThan(1.7);
    });
  });

  describe('believes no header that anybody can write', () => {
    it.each([
      ['of another site', { origin: 'https://lakeside.example.evil.test' }],
      ['of no site', { origin: 'null' }],
      ['of the same name at another port', { origin: 'http://127.0.0.1:1' }],
    ])('about where a change comes from: one %s is refused', async (_whose, headers) => {
      const therapist = await signInAs(api, 'therapist');
      const answer = await therapist.post('/api/families', { name: 'A family' }, headers);
      expect(answer).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
    });

    it('about what it is called: links lead to the configured address', async () => {
      const { therapist } = await everybody(api);
      const { id } = await familyNamed(therapist, 'Torres family');
      const body = { displayName: 'Ann', relation: 'friend' };
      const ann = await done(therapist.post<Member>(`/api/families/${id}/members`, body));
      const cookie = await cookieOf(api, 'therapist');
      const path = `/api/families/${id}/members/${ann.id}/invitation`;
      const made = await withHost(api.origin, path, cookie, 'evil.test');
      expect(new URL((JSON.parse(made) as NewInvitation).url).origin).toBe(api.origin);
      expect(made).not.toContain('evil.test');
    });

    it('about whose address it is, unless a proxy in front is named as trusted', async () => {
      const knock = async (at: { origin: string }, address: string): Promise<number> =>
        (
          await asStranger(at).post(
            '/api/sign-in/second-factor',
            { way: 'authenticator', code: '000000' },
            { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address },
          )
        ).status;
      const each = Array.from({ length: KNOCKS }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
      const statuses = new Set<number>();
      for (const address of each) statuses.add(await knock(api, address));
      expect([...statuses]).not.toContain(429);
      expect(await knock(api, '10.9.9.9')).toBe(429);

      const behind = await startApi({ beside: api, env: { TRUSTED_PROXIES: '127.0.0.1' } });
      try {
        expect(await knock(behind, '10.9.9.9')).not.toBe(429);
        expect(await knock(behind, '127.0.0.1')).toBe(429);
      } finally {
        await behind.stop();
      }
    });
  });

  it('has no demo in it where nobody asked for one, and none at all in production', async () => {
    const plain = await startApi({ beside: api, env: { DEMO: '0' } });
    try {
      for (const asked of [
        asStranger(plain).get('/api/demo/personas'),
        asStranger(plain).post('/api/demo/sign-in', { persona: 'therapist' }),
      ]) {
        expect((await asked).status).toBe(404);
      }
    } finally {
      await plain.stop();
    }
    await expect(startApi({ beside: api, env: { NODE_ENV: 'production' } })).rejects.toThrow(
      'DEMO=1 is refused together with NODE_ENV=production',
    );
  });
});

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function cookieOf(api: RunningApi, persona: string): Promise<string> {
  const answer = await asStranger(api).post('/api/demo/sign-in', { persona });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** `fetch` writes its own `Host`, and an attacker does not. */
function withHost(origin: string, path: string, cookie: string, host: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const headers = { host, cookie, origin, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        resolve(text);
      });
    });
    asked.on('error', reject).end();
  });
}
