import { createHash } from 'node:crypto';
import type { FamilySummary, Me, Page } from '@common-ground/contract';
import { asStranger, startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { done } from './acts';

const TOKEN = 'a-session-of-the-therapist';

describe('a therapist who is a friend in another family of the same practice', () => {
  let api: RunningApi;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    await owner.query(`
      insert into member (practice_id, id, family_id, person_id, relation, state)
        select p.practice_id, gen_random_uuid(), f.id, p.person_id, 'friend', 'confirmed'
        from demo_persona p join family f on f.practice_id = p.practice_id and f.name = 'Lindqvist family'
        where p.persona = 'therapist'`);
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  /** What the therapist is shown in a session that was opened one way or the other. */
  async function signedIn(how: 'password' | 'code'): Promise<{ read<T>(path: string): Promise<T> }> {
    const token = `${TOKEN}-${how}`;
    await owner.query(
      `insert into signed_in (practice_id, token_hash, person_id, how, idle_for, lasts_for)
       select practice_id, $1, person_id, $2, interval '15 minutes', interval '1 hour'
       from demo_persona where persona = 'therapist'`,
      [createHash('sha256').update(token).digest(), how],
    );
    const cookie = `common-ground=${token}`;
    return { read: <T>(path: string) => done(asStranger(api).get<T>(path, { cookie })) };
  }

  it('works with her families when she signed in as staff', async () => {
    const { read } = await signedIn('password');
    expect((await read<Me>('/api/me')).roles).toContain('therapist');
    expect((await read<Page<FamilySummary>>('/api/families')).items).not.toEqual([]);
    expect((await read<Page<object>>('/api/documents')).items).not.toEqual([]);
  });

  it('is that friend and nothing else when she came in by code and PIN', async () => {
    const { read } = await signedIn('code');
    expect((await read<Me>('/api/me')).roles).toEqual(['member']);
    expect((await read<Page<FamilySummary>>('/api/families')).items).toEqual([]);
    expect((await read<Page<object>>('/api/documents')).items).toEqual([]);
  });

  it('opens no family of hers by its address with the code', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `select c.family_id as id from caseload c join demo_persona p on p.person_id = c.therapist_id
       where p.persona = 'therapist' and c.ended_at is null`,
    );
    expect(rows).not.toEqual([]);
    for (const { id } of rows) {
      const reply = await asStranger(api).get(`/api/families/${id}`, {
        cookie: `common-ground=${TOKEN}-code`,
      });
      expect(reply.status).toBe(404);
    }
  });
});
