import { signInAs, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import type { Document, DocumentSummary, Page, RolePlayScriptContent } from '@common-ground/contract';
import { parseFountain } from '@common-ground/rules/content';

describe('a script as Fountain', () => {
  let api: RunningApi;
  let therapist: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    therapist = await signInAs(api, 'therapist');
  });
  afterAll(() => api.stop());

  const begun = async (body: object): Promise<Document> =>
    (await therapist.post<Document>('/api/documents', { kind: 'role-play-script', ...body })).body;

  it('goes out under a name that tells nothing, and comes in again as it was', async () => {
    const { id, content } = await begun({ title: 'Asking', fromTemplateId: 'asking-for-help' });
    const { status, headers, text } = await therapist.get(`/api/documents/${id}/fountain`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="script.fountain"');
    expect(headers.get('cache-control')).toBe('no-store');
    const read = parseFountain(text, 'es');
    expect(read).toEqual({ title: 'Asking', content, unread: [] });

    const blank = await begun({ title: 'Blank' });
    const saved = await therapist.put<Document>(
      `/api/role-play-scripts/${blank.id}/draft`,
      { title: read.title, content: read.content },
      { 'if-match': `"${blank.revision}"` },
    );
    expect(saved.status).toBe(200);
    expect((saved.body.content as RolePlayScriptContent).turns).toHaveLength(read.content.turns.length);
  });

  it('is there for those who may read the script, and for no other kind', async () => {
    const { id } = await begun({ title: 'Asking', fromTemplateId: 'asking-for-help' });
    for (const persona of ['supervisor', 'mother', 'admin', 'other-therapist', 'outsider'] as const) {
      const { status, text } = await (await signInAs(api, persona)).get(`/api/documents/${id}/fountain`);
      expect([persona, status]).toEqual([persona, 404]);
      expect(text).not.toContain('Asking');
    }
    const { items } = (await therapist.get<Page<DocumentSummary>>('/api/documents')).body;
    const sheet = items.find(({ kind }) => kind === 'worksheet');
    expect((await therapist.get(`/api/documents/${sheet?.id ?? ''}/fountain`)).status).toBe(404);
  });
});
