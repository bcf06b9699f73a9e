import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { AccessLinkGlimpse, Me, NewAuthenticator, NewRecoveryCodes } from '@common-ground/contract';
import { asStranger, codeOf, startApi, type RunningApi } from '@common-ground/testing';

const ORIGIN = 'https://plans.example.test';
const SECRET_KEY = 'only-for-tests-only-for-tests-only-for-tests';
const HERE = { origin: ORIGIN };
const NAMES = ['--name', 'Harbor Clinic', '--admin', 'Ada Moss', '--email', 'Ada@harbor.example'];
const PLACE = ['--phone', '+1 555 0100', '--hours', 'Weekdays', '--time-zone', 'America/Chicago'];

describe('a practice that nobody has worked in yet', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ demo: false, env: { PUBLIC_ORIGIN: ORIGIN } });
  });
  afterAll(() => api.stop());

  const found = (...args: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)(process.execPath, ['dist/apps/api/found-practice.js', ...args], {
      env: {
        DATABASE_OWNER_URL: api.database.ownerUrl,
        DATABASE_URL: api.database.appUrl,
        PUBLIC_ORIGIN: ORIGIN,
        SECRET_KEY,
      },
    });

  it('is founded with its first admin, who comes in by a link, a password and an app, and by nothing less', async () => {
    const { stdout } = await found(...NAMES, ...PLACE);
    const token = /https:\/\/plans\.example\.test\/welcome\/(\S+)/u.exec(stdout)?.[1] ?? '';
    const ada = asStranger(api);
    const glimpse = (await ada.get<AccessLinkGlimpse>(`/api/welcome/${token}`)).body;
    expect(glimpse).toMatchObject({ practiceName: 'Harbor Clinic', displayName: 'Ada Moss' });
    const password = 'seven lamps and a kettle';
    const chosen = await ada.post('/api/welcome', { token, password }, HERE);
    expect(chosen.status).toBeLessThan(300);

    const [cookie = ''] = chosen.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-.+; Path=\/; .*HttpOnly; .*Secure/u);
    expect(cookie).not.toMatch(/Domain=/iu);
    expect(chosen.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');

    const early = (await ada.get<Me>('/api/me')).body;
    expect(early).toMatchObject({ roles: ['admin'], session: { mustEnrol: true } });
    expect((await ada.get('/api/staff')).status).toBe(403);
    const { secret } = (await ada.post<NewAuthenticator>('/api/me/authenticator', undefined, HERE)).body;
    const kept = await ada.post<NewRecoveryCodes>(
      '/api/me/authenticator/confirm',
      { code: codeOf(secret) },
      HERE,
    );
    expect(kept.body.recoveryCodes).toHaveLength(10);
    expect((await ada.get('/api/staff')).status).toBe(200);

    expect((await asStranger(api).post('/api/welcome', { token, password }, HERE)).status).toBe(410);
    const again = await asStranger(api).post('/api/sign-in', { email: 'ada@harbor.example', password }, HERE);
    expect(again.status).toBe(200);
  });

  it('has no door without a password, and answers no page of another address', async () => {
    const persona = await asStranger(api).post('/api/demo/sign-in', { persona: 'admin' }, HERE);
    expect(persona.status).toBe(404);
    const foreign = await asStranger(api).post('/api/sign-in', { email: 'a@b.example', password: 'x' });
    expect(foreign.status).toBe(403);
  });

  it('is not founded by half: every complaint is made at once, and nothing is written', async () => {
    const refused = await found('--name', 'Half', '--email', 'nobody', '--time-zone', 'Mars/One').catch(
      (problem: unknown) => problem as { code: number; stderr: string },
    );
    expect(refused).toMatchObject({ code: 2 });
    const said = 'stderr' in refused ? refused.stderr : '';
    for (const option of ['admin', 'email', 'phone', 'hours', 'time-zone'])
      expect(said).toContain(`--${option}`);
  });
});
