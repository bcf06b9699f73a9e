import { randomUUID } from 'node:crypto';
import type { Me, Page, PersonId, TaskSummary } from '@common-ground/contract';
import { signInAs, type ApiClient } from '@common-ground/testing';
import { done } from './acts';
import { demoPractice } from './demo-practice';

/** The cookie belongs to the whole browser; a page in it may have been opened for somebody else. */
describe('a request that says for whom it is meant', () => {
  const { api, cast, owner } = demoPractice();
  const me = async (one: ApiClient): Promise<Me['person']> => (await done(one.get<Me>('/api/me'))).person;
  let [mother, father, taskId] = ['' as PersonId, '' as PersonId, ''];

  beforeAll(async () => {
    [mother, father] = [(await me(cast.mother)).id, (await me(cast.father)).id];
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework'));
    taskId = items[0]?.id ?? '';
  });

  interface Row {
    readonly value: unknown;
    readonly revision: number;
  }
  const answer = async (): Promise<Row | undefined> =>
    (
      await owner.query<Row>(
        `select value, revision from answer where task_id = $1 and prompt_id = 'looks-like'`,
        [taskId],
      )
    ).rows[0];
  const save = async (whom: PersonId): Promise<{ status: number; body: unknown }> =>
    cast.mother.put(
      `/api/homework/${taskId}/answers/looks-like`,
      { value: 'Words of hers', visibility: 'therapist' },
      {
        ...{ 'if-match': `"${(await answer())?.revision ?? 0}"`, 'idempotency-key': randomUUID() },
        'for-person': whom,
      },
    );
  const another = { status: 401, body: { code: 'somebody-else-signed-in' } };

  it.each([
    ['a list', '/api/homework'],
    ['one piece', () => `/api/homework/${taskId}`],
    ['who is here', '/api/me'],
  ])('reads %s to them, and to nobody else', async (_what, path) => {
    const address = typeof path === 'string' ? path : path();
    // Signed in anew, it is found at the first look, and remembered at those after it.
    const her = await signInAs(api, 'mother');
    const read = (whom: string): Promise<{ status: number; body: unknown }> =>
      her.get(address, { 'for-person': whom });
    for (const _time of [1, 2]) {
      expect(await read(father)).toMatchObject(another);
      expect((await read(mother)).status).toBe(200);
    }
    for (const nobody of ['', 'not a person', `${mother}, ${father}`, mother.toUpperCase()])
      expect(await read(nobody)).toMatchObject(another);
  });

  it('saves what they wrote as theirs, and as nobody else’s', async () => {
    const before = await answer();
    expect(await save(father)).toMatchObject(another);
    expect(await answer()).toEqual(before);
    expect((await save(mother)).status).toBe(200);
    expect(await answer()).toMatchObject({ value: 'Words of hers' });
  });

  it('changes what is named after nobody for them alone', async () => {
    const spanish = { language: 'es' };
    expect(await cast.mother.put('/api/me/language', spanish, { 'for-person': father })).toMatchObject(
      another,
    );
    expect(await me(cast.mother)).toMatchObject({ language: 'en' });
    expect((await cast.mother.put('/api/me/language', spanish, { 'for-person': mother })).status).toBe(204);
    expect(await me(cast.mother)).toMatchObject(spanish);
  });

  it('is refused before it is looked what is wrong with it', async () => {
    expect(
      await cast.mother.put('/api/me/language', { language: 7 }, { 'for-person': father }),
    ).toMatchObject(another);
  });

  it('is a sign of life of nobody else', async () => {
    const long = `now() - interval '10 minutes'`;
    const isLongAgo = async (): Promise<boolean | undefined> =>
      (
        await owner.query<{ long: boolean }>(
          `select max(seen_at) < now() - interval '9 minutes' as long from signed_in
           where person_id = $1 and ended_at is null`,
          [mother],
        )
      ).rows[0]?.long;
    // Found at the first look, and remembered at the second; with its work, and before it.
    const her = await signInAs(api, 'mother');
    for (const _time of [1, 2])
      for (const address of ['/api/homework', '/api/me']) {
        await owner.query(`update signed_in set seen_at = ${long} where person_id = $1`, [mother]);
        expect(await her.get(address, { 'for-person': father })).toMatchObject(another);
        expect([address, await isLongAgo()]).toEqual([address, true]);
        expect((await her.get(address, { 'for-person': mother })).status).toBe(200);
        expect([address, await isLongAgo()]).toEqual([address, false]);
      }
  });

  it('is refused as nobody’s where nobody is signed in', async () => {
    const her = await signInAs(api, 'mother');
    expect((await her.get('/api/me')).status).toBe(200);
    await owner.query('update signed_in set ended_at = now() where person_id = $1', [mother]);
    for (const whom of [father, mother])
      expect(await her.get('/api/me', { 'for-person': whom })).toMatchObject({
        ...{ status: 401, body: { code: 'not-signed-in' } },
      });
  });

  it('signs out whoever is here, for whom it may be', async () => {
    expect((await cast.father.post('/api/sign-out', {}, { 'for-person': mother })).status).toBe(204);
    expect((await cast.father.get('/api/me')).status).toBe(401);
  });
});
