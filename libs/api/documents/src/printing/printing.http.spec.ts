import { type ApiClient, type RunningApi, signInAs, startApi } from '@common-ground/testing';
import type { DocumentState, DocumentSummary, Page, TaskSummary } from '@common-ground/contract';
import { Client } from 'pg';

describe('printing', () => {
  let api: RunningApi;
  let therapist: ApiClient;
  let documents: readonly DocumentSummary[];

  beforeAll(async () => {
    api = await startApi();
    therapist = await signInAs(api, 'therapist');
    documents = (await therapist.get<Page<DocumentSummary>>('/api/documents')).body.items;
  });
  afterAll(() => api.stop());

  const inState = (state: DocumentState): DocumentSummary => {
    const found = documents.find((document) => document.state === state);
    if (found === undefined) throw new Error(`The demo has no document that is ${state}.`);
    return found;
  };

  const firstTask = async (client: ApiClient): Promise<TaskSummary> => {
    const [task] = (await client.get<Page<TaskSummary>>('/api/homework')).body.items;
    if (task === undefined) throw new Error('The demo gives this person no homework.');
    return task;
  };

  it('gives the therapist a tagged PDF of their draft, under its title', async () => {
    const draft = inState('draft');
    const { status, headers, text } = await therapist.get(`/api/documents/${draft.id}/pdf`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain(draft.title);
  });

  it('names the file so that a shared computer tells nothing', async () => {
    const { headers } = await therapist.get(`/api/documents/${inState('shared').id}/pdf`);
    expect(headers.get('content-disposition')).toBe('inline; filename="worksheet.pdf"');
  });

  it.each(['outsider', 'other-therapist', 'other-client', 'admin'] as const)(
    'has nothing to print for %s',
    async (persona) => {
      const client = await signInAs(api, persona);
      const { status, text } = await client.get(`/api/documents/${inState('shared').id}/pdf`);
      expect(status).toBe(404);
      expect(text).not.toContain('%PDF');
    },
  );

  it('gives a member what was shared with her, and neither the draft nor what waits for review', async () => {
    const mother = await signInAs(api, 'mother');
    expect((await mother.get(`/api/documents/${inState('shared').id}/pdf`)).status).toBe(200);
    expect((await mother.get(`/api/documents/${inState('draft').id}/pdf`)).status).toBe(404);
    expect((await mother.get(`/api/documents/${inState('submitted').id}/pdf`)).status).toBe(404);
  });

  it.each([
    ['type', 'huge'],
    ['cover', 'flowers'],
    ['form', 'scroll'],
    ['form', 'card'],
  ])('refuses a %s that is %s, and says which word was wrong', async (path, word) => {
    const mother = await signInAs(api, 'mother');
    const { id } = await firstTask(mother);
    const shared = inState('shared');
    for (const address of [`/api/documents/${shared.id}/pdf`, `/api/homework/${id}/pdf`]) {
      const { status, body } = await mother.get(`${address}?${path}=${word}`);
      expect([status, body]).toEqual([
        422,
        expect.objectContaining({ errors: [expect.objectContaining({ path })] }),
      ]);
    }
  });

  it('has nothing in any form for strangers', async () => {
    const outsider = await signInAs(api, 'outsider');
    const { status } = await outsider.get(`/api/documents/${inState('shared').id}/pdf?form=card`);
    expect(status).toBe(404);
  });

  it('prints somebody’s answers for them and for their therapist, and for nobody else', async () => {
    const father = await signInAs(api, 'father');
    const { id } = await firstTask(father);
    expect((await father.get(`/api/homework/${id}/pdf`)).status).toBe(200);
    expect((await therapist.get(`/api/homework/${id}/pdf`)).status).toBe(200);
    for (const persona of ['mother', 'brother', 'client', 'supervisor', 'admin', 'outsider'] as const) {
      const client = await signInAs(api, persona);
      expect((await client.get(`/api/homework/${id}/pdf`)).status).toBe(404);
    }
  });

  it('writes down that a therapist printed somebody’s answers', async () => {
    const father = await signInAs(api, 'father');
    const { id } = await firstTask(father);
    await therapist.get(`/api/homework/${id}/pdf`);
    const owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    try {
      const { rowCount } = await owner.query(
        `select from audit where action = 'homework.print' and task_id = $1 and cardinality(subject_ids) = 1`,
        [id],
      );
      expect(rowCount).toBeGreaterThan(0);
    } finally {
      await owner.end();
    }
  });
});
