import type { ApiClient } from '@common-ground/testing';
import type {
  AskedSession,
  Erasure,
  FamilySession,
  FamilySessionId,
  LookBack,
  LookBackAnswer,
  LookBacks,
  MyPrivacy,
  OwnWords,
  Page,
  SessionRun,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { done, memberIn, refusal } from './acts';
import { demoPractice } from './demo-practice';
import { printedText } from './paper';

const HERS = 'Snibbelfrost';
const CHANGED = 'Quandrilwise';

describe('looking back on an hour', () => {
  const { cast, owner, torres } = demoPractice();
  let id: FamilySessionId;

  beforeEach(async () => {
    const { therapist } = cast;
    const session = await done(
      therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: '2047-02-02', startTime: '16:00' },
      }),
    );
    ({ id } = session);
    const there = [memberIn(torres, 'mother'), memberIn(torres, 'brother')];
    const people = there.map((one) => ({ side: 'family', id: one, role: 'participant' }));
    await done(
      therapist.put(
        `/api/sessions/${id}`,
        { ...session.plan, people: [...session.plan.people, ...people] },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    await done(therapist.post(`/api/sessions/${id}/asked`, { memberIds: there }));
    await done(therapist.post(`/api/sessions/${id}/run`));
  });

  const end = async (): Promise<void> => {
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${id}/run`));
    await done(
      cast.therapist.put(`/api/sessions/${id}/run`, running.end(run, 'closed'), {
        'if-match': `"${run.revision}"`,
      }),
    );
  };
  const at = (): string => `/api/me/family-sessions/${id}/look-back`;
  const own = (who: ApiClient = cast.mother) => who.get<LookBack>(at());
  const say = (
    draft: object,
    revision = 0,
    { who = cast.mother, question = 'said', key = '' } = {},
  ): ReturnType<typeof cast.mother.put<LookBackAnswer>> =>
    who.put<LookBackAnswer>(
      `${at()}/${question}`,
      { choice: null, words: '', ...draft },
      { 'if-match': `"${revision}"`, ...(key === '' ? {} : { 'idempotency-key': key }) },
    );
  const send = (who: ApiClient = cast.mother) => who.post<LookBack>(`${at()}/send`);
  const read = (who: ApiClient = cast.therapist) => who.get<LookBacks>(`/api/sessions/${id}/look-backs`);
  const saidBy = async (relation: string): Promise<LookBacks['people'][number]['answers'] | undefined> =>
    (await done(read())).people.find((one) => one.relation === relation)?.answers;
  const listed = async (who: ApiClient = cast.mother): Promise<AskedSession['lookBack'] | undefined> =>
    (await done(who.get<Page<AskedSession>>('/api/me/family-sessions'))).items.find((one) => one.id === id)
      ?.lookBack;

  it('is not there before the hour has ended, and says who reads it and until when once it has', async () => {
    expect(await listed()).toBeNull();
    expect((await own()).status).toBe(404);
    expect((await say({ words: HERS })).status).toBe(404);
    await end();
    expect(await listed()).toBe('open');
    const page = await done(own());
    expect(page).toMatchObject({ id, answers: [], may: { write: true } });
    expect(page.readers.map(({ displayName }) => displayName)).toContain('Elena Ruiz');
    const days = (Date.parse(page.until) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
  });

  it('is saved question by question, over the revision it was written from, and once however often it is sent', async () => {
    await end();
    expect(await done(say({ choice: 'some', words: HERS }, 0, { key: 'look' }))).toMatchObject({
      revision: 1,
    });
    expect(await done(say({ choice: 'some', words: HERS }, 0, { key: 'look' }))).toMatchObject({
      revision: 1,
    });
    expect(await refusal(say({ words: 'Else' }, 0, { key: 'look' }))).toMatchObject({
      ...{ status: 422, code: 'key-reused' },
    });
    const stale = await say({ words: 'From another device' });
    expect([stale.status, stale.body]).toMatchObject([
      412,
      { code: 'revision-stale', current: { words: HERS, revision: 1 } },
    ]);
    expect(await done(say({ choice: 'same' }, 0, { question: 'next' }))).toMatchObject({ revision: 1 });
    expect(await done(say({ words: CHANGED }, 1))).toMatchObject({ revision: 2, choice: null });
    const kept = (await done(own())).answers.map(({ question, words, choice }) => [question, choice, words]);
    expect(kept).toEqual(
      expect.arrayContaining([
        ['said', null, CHANGED],
        ['next', 'same', ''],
      ]),
    );
  });

  it('takes what its question offers, and nothing else', async () => {
    await end();
    expect(await refusal(say({ choice: 'same' }))).toMatchObject({ status: 422, code: 'invalid' });
    expect((await say({ choice: 'always' })).status).toBe(422);
    expect((await say({ words: 'x'.repeat(4_001) })).status).toBe(422);
    expect((await say({}, 0, { question: 'toString' })).status).toBe(404);
    expect((await cast.mother.put(`${at()}/said`, { choice: null, words: '' })).status).toBe(428);
    expect(await refusal(send())).toMatchObject({ status: 409, because: 'nothing-written' });
  });

  it('is read by the therapist once it is sent, and not while it is being changed', async () => {
    await end();
    await done(say({ choice: 'some', words: HERS }));
    expect([await saidBy('mother'), await listed()]).toEqual([[], 'begun']);
    await done(send());
    await done(send());
    expect(await saidBy('mother')).toEqual([{ question: 'said', choice: 'some', words: HERS }]);
    expect([await saidBy('brother'), await listed()]).toEqual([[], 'sent']);
    await done(say({ words: CHANGED }, 1));
    expect([await saidBy('mother'), await listed()]).toEqual([[], 'begun']);
    await done(send());
    expect(await saidBy('mother')).toEqual([{ question: 'said', choice: null, words: CHANGED }]);
    // Of two that were sent, one is changed: the other one is with the therapist all the while.
    await done(say({ choice: 'same' }, 0, { question: 'next' }));
    expect(await listed()).toBe('changed');
    expect(await saidBy('mother')).toHaveLength(1);
    await done(send());
    expect([await listed(), (await saidBy('mother'))?.length]).toEqual(['sent', 2]);
    const { rows } = await owner.query(
      `select because from audit where action = 'sessions.look-back' and 'sent' = any (fields)`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  it('is for its author and the therapists of the family, and nobody else', async () => {
    await end();
    await done(say({ words: HERS }));
    await done(send());
    const brothers = await own(cast.brother);
    expect([brothers.status, brothers.body.answers]).toEqual([200, []]);
    for (const who of ['client', 'father', 'therapist', 'supervisor', 'admin', 'other-therapist'] as const)
      expect([who, (await own(cast[who])).status, (await send(cast[who])).status]).toEqual([who, 404, 404]);
    for (const who of ['mother', 'client', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const)
      expect([who, (await read(cast[who])).status]).toEqual([who, 404]);
    await done(read());
    const privacy = await done(cast.mother.get<MyPrivacy>('/api/me/privacy'));
    expect(JSON.stringify(privacy)).not.toContain(HERS);
    const log = await cast.mother.get('/api/me/access-log');
    expect(log.text).toContain('sessions.read-look-backs');
  });

  it('is for those who could not come, too', async () => {
    const reply = { reply: 'cannot', words: '' };
    await done(cast.brother.put(`/api/me/family-sessions/${id}/reply`, reply, { 'if-match': '"0"' }));
    await end();
    await done(say({ words: HERS }, 0, { who: cast.brother }));
    await done(send(cast.brother));
    expect(await saidBy('brother')).toHaveLength(1);
  });

  it('is over two weeks later: its author still reads it, and the therapist what was sent', async () => {
    await end();
    await done(say({ words: HERS }));
    await done(send());
    await owner.query(`update session_run set ended_at = now() - interval '15 days' where session_id = $1`, [
      id,
    ]);
    expect((await say({ words: CHANGED }, 1)).status).toBe(403);
    expect((await send()).status).toBe(403);
    expect(await done(own())).toMatchObject({ answers: [{ words: HERS }], may: { write: false } });
    expect(await saidBy('mother')).toHaveLength(1);
    expect(await listed()).toBeUndefined();
  });

  it.each([
    ['now', '0 days'],
    ['more than two weeks ago', '15 days'],
  ])('asks nobody to come any more once it was held before its day, %s', async (_when, ago) => {
    const asked = `/api/me/family-sessions/${id}`;
    const answer = (who: ApiClient) =>
      who.put<AskedSession>(`${asked}/reply`, { reply: 'coming', words: '' }, { 'if-match': '"0"' });
    // Also whoever said that they cannot come, and follows no hour.
    await done(cast.brother.put(`${asked}/reply`, { reply: 'cannot', words: '' }, { 'if-match': '"0"' }));
    expect(await done(cast.mother.get<AskedSession>(asked))).toMatchObject({
      ...{ hasEnded: false, may: { reply: true } },
    });
    await end();
    await owner.query(`update session_run set ended_at = now() - $2::interval where session_id = $1`, [
      id,
      ago,
    ]);
    for (const who of [cast.mother, cast.brother]) {
      const session = await done(who.get<AskedSession>(asked));
      expect(session).toMatchObject({ hasEnded: true, may: { reply: false } });
      expect(await refusal(answer(who))).toMatchObject({ status: 409, because: 'is-over' });
    }
  });

  it('closes to whoever is held, goes with them when they take their words along, and is gone when they ask', async () => {
    await end();
    await done(say({ choice: 'some', words: HERS }));
    await done(send());
    const member = memberIn(torres, 'mother');
    const hold = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        memberId: member,
        reason: 'For now.',
      }),
    );
    expect((await own()).status).toBe(404);
    expect((await say({ words: CHANGED }, 1)).status).toBe(404);
    const words = await done(cast.mother.get<OwnWords>('/api/me/export'));
    expect(words.lookBacks).toEqual(
      expect.arrayContaining([expect.objectContaining({ question: 'said', choice: 'some', words: HERS })]),
    );
    const paper = printedText((await cast.mother.get('/api/me/export/pdf')).bytes);
    expect(paper).toContain(HERS);
    expect(paper).toContain('Some of it');
    await done(cast.therapist.post(`/api/holds/${hold.id}/lift`));

    await done(cast.mother.post('/api/me/erasure', { familyId: torres.id }));
    const { items } = await done(cast.therapist.get<Page<Erasure>>(`/api/families/${torres.id}/erasures`));
    const waiting = items.find(({ state }) => state === 'waiting');
    await done(cast.therapist.post(`/api/erasures/${waiting?.id ?? ''}/carry-out`));
    expect(await saidBy('mother')).toEqual([]);
    expect((await own()).text).not.toContain(HERS);
    expect((await cast.mother.get('/api/me/export')).text).not.toContain(HERS);
    const { rows } = await owner.query(`select from idempotency where response::text like '%' || $1 || '%'`, [
      HERS,
    ]);
    expect(rows).toEqual([]);
  });
});
