import type { NewAuthenticator } from '@common-ground/contract';
import {
  type ApiClient,
  codeOf,
  DEMO_PASSWORD,
  DEMO_PIN,
  type RunningApi,
  signedInFamily,
  signedInStaff,
  signInAs,
  startApi,
} from '@common-ground/testing';
import { Client } from 'pg';

const NOTHING = '00000000-0000-7000-8000-000000000000';

describe('an act that asks who somebody is once more', () => {
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

  /** Six minutes go by for everybody who is signed in. */
  const sixMinutesLater = (): Promise<unknown> =>
    owner.query(`update signed_in set proven_at = proven_at - interval '6 minutes'`);
  const share = async (who: ApiClient): Promise<[number, string | undefined]> => {
    const { status, body } = await who.post<{ code?: string }>(`/api/documents/${NOTHING}/shares`, {
      memberIds: [NOTHING],
    });
    return [status, body.code];
  };

  it('goes through right after signing in, and asks again five minutes later', async () => {
    const elena = await signedInStaff(api, 'elena', -1);
    expect(await share(elena)).toEqual([404, 'not-found']);
    await sixMinutesLater();
    expect(await share(elena)).toEqual([403, 'step-up-needed']);
    expect((await elena.post('/api/step-up', { password: DEMO_PASSWORD })).status).toBe(401);
    expect((await elena.post('/api/step-up', { code: codeOf() })).status).toBe(401);
    expect((await elena.post('/api/step-up', { pin: DEMO_PIN })).status).toBe(401);
    expect((await elena.post('/api/step-up', { password: 'not this', code: codeOf() })).status).toBe(401);
    expect(await share(elena)).toEqual([403, 'step-up-needed']);
    expect((await elena.post('/api/step-up', { password: DEMO_PASSWORD, code: codeOf() })).status).toBe(204);
    expect(await share(elena)).toEqual([404, 'not-found']);
  });

  it('believes nobody longer because of a session elsewhere', async () => {
    const here = await signedInStaff(api, 'jonas', -1);
    const there = await signedInStaff(api, 'jonas', 0);
    await sixMinutesLater();
    await here.post('/api/step-up', { password: DEMO_PASSWORD, code: codeOf(undefined, 1) });
    expect((await share(here))[0]).toBe(404);
    expect(await share(there)).toEqual([403, 'step-up-needed']);
  });

  it('takes the PIN of a mother, and not the password she has none of', async () => {
    const rosa = await signedInFamily(api, 'ROSA-2468');
    expect((await rosa.post('/api/step-up', { password: DEMO_PASSWORD, code: codeOf() })).status).toBe(401);
    expect((await rosa.post('/api/step-up', { pin: '111111' })).status).toBe(401);
    expect((await rosa.post('/api/step-up', { pin: DEMO_PIN })).status).toBe(204);
  });

  it('makes guesses wait there too', async () => {
    const leo = await signedInFamily(api, 'LEO-2468');
    for (let guess = 0; guess < 10; guess += 1) await leo.post('/api/step-up', { pin: '111111' });
    expect((await leo.post('/api/step-up', { pin: DEMO_PIN })).status).toBe(401);
  });

  it('stands before every change of one’s own ways in', async () => {
    const tessa = await signedInStaff(api, 'tessa', -1);
    await sixMinutesLater();
    for (const path of [
      'authenticator',
      'authenticator/remove',
      'recovery-codes',
      'password',
      'passkeys/question',
    ]) {
      const { status, body } = await tessa.post<{ code: string }>(`/api/me/${path}`, { password: 'x' });
      expect([path, status, body.code]).toEqual([path, 403, 'step-up-needed']);
    }
  });

  it('stands before other words go to those who have a share already', async () => {
    const elena = await signedInStaff(api, 'elena', 1);
    await sixMinutesLater();
    const { status, body } = await elena.put<{ code: string }>(
      `/api/shares/${NOTHING}`,
      { dueOn: null, note: 'Other words' },
      { 'if-match': '"1"' },
    );
    expect([status, body.code]).toEqual([403, 'step-up-needed']);
  });

  it('is not asked of the demo’s people, who proved nothing to begin with', async () => {
    const persona = await signInAs(api, 'therapist');
    await owner.query(`update signed_in set proven_at = now() - interval '1 hour'`);
    expect((await share(persona))[0]).toBe(404);
    expect((await persona.post<NewAuthenticator>('/api/me/authenticator')).status).toBe(200);
  });
});
