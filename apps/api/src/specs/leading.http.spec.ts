import { startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import type {
  FamilyId,
  FamilySession,
  FamilySessionId,
  ProblemDetails,
  RunMoves,
  SessionAction,
  SessionPad,
  SessionPadContent,
  SessionRun,
} from '@common-ground/contract';
import { running, speaking } from '@common-ground/rules/content';
import { Client } from 'pg';
import { done, everybody, familyNamed, idOf, refusal, type Cast } from './acts';

const CLEAR: SessionAction = {
  id: 'greeting',
  who: 'Rosa',
  what: 'Says good morning before she asks about medicine',
  when: 'At breakfast, from Monday',
  howOften: 'Every day until we meet',
  howWeWillKnow: 'Maya ticks the card on the fridge',
  ifItSlips: 'She starts again the next morning',
  agreed: true,
};

describe('leading the hour of a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let id: FamilySessionId;
  let torresId: FamilyId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });
  beforeEach(async () => {
    ({ id: torresId } = await familyNamed(cast.therapist, 'Torres family'));
    const body = { format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' };
    ({ id } = await done(cast.therapist.post<FamilySession>(`/api/families/${torresId}/sessions`, body)));
  });

  const begin = (): Promise<SessionRun> => done(cast.therapist.post<SessionRun>(`/api/sessions/${id}/run`));
  const read = (): Promise<SessionRun> => done(cast.therapist.get<SessionRun>(`/api/sessions/${id}/run`));
  const move = (moves: RunMoves, ifMatch: number): Promise<Reply<SessionRun>> =>
    cast.therapist.put(`/api/sessions/${id}/run`, moves, { 'if-match': `"${ifMatch}"` });
  const pad = (): Promise<SessionPad> => done(cast.therapist.get<SessionPad>(`/api/sessions/${id}/run/pad`));
  const write = (content: SessionPadContent, ifMatch: number): Promise<Reply<SessionPad>> =>
    cast.therapist.put(`/api/sessions/${id}/run/pad`, content, { 'if-match': `"${ifMatch}"` });
  const contentOf = (of: SessionPad): SessionPadContent => {
    const { problem, options, decision, actions, parkingLot, helped, nextOn } = of;
    return { problem, options, decision, actions, parkingLot, helped, nextOn };
  };
  /** The server's clock cannot be turned, but what stands there can be made older. */
  const letPass = (minutes: number): Promise<unknown> =>
    owner.query(
      `update session_run set begun_at = begun_at - make_interval(mins => $2),
         entered_at = entered_at - make_interval(mins => $2) where session_id = $1`,
      [id, minutes],
    );

  it('begins once, at the first entry, and whoever asks again is told where it stands', async () => {
    expect(await read()).toMatchObject({ begunAt: null, at: null, revision: 0, padRevision: 0 });
    const first = await cast.therapist.post<SessionRun>(`/api/sessions/${id}/run`);
    expect(first.body).toMatchObject({ at: 'entry-1', end: null, revision: 1, padRevision: 1 });
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body.ledBy?.displayName).toBe('Elena Ruiz');
    const [again, once] = await Promise.all([begin(), begin()]);
    expect([again.begunAt, once.begunAt]).toEqual([first.body.begunAt, first.body.begunAt]);
    expect((await read()).revision).toBe(1);
  });

  it('tells whoever leads it their own part and the ground rules, as they stand in the plan', async () => {
    const elena = await idOf(cast.therapist);
    for (const role of ['lead', 'co-lead', 'recorder', 'timekeeper', null] as const) {
      const { plan, revision } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
      const people = plan.people.filter((one) => one.id !== elena);
      const mine = role === null ? [] : [{ side: 'staff', id: elena, role }];
      const groundRules = [`One speaks at a time (${role ?? 'nobody'})`];
      await done(
        cast.therapist.put(
          `/api/sessions/${id}`,
          { ...plan, groundRules, people: [...people, ...mine] },
          { 'if-match': `"${revision}"` },
        ),
      );
      const run = await read();
      expect([run.role, run.groundRules]).toEqual([role, groundRules]);
    }
  });

  it('counts how long who speaks while that is wanted, by the clock of the server, and keeps none of it', async () => {
    const begun = await begin();
    const [first = ''] = begun.people.map((one) => one.id);
    expect([begun.airtime, begun.seconds.speaking]).toEqual([null, 0]);
    const asked = await done(move(running.beginRound(begun, [first]), 1));
    const counted = await done(move(speaking.beginAirtime(asked), 2));
    expect(counted.airtime).toEqual({ speaking: first, onScreen: false, count: 1, spoken: [] });
    await owner.query(
      `update session_run set speaking_at = speaking_at - interval '3 minutes' where session_id = $1`,
      [id],
    );
    expect((await read()).seconds.speaking).toBeGreaterThanOrEqual(180);
    const silent = await done(move(speaking.speak(await read(), null), 3));
    expect(silent.airtime?.spoken).toEqual([{ id: first, seconds: expect.any(Number) as number }]);
    expect(silent.airtime?.spoken[0]?.seconds).toBeGreaterThanOrEqual(180);
    expect(silent.seconds.speaking).toBe(0);
    // Nobody can be counted who is not here, and what somebody sends as counted is not believed.
    const stranger = speaking.speak(silent, '00000000-0000-7000-8000-00000000beef');
    expect(await refusal(move(stranger, 4))).toMatchObject({
      ...{ status: 422, errors: [{ path: 'airtime', code: 'not-here' }] },
    });
    const sent = { ...running.movesOf(silent), airtime: { ...silent.airtime, spoken: [] } } as RunMoves;
    expect((await move(sent, 4)).status).toBe(422);

    await done(move(running.end(silent, 'closed'), 4));
    expect((await read()).airtime).toBeNull();
    const { rows } = await owner.query<{ row: string }>(
      'select to_jsonb(r)::text as row from session_run r where session_id = $1',
      [id],
    );
    expect(JSON.parse(rows[0]?.row ?? '{}')).toMatchObject({ airtime: null, round: null });
    await expect(
      owner.query(`update session_run set airtime = '{}' where session_id = $1`, [id]),
    ).rejects.toThrow('session_run_airtime_ends');
  });

  describe('and bringing forward what it did not reach', () => {
    const plan = (more: object = {}): Promise<Reply<FamilySession>> =>
      cast.therapist.post<FamilySession>(`/api/families/${torresId}/sessions`, {
        ...{ format: 'boundary-talk', startsOn: '2027-02-09', startTime: '16:00' },
        ...more,
      });
    const bring = (into: FamilySessionId, who = cast.therapist): Promise<Reply<FamilySession>> =>
      who.post<FamilySession>(`/api/sessions/${id}/bring-forward`, { into });
    const titles = (session: FamilySession): string[] => session.plan.agenda.map(({ title }) => title);
    /** Parks the first entry and stops at the second. @returns what was not reached */
    const parkAndStop = async (): Promise<string[]> => {
      const parked = await done(move(running.leaveOut(await begin(), 'parked'), 1));
      const { entries } = await done(move(running.end(parked, 'stopped'), 2));
      return entries.filter((_, at) => at !== 1).map(({ title }) => title);
    };

    it('puts it into a later plan, once, however often it is asked', async () => {
      const left = await parkAndStop();
      const later = await done(plan());
      const [first = '', ...rest] = titles(later);
      const once = await done(bring(later.id));
      expect(titles(once)).toEqual([first, ...left, ...rest]);
      const again = await done(bring(later.id));
      expect([titles(again), again.revision]).toEqual([titles(once), later.revision + 1]);
    });

    it('plans a new hour with it', async () => {
      const left = await parkAndStop();
      const session = await done(plan({ after: id }));
      expect(titles(session).slice(1, 1 + left.length)).toEqual(left);
    });

    it('waits until it has ended', async () => {
      const later = await done(plan());
      await begin();
      for (const request of [bring(later.id), plan({ after: id })])
        expect(await refusal(request)).toMatchObject({ status: 409, because: 'not-ended' });
    });

    it('goes into no plan that will not come', async () => {
      await parkAndStop();
      const later = await done(plan());
      await done(cast.therapist.post(`/api/sessions/${later.id}/call-off`));
      expect(await refusal(bring(later.id))).toMatchObject({ status: 409, because: 'called-off' });
    });

    it('stays in its family', async () => {
      await parkAndStop();
      const kim = await familyNamed(cast.therapist, 'Kim family');
      const body = { format: 'boundary-talk', startsOn: '2027-02-09', startTime: '16:00' };
      const path = `/api/families/${kim.id}/sessions`;
      const elsewhere = await done(cast.therapist.post<FamilySession>(path, body));
      expect(await refusal(bring(elsewhere.id))).toMatchObject({ status: 404 });
      expect(await refusal(cast.therapist.post(path, { ...body, after: id }))).toMatchObject({ status: 404 });
      expect(await refusal(bring(elsewhere.id, cast['other-therapist']))).toMatchObject({ status: 404 });
    });
  });

  describe('and calling it off', () => {
    const callOff = (): Promise<Reply<FamilySession>> =>
      cast.therapist.post<FamilySession>(`/api/sessions/${id}/call-off`);
    const end = async (): Promise<SessionRun> => {
      const run = await read();
      return done(move(running.end(run, 'stopped'), run.revision));
    };

    it('keeps it from being begun, and its page knows', async () => {
      await done(callOff());
      expect(await read()).toMatchObject({ begunAt: null, may: { lead: false } });
      expect(await refusal(cast.therapist.post(`/api/sessions/${id}/run`))).toMatchObject({
        ...{ status: 409, code: 'wrong-state', because: 'called-off' },
      });
      expect((await read()).begunAt).toBeNull();
    });

    it('has to wait while people sit in it', async () => {
      await begin();
      expect(await refusal(callOff())).toMatchObject({
        ...{ status: 409, code: 'wrong-state', because: 'under-way' },
      });
      const session = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
      expect(session).toMatchObject({ calledOffAt: null, isUnderWay: true, may: { callOff: false } });
      expect(session.hasEnded).toBe(false);
      await end();
      expect(await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`))).toMatchObject({
        ...{ isUnderWay: false, hasEnded: true },
      });
    });

    it('is left to whoever began it by a slip and ended it; then it does not go on', async () => {
      await begin();
      const ended = await end();
      await done(callOff());
      expect(await refusal(move(running.goOn(ended), ended.revision))).toMatchObject({
        because: 'called-off',
      });
    });

    it('is one of two things when both are pressed at once', async () => {
      const [begun, off] = await Promise.all([cast.therapist.post(`/api/sessions/${id}/run`), callOff()]);
      expect([begun.status, off.status].sort()).toEqual([begun.status === 409 ? 200 : 201, 409].sort());
      const { calledOffAt } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
      expect([calledOffAt === null, (await read()).begunAt === null]).toEqual(
        off.status === 409 ? [true, false] : [false, true],
      );
    });

    it('is too late once it is over', async () => {
      const { plan, revision } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
      const past = { ...plan, startsOn: '2020-01-01' };
      await done(cast.therapist.put(`/api/sessions/${id}`, past, { 'if-match': `"${revision}"` }));
      expect(await refusal(callOff())).toMatchObject({ status: 409, because: 'is-over' });
    });
  });

  it('has nothing to go on from before it has begun', async () => {
    const moves = running.next(await read());
    expect(await refusal(move(moves, 0))).toMatchObject({ status: 409, code: 'wrong-state' });
    const asked = cast.therapist.get(`/api/sessions/${id}/run/pad`);
    expect(await refusal(asked)).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('keeps the agenda it began with, whatever becomes of the plan', async () => {
    await begin();
    const session = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
    await done(
      cast.therapist.put(`/api/sessions/${id}`, { ...session.plan, agenda: [] }, { 'if-match': '"1"' }),
    );
    expect((await read()).entries).toHaveLength(5);
  });

  it('counts time from its own moments, for the hour and for each entry over all visits', async () => {
    const begun = await begin();
    await letPass(7);
    expect((await read()).seconds).toEqual({ hour: 420, entry: 420, speaking: 0 });
    const moved = await done(move(running.next(begun), 1));
    expect(moved).toMatchObject({ at: 'entry-2', seconds: { hour: 420, entry: 0 } });
    expect(moved.entries[0]?.seconds).toBe(420);
    await letPass(3);
    const longer = await done(move(running.lengthen(await read()), 2));
    expect(longer.seconds.entry).toBe(180);
    expect(longer.entries[1]).toMatchObject({ added: 2, seconds: 0 });
    await done(move(running.end(longer, 'stopped'), 3));
    await letPass(30);
    const stopped = await read();
    expect(stopped).toMatchObject({ at: 'entry-2', end: 'stopped', seconds: { entry: 0 } });
    expect(stopped.entries[1]?.seconds).toBe(180);
    const goesOn = await done(move(running.goOn(stopped), 4));
    expect(goesOn).toMatchObject({ at: 'entry-2', end: null, endedAt: null, seconds: { entry: 0 } });
  });

  it('is moved over the revision it was read at, and a move whose answer was lost is made once', async () => {
    const begun = await begin();
    const next = running.next(begun);
    expect((await move(next, 1)).headers.get('etag')).toBe('"2"');
    const again = await move(next, 1);
    expect([again.status, again.body.revision, again.body.at]).toEqual([200, 2, 'entry-2']);
    const stale = await move(running.leaveOut(begun, 'parked'), 1);
    expect(stale.status).toBe(412);
    expect(stale.body as unknown as ProblemDetails).toMatchObject({
      code: 'revision-stale',
      changedBy: 'Elena Ruiz',
      current: { at: 'entry-2', revision: 2 },
    });
    expect(await refusal(cast.therapist.put(`/api/sessions/${id}/run`, next))).toMatchObject({ status: 428 });
  });

  it('refuses moves among entries it does not have', async () => {
    const next = running.next(await begin());
    for (const wrong of [
      { ...next, at: 'elsewhere' },
      { ...next, entries: next.entries.slice(1) },
      { ...next, end: 'exploded' },
      { ...next, entries: next.entries.map((entry) => ({ ...entry, added: -1 })) },
    ])
      expect(await refusal(move(wrong as RunMoves, 1))).toMatchObject({ status: 422 });
    expect((await read()).revision).toBe(1);
  });

  it('has a pad of its own, which two may not write over each other', async () => {
    await begin();
    const content = { ...contentOf(await pad()), problem: 'Mornings are loud' };
    const saved = await write(content, 1);
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await write(content, 1)).status).toBe(200);
    const stale = await write({ ...content, problem: 'Evenings are loud' }, 1);
    expect([stale.status, (stale.body as unknown as ProblemDetails).code]).toEqual([412, 'revision-stale']);
    expect(await read()).toMatchObject({ padRevision: 2, revision: 1 });
  });

  it('agrees on no action while something is open about it, and keeps it open', async () => {
    await begin();
    const blank = contentOf(await pad());
    const vague = { ...CLEAR, what: 'We will try to be nicer' };
    expect(await refusal(write({ ...blank, actions: [CLEAR, vague] }, 1))).toMatchObject({
      status: 422,
      errors: [{ path: 'actions.1.agreed', code: 'still-open' }],
    });
    const open = { ...vague, agreed: false };
    const saved = await done(write({ ...blank, actions: [CLEAR, open] }, 1));
    expect(saved.actions.map(({ agreed }) => agreed)).toEqual([true, false]);
    expect(await refusal(write({ ...blank, actions: [{ ...CLEAR, when: 'Soon' }] }, 2))).toMatchObject({
      status: 422,
    });
  });

  it('does not exist for anybody but those who lead the family', async () => {
    const moves = running.next(await begin());
    const blank = contentOf(await pad());
    for (const who of ['client', 'mother', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      const at = `/api/sessions/${id}/run`;
      for (const asked of [
        cast[who].get(at),
        cast[who].post(at),
        cast[who].put(at, moves, { 'if-match': '"1"' }),
        cast[who].get(`${at}/pad`),
        cast[who].put(`${at}/pad`, blank, { 'if-match': '"1"' }),
      ])
        expect([who, await refusal(asked)]).toMatchObject([who, { status: 404 }]);
    }
    expect(await read()).toMatchObject({ revision: 1, padRevision: 1 });
  });
});
