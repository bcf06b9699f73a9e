import type {
  Answer,
  Consent,
  FamilyId,
  MemberId,
  Page,
  ResponseSet,
  Share,
  Task,
  TaskId,
  TaskSummary,
  Today,
} from '@common-ground/contract';
import type { Persona } from '@common-ground/testing';
import { approved, done, memberIn, putAnswer, refusal, send, share, sheet, taskTitled } from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

describe('from an approved worksheet to a word about an answer', () => {
  const { cast, torres } = demoPractice();
  let familyId: FamilyId;

  beforeAll(() => {
    familyId = torres.id;
  });

  /** A worksheet of its own for each story, shared with some of the family. */
  async function given(
    title: string,
    ...to: ('mother' | 'father' | 'brother')[]
  ): Promise<{ id: string; shared: Share }> {
    const { id } = await approved(cast, familyId, title, sheet(`Words of ${title}.`));
    return {
      id,
      shared: await share(
        cast.therapist,
        id,
        to.map((relation) => memberIn(torres, relation)),
        'Soon.',
      ),
    };
  }
  const setOf = async (title: string, name: string): Promise<ResponseSet | undefined> => {
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    return items.find((set) => set.document.title === title && set.person.displayName === name);
  };
  const task = (who: Persona, id: TaskId): Promise<Task> => done(cast[who].get<Task>(`/api/homework/${id}`));

  it('without a consent nothing is shared with anybody, and the refusal says with whom and why', async () => {
    const { id } = await approved(cast, familyId, 'No consent');
    const memberIds = [memberIn(torres, 'mother'), memberIn(torres, 'relative')];
    const refused = await refusal(cast.therapist.post(`/api/documents/${id}/shares`, { memberIds }));
    expect(refused).toMatchObject({
      status: 403,
      code: 'no-consent',
      because: 'no-consent',
      errors: [{ path: 'memberIds.1', code: 'no-consent' }],
    });
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework?limit=100'));
    expect(items.map(({ title }) => title)).not.toContain('No consent');
  });

  it('somebody who was only invited gets nothing yet', async () => {
    const invited = await done(
      cast.therapist.post<{ id: MemberId }>(`/api/families/${familyId}/members`, {
        displayName: 'Ines Torres',
        relation: 'sister',
      }),
    );
    const { id } = await approved(cast, familyId, 'Only invited');
    const refused = await refusal(
      cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [invited.id] }),
    );
    expect(refused).toMatchObject({
      status: 403,
      code: 'member-not-confirmed',
      errors: [{ path: 'memberIds.0' }],
    });
  });

  it('each of them finds a task of their own, and nobody finds another’s', async () => {
    await given('One each', 'mother', 'father', 'brother');
    const theirs = {
      mother: await taskTitled(cast.mother, 'One each'),
      father: await taskTitled(cast.father, 'One each'),
      brother: await taskTitled(cast.brother, 'One each'),
    };
    for (const [owner, id] of Object.entries(theirs)) {
      for (const reader of ['mother', 'father', 'brother'] as const) {
        const { status } = await cast[reader].get(`/api/homework/${id}`);
        expect([owner, reader, status]).toEqual([owner, reader, owner === reader ? 200 : 404]);
      }
    }
    expect(await task('mother', theirs.mother)).toMatchObject({
      title: 'One each',
      note: 'Soon.',
      minutes: 5,
      prompts: 4,
      state: 'not-begun',
      from: { displayName: 'Elena Ruiz' },
      repliesSeenBy: [{ displayName: 'Elena Ruiz' }],
      answers: [],
    });
  });

  it('an answer is saved once however often its save arrives', async () => {
    await given('Once', 'mother');
    const id = await taskTitled(cast.mother, 'Once');
    const first = await putAnswer(cast.mother, id, 'told', 0, 'A walk.', { key: 'first' });
    expect(first).toMatchObject({ status: 200, body: { promptId: 'told', value: 'A walk.', revision: 1 } });
    expect(first.headers.get('etag')).toBe('"1"');
    await putAnswer(cast.mother, id, 'told', 1, 'A long walk.', { key: 'second' });

    const replayed = await putAnswer(cast.mother, id, 'told', 0, 'A walk.', { key: 'first' });
    expect(replayed).toMatchObject({ status: 200, body: { value: 'A walk.', revision: 1 } });
    expect((await task('mother', id)).answers).toMatchObject([{ value: 'A long walk.', revision: 2 }]);
    const reused = putAnswer(cast.mother, id, 'told', 2, 'Something else.', { key: 'first' });
    expect(await refusal(reused)).toMatchObject({ status: 422, code: 'key-reused' });
  });

  it('a key belongs to the person who made it', async () => {
    await given('Keys', 'mother', 'father');
    await done(
      putAnswer(cast.mother, await taskTitled(cast.mother, 'Keys'), 'told', 0, 'Hers.', { key: 'k' }),
    );
    const his = await putAnswer(cast.father, await taskTitled(cast.father, 'Keys'), 'told', 0, 'His.', {
      key: 'k',
    });
    expect(his).toMatchObject({ status: 200, body: { value: 'His.' } });
  });

  it('an answer over a newer one is refused, with the newer words for their author alone', async () => {
    await given('Newer', 'mother', 'father');
    const id = await taskTitled(cast.mother, 'Newer');
    await done(putAnswer(cast.mother, id, 'told', 0, 'From the phone.'));
    expect(await refusal(putAnswer(cast.mother, id, 'told', 0, 'From the laptop.'))).toMatchObject({
      status: 412,
      code: 'revision-stale',
      current: { value: 'From the phone.', revision: 1 },
    });
    for (const other of ['father', 'therapist'] as const) {
      const refused = await putAnswer(cast[other], id, 'told', 0, 'Not mine.');
      expect(refused.status).toBe(other === 'father' ? 404 : 403);
      expect(refused.text).not.toContain('phone');
    }
    expect((await cast.mother.put(`/api/homework/${id}/answers/told`, { value: 'x' })).status).toBe(428);
  });

  it('the therapist reads what was sent, and nothing before or besides', async () => {
    await given('Sent', 'mother', 'father');
    const mothers = await taskTitled(cast.mother, 'Sent');
    await done(putAnswer(cast.mother, mothers, 'told', 0, 'For Elena.'));
    await done(putAnswer(cast.mother, mothers, 'kept', 0, 'Not yet.', { visibility: 'not-yet' }));
    await done(putAnswer(cast.mother, mothers, 'spare', 0, 'For us all.', { visibility: 'family' }));
    expect(await setOf('Sent', 'Rosa Torres')).toMatchObject({ sentAt: null, answers: [] });

    const once = await done(cast.mother.post<Task>(`/api/homework/${mothers}/send`));
    const twice = await done(cast.mother.post<Task>(`/api/homework/${mothers}/send`));
    expect(once).toMatchObject({ state: 'sent', may: { send: false } });
    expect(twice.sentAt).toBe(once.sentAt);
    const set = await setOf('Sent', 'Rosa Torres');
    expect(set?.answers.map(({ promptId, value }) => [promptId, value])).toEqual([
      ['told', 'For Elena.'],
      ['spare', 'For us all.'],
    ]);
    const { cameBack } = await done(cast.therapist.get<Today>('/api/today'));
    expect(cameBack.filter(({ taskId }) => taskId === mothers)).toHaveLength(1);

    await done(putAnswer(cast.mother, mothers, 'kept', 1, 'Now you may.'));
    await done(putAnswer(cast.mother, mothers, 'told', 1, 'Taken back.', { visibility: 'not-yet' }));
    expect((await setOf('Sent', 'Rosa Torres'))?.answers.map(({ value }) => value)).toEqual([
      'Now you may.',
      'For us all.',
    ]);
  });

  it('feedback reaches the one who wrote the answer, and nobody else', async () => {
    await given('A word', 'mother', 'father');
    const mothers = await taskTitled(cast.mother, 'A word');
    const fathers = await taskTitled(cast.father, 'A word');
    await done(putAnswer(cast.mother, mothers, 'told', 0, 'A walk.'));
    await send(cast.mother, mothers);
    await send(cast.father, fathers);
    const [answer] = (await setOf('A word', 'Rosa Torres'))?.answers ?? [];
    const praise = cast.therapist.post(`/api/answers/${String(answer?.id)}/feedback`, {
      text: 'Walk again.',
    });
    expect(await praise).toMatchObject({ status: 201, body: { by: { displayName: 'Elena Ruiz' } } });
    expect(await task('mother', mothers)).toMatchObject({
      feedback: 1,
      answers: [{ feedback: [{ text: 'Walk again.' }] }],
    });
    expect(JSON.stringify(await task('father', fathers))).not.toContain('Walk again');
    for (const [persona, status] of [
      ['mother', 403],
      ['father', 404],
      ['supervisor', 404],
      ['other-therapist', 404],
    ] as const) {
      const refused = cast[persona].post(`/api/answers/${String(answer?.id)}/feedback`, { text: 'Mine.' });
      expect([persona, (await refusal(refused)).status]).toEqual([persona, status]);
    }
  });

  it('a share taken back is over at the next request, and what was written stays its author’s', async () => {
    const { id, shared } = await given('Taken back', 'mother', 'father');
    const mothers = await taskTitled(cast.mother, 'Taken back');
    await done(putAnswer(cast.mother, mothers, 'told', 0, 'Half a sen'));
    await done(cast.therapist.post(`/api/shares/${shared.id}/revoke`));
    await isOver('mother', id, mothers, 'Taken back');
    expect(await refusal(cast.mother.get(`/api/homework/${mothers}`))).toMatchObject({
      current: { answers: [{ value: 'Half a sen' }] },
    });
    const again = await done(cast.therapist.post<Share>(`/api/shares/${shared.id}/revoke`));
    expect(again.may.revoke).toBe(false);
  });

  it('a consent taken back is over at the next request, for every paper it covered', async () => {
    const { id } = await given('Consent over', 'mother', 'brother');
    const brothers = await taskTitled(cast.brother, 'Consent over');
    await done(putAnswer(cast.brother, brothers, 'told', 0, 'Mine.'));
    const { items } = await done(cast.client.get<Page<Consent>>(`/api/families/${familyId}/consents`));
    const consent = items.find(({ to, state }) => to.relation === 'brother' && state === 'in-force');
    await done(cast.client.post(`/api/consents/${String(consent?.id)}/revoke`));

    await isOver('brother', id, brothers, 'Consent over');
    expect((await done(cast.brother.get<Page<TaskSummary>>('/api/homework'))).items).toEqual([]);
    expect((await done(cast.brother.get<Page<unknown>>('/api/documents'))).items).toEqual([]);
    expect((await cast.mother.get(`/api/documents/${id}`)).status).toBe(200);
    const memberIds = [memberIn(torres, 'brother')];
    expect(await refusal(cast.therapist.post(`/api/documents/${id}/shares`, { memberIds }))).toMatchObject({
      status: 403,
      because: 'consent-revoked',
    });
  });

  it('paper is tagged, blank for whoever may read it, and answered with what the reader may read', async () => {
    const { id } = await given('On paper', 'mother', 'father');
    const mothers = await taskTitled(cast.mother, 'On paper');
    await done(putAnswer(cast.mother, mothers, 'told', 0, 'Morningwalk'));
    await done(putAnswer(cast.mother, mothers, 'kept', 0, 'Nightworry', { visibility: 'not-yet' }));
    await send(cast.mother, mothers);

    const paper = async (who: Persona, path: string): Promise<string> => {
      const { bytes: pdf, headers } = await cast[who].get(path);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/u);
      expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
      return printedText(pdf);
    };
    for (const who of ['therapist', 'supervisor', 'mother', 'father'] as const) {
      const blank = await paper(who, `/api/documents/${id}/pdf`);
      expect(blank).toContain('What helped this week?');
      expect(blank).not.toContain('Morningwalk');
    }
    const hers = await paper('mother', `/api/homework/${mothers}/pdf`);
    expect([hers.includes('Morningwalk'), hers.includes('Nightworry')]).toEqual([true, true]);
    const therapists = await paper('therapist', `/api/homework/${mothers}/pdf`);
    expect([therapists.includes('Morningwalk'), therapists.includes('Nightworry')]).toEqual([true, false]);
    for (const who of ['father', 'supervisor', 'client'] as const) {
      expect((await cast[who].get(`/api/homework/${mothers}/pdf`)).status).toBe(404);
    }
  });

  /** The task answers 410, the document and its paper do not exist, the lists are without them. */
  async function isOver(who: Persona, documentId: string, taskId: TaskId, title: string): Promise<void> {
    const statuses = [
      cast[who].get(`/api/homework/${taskId}`),
      cast[who].get(`/api/homework/${taskId}/pdf`),
      cast[who].put<Answer>(`/api/homework/${taskId}/answers/told`, { value: 'x' }, { 'if-match': '"1"' }),
      cast[who].post(`/api/homework/${taskId}/send`),
      cast[who].get(`/api/documents/${documentId}`),
      cast[who].get(`/api/documents/${documentId}/pdf`),
    ].map(async (asked) => (await asked).status);
    expect(await Promise.all(statuses)).toEqual([410, 410, 410, 410, 404, 404]);
    for (const list of ['/api/homework?limit=100', '/api/documents?limit=100']) {
      const { items } = await done(cast[who].get<Page<{ title: string }>>(list));
      expect(items.map((entry) => entry.title)).not.toContain(title);
    }
  }
});
