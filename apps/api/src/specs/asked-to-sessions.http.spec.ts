import { startApi, type RunningApi } from '@common-ground/testing';
import type {
  AccessLogEntry,
  AskedMember,
  AskedSession,
  FamilySession,
  Member,
  MemberId,
  Page,
  Relation,
  SessionAhead,
  SessionRun,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, refusal, type Cast, type People } from './acts';

describe('being asked to the hour of a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const planned = async (...who: Relation[]): Promise<FamilySession> => {
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        format: 'family-session',
        startsOn: '2027-02-02',
        startTime: '16:00',
      }),
    );
    const people = who.map((one) => ({ side: 'family', id: memberIn(torres, one), role: 'participant' }));
    return done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${id}`,
        { ...plan, people: [...plan.people, ...people] },
        { 'if-match': `"${revision}"` },
      ),
    );
  };
  const asks = ({ id }: FamilySession, ...who: Relation[]) =>
    cast.therapist.post<Page<AskedMember>>(`/api/sessions/${id}/asked`, {
      memberIds: who.map((one) => memberIn(torres, one)),
    });
  const asked = async (...who: Relation[]): Promise<FamilySession> => {
    const session = await planned(...who);
    await done(asks(session, ...who));
    return session;
  };
  const takeBack = ({ id }: FamilySession, member: MemberId) =>
    cast.therapist.post<Page<AskedMember>>(`/api/sessions/${id}/asked/${member}/take-back`);
  const ownPath = ({ id }: { id: string }): string => `/api/me/family-sessions/${id}`;
  const seenBy = async (who: keyof Cast, session: FamilySession): Promise<boolean> => {
    const { items } = await done(cast[who].get<Page<AskedSession>>('/api/me/family-sessions'));
    const statuses = await Promise.all([
      cast[who].get(ownPath(session)),
      cast[who].raw('GET', `/api/sessions/${session.id}/calendar.ics`),
    ]);
    const isListed = items.some(({ id }) => id === session.id);
    expect(statuses.map(({ status }) => status)).toEqual(isListed ? [200, 200] : [404, 404]);
    return isListed;
  };
  const reply = (who: keyof Cast, session: FamilySession, body: object, ifMatch = '"0"') =>
    cast[who].put<AskedSession>(`${ownPath(session)}/reply`, body, { 'if-match': ifMatch });
  const linesOf = async ({ id }: FamilySession): Promise<readonly AskedMember[]> =>
    (await done(cast.therapist.get<Page<AskedMember>>(`/api/sessions/${id}/asked`))).items;
  const lineOf = async (session: FamilySession, who: Relation): Promise<AskedMember | undefined> =>
    (await linesOf(session)).find(({ memberId }) => memberId === memberIn(torres, who));
  const move = (who: Relation, to: 'confirm' | 'pause'): Promise<Member> =>
    done(cast.therapist.post<Member>(`/api/families/${torres.id}/members/${memberIn(torres, who)}/${to}`));

  it('begins with an act of the therapist: to be in the plan is not to be asked', async () => {
    const session = await planned('mother', 'brother');
    expect(await seenBy('mother', session)).toBe(false);
    expect(await linesOf(session)).toMatchObject([
      { relation: 'mother', isPlanned: true, askedAt: null, may: { ask: true, takeBack: false } },
      { relation: 'brother', isPlanned: true, askedAt: null, may: { ask: true, takeBack: false } },
    ]);
    await done(asks(session, 'mother'));
    expect([await seenBy('mother', session), await seenBy('brother', session)]).toEqual([true, false]);
  });

  it('tells when and where, and nothing of the plan or of the others', async () => {
    const session = await asked('mother', 'brother');
    const { body } = await cast.mother.get<AskedSession>(ownPath(session));
    const { timeZone, startsAt, minutes } = session;
    expect(body).toEqual({
      ...{ id: session.id, startsAt, timeZone, minutes, place: '', link: '', calledOff: false },
      askedBy: { id: session.writtenBy.id, displayName: 'Elena Ruiz' },
      ...{ role: 'participant', reply: null, words: '', revision: 0, hasEnded: false, lookBack: null },
      may: { reply: true, follow: true, takeHome: false },
    });
  });

  it('tells each what they do themselves, and nobody what another one does', async () => {
    const session = await asked('mother', 'brother');
    const roleOf = async (who: 'brother' | 'mother'): Promise<string> =>
      (await done(cast[who].get<AskedSession>(ownPath(session)))).role;
    expect([await roleOf('mother'), await roleOf('brother')]).toEqual(['participant', 'participant']);
    const parts: Record<string, string> = {
      [memberIn(torres, 'mother')]: 'timekeeper',
      [memberIn(torres, 'brother')]: 'recorder',
    };
    const people = session.plan.people.map((one) => ({ ...one, role: parts[one.id] ?? one.role }));
    await done(
      cast.therapist.put(
        `/api/sessions/${session.id}`,
        { ...session.plan, people },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    expect([await roleOf('mother'), await roleOf('brother')]).toEqual(['timekeeper', 'recorder']);
    const { text } = await cast.mother.raw('GET', ownPath(session));
    for (const word of ['recorder', 'lead', memberIn(torres, 'brother')]) expect(text).not.toContain(word);
    // Whoever is asked and was taken out of the plan takes part, and nothing more.
    const without = people.filter(({ id }) => id !== memberIn(torres, 'mother'));
    await done(
      cast.therapist.put(
        `/api/sessions/${session.id}`,
        { ...session.plan, people: without },
        { 'if-match': `"${session.revision + 1}"` },
      ),
    );
    expect(await roleOf('mother')).toBe('participant');
  });

  it('is answered with a word for the therapist alone, and answered anew', async () => {
    const session = await asked('mother', 'father');
    const first = await done(reply('mother', session, { reply: 'ask-me', words: 'Is Marcus there?' }));
    expect(first).toMatchObject({ reply: 'ask-me', words: 'Is Marcus there?', revision: 1 });
    // The answer was lost, so it is sent again.
    await done(reply('mother', session, { reply: 'ask-me', words: 'Is Marcus there?' }));
    const stale = await refusal(reply('mother', session, { reply: 'cannot', words: '' }));
    expect(stale).toMatchObject({ status: 412, code: 'revision-stale' });
    expect(
      await refusal(cast.mother.put(`${ownPath(session)}/reply`, { reply: 'coming', words: '' })),
    ).toMatchObject({ status: 428 });
    expect(await lineOf(session, 'mother')).toMatchObject({ reply: 'ask-me', words: 'Is Marcus there?' });
    await done(reply('mother', session, { reply: 'coming', words: '' }, '"1"'));
    expect(await lineOf(session, 'mother')).toMatchObject({ reply: 'coming', words: '' });

    const ahead = await done(cast.therapist.get<Page<SessionAhead>>('/api/sessions'));
    expect(ahead.items.find(({ id }) => id === session.id)?.replies).toEqual([
      { displayName: 'Rosa Torres', reply: 'coming', repliedAt: expect.any(String) as string },
    ]);
    expect((await cast.father.get(ownPath(session))).text).not.toMatch(/rosa|coming|Marcus/u);
  });

  it('is recorded when the therapist reads the words, as the one who wrote them is told', async () => {
    const session = await asked('brother');
    await done(reply('brother', session, { reply: 'cannot', words: 'Exams' }));
    await linesOf(session);
    const { items } = await done(cast.brother.get<Page<AccessLogEntry>>('/api/me/access-log'));
    expect(items[0]).toMatchObject({
      who: 'Elena Ruiz',
      action: 'sessions.read-replies',
      subject: 'answers',
    });
  });

  it.each([
    [{ reply: 'maybe', words: '' }, 'reply'],
    [{ reply: 'coming' }, 'words'],
    [{ reply: 'coming', words: 'x'.repeat(501) }, 'words'],
  ])('takes one of three answers and a few words: not %j', async (body, path) => {
    const session = await asked('mother');
    expect(await refusal(reply('mother', session, body))).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it('can be taken back, which leaves nothing, and asked anew, which begins anew', async () => {
    const session = await asked('mother');
    await done(reply('mother', session, { reply: 'coming', words: 'Gladly' }));
    const member = memberIn(torres, 'mother');
    for (const _twice of [1, 2]) expect((await takeBack(session, member)).status).toBe(200);
    expect(await seenBy('mother', session)).toBe(false);
    expect(await refusal(reply('mother', session, { reply: 'cannot', words: '' }, '"1"'))).toMatchObject({
      status: 404,
    });
    await done(asks(session, 'mother'));
    await done(asks(session, 'mother'));
    expect(await lineOf(session, 'mother')).toMatchObject({ reply: null, words: '' });
    expect(await seenBy('mother', session)).toBe(true);
  });

  it('is still there for the therapist to take back once somebody is out of the plan', async () => {
    const session = await asked('mother');
    const people = session.plan.people.filter(({ side }) => side === 'staff');
    await done(
      cast.therapist.put(
        `/api/sessions/${session.id}`,
        { ...session.plan, people },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    expect(await lineOf(session, 'mother')).toMatchObject({ isPlanned: false, may: { takeBack: true } });
  });

  it('is for those in the plan: nobody else is asked', async () => {
    const session = await planned('mother');
    expect(await refusal(asks(session, 'mother', 'brother'))).toMatchObject({
      status: 422,
      errors: [{ path: 'memberIds.1', code: 'not-planned' }],
    });
    expect(await seenBy('mother', session)).toBe(false);
  });

  it('called off, it is told as that until it would have been over, and answered no more', async () => {
    const session = await asked('mother');
    for (const _twice of [1, 2]) {
      const off = await done(cast.therapist.post<FamilySession>(`/api/sessions/${session.id}/call-off`));
      expect([off.calledOffAt, off.may.callOff]).toEqual([expect.any(String), false]);
    }
    expect(await done(cast.mother.get<AskedSession>(ownPath(session)))).toMatchObject({
      calledOff: true,
      may: { reply: false },
    });
    expect(await refusal(reply('mother', session, { reply: 'coming', words: '' }))).toMatchObject({
      status: 409,
      code: 'wrong-state',
    });
    expect(await refusal(asks(session, 'mother'))).toMatchObject({ status: 409, because: 'called-off' });
    const { items } = await done(cast.therapist.get<Page<SessionAhead>>('/api/sessions'));
    expect(items.map(({ id }) => id)).not.toContain(session.id);
  });

  it('that is over is on nobody’s list, and nobody is asked to it', async () => {
    const session = await asked('mother');
    await done(
      cast.therapist.put(
        `/api/sessions/${session.id}`,
        { ...session.plan, startsOn: '2020-01-01' },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    const { items } = await done(cast.mother.get<Page<AskedSession>>('/api/me/family-sessions'));
    expect(items.map(({ id }) => id)).not.toContain(session.id);
    expect(await refusal(reply('mother', session, { reply: 'coming', words: '' }))).toMatchObject({
      because: 'is-over',
    });
    expect(await refusal(asks(session, 'mother'))).toMatchObject({ because: 'is-over' });
  });

  it('that began late or takes longer stays on everybody’s list until it ends, or was long ago begun', async () => {
    const session = await asked('mother');
    // Of the last weeks, which is as far as lists go back, and over wherever the practice's clock is.
    const startsOn = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const moved = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${session.id}`,
        { ...session.plan, startsOn },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    const lists = async (): Promise<boolean[]> => {
      const hers = await done(cast.mother.get<Page<AskedSession>>('/api/me/family-sessions'));
      const ahead = await done(cast.therapist.get<Page<SessionAhead>>('/api/sessions'));
      return [hers, ahead].map(({ items }) => items.some(({ id }) => id === session.id));
    };
    expect(await lists()).toEqual([false, false]);
    const run = await done(cast.therapist.post<SessionRun>(`/api/sessions/${moved.id}/run`));
    expect(await lists()).toEqual([true, true]);
    const begunAgo = (hours: number) =>
      owner.query(
        `update session_run set begun_at = now() - make_interval(hours => $2) where session_id = $1`,
        [moved.id, hours],
      );
    // Nobody ended it: it makes room for what is to come, and can still be ended.
    await begunAgo(13);
    expect(await lists()).toEqual([false, false]);
    await begunAgo(11);
    expect(await lists()).toEqual([true, true]);
    await done(
      cast.therapist.put(`/api/sessions/${moved.id}/run`, running.end(run, 'closed'), {
        'if-match': `"${run.revision}"`,
      }),
    );
    expect((await lists())[1]).toBe(false);
  });

  it('that was closed before its time lies ahead of nobody any more, until somebody goes on after all', async () => {
    const made = await asked('mother');
    // The next one of all, as lists do not go on for ever.
    const startsOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const session = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${made.id}`,
        { ...made.plan, startsOn },
        { 'if-match': `"${made.revision}"` },
      ),
    );
    const isAhead = async (): Promise<boolean> => {
      const ahead = await done(cast.therapist.get<Page<SessionAhead>>('/api/sessions'));
      return ahead.items.some(({ id }) => id === session.id);
    };
    const lead = async (how: (run: SessionRun) => object): Promise<SessionRun> => {
      const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${session.id}/run`));
      return done(
        cast.therapist.put(`/api/sessions/${session.id}/run`, how(run), { 'if-match': `"${run.revision}"` }),
      );
    };
    expect(await isAhead()).toBe(true);
    await done(cast.therapist.post<SessionRun>(`/api/sessions/${session.id}/run`));
    await lead((run) => running.end(run, 'closed'));
    expect(await isAhead()).toBe(false);
    // Its plan is one of what was: nobody is asked to it. Whoever began it by a slip may still call it off.
    expect(await refusal(asks(session, 'mother'))).toMatchObject({ status: 409, because: 'is-over' });
    const { may } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${session.id}`));
    expect(may.callOff).toBe(true);
    await lead(running.goOn);
    expect(await isAhead()).toBe(true);
    await lead((run) => running.end(run, 'stopped'));
    expect(await isAhead()).toBe(false);
  });

  describe('and kept from coming', () => {
    const post = <Body>(path: string, body?: unknown): Promise<Body> =>
      done(cast.therapist.post<Body>(path, body));
    const hold = (who: Relation): Promise<{ id: string }> =>
      post(`/api/families/${torres.id}/holds`, { memberId: memberIn(torres, who), reason: 'Why' });
    const block = (one: Relation, other: Relation): Promise<{ id: string }> =>
      post(`/api/families/${torres.id}/blocks`, {
        memberIds: [memberIn(torres, one), memberIn(torres, other)],
        reason: 'Why',
      });

    it('by a hold: nobody is asked, and who was asked sees nothing at the next request', async () => {
      const session = await asked('brother');
      const another = await planned('brother');
      const { id } = await hold('brother');
      expect(await seenBy('brother', session)).toBe(false);
      expect(await refusal(asks(another, 'brother'))).toMatchObject({
        status: 403,
        code: 'kept-apart',
        errors: [{ path: 'memberIds.0', code: 'held' }],
      });
      expect(await lineOf(session, 'brother')).toMatchObject({ staysAway: 'held', may: { takeBack: true } });
      await post(`/api/holds/${id}/lift`);
      expect(await seenBy('brother', session)).toBe(true);
    });

    it('by a block set later: neither of the two sees that they are asked, a third one does', async () => {
      const session = await asked('mother', 'father', 'brother');
      const { id } = await block('mother', 'father');
      expect([
        await seenBy('mother', session),
        await seenBy('father', session),
        await seenBy('brother', session),
      ]).toEqual([false, false, true]);
      await done(takeBack(session, memberIn(torres, 'father')));
      expect(await seenBy('mother', session)).toBe(true);
      expect(await refusal(asks(session, 'father'))).toMatchObject({ code: 'kept-apart' });
      await post(`/api/blocks/${id}/lift`);
    });

    it('by a block towards the client: the member alone, and the client sees no difference', async () => {
      const session = await asked('client', 'mother');
      const before = (await cast.client.get(ownPath(session))).text;
      const { id } = await block('mother', 'client');
      expect([await seenBy('mother', session), await seenBy('client', session)]).toEqual([false, true]);
      expect((await cast.client.get(ownPath(session))).text).toBe(before);
      expect(await lineOf(session, 'client')).toMatchObject({ staysAway: 'blocked', seesIt: true });
      expect(await lineOf(session, 'mother')).toMatchObject({ staysAway: 'blocked', seesIt: false });
      await post(`/api/blocks/${id}/lift`);
      expect(await seenBy('mother', session)).toBe(true);
    });

    it('by a pause, at the next request', async () => {
      const session = await asked('father');
      await move('father', 'pause');
      expect(await seenBy('father', session)).toBe(false);
      expect(await lineOf(session, 'father')).toMatchObject({ staysAway: 'member-not-confirmed' });
      await move('father', 'confirm');
      expect(await seenBy('father', session)).toBe(true);
    });
  });

  it('does not exist for anybody but those who lead the family', async () => {
    const session = await asked('mother');
    const member = memberIn(torres, 'mother');
    const others = ['client', 'mother', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const;
    for (const who of others) {
      for (const request of [
        cast[who].get(`/api/sessions/${session.id}/asked`),
        cast[who].post(`/api/sessions/${session.id}/asked`, { memberIds: [member] }),
        cast[who].post(`/api/sessions/${session.id}/asked/${member}/take-back`),
        cast[who].post(`/api/sessions/${session.id}/call-off`),
      ])
        expect([who, await refusal(request)]).toMatchObject([who, { status: 404 }]);
    }
    expect(await refusal(cast.therapist.get(ownPath(session)))).toMatchObject({ status: 404 });
  });
});
