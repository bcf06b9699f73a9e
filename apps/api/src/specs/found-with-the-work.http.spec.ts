import { createHash, randomUUID } from 'node:crypto';
import type { Page, TaskSummary } from '@common-ground/contract';
import { asStranger, type Persona } from '@common-ground/testing';
import { done } from './acts';
import { demoPractice } from './demo-practice';

type Asked = (cookie: string) => Promise<{ status: number; body: unknown }>;

/** The server remembers whose a session was, and the database says with each request whether it still is. */
describe('a session that the server remembers', () => {
  const { api, cast, owner } = demoPractice();
  let taskId = '';

  beforeAll(async () => {
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework'));
    taskId = items[0]?.id ?? '';
  });

  async function cookieOf(persona: Persona): Promise<string> {
    const token = randomUUID();
    await owner.query(
      `insert into signed_in (practice_id, token_hash, person_id, how, idle_for, lasts_for)
       select practice_id, $1, person_id, 'persona', interval '15 minutes', interval '1 hour'
       from demo_persona where persona = $2`,
      [hashOf(token), persona],
    );
    return `common-ground=${token}`;
  }
  const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
  const ofCookie = (cookie: string): Buffer => hashOf(cookie.replace('common-ground=', ''));
  const get =
    (path: string): Asked =>
    (cookie) =>
      asStranger(api).get(path, { cookie });
  const save: Asked = (cookie) =>
    asStranger(api).put(
      `/api/homework/${taskId}/answers/looks-like`,
      { value: `Words ${randomUUID()}`, visibility: 'therapist' },
      { cookie, 'if-match': '"0"', 'idempotency-key': randomUUID() },
    );
  const words = async (): Promise<unknown[]> =>
    (
      await owner.query<{ value: unknown }>(`select value from answer where task_id = $1 order by id`, [
        taskId,
      ])
    ).rows;

  const ways: readonly (readonly [string, Persona, () => Asked])[] = [
    ['a list of homework', 'mother', () => get('/api/homework')],
    ['one piece of it', 'mother', () => get(`/api/homework/${taskId}`)],
    ['an answer', 'mother', () => save],
    ['a day', 'therapist', () => get('/api/today')],
    ['families', 'therapist', () => get('/api/families')],
    ['a search', 'therapist', () => get('/api/templates?q=help')],
    ['a queue', 'supervisor', () => get('/api/reviews')],
  ];

  it.each(ways)('is let in to %s twice, and not when it is over', async (_what, persona, way) => {
    const cookie = await cookieOf(persona);
    const first = await way()(cookie);
    expect(first.status).not.toBe(401);
    expect((await way()(cookie)).status).toBe(first.status);
    const before = await words();
    await owner.query('update signed_in set ended_at = now() where token_hash = $1', [ofCookie(cookie)]);
    const { status, body } = await way()(cookie);
    expect([status, body]).toEqual([401, expect.objectContaining({ code: 'not-signed-in' })]);
    expect((await way()(cookie)).status).toBe(401);
    expect(await words()).toEqual(before);
  });

  it('reads what its new person may read, where it is another person’s now, and nothing of the other', async () => {
    const ids = (body: unknown): string[] => (body as Page<TaskSummary>).items.map(({ id }) => id).sort();
    const [cookie, theirs] = [await cookieOf('mother'), await cookieOf('father')];
    const ofMother = ids((await get('/api/homework')(cookie)).body);
    const ofFather = ids((await get('/api/homework')(theirs)).body);
    expect(ofMother).not.toEqual(ofFather);
    await owner.query(
      `update signed_in set person_id = (select person_id from demo_persona where persona = 'father')
       where token_hash = $1`,
      [ofCookie(cookie)],
    );
    expect(ids((await get('/api/homework')(cookie)).body)).toEqual(ofFather);
    expect((await get(`/api/homework/${taskId}`)(cookie)).status).toBe(404);
  });

  it('is judged by the roles of now: one that was taken closes the day, one that was given opens it', async () => {
    const cookie = await cookieOf('therapist');
    const status = async (): Promise<number> => (await get('/api/today')(cookie)).status;
    expect([await status(), await status()]).toEqual([200, 200]);
    await owner.query(
      `update staff_role set ended_at = now() where role = 'therapist'
         and person_id = (select person_id from demo_persona where persona = 'therapist')`,
    );
    expect([await status(), await status()]).toEqual([403, 403]);
    // What was taken stays so; a role is given anew.
    await owner.query(
      `insert into staff_role (practice_id, person_id, role)
       select practice_id, person_id, 'therapist' from demo_persona where persona = 'therapist'`,
    );
    expect([await status(), await status()]).toEqual([200, 200]);
  });

  const saveWithoutRevision: Asked = (cookie) =>
    asStranger(api).put(
      `/api/homework/${taskId}/answers/looks-like`,
      { value: 'Words', visibility: 'therapist' },
      { cookie, 'idempotency-key': randomUUID() },
    );
  const saveOfNothing: Asked = (cookie) =>
    asStranger(api).put(
      `/api/homework/${taskId}/answers/looks-like`,
      { visibility: 'nobody at all' },
      { cookie, 'if-match': '"0"', 'idempotency-key': randomUUID() },
    );
  const wrongs: readonly (readonly [string, () => Asked, number])[] = [
    ['where a list goes on', () => get('/api/homework?cursor=nowhere'), 400],
    ['how long a list may be', () => get('/api/homework?limit=many'), 422],
    ['which one is meant', () => get('/api/homework/none'), 404],
    ['what an answer is', () => saveOfNothing, 422],
    ['what an answer was written over', () => saveWithoutRevision, 428],
  ];

  it.each(wrongs)('is looked for before anybody is told of a request: %s', async (_what, wrong, refused) => {
    const cookie = await cookieOf('mother');
    expect((await get('/api/homework')(cookie)).status).toBe(200);
    expect((await wrong()(cookie)).status).toBe(refused);
    // As long as it stands, looking for it makes nobody a stranger.
    expect((await wrong()(cookie)).status).toBe(refused);
    await owner.query('update signed_in set ended_at = now() where token_hash = $1', [ofCookie(cookie)]);
    const { status, body } = await wrong()(cookie);
    expect([status, body]).toEqual([401, expect.objectContaining({ code: 'not-signed-in' })]);
    expect((await wrong()(cookie)).status).toBe(401);
  });

  it('gives a sign of life once a minute, also where it is remembered', async () => {
    const cookie = await cookieOf('mother');
    const seenAt = async (): Promise<Date | undefined> =>
      (
        await owner.query<{ at: Date }>('select seen_at as at from signed_in where token_hash = $1', [
          ofCookie(cookie),
        ])
      ).rows[0]?.at;
    await get('/api/homework')(cookie);
    await owner.query(`update signed_in set seen_at = now() - interval '5 minutes' where token_hash = $1`, [
      ofCookie(cookie),
    ]);
    await save(cookie);
    expect(Date.now() - Number(await seenAt())).toBeGreaterThan(200_000);
    expect((await get('/api/homework')(cookie)).status).toBe(200);
    expect(Date.now() - Number(await seenAt())).toBeLessThan(200_000);
  });
});
