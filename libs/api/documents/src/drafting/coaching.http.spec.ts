import { randomBytes } from 'node:crypto';
import { LIMITS, type CoachWord, type Concern, type Document, type Page } from '@common-ground/contract';
import { asStranger, signInAs, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';

describe('the words of a draft', () => {
  let api: RunningApi;
  let therapist: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    therapist = await signInAs(api, 'therapist');
  });
  afterAll(() => api.stop());

  const written = async (title: string): Promise<string> =>
    (await therapist.post<Document>('/api/documents', { kind: 'worksheet', title })).body.id;
  const codes = (items: readonly Concern[]): string[] =>
    items.map(({ code }) => code).filter((code) => code.startsWith('coach-'));
  const said = async (id: string): Promise<string[]> =>
    codes((await therapist.get<Page<Concern>>(`/api/documents/${id}/concerns`)).body.items);
  const judged = async (id: string, act: string, body?: object): Promise<string[]> => {
    const answer = await therapist.post<Page<Concern>>(`/api/documents/${id}/wordings/${act}`, body);
    expect(answer.status).toBe(200);
    return codes(answer.body.items);
  };

  it('are left out of the advice in this document alone, until they are looked at again', async () => {
    const [id, other] = [await written('You always lie'), await written('You always lie')];
    const before = await said(id);
    expect(before).toEqual(['coach-blame-gentler']);
    const words = { sort: 'blame', quote: 'You always' };
    expect(await judged(id, 'keep', words)).toEqual(['coach-kept']);
    expect(await judged(id, 'keep', words)).toEqual(['coach-kept']);
    expect(await said(id)).toEqual(['coach-kept']);
    expect(await said(other)).toEqual(before);
    expect(await judged(id, 'reconsider')).toEqual(before);
    expect(await judged(id, 'keep', words)).toEqual(['coach-kept']);
  });

  it('are kept also when they are a whole sentence, longer than an index takes', async () => {
    const quote = randomBytes(LIMITS.paragraph / 2).toString('hex');
    const id = await written('Mornings');
    for (const _time of [1, 2]) {
      expect(await judged(id, 'keep', { sort: 'long-sentence', quote })).toEqual([]);
    }
  });

  it('are found among the words a practice added for itself, in its language, until they are taken off', async () => {
    const admin = await signInAs(api, 'admin');
    const path = '/api/practice/coach-words';
    const word = {
      language: 'en',
      sort: 'label',
      phrase: 'little gremlin',
      gentler: 'little one',
    };
    const id = await written('The little gremlin at home');
    expect(await said(id)).toEqual([]);
    const { items } = (await admin.post<Page<CoachWord>>(path, word)).body;
    expect(items).toMatchObject([{ ...word, addedBy: 'Priya Nair' }]);
    const again = await admin.post<{ errors: unknown }>(path, { ...word, phrase: 'Little Gremlin' });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ path: 'phrase', code: 'word-there' }] } });
    expect(await said(id)).toEqual(['coach-label-gentler']);

    const outsider = await signInAs(api, 'outsider');
    const theirs = (
      await outsider.post<Document>('/api/documents', { kind: 'worksheet', title: 'A little gremlin' })
    ).body;
    const heard = (await outsider.get<Page<Concern>>(`/api/documents/${theirs.id}/concerns`)).body.items;
    expect(codes(heard)).toEqual([]);

    expect((await therapist.post(path, word)).status).toBe(403);
    const statuses = new Set<number>();
    for (let more = 1; more < LIMITS.coachWords; more += 1) {
      statuses.add((await admin.post(path, { ...word, phrase: `gremlin ${more}` })).status);
    }
    expect([...statuses]).toEqual([201]);
    const full = await admin.post<{ errors: unknown }>(path, { ...word, phrase: 'one more' });
    expect(full.body.errors).toMatchObject([{ path: 'phrase', code: 'list-full' }]);

    const removed = await admin.post<Page<CoachWord>>(`${path}/${items[0]?.id ?? ''}/remove`);
    expect(removed.body.items).toHaveLength(LIMITS.coachWords - 1);
    expect((await admin.post(`${path}/${items[0]?.id ?? ''}/remove`)).body).toEqual(removed.body);
    expect(await said(id)).toEqual([]);
    expect((await admin.post<Page<CoachWord>>(path, word)).body.items).toHaveLength(LIMITS.coachWords);
  });

  it('are the business of those who write the document', async () => {
    const id = await written('You always lie');
    for (const persona of ['supervisor', 'mother', 'admin', 'other-therapist'] as const) {
      const somebody = await signInAs(api, persona);
      const answer = await somebody.post(`/api/documents/${id}/wordings/keep`, { sort: 'blame', quote: 'x' });
      expect([persona, answer.status]).toEqual([persona, 404]);
    }
    expect((await asStranger(api).post(`/api/documents/${id}/wordings/reconsider`)).status).toBe(401);
  });

  it.each([
    ['no words', { sort: 'blame', quote: '' }, 'quote'],
    ['something that is no sort', { sort: 'Blame; drop', quote: 'x' }, 'sort'],
    ['no text at all', { sort: 'blame', quote: { a: 1 } }, 'quote'],
  ])('are refused with a path when they are %s', async (_what, body, path) => {
    const id = await written('Mornings');
    const answer = await therapist.post<{ errors: { path: string }[] }>(
      `/api/documents/${id}/wordings/keep`,
      body,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });
});
