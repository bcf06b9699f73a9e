import type {
  Document,
  Page,
  Review,
  ReviewId,
  ReviewSummary,
  StaffMember,
  Today,
  Version,
  VersionSummary,
} from '@common-ground/contract';
import { startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  refusal,
  save,
  share,
  memberIn,
  sheet,
  submit,
  write,
} from './acts';
import type { Cast, People } from './acts';

describe('a signature says who signed which words, as they were called then', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let martha: StaffMember;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const { items } = await done(cast.admin.get<Page<StaffMember>>('/api/staff'));
    const id = await idOf(cast.supervisor);
    martha = items.find((one) => one.id === id) as StaffMember;
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const name = ({ displayName, language }: StaffMember, credentials?: string): Promise<StaffMember> =>
    done(cast.admin.put(`/api/staff/${martha.id}`, { displayName, language, credentials }));
  const versionsOf = async ({ id }: Document): Promise<readonly VersionSummary[]> =>
    (await done(cast.therapist.get<Page<VersionSummary>>(`/api/documents/${id}/versions`))).items;

  it('freezes name and credentials, whatever the practice writes down later', async () => {
    await name(martha, 'LCSW');
    const signed = await approved(cast, torres.id, 'Signed once', sheet());
    await name({ ...martha, displayName: 'Martha Okafor-Lind' }, 'PsyD');
    const [version] = await versionsOf(signed);
    expect(version?.signatures).toEqual([
      {
        act: 'approve',
        reviewId: expect.any(String) as string,
        name: 'Martha Okafor',
        credentials: 'LCSW',
        forName: null,
        at: expect.any(String) as string,
      },
    ]);
    expect(signed.version?.signatures).toEqual(version?.signatures);
    const again = await approved(cast, torres.id, 'Signed later', sheet());
    expect((await versionsOf(again))[0]?.signatures).toMatchObject([
      { name: 'Martha Okafor-Lind', credentials: 'PsyD' },
    ]);
    await name(martha);
    const { items } = await done(cast.admin.get<Page<StaffMember>>('/api/staff'));
    expect(items.find(({ id }) => id === martha.id)?.credentials).toBe('PsyD');
  });

  it('and so does each verdict, whether or not it ends the review; none is written over by the next', async () => {
    const title = 'Said three times';
    const { id, revision } = await write(cast.therapist, torres.id, title, sheet());
    const first = await submit(cast.therapist, cast.supervisor, id);
    const read = (who: ApiClient, review: ReviewId): Promise<Review> =>
      done(who.get<Review>(`/api/reviews/${review}`));
    const { hash } = (await read(cast.supervisor, first)).version;
    const today = async (): Promise<Today['waiting'][number] | undefined> =>
      (await done(cast.therapist.get<Today>('/api/today'))).waiting.find((one) => one.id === id);
    expect(await today()).toMatchObject({ said: null });
    await name(martha, 'LCSW');
    await decide(cast.supervisor, first, 'comment', 'A first thought.');
    expect(await today()).toMatchObject({ said: { name: 'Martha Okafor' } });
    const thought = { verdict: 'comment', summary: 'A first thought.', name: 'Martha Okafor', version: 1 };
    const said = { ...thought, credentials: 'LCSW', versionHash: hash, reviewId: first };
    expect((await read(cast.therapist, first)).verdicts).toMatchObject([said]);
    await decide(cast.supervisor, first, 'ask-for-changes', '');
    await save(cast.therapist, id, revision, title, sheet('Softer words.'));
    const second = await submit(cast.therapist, cast.supervisor, id);
    await decide(cast.supervisor, second, 'comment', 'Better.');
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    // Taken back to be changed as was said, the words are there while it is changed; for nobody else.
    const { review } = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
    expect(review).toMatchObject({ id: second, state: 'withdrawn' });
    expect(await read(cast.therapist, second)).toMatchObject({ summary: 'Better.', state: 'withdrawn' });
    expect((await cast.supervisor.get(`/api/reviews/${second}`)).status).toBe(404);
    const third = await submit(cast.therapist, cast.supervisor, id);
    const all = [
      said,
      { verdict: 'ask-for-changes', summary: '', versionHash: hash, reviewId: first },
      // Its round was taken back: what was said stands, and whoever said it has nothing to open.
      { verdict: 'comment', summary: 'Better.', version: 2, reviewId: null },
    ];
    expect((await read(cast.supervisor, third)).verdicts).toMatchObject(all);
    const told = await read(cast.therapist, third);
    expect(told.verdicts).toMatchObject(
      all.map((one) => (one.reviewId ? one : { ...one, reviewId: second })),
    );
    expect((await read(cast.therapist, first)).summary).toBe('');
    expect((await read(cast.therapist, third)).summary).toBeNull();
  });

  it('stays on its version when a newer one is written', async () => {
    const signed = await approved(cast, torres.id, 'Signed and reopened', sheet());
    await done(cast.therapist.post(`/api/documents/${signed.id}/reopen`));
    const version = await done(cast.therapist.get<Version>(`/api/documents/${signed.id}/versions/1`));
    expect(version.signatures).toHaveLength(1);
  });

  it('is no matter of the family, nor of who only reads what was given to them', async () => {
    const signed = await approved(cast, torres.id, 'Signed and shared', sheet());
    await share(cast.therapist, signed.id, [memberIn(torres, 'mother')]);
    const given = await done(cast.mother.get<Document>(`/api/documents/${signed.id}`));
    expect(given.version?.signatures).toEqual([]);
  });

  it('stands over the words that were approved and cannot be put under others', async () => {
    const signed = await approved(cast, torres.id, 'Signed for good', sheet());
    const moved = owner.query(`update signature set version_hash = repeat('0', 64) where document_id = $1`, [
      signed.id,
    ]);
    await expect(moved).rejects.toMatchObject({ code: '23503' });
  });

  it('is followed by notes that are signed in their turn and change nothing above', async () => {
    const signed = await approved(cast, torres.id, 'Signed and added to', sheet());
    await share(cast.therapist, signed.id, [memberIn(torres, 'mother')]);
    const path = `/api/documents/${signed.id}/versions/1/addenda`;
    await done(cast.therapist.post(path, { text: 'Practised it together.' }));
    const version = await done(cast.supervisor.post<VersionSummary>(path, { text: 'Seen.' }));
    expect(version).toMatchObject({
      hash: signed.version?.hash,
      addenda: [
        { name: 'Elena Ruiz', text: 'Practised it together.' },
        { name: martha.displayName, text: 'Seen.' },
      ],
    });
    const once = await Promise.all(
      [1, 2, 3].map(() => done(cast.supervisor.post<VersionSummary>(path, { text: 'Seen.' }))),
    );
    expect(once.map(({ addenda }) => addenda.length)).toEqual([2, 2, 2]);
    const given = await done(cast.mother.get<Document>(`/api/documents/${signed.id}`));
    expect(given.version).toMatchObject({ addenda: [], may: { add: false } });
    expect((await refusal(cast.mother.post(path, { text: 'Mine' }))).status).toBe(403);
    expect((await refusal(cast['other-therapist'].post(path, { text: 'Mine' }))).status).toBe(404);
    await owner.query(
      `insert into addendum (practice_id, id, document_id, version_id, version_hash, family_id, author_id, name,
         credentials, text)
       select practice_id, gen_random_uuid(), document_id, version_id, version_hash, family_id, author_id, name,
         credentials, text || more from addendum, generate_series(1, 48) more where document_id = $1 and text = 'Seen.'`,
      [signed.id],
    );
    expect(await refusal(cast.therapist.post(path, { text: 'One more' }))).toMatchObject({
      status: 409,
      because: 'full',
    });
    const full = await done(cast.therapist.get<Page<VersionSummary>>(`/api/documents/${signed.id}/versions`));
    expect(full.items[0]?.may.add).toBe(false);
    for (const text of ['', ' \n ', 'x'.repeat(4_001)])
      expect((await refusal(cast.therapist.post(path, { text }))).errors?.[0]?.path).toBe('text');
  });

  it('can be added to by who gave it, also when a newer text was submitted since', async () => {
    const signed = await approved(cast, torres.id, 'Signed and rewritten', sheet());
    const [first] = (
      await done(cast.supervisor.get<Page<ReviewSummary>>('/api/reviews?state=decided'))
    ).items.filter(({ document }) => document.id === signed.id);
    const { revision } = await done(cast.therapist.post<Document>(`/api/documents/${signed.id}/reopen`));
    await save(cast.therapist, signed.id, revision, 'Signed and rewritten', sheet('Other words'));
    const second = await submit(cast.therapist, cast.supervisor, signed.id);
    const read = (id: unknown): Promise<Review> =>
      done(cast.supervisor.get<Review>(`/api/reviews/${String(id)}`));
    expect((await read(first?.id)).version).toMatchObject({ number: 1, may: { add: true } });
    expect((await read(second)).version).toMatchObject({ number: 2, may: { add: false } });
    const added = cast.supervisor.post<VersionSummary>(`/api/documents/${signed.id}/versions/1/addenda`, {
      text: 'Said of the first',
    });
    expect(await done(added)).toMatchObject({ number: 1, addenda: [{ text: 'Said of the first' }] });
  });

  it('is what a note needs above it', async () => {
    const draft = await write(cast.therapist, torres.id, 'Never signed', sheet());
    await submit(cast.therapist, cast.supervisor, draft.id);
    const path = `/api/documents/${draft.id}/versions/1/addenda`;
    expect((await refusal(cast.therapist.post(path, { text: 'Too early' }))).code).toBe('wrong-state');
    const none = cast.therapist.post(`/api/documents/${draft.id}/versions/2/addenda`, { text: 'Nowhere' });
    expect((await refusal(none)).status).toBe(404);
  });

  it('takes credentials of one short line, from admins alone', async () => {
    const body = { displayName: martha.displayName, language: martha.language };
    const put = (credentials: string): ReturnType<typeof refusal> =>
      refusal(cast.admin.put(`/api/staff/${martha.id}`, { ...body, credentials }));
    expect((await put('x'.repeat(61))).errors?.[0]?.path).toBe('credentials');
    expect((await put('LCSW\r\nBcc: all')).errors?.[0]?.path).toBe('credentials');
    const none = cast.admin.put(`/api/staff/${martha.id}`, { ...body, credentials: null });
    expect((await refusal(none)).errors?.[0]?.path).toBe('credentials');
    const own = cast.supervisor.put(`/api/staff/${martha.id}`, { ...body, credentials: 'MD' });
    expect((await refusal(own)).status).toBe(403);
  });

  it('takes credentials from no admin for themself', async () => {
    const id = await idOf(cast.admin);
    const { items } = await done(cast.admin.get<Page<StaffMember>>('/api/staff'));
    const { displayName, language, credentials, may } = items.find((one) => one.id === id) as StaffMember;
    expect(may).toMatchObject({ change: true, changeCredentials: false });
    const put = (own: string): Promise<{ status: number }> =>
      cast.admin.put(`/api/staff/${id}`, { displayName, language, credentials: own });
    expect((await put(`${credentials} MD`)).status).toBe(403);
    expect((await put(credentials)).status).toBe(200);
  });
});
