import type {
  Change,
  Document,
  FamilyId,
  Page,
  Review,
  ReviewComment,
  ReviewSummary,
  SharePreview,
  Template,
  TemplatePage,
  Today,
  Version,
} from '@common-ground/contract';
import { startApi, type RunningApi } from '@common-ground/testing';
import {
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putDraft,
  refusal,
  save,
  sheet,
  submit,
  write,
  type Cast,
  type People,
} from './acts';

describe('from a blank page to an approved worksheet', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let familyId: FamilyId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    familyId = torres.id;
  });
  afterAll(() => api.stop());

  const read = (id: string): Promise<Document> => done(cast.therapist.get<Document>(`/api/documents/${id}`));
  const review = (who: 'therapist' | 'supervisor', id: string): Promise<Review> =>
    done(cast[who].get<Review>(`/api/reviews/${id}`));
  const comment = (who: 'therapist' | 'supervisor', id: string, body: object): Promise<ReviewComment> =>
    done(cast[who].post<ReviewComment>(`/api/reviews/${id}/comments`, body));

  it('a therapist begins with a template of their own language', async () => {
    const { items } = await done(cast.therapist.get<TemplatePage>('/api/templates'));
    expect(items[0]).toMatchObject({ language: 'en', may: { copy: true } });
    const fromTemplateId = items[0]?.id ?? '';
    const template = await done(cast.therapist.get<Template>(`/api/templates/${fromTemplateId}`));
    const body = { kind: 'worksheet', title: 'Ours', familyId, fromTemplateId };
    const made = await cast.therapist.post<Document>('/api/documents', body);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Ours',
      state: 'draft',
      revision: 1,
      content: template.content,
      fromTemplateId,
    });
    expect(made.headers.get('etag')).toBe('"1"');
  });

  it('autosave counts revisions and answers each with its ETag', async () => {
    const { id, revision } = await write(cast.therapist, familyId, 'Counting');
    const saved = await putDraft(cast.therapist, id, `"${revision}"`, 'Counted', sheet());
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toBe(`"${revision + 1}"`);
    const found = await cast.therapist.get<Document>(`/api/documents/${id}`);
    expect(found.body).toMatchObject({ title: 'Counted', revision: revision + 1, content: sheet() });
    expect(found.headers.get('etag')).toBe(`"${revision + 1}"`);
  });

  it('a save that does not say what it was written from is refused', async () => {
    const { id } = await write(cast.therapist, familyId, 'Missing');
    expect(await refusal(putDraft(cast.therapist, id, null, 'Lost', sheet()))).toMatchObject({
      status: 428,
      code: 'revision-missing',
    });
    expect(await refusal(putDraft(cast.therapist, id, 'yesterday', 'Lost', sheet()))).toMatchObject({
      status: 422,
      code: 'invalid',
    });
  });

  it('a save over newer words is refused with those words, who wrote them and when', async () => {
    const { id, revision } = await write(cast.therapist, familyId, 'Mine', sheet('Mine.'));
    await save(cast.therapist, id, revision, 'Newer', sheet('Newer.'));
    const stale = await refusal(putDraft(cast.therapist, id, `"${revision}"`, 'Older', sheet('Older.')));
    expect(stale).toMatchObject({
      status: 412,
      code: 'revision-stale',
      current: { title: 'Newer', revision: revision + 1, content: sheet('Newer.') },
      changedBy: 'Elena Ruiz',
    });
    expect(Date.parse(stale.changedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect((await read(id)).title).toBe('Newer');
  });

  it('a save whose answer was lost may be sent again and is saved once', async () => {
    const { id, revision } = await write(cast.therapist, familyId, 'Again');
    const once = await save(cast.therapist, id, revision, 'Again', sheet('Once.'));
    const twice = await save(cast.therapist, id, revision, 'Again', sheet('Once.'));
    expect(twice.revision).toBe(once.revision);
  });

  it('what a worksheet still lacks stops it on the way to the supervisor, by path', async () => {
    const lacking = { ...sheet(), blocks: [{ ...sheet().blocks[1], question: ' ' }] };
    const { id } = await write(cast.therapist, familyId, 'Lacking', lacking as ReturnType<typeof sheet>);
    const body = { supervisorId: await idOf(cast.supervisor), note: '' };
    expect(await refusal(cast.therapist.post(`/api/documents/${id}/submit`, body))).toMatchObject({
      status: 422,
      code: 'has-concerns',
      errors: [{ path: 'content.blocks.0.question', code: 'question-missing' }],
    });
    expect((await read(id)).state).toBe('draft');
  });

  it('only somebody who supervises the author can be asked', async () => {
    const { id } = await write(cast.therapist, familyId, 'Asking');
    for (const persona of ['admin', 'other-therapist', 'outsider'] as const) {
      const body = { supervisorId: await idOf(cast[persona]) };
      expect(await refusal(cast.therapist.post(`/api/documents/${id}/submit`, body))).toMatchObject({
        status: 422,
        errors: [{ path: 'supervisorId' }],
      });
    }
  });

  it('the supervisor finds it in the queue with the note, and the therapist on Today as waiting', async () => {
    const { id } = await write(cast.therapist, familyId, 'In the queue');
    const reviewId = await submit(cast.therapist, cast.supervisor, id, 'For Thursday.');
    const queue = await done(
      cast.supervisor.get<Page<ReviewSummary>>('/api/reviews?state=waiting&limit=100'),
    );
    expect(queue.items.find((entry) => entry.id === reviewId)).toMatchObject({
      note: 'For Thursday.',
      round: 1,
      document: { id, title: 'In the queue', state: 'submitted' },
    });
    const today = await done(cast.therapist.get<Today>('/api/today'));
    expect(today.waiting.map((document) => document.id)).toContain(id);
    expect(await refusal(putDraft(cast.therapist, id, '"2"', 'Meanwhile', sheet()))).toMatchObject({
      status: 409,
      code: 'wrong-state',
    });
  });

  it('a comment is the supervisor’s own until the verdict is sent', async () => {
    const { id } = await write(cast.therapist, familyId, 'Pending');
    const reviewId = await submit(cast.therapist, cast.supervisor, id);
    const body = { blockId: 'told', quote: '', text: 'Softer, please.' };
    expect(await comment('supervisor', reviewId, body)).toMatchObject({ state: 'pending', round: 1 });
    expect((await review('supervisor', reviewId)).comments).toHaveLength(1);
    expect((await review('therapist', reviewId)).comments).toEqual([]);

    await decide(cast.supervisor, reviewId, 'ask-for-changes', 'Nearly there.');
    expect(await review('therapist', reviewId)).toMatchObject({
      summary: 'Nearly there.',
      verdict: 'ask-for-changes',
      comments: [{ text: 'Softer, please.', state: 'sent', author: { displayName: 'Martha Okafor' } }],
    });
  });

  it('returned, answered, edited and submitted again, it comes back as round 2 with what changed', async () => {
    const { id, revision } = await write(cast.therapist, familyId, 'Two rounds', sheet('First words.'));
    const first = await submit(cast.therapist, cast.supervisor, id);
    const asked = await comment('supervisor', first, { blockId: 'words', quote: 'First', text: 'Which?' });
    await decide(cast.supervisor, first, 'ask-for-changes');
    const reply = { blockId: 'words', quote: '', text: 'The second.', replyTo: asked.id };
    expect(await comment('therapist', first, reply)).toMatchObject({ state: 'sent', replyTo: asked.id });
    await save(cast.therapist, id, revision, 'Two rounds', sheet('Second words.'));

    const second = await review('supervisor', await submit(cast.therapist, cast.supervisor, id));
    expect(second).toMatchObject({ round: 2, state: 'waiting', version: { number: 2 } });
    expect(second.comments.map(({ text }) => text)).toEqual(['Which?', 'The second.']);
    expect(second.changes).toEqual([
      { sort: 'reworded', blockId: 'words', from: 'First words.', to: 'Second words.' },
    ]);
    const between = await done(cast.therapist.get<Page<Change>>(`/api/documents/${id}/changes?from=1&to=2`));
    expect(between.items).toEqual(second.changes);
    const earlier = await done(cast.therapist.get<Version>(`/api/documents/${id}/versions/1`));
    expect(earlier.content).toEqual(sheet('First words.'));
  });

  it('an approval is bound to the words that were read', async () => {
    const { id, revision } = await write(cast.therapist, familyId, 'Bound', sheet('Read.'));
    const before = await review('supervisor', await submit(cast.therapist, cast.supervisor, id));
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    await save(cast.therapist, id, revision, 'Bound', sheet('Not read.'));
    const again = await submit(cast.therapist, cast.supervisor, id);
    const stale = { verdict: 'approve', summary: '', versionHash: before.version.hash };
    expect(await refusal(cast.supervisor.post(`/api/reviews/${again}/decision`, stale))).toMatchObject({
      status: 409,
      code: 'hash-stale',
    });
    expect((await read(id)).state).toBe('submitted');

    const { version } = await decide(cast.supervisor, again, 'approve');
    const document = await read(id);
    expect(document).toMatchObject({ state: 'approved', approval: { versionHash: version.hash } });
    expect(version.hash).not.toBe(before.version.hash);
  });

  it('a withdrawn review is gone for the supervisor, and cannot be decided', async () => {
    const { id } = await write(cast.therapist, familyId, 'Withdrawn');
    const withdrawn = await review('supervisor', await submit(cast.therapist, cast.supervisor, id));
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    const late = { verdict: 'approve', summary: '', versionHash: withdrawn.version.hash };
    for (const asked of [
      cast.supervisor.get(`/api/reviews/${withdrawn.id}`),
      cast.supervisor.get(`/api/documents/${id}`),
      cast.supervisor.post(`/api/reviews/${withdrawn.id}/decision`, late),
    ]) {
      expect((await refusal(asked)).status).toBe(404);
    }
  });

  it('nobody judges their own document', async () => {
    const { id } = await write(cast.therapist, familyId, 'My own');
    const mine = await review('therapist', await submit(cast.therapist, cast.supervisor, id));
    expect(mine.may).toEqual({ comment: false, decide: false, reply: true, takeOff: true });
    const decision = { verdict: 'approve', summary: '', versionHash: mine.version.hash };
    expect(await refusal(cast.therapist.post(`/api/reviews/${mine.id}/decision`, decision))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    const toMyself = { supervisorId: await idOf(cast.therapist), note: '' };
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    expect((await refusal(cast.therapist.post(`/api/documents/${id}/submit`, toMyself))).status).toBe(422);
  });

  it('before sharing, the page says who would see it and what holds it back', async () => {
    const { id } = await write(cast.therapist, familyId, 'Seen first', sheet('Like Daniel did.'));
    const note = 'As Daniel and Rosa said.';
    const preview = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`, { note }),
    );
    const reasons = preview.lines.map(({ member, because }) => `${member.relation}: ${because}`);
    expect(reasons).toEqual([
      'client: own-client',
      'mother: consent',
      'father: consent',
      'brother: consent',
      'relative: no-consent',
      'grandparent: member-not-confirmed',
      'friend: member-not-confirmed',
    ]);
    expect(preview).toMatchObject({
      heldBecause: 'needs-approval',
      wrongNames: [{ name: 'Daniel', blockId: 'words' }],
      wrongNamesInNote: ['Daniel'],
      may: { share: false },
    });
    expect(preview.lines[1]?.repliesSeenBy).toMatchObject([{ displayName: 'Elena Ruiz' }]);
    const memberIds = [memberIn(torres, 'mother')];
    expect(await refusal(cast.therapist.post(`/api/documents/${id}/shares`, { memberIds }))).toMatchObject({
      status: 409,
      code: 'needs-approval',
    });
  });
});
