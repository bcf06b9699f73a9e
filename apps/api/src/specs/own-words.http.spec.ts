import type { AskedSession, Disclosure, Erasure, MyPrivacy, OwnWords, Page } from '@common-ground/contract';
import { signedInFamily, signedInStaff } from '@common-ground/testing';
import { approved, done, memberIn, putAnswer, refusal, send, share, taskTitled, type Cast } from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

const FIRST = 'Kwindroast';
const LATER = 'Plumbeak';
const KEPT = 'Vexmoth';
const FATHERS = 'Grobnick';
const LEFT_BEHIND = 'Dwimfluster';
const SAID = 'Snarplewick';

describe('one’s own words', () => {
  const { api, cast, torres, owner } = demoPractice();

  beforeAll(async () => {
    const { id } = await approved(cast, torres.id, 'To take along');
    await share(cast.therapist, id, [
      memberIn(torres, 'mother'),
      memberIn(torres, 'father'),
      memberIn(torres, 'brother'),
    ]);
    const task = await taskTitled(cast.mother, 'To take along');
    await done(putAnswer(cast.mother, task, 'told', 0, FIRST, { key: 'once' }));
    await done(putAnswer(cast.mother, task, 'told', 1, LATER, { key: 'twice' }));
    await done(putAnswer(cast.mother, task, 'kept', 0, KEPT, { visibility: 'not-yet' }));
    await send(cast.mother, task);
    const [ahead] = (await done(cast.mother.get<Page<AskedSession>>('/api/me/family-sessions'))).items;
    await done(
      cast.mother.put(
        `/api/me/family-sessions/${String(ahead?.id)}/reply`,
        { reply: 'ask-me', words: SAID },
        { 'if-match': '"0"' },
      ),
    );
    await done(
      cast.therapist.post(`/api/sessions/${String(ahead?.id)}/asked/${memberIn(torres, 'mother')}/take-back`),
    );
    const fathers = await taskTitled(cast.father, 'To take along');
    await done(putAnswer(cast.father, fathers, 'told', 0, FATHERS));
  });

  it('go with their writer: every wording, what was asked, and nothing of anybody else', async () => {
    const words = await done(cast.mother.get<OwnWords>('/api/me/export'));
    const answer = words.homework
      .find(({ title }) => title === 'To take along')
      ?.answers.find(({ promptId }) => promptId === 'told');
    expect(answer).toMatchObject({
      question: 'What helped this week?',
      value: LATER,
      history: [{ revision: 1, value: FIRST }],
    });
    const text = JSON.stringify(words);
    expect(text).toContain(KEPT);
    // Also to an hour she is asked to no more.
    expect(words.replies).toMatchObject([{ reply: 'ask-me', words: SAID }]);
    expect(text).not.toContain(FATHERS);
    const clients = await done(cast.client.get<OwnWords>('/api/me/export'));
    expect(clients.consents.length).toBeGreaterThan(0);
    expect(JSON.stringify(clients)).not.toContain(LATER);
  });

  it('leave the house only with somebody who has just proven who they are', async () => {
    const [rosa, elena] = [await signedInFamily(api, 'ROSA-2468'), await signedInStaff(api, 'elena')];
    const csv = `/api/families/${torres.id}/disclosures/csv`;
    for (const [who, path] of [
      [rosa, '/api/me/export'],
      [elena, csv],
    ] as const)
      expect([path, (await who.get(path)).status]).toEqual([path, 200]);
    await owner.query(`update signed_in set proven_at = proven_at - interval '6 minutes'`);
    for (const [who, path] of [
      [rosa, '/api/me/export'],
      [rosa, '/api/me/export/pdf'],
      [elena, csv],
    ] as const)
      expect(await refusal(who.get(path))).toMatchObject({ status: 403, code: 'step-up-needed' });
  });

  it('go on paper as well', async () => {
    const { status, headers, bytes } = await cast.mother.get('/api/me/export/pdf');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = printedText(bytes);
    for (const word of [FIRST, LATER, KEPT, SAID]) expect(text).toContain(word);
    expect(text).not.toContain(FATHERS);
  });

  it('are accounted for: what was given to whom, why, and under which consent', async () => {
    const path = `/api/families/${torres.id}/disclosures`;
    const { items } = await done(cast.therapist.get<Page<Disclosure>>(`${path}?limit=100`));
    const [mothers] = items.filter(({ title, to }) => title === 'To take along' && to.relation === 'mother');
    expect(mothers).toMatchObject({ kind: 'worksheet', revokedAt: null });
    expect(mothers?.consent?.wordingVersion).not.toBe('');
    const clients = await done(cast.client.get<Page<Disclosure>>(`${path}?limit=100`));
    expect(clients.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(clients.items.find(({ id }) => id === mothers?.id)?.title).toBeNull();
    const table = await cast.therapist.get(`${path}/csv`);
    expect(table.headers.get('content-type')).toContain('text/csv');
    expect(table.text.split('\r\n').length).toBe(items.length + 2);
    for (const who of ['mother', 'other-therapist', 'admin', 'supervisor'] as const) {
      expect([403, 404]).toContain((await cast[who].get(path)).status);
    }
  });

  it('are erased when their writer asks and the therapist does it, and then stand nowhere', async () => {
    const asked = await done(cast.mother.post<Page<Erasure>>('/api/me/erasure', { familyId: torres.id }));
    const again = await done(cast.mother.post<Page<Erasure>>('/api/me/erasure', {}));
    expect(again.items).toEqual(asked.items);
    const id = String(asked.items[0]?.id);
    for (const who of ['mother', 'father', 'client', 'other-therapist', 'supervisor', 'admin'] as const) {
      expect([403, 404]).toContain((await cast[who].post(`/api/erasures/${id}/carry-out`)).status);
    }
    expect(await tablesWith(LATER)).not.toEqual([]);
    const both = await Promise.all([
      cast.therapist.post<Erasure>(`/api/erasures/${id}/carry-out`),
      cast.therapist.post<Erasure>(`/api/erasures/${id}/carry-out`),
    ]);
    expect(both.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'done'],
      [200, 'done'],
    ]);
    for (const word of [FIRST, LATER, KEPT, SAID]) expect([word, await tablesWith(word)]).toEqual([word, []]);
    expect(await tablesWith(FATHERS)).not.toEqual([]);
    const { rows } = await owner.query(`select from audit where action = 'own-words.erase'`);
    expect(rows.length).toBe(1);
    const [mine] = (await done(cast.mother.get<Page<Erasure>>('/api/me/erasure'))).items;
    expect(mine).toMatchObject({ state: 'done', may: { decide: false } });
    expect(
      await refusal(cast.therapist.post(`/api/erasures/${id}/refuse`, { because: 'Late' })),
    ).toMatchObject({
      status: 409,
    });
    expect(await refusal(cast.mother.post('/api/me/erasure', {}))).toMatchObject({
      because: 'nothing-to-erase',
    });
  });

  it('stay when the therapist has to keep them, and the writer is told why', async () => {
    const { items } = await done(cast.father.post<Page<Erasure>>('/api/me/erasure', {}));
    const path = `/api/erasures/${String(items[0]?.id)}/refuse`;
    expect((await cast.therapist.post(path, { because: ' ' })).status).toBe(422);
    await done(cast.therapist.post(path, { because: 'We keep records for seven years.' }));
    const [told] = (await done(cast.father.get<Page<Erasure>>('/api/me/erasure'))).items;
    expect(told).toMatchObject({ state: 'refused', because: 'We keep records for seven years.' });
    expect(await tablesWith(FATHERS)).not.toEqual([]);
  });

  it('are still their writer’s after leaving: to take along and to have erased, and the family is told nothing', async () => {
    const mother = await done(cast.mother.get('/api/homework'));
    const task = await taskTitled(cast.brother, 'To take along');
    await done(putAnswer(cast.brother, task, 'told', 0, LEFT_BEHIND));
    await send(cast.brother, task);
    await done(cast.brother.post(`/api/families/${torres.id}/leave`));
    expect((await cast.brother.get(`/api/homework/${task}`)).status).toBe(410);
    expect((await done(cast.brother.get<{ roles: string[] }>('/api/me'))).roles).toEqual([]);
    expect(JSON.stringify(await done(cast.brother.get('/api/me/export')))).toContain(LEFT_BEHIND);
    expect(printedText((await cast.brother.get('/api/me/export/pdf')).bytes)).toContain(LEFT_BEHIND);
    const { families, words } = await done(cast.brother.get<MyPrivacy>('/api/me/privacy'));
    expect(families).toEqual([]);
    expect(words.filter(({ familyId }) => familyId === torres.id)).toContainEqual(
      expect.objectContaining({ taskId: task, title: null, seen: 1 }),
    );
    expect(await done(cast.mother.get('/api/homework'))).toEqual(mother);
    const asked = await done(cast.brother.post<Page<Erasure>>('/api/me/erasure', { familyId: torres.id }));
    expect(asked.items).toMatchObject([{ familyId: torres.id, state: 'waiting' }]);
    await done(cast.therapist.post(`/api/erasures/${String(asked.items[0]?.id)}/carry-out`));
    expect(await tablesWith(LEFT_BEHIND)).toEqual([]);
  });

  it('that somebody wants erased wait on the first page of whoever leads the family, and of nobody else', async () => {
    const listed = async (who: keyof Cast): Promise<readonly string[]> =>
      (await done(cast[who].get<Page<Erasure>>('/api/erasures'))).items.map((one) => one.who.displayName);
    expect(await listed('therapist')).toEqual([]);
    await done(cast.father.post('/api/me/erasure', { familyId: torres.id }));
    expect(await listed('therapist')).toEqual(['David Torres']);
    expect(await listed('other-therapist')).toEqual([]);
    for (const who of ['admin', 'supervisor', 'mother', 'father'] as const)
      expect((await cast[who].get('/api/erasures')).status).toBe(403);
    const [asked] = (await done(cast.therapist.get<Page<Erasure>>('/api/erasures'))).items;
    await done(cast.therapist.post(`/api/erasures/${asked?.id ?? ''}/refuse`, { because: 'For this spec.' }));
    expect(await listed('therapist')).toEqual([]);
  });

  /** Every table in which a word stands, looked for by the owner in every row. */
  async function tablesWith(word: string): Promise<string[]> {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace not in
         (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema')) and relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await owner.query(`select from ${name} t where t::text like '%' || $1 || '%' limit 1`, [
        word,
      ]);
      if (hit.rowCount !== 0) found.push(name);
    }
    return found;
  }
});
