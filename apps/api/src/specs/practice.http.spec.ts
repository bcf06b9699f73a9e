import {
  LIMITS,
  type Document,
  type Family,
  type Me,
  type Notice,
  type Page,
  type PracticeSettings,
} from '@common-ground/contract';
import { startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, refusal, sheet, write, type Cast } from './acts';

describe('how a practice works', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });
  afterEach(() => {
    expect(api.log().match(/.*"status":5\d\d.*/gu)).toBeNull();
  });

  const settings = (): Promise<PracticeSettings> => done(cast.admin.get<PracticeSettings>('/api/practice'));
  const changeable = ({
    senderName,
    exitUrl,
    safety,
    languages,
    timeZone,
    everyTherapistNeedsReview,
  }: PracticeSettings): object => ({
    senderName,
    exitUrl,
    safety,
    languages,
    timeZone,
    everyTherapistNeedsReview,
  });
  async function change(more: object, revision?: number): Promise<Reply<PracticeSettings>> {
    const held = await settings();
    return cast.admin.put<PracticeSettings>(
      '/api/practice',
      { ...changeable(held), ...more },
      { 'if-match': `"${revision ?? held.revision}"` },
    );
  }

  it('is for its admin to read and to change, and for nobody else', async () => {
    const held = await settings();
    expect(held).toMatchObject({ name: 'Lakeside Recovery Center', senderName: 'Lakeside Recovery Center' });
    for (const who of ['therapist', 'supervisor', 'client', 'mother', 'outsider'] as const) {
      expect([who, (await cast[who].get('/api/practice')).status]).toEqual([who, 403]);
      const tried = cast[who].put('/api/practice', changeable(held), { 'if-match': '"1"' });
      expect([who, (await tried).status]).toEqual([who, 403]);
    }
  });

  it('shows new numbers and a new way out to everybody of the practice at once, and to no other practice', async () => {
    const { safety } = await settings();
    const changed = await change({
      exitUrl: 'https://www.loc.gov/',
      safety: { ...safety, practicePhone: '+1 555 0177' },
    });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, `"${changed.body.revision}"`]);
    const mother = await done(cast.mother.get<Me>('/api/me'));
    expect(mother.practice).toMatchObject({
      exitUrl: 'https://www.loc.gov/',
      safety: { practicePhone: '+1 555 0177' },
    });
    const elsewhere = await done(cast.outsider.get<Me>('/api/me'));
    expect(JSON.stringify(elsewhere.practice)).not.toContain('0177');
  });

  it('says who changed it and when to whoever comes too late, and asks for a revision', async () => {
    const held = await settings();
    const late = await refusal(change({ senderName: 'Late' }, held.revision - 1));
    expect(late).toMatchObject({ status: 412, code: 'revision-stale', changedBy: 'Priya Nair' });
    expect(late.changedAt).toBe(held.changedAt);
    expect(late.current).toMatchObject({ revision: held.revision, senderName: held.senderName });
    expect((await cast.admin.put('/api/practice', changeable(held))).status).toBe(428);
    expect((await settings()).revision).toBe(held.revision);
  });

  it('lets one of two changes sent at once through', async () => {
    const { revision } = await settings();
    const both = await Promise.all(['One', 'Two'].map((senderName) => change({ senderName }, revision)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('records which settings changed, and nothing of what they say', async () => {
    await change({ senderName: 'Lakeside families team' });
    const { rows } = await owner.query<{ fields: string[]; row: string }>(
      `select fields, a::text as row from audit a where action = 'practice.change' order by at desc limit 1`,
    );
    expect(rows[0]?.fields).toEqual(['senderName']);
    expect(rows[0]?.row).not.toContain('families team');
  });

  it.each<[string, object, string]>([
    ['a way out that is not https', { exitUrl: 'http://example.org/' }, 'exitUrl'],
    ['a way out that is a program', { exitUrl: 'javascript:alert(1)' }, 'exitUrl'],
    ['a way out with a password in it', { exitUrl: 'https://a:b@example.org/' }, 'exitUrl'],
    ['a way out that is too long', { exitUrl: `https://example.org/${'x'.repeat(LIMITS.line)}` }, 'exitUrl'],
    ['a sender on two lines', { senderName: 'A\r\nBcc: everybody' }, 'senderName'],
    ['a sender of blanks', { senderName: '   ' }, 'senderName'],
    ['no language', { languages: [] }, 'languages'],
    ['a language the product does not speak', { languages: ['xx'] }, 'languages'],
    ['the same language twice', { languages: ['en', 'en'] }, 'languages'],
    ['a time zone that is none', { timeZone: 'Moon/Crater' }, 'timeZone'],
    ['a time zone as an offset', { timeZone: '+05:00' }, 'timeZone'],
    ['SQL for a time zone', { timeZone: `UTC'; drop table answer; --` }, 'timeZone'],
    ['a rule that is neither yes nor no', { everyTherapistNeedsReview: 'yes' }, 'everyTherapistNeedsReview'],
    ['a revision in the body', { revision: 99 }, 'revision'],
    ['another practice’s id', { id: '00000000-0000-7000-8000-000000000000' }, 'id'],
    ['the practice’s name', { name: 'Mine' }, 'name'],
    ['no numbers', { safety: null }, 'safety'],
    ['a list for numbers', { safety: [] }, 'safety'],
  ])('refuses %s by name, and changes nothing', async (_what, more, path) => {
    const before = await settings();
    const refused = await refusal(change(more));
    expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, path]);
    expect(await settings()).toEqual(before);
  });

  it.each<[string, string]>([
    ['practicePhone', 'call us'],
    ['emergencyNumber', ''],
    ['crisisLine', '988;ext=1'],
    ['practiceHours', 'Mon\nTue'],
    ['checkedOn', '2027-02-30'],
    ['checkedOn', '2999-01-01'],
    ['admin', 'true'],
  ])('refuses a safety card whose %s is %j', async (field, value) => {
    const { safety } = await settings();
    const refused = await refusal(change({ safety: { ...safety, [field]: value } }));
    expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, `safety.${field}`]);
  });

  it('shares nothing without an approval once every therapist needs one, also of those nobody supervises', async () => {
    const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
    const { id } = await write(cast['other-therapist'], lindqvist.id, 'Unseen by anybody', sheet());
    const share = (): ReturnType<typeof refusal> =>
      refusal(
        cast['other-therapist'].post(`/api/documents/${id}/shares`, {
          memberIds: [memberIn(lindqvist, 'client')],
        }),
      );
    expect((await change({ everyTherapistNeedsReview: true })).status).toBe(200);
    expect(await share()).toMatchObject({ status: 409, code: 'needs-approval' });
    const held = await done(cast['other-therapist'].get<Document>(`/api/documents/${id}`));
    expect(held.may.share).toBe(false);
    expect((await change({ everyTherapistNeedsReview: false })).status).toBe(200);
    expect((await share()).status).toBe(201);
  });

  describe('its notices', () => {
    const notices = async (): Promise<readonly Notice[]> =>
      (await done(cast.admin.get<Page<Notice>>('/api/practice/notices'))).items;
    const add = (more: object): Promise<Reply<Notice>> =>
      cast.admin.post<Notice>('/api/practice/notices', {
        sort: 'part-2',
        language: 'en',
        text: 'This is protected.',
        inForceFrom: '2999-01-01',
        ...more,
      });

    it('are the product’s own, marked as such, until the practice has written some', async () => {
      const shown = await notices();
      expect(shown.map(({ sort, language }) => `${sort} ${language}`)).toEqual([
        'part-2 en',
        'part-2 es',
        'privacy en',
        'privacy es',
      ]);
      for (const notice of shown)
        expect(notice).toMatchObject({ id: null, isDefault: true, state: 'in-force' });
    });

    it('change on their day, keep their past, and are never edited', async () => {
      const { today } = await settings();
      const [first, second, later] = [
        await done(add({ text: 'First', inForceFrom: today })),
        await done(add({ text: 'Second', inForceFrom: today })),
        await done(add({ text: 'Later' })),
      ];
      expect([first.version, second.version, later.version]).toEqual(['1', '2', '3']);
      const own = (await notices()).filter(({ sort, language }) => sort === 'part-2' && language === 'en');
      expect(own.map(({ text, state }) => [text, state])).toEqual([
        ['Later', 'to-come'],
        ['Second', 'in-force'],
        ['First', 'superseded'],
      ]);
      expect((await cast.admin.put(`/api/practice/notices/${String(first.id)}`, {})).status).toBe(404);
    });

    it('count up when two are written at once', async () => {
      const at = await Promise.all([add({ language: 'es' }), add({ language: 'es' })]);
      expect(at.map(({ body }) => body.version).sort()).toEqual(['1', '2']);
    });

    it.each<[string, object, string]>([
      ['a day that is past', { inForceFrom: '2020-01-01' }, 'inForceFrom'],
      ['no text', { text: ' ' }, 'text'],
      ['too much text', { text: 'x'.repeat(LIMITS.paragraph + 1) }, 'text'],
      ['a sort there is not', { sort: 'advert' }, 'sort'],
      ['a version of its own', { version: 9 }, 'version'],
      ['a writer of its own', { writtenBy: 'x' }, 'writtenBy'],
    ])('with %s are refused', async (_what, more, path) => {
      const refused = await refusal(add(more));
      expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, path]);
    });
  });

  it('a therapist marks a family of theirs for 42 CFR Part 2; the admin does not even see it', async () => {
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const mark = (who: keyof Cast, part2: unknown): Promise<Reply<Family>> =>
      cast[who].put<Family>(`/api/families/${torres.id}/part-2`, { part2 });
    expect((await done(mark('therapist', true))).part2).toBe(true);
    expect((await done(cast.client.get<Family>(`/api/families/${torres.id}`))).part2).toBe(true);
    const verdicts = (['admin', 'other-therapist', 'outsider', 'client', 'mother'] as const).map(
      async (who) => [who, (await mark(who, false)).status],
    );
    expect(await Promise.all(verdicts)).toEqual([
      ['admin', 404],
      ['other-therapist', 404],
      ['outsider', 404],
      ['client', 403],
      ['mother', 403],
    ]);
    expect((await refusal(mark('therapist', 'true'))).status).toBe(422);
    expect((await done(mark('therapist', false))).part2).toBe(false);
  });
});
