import type { Me, NewAuthenticator, NewRecoveryCodes, WaysIn } from '@common-ground/contract';
import {
  afterPassword,
  type ApiClient,
  asStranger,
  codeOf,
  DEMO_PASSWORD,
  type RunningApi,
  signedInStaff,
  startApi,
} from '@common-ground/testing';
import { Client } from 'pg';

describe('the second factor of staff', () => {
  let api: RunningApi;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const second = async (client: ApiClient, code: string): Promise<number> =>
    (await client.post('/api/sign-in/second-factor', { code })).status;

  async function forgetSecondFactorOf(name: string): Promise<void> {
    await owner.query(
      `delete from second_factor where person_id = (select id from person where display_name like $1)`,
      [`${name} %`],
    );
  }

  it('is asked of everybody who has one: the password alone opens nothing at all', async () => {
    const martha = await afterPassword(api, 'martha');
    for (const path of ['/api/me', '/api/families', '/api/me/sessions', '/api/me/ways-in']) {
      expect([path, (await martha.get(path)).status]).toEqual([path, 401]);
    }
    expect((await martha.post('/api/step-up', { password: DEMO_PASSWORD })).status).toBe(401);
    expect(await second(asStranger(api), codeOf())).toBe(401);
  });

  it('takes each code once, also when it comes twice at the same moment', async () => {
    const [one, two] = await Promise.all([afterPassword(api, 'jonas'), afterPassword(api, 'jonas')]);
    const code = codeOf();
    const both = await Promise.all([second(one, code), second(two, code)]);
    expect(both.sort()).toEqual([204, 401]);
    expect(await second(await afterPassword(api, 'jonas'), code)).toBe(401);
    expect(await second(await afterPassword(api, 'jonas'), codeOf(undefined, 1))).toBe(204);
  });

  it('is refused with a code that is older than the last one taken', async () => {
    expect(await second(await afterPassword(api, 'tessa'), codeOf(undefined, 1))).toBe(204);
    expect(await second(await afterPassword(api, 'tessa'), codeOf(undefined, 0))).toBe(401);
  });

  it('makes guesses wait: after ten wrong codes even the right one', async () => {
    const guesser = await afterPassword(api, 'priya');
    for (let guess = 0; guess < 10; guess += 1) expect(await second(guesser, '000000')).toBe(401);
    expect(await second(guesser, codeOf())).toBe(401);
    await owner.query(`update second_factor set waits_until = now() - interval '1 second'`);
    expect(await second(guesser, codeOf())).toBe(204);
  });

  it('has to be set up by whoever has none, before anything else opens', async () => {
    await forgetSecondFactorOf('Martha');
    const martha = asStranger(api);
    const elsewhere = asStranger(api);
    const password = { email: 'martha@lakeside.example', password: DEMO_PASSWORD };
    expect((await martha.post('/api/sign-in', password)).status).toBe(204);
    await elsewhere.post('/api/sign-in', password);
    expect((await martha.get<Me>('/api/me')).body.session.mustEnrol).toBe(true);
    for (const path of ['/api/reviews', '/api/today', '/api/templates', '/api/me/sessions']) {
      const { status, body } = await martha.get<{ code: string }>(path);
      expect([path, status, body.code]).toEqual([path, 403, 'second-factor-missing']);
    }

    const { secret, uri, picture } = (await martha.post<NewAuthenticator>('/api/me/authenticator')).body;
    expect(uri).toMatch(/^otpauth:\/\/totp\//u);
    expect(picture).toMatch(/^data:image\/svg\+xml;base64,/u);
    const wrong = await martha.post('/api/me/authenticator/confirm', { code: '000000' });
    expect(wrong.status).toBe(422);
    const confirmed = await martha.post<NewRecoveryCodes>('/api/me/authenticator/confirm', {
      code: codeOf(secret),
    });
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect((await martha.get('/api/reviews')).status).toBe(200);
    // Whoever else stood there with the password alone is out.
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect(await second(await afterPassword(api, 'martha'), codeOf(secret))).toBe(401);
    expect(await second(await afterPassword(api, 'martha'), codeOf(secret, 1))).toBe(204);
  });

  it('can be a recovery code, each of them once; new ones end the old ones', async () => {
    const elena = await signedInStaff(api, 'elena', -1);
    const first = (await elena.post<NewRecoveryCodes>('/api/me/recovery-codes')).body.recoveryCodes;
    const [code = '', spare = ''] = first;
    expect(await second(await afterPassword(api, 'elena'), code.toLowerCase().replaceAll('-', ' '))).toBe(
      204,
    );
    expect(await second(await afterPassword(api, 'elena'), code)).toBe(401);
    expect((await elena.get<WaysIn>('/api/me/ways-in')).body.recoveryCodesLeft).toBe(9);
    const again = (await elena.post<NewRecoveryCodes>('/api/me/recovery-codes')).body.recoveryCodes;
    expect(await second(await afterPassword(api, 'elena'), spare)).toBe(401);
    expect(await second(await afterPassword(api, 'elena'), again[0] ?? '')).toBe(204);
    const { rows } = await owner.query<{ text: string }>('select r::text as text from recovery_code r');
    expect(rows.some(({ text }) => first.some((known) => text.includes(known)))).toBe(false);
  });

  it('is never given up without another one', async () => {
    const elena = await signedInStaff(api, 'elena', 0);
    const refused = await elena.post<{ code: string }>('/api/me/authenticator/remove');
    expect([refused.status, refused.body.code]).toEqual([409, 'last-second-factor']);
  });

  it('lies in the database encrypted: not even its owner reads it there', async () => {
    const { rows } = await owner.query<{ sealed: Buffer }>(
      'select sealed from second_factor where sealed is not null',
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('PAPERBOATS');
    expect(new Set(rows.map(({ sealed }) => sealed.toString('hex'))).size).toBe(rows.length);
  });
});
