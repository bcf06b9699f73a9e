import type { DeviceEntry, Me, Page } from '@common-ground/contract';
import {
  type ApiClient,
  asStranger,
  codeOf,
  DEMO_PASSWORD,
  DEMO_PIN,
  type RunningApi,
  signedInFamily,
  signedInStaff,
  startApi,
} from '@common-ground/testing';
import { Client } from 'pg';

describe('the devices somebody is signed in on', () => {
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

  const goesBy = (span: string): Promise<unknown> =>
    owner.query(`update signed_in set seen_at = seen_at - $1::interval`, [span]);
  const isIn = async (who: ApiClient): Promise<boolean> => (await who.get('/api/me')).status === 200;
  const cookieOf = async (shared?: boolean): Promise<string> => {
    const { headers } = await asStranger(api).post('/api/sign-in/code', {
      code: 'ROSA-2468',
      pin: DEMO_PIN,
      ...(shared === undefined ? {} : { shared }),
    });
    return headers.getSetCookie().join('\n');
  };
  const devicesOf = async (who: ApiClient): Promise<readonly DeviceEntry[]> =>
    (await who.get<Page<DeviceEntry>>('/api/me/sessions')).body.items;

  it('count as shared unless a family says otherwise: a cookie that goes with the browser', async () => {
    expect(await cookieOf()).not.toMatch(/max-age|expires/iu);
    expect(await cookieOf(true)).not.toMatch(/max-age|expires/iu);
    expect(await cookieOf(false)).toMatch(/Max-Age=86400/u);
    const rosa = await signedInFamily(api, 'ROSA-2468', false);
    expect((await rosa.get<Me>('/api/me')).body.session).toMatchObject({ shared: false, mustEnrol: false });
  });

  it('lock after a quarter of an hour when shared, after half an hour when one’s own', async () => {
    const [shared, own] = [
      await signedInFamily(api, 'DAVID-2468'),
      await signedInFamily(api, 'DAVID-2468', false),
    ];
    await goesBy('16 minutes');
    expect(await isIn(shared)).toBe(false);
    const later = await signedInFamily(api, 'DAVID-2468', false);
    await goesBy('31 minutes');
    expect(await isIn(own)).toBe(false);
    expect(await isIn(later)).toBe(false);
  });

  it('stay open for twelve hours for staff, twenty-four for family, and not a minute longer', async () => {
    const [elena, sam] = [
      await signedInStaff(api, 'elena', -1),
      await signedInFamily(api, 'SAM-2468', false),
    ];
    const later = (span: string): Promise<unknown> =>
      owner.query(`update signed_in set began_at = now() - $1::interval, seen_at = now()`, [span]);
    await later('11 hours 59 minutes');
    expect([await isIn(elena), await isIn(sam)]).toEqual([true, true]);
    await later('12 hours 1 minute');
    expect([await isIn(elena), await isIn(sam)]).toEqual([false, true]);
    await later('24 hours 1 minute');
    expect(await isIn(sam)).toBe(false);
  });

  it('are listed in coarse words, and can be signed out one by one or all but this', async () => {
    const here = await signedInStaff(api, 'jonas', -1);
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const there = asStranger(api);
    await there.post('/api/sign-in', { email: 'jonas@lakeside.example', password: DEMO_PASSWORD });
    await there.post('/api/sign-in/second-factor', { code: codeOf() }, { 'user-agent': firefox });
    const third = await signedInStaff(api, 'jonas', 1);
    const devices = await devicesOf(here);
    expect(devices).toHaveLength(3);
    expect(devices.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    const known = devices.find(({ device }) => device === 'firefox linux');
    expect((await here.post(`/api/me/sessions/${known?.id ?? ''}/sign-out`)).status).toBe(204);
    expect(await isIn(there)).toBe(false);
    expect((await here.post('/api/me/sessions/sign-out-others')).status).toBe(204);
    expect([await isIn(third), await isIn(here)]).toEqual([false, true]);
  });

  it('of somebody else do not exist', async () => {
    const [maya, rosa] = [await signedInFamily(api, 'MAYA-2468'), await signedInFamily(api, 'ROSA-2468')];
    const [hers] = await devicesOf(rosa);
    expect((await maya.post(`/api/me/sessions/${hers?.id ?? ''}/sign-out`)).status).toBe(404);
    expect(await isIn(rosa)).toBe(true);
  });

  it('elsewhere are signed out when the password changes, and the old password is over', async () => {
    const here = await signedInStaff(api, 'tessa', -1);
    const there = await signedInStaff(api, 'tessa', 0);
    const short = await here.post<{ errors: { code: string }[] }>('/api/me/password', { password: 'short' });
    expect([short.status, short.body.errors[0]?.code]).toEqual([422, 'tooShort']);
    const common = await here.post<{ errors: { code: string }[] }>('/api/me/password', {
      password: 'passwordpassword',
    });
    expect(common.body.errors[0]?.code).toBe('tooCommon');
    expect((await here.post('/api/me/password', { password: 'seven lamps and a kettle' })).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const old = await asStranger(api).post('/api/sign-in', {
      email: 'tessa@lakeside.example',
      password: DEMO_PASSWORD,
    });
    expect(old.status).toBe(401);
  });

  it('get the key to somebody’s unsent words: the same one each time, and another one for everybody else', async () => {
    const keyOf = async (who: ApiClient): Promise<string> =>
      (await who.get<Me>('/api/me')).body.session.draftKey;
    const [here, there, leo] = await Promise.all(
      ['MAYA-2468', 'MAYA-2468', 'LEO-2468'].map((code) => signedInFamily(api, code)),
    );
    if (!here || !there || !leo) throw new Error('Three people signed in.');
    expect(Buffer.from(await keyOf(here), 'base64')).toHaveLength(32);
    expect(await keyOf(there)).toBe(await keyOf(here));
    expect(await keyOf(leo)).not.toBe(await keyOf(here));
  });
});
