import type { AtWork, Document, Page } from '@common-ground/contract';
import { asStranger, signInAs, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';

describe('who is at work in a draft', () => {
  let api: RunningApi;
  let owner: Client;
  let therapist: ApiClient;
  let colleague: ApiClient;
  let id: string;

  beforeAll(async () => {
    api = await startApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [therapist, colleague] = [await signInAs(api, 'therapist'), await signInAs(api, 'other-therapist')];
    const families = await therapist.get<Page<{ id: string; name: string }>>('/api/families');
    const familyId = families.body.items.find(({ name }) => name === 'Torres family')?.id ?? '';
    const me = await colleague.get<{ person: { id: string } }>('/api/me');
    const added = await therapist.post(`/api/families/${familyId}/therapists`, {
      personId: me.body.person.id,
    });
    expect(added.status).toBeLessThan(300);
    const made = await therapist.post<Document>('/api/documents', {
      kind: 'worksheet',
      title: 'Mornings',
      familyId,
    });
    id = made.body.id;
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const comes = async (who: ApiClient, blockId: string | null, to = id): Promise<string[]> => {
    const answer = await who.post<Page<AtWork>>(`/api/documents/${to}/at-work`, { blockId });
    expect(answer.status).toBe(200);
    return answer.body.items.map((one) => `${one.person.displayName}: ${one.blockId}`);
  };
  const rows = async (): Promise<number> => (await owner.query('select from at_work')).rowCount ?? -1;

  it('is known to a colleague who writes it too, never to oneself, and changes as they move', async () => {
    expect(await comes(therapist, 'b1')).toEqual([]);
    expect(await comes(colleague, 'b2')).toEqual(['Elena Ruiz: b1']);
    expect(await comes(therapist, 'b3')).toEqual([expect.stringMatching(/: b2$/u)]);
    expect(await comes(colleague, 'b2')).toEqual(['Elena Ruiz: b3']);
  });

  it('is nobody any more once they leave, and no trace of them stays', async () => {
    await comes(therapist, 'b1');
    await comes(therapist, null);
    expect(await comes(colleague, null)).toEqual([]);
    expect(await rows()).toBe(0);
  });

  it('is forgotten by itself after twenty seconds, and thrown away after a minute by whoever comes next', async () => {
    await comes(therapist, 'b1');
    await owner.query(`update at_work set seen_at = now() - interval '21 seconds'`);
    expect(await comes(colleague, null)).toEqual([]);
    expect(await rows()).toBe(1);
    await owner.query(`update at_work set seen_at = now() - interval '61 seconds'`);
    await comes(colleague, null);
    expect(await rows()).toBe(0);
  });

  it('stops nobody from writing', async () => {
    await comes(therapist, 'b1');
    const { body, headers } = await colleague.get<Document>(`/api/documents/${id}`);
    const saved = await colleague.put(
      `/api/worksheets/${id}/draft`,
      { title: 'Evenings', content: body.content },
      { 'if-match': headers.get('etag') ?? '' },
    );
    expect(saved.status).toBe(200);
  });

  it('is another draft’s own business', async () => {
    await comes(therapist, 'b1');
    const loose = await therapist.post<Document>('/api/documents', { kind: 'worksheet', title: 'Loose' });
    expect(await comes(therapist, 'b9', loose.body.id)).toEqual([]);
    expect(await comes(colleague, 'b2')).toEqual(['Elena Ruiz: b1']);
    expect((await colleague.post(`/api/documents/${loose.body.id}/at-work`, { blockId: 'b' })).status).toBe(
      404,
    );
  });

  it('is not asked by anybody who does not write it, and by no function behind the program’s back', async () => {
    await comes(therapist, null);
    for (const persona of ['supervisor', 'mother', 'client', 'admin', 'outsider'] as const) {
      const somebody = await signInAs(api, persona);
      const answer = await somebody.post(`/api/documents/${id}/at-work`, { blockId: 'b' });
      expect([persona, answer.status]).toEqual([persona, 404]);
    }
    expect((await asStranger(api).post(`/api/documents/${id}/at-work`, { blockId: 'b' })).status).toBe(401);
    expect((await therapist.post(`/api/documents/${id}/at-work`, { blockId: 'b'.repeat(65) })).status).toBe(
      422,
    );
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    try {
      const { rows: found } = await owner.query<{ person: string; practice: string }>(
        `select person_id as person, practice_id as practice from demo_persona where persona = 'mother'`,
      );
      await app.query(
        `select set_config('app.person_id', $1, false), set_config('app.practice_id', $2, false)`,
        [found[0]?.person, found[0]?.practice],
      );
      await comes(therapist, 'b1');
      const before = await rows();
      expect((await app.query(`select * from access.come_to_work($1, 'b')`, [id])).rows).toEqual([]);
      expect(await rows()).toBe(before);
    } finally {
      await app.end();
    }
  });
});
