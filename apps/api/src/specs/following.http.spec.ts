import {
  startApi,
  signedInFamily,
  type ApiClient,
  type EventLine,
  type RunningApi,
} from '@common-ground/testing';
import {
  HOUR_EVENTS,
  type FamilySession,
  type FamilySessionId,
  type FollowedHour,
  type SessionRun,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, refusal, until, type Cast, type People } from './acts';

/** A right that ends closes its stream within this. */
const AT_ONCE = 5000;

describe('following the hour of a family', () => {
  let api: RunningApi;
  /** Another process on the same database. */
  let other: RunningApi;
  let cast: Cast;
  let there: Cast;
  let torres: People;
  let owner: Client;
  let id: FamilySessionId;
  const lines: EventLine[] = [];

  beforeAll(async () => {
    api = await startApi();
    other = await startApi({ beside: api });
    cast = await everybody(api);
    there = await everybody(other);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await other.stop();
    await api.stop();
  });
  beforeEach(async () => {
    const body = { format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' };
    const session = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body),
    );
    const who = ['mother', 'brother'] as const;
    const people = who.map((one) => ({ side: 'family', id: memberIn(torres, one), role: 'participant' }));
    ({ id } = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${session.id}`,
        { ...session.plan, people: [...session.plan.people, ...people] },
        { 'if-match': `"${session.revision}"` },
      ),
    ));
    await done(
      cast.therapist.post(`/api/sessions/${id}/asked`, {
        memberIds: who.map((one) => memberIn(torres, one)),
      }),
    );
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.leave();
  });

  const path = (): string => `/api/me/family-sessions/${id}/live`;
  const follow = async (who: ApiClient, at = path()): Promise<EventLine> => {
    const line = await who.follow(at);
    lines.push(line);
    return line;
  };
  const begin = (): Promise<SessionRun> => done(cast.therapist.post<SessionRun>(`/api/sessions/${id}/run`));
  const move = async (how: (run: SessionRun) => object, who = cast.therapist): Promise<SessionRun> => {
    const run = await done(who.get<SessionRun>(`/api/sessions/${id}/run`));
    return done(
      who.put<SessionRun>(`/api/sessions/${id}/run`, how(run), { 'if-match': `"${run.revision}"` }),
    );
  };
  const stands =
    (how: FollowedHour['stands']) =>
    (hour: FollowedHour): boolean =>
      hour.stands === how;
  const reply = (revision: number, words: string, who = cast.mother): Promise<unknown> =>
    done(
      who.put(
        `/api/me/family-sessions/${id}/reply`,
        { reply: words, words: '' },
        { 'if-match': `"${revision}"` },
      ),
    );

  it('tells what people are at from the beginning to the end, and nothing that is written down', async () => {
    const line = await follow(cast.mother);
    expect(await line.until(stands('before'))).toMatchObject({ entry: null, revision: 0, groundRules: [] });
    const { entries, minutes, groundRules } = await begin();
    expect(groundRules.length).toBeGreaterThan(0);
    expect(await line.until(stands('under-way'))).toEqual({
      ...{ id, minutes, stands: 'under-way', revision: 1, turn: null, reveals: [], play: null },
      groundRules,
      entry: { title: entries[0]?.title, minutes: entries[0]?.minutes, place: 1, total: entries.length },
      seconds: { hour: expect.any(Number) as number, entry: expect.any(Number) as number },
    });
    await move((run) => running.breathe(run, true));
    expect(await line.until(stands('pause'))).toMatchObject({ entry: { place: 1 } });
    await move(running.next);
    await line.until<FollowedHour>(({ stands: how, entry }) => how === 'under-way' && entry?.place === 2);
    await move((run) => running.end(run, 'stopped'));
    expect(await line.until(stands('stopped'))).toMatchObject({ entry: null, groundRules: [] });
    expect(new Set(line.events.map(({ event }) => event))).toEqual(new Set(HOUR_EVENTS.slice(0, 1)));
    const said = JSON.stringify(line.events);
    for (const { title } of entries.slice(2)) expect(said).not.toContain(title);
  });

  it('says whose turn it is and what is asked, and to one person that it is theirs', async () => {
    const { people, goRound } = await begin();
    expect(goRound).not.toBe('');
    expect(people.map(({ displayName }) => displayName)).toEqual(['Elena Ruiz', 'Rosa Torres', 'Leo Torres']);
    const mothers = await follow(cast.mother);
    const brothers = await follow(there.brother);
    const order = [...people].reverse().map((one) => one.id);
    await move((run) => running.beginRound(run, order));
    const isTurnOf =
      (displayName: string) =>
      ({ turn }: FollowedHour): boolean =>
        turn?.displayName === displayName;
    expect((await mothers.until(isTurnOf('Leo Torres'))).turn).toEqual({
      ...{ displayName: 'Leo Torres', isMine: false, asked: goRound },
    });
    expect((await brothers.until(isTurnOf('Leo Torres'))).turn?.isMine).toBe(true);
    await move(running.nextTurn);
    expect((await mothers.until(isTurnOf('Rosa Torres'))).turn?.isMine).toBe(true);
    await move(running.nextTurn);
    expect((await mothers.until(isTurnOf('Elena Ruiz'))).turn?.isMine).toBe(false);
    await move(running.nextTurn);
    await mothers.until<FollowedHour>(({ turn, revision }) => turn === null && revision === 5);
    // What is asked in turn is nobody's before somebody's turn, and no longer than that.
    const told = mothers.events.map(({ data }) => JSON.stringify(data));
    expect(told.filter((text) => text.includes('"turn":null')).join(' ')).not.toContain(goRound);
    expect(told.filter((text) => text.includes(goRound))).toHaveLength(3);
  });

  it('names nobody who is held in the middle of it, at once and though the hour itself did not move', async () => {
    await begin();
    await move((run) => running.beginRound(run, [memberIn(torres, 'brother')]));
    const line = await follow(cast.mother);
    await line.until<FollowedHour>(({ turn }) => turn?.displayName === 'Leo Torres');
    const hold = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        memberId: memberIn(torres, 'brother'),
        reason: 'Not today',
      }),
    );
    try {
      await line.until<FollowedHour>(({ turn, stands: how }) => how === 'under-way' && turn === null, 5_000);
    } finally {
      await done(cast.therapist.post(`/api/holds/${hold.id}/lift`));
    }
  });

  it('asks nobody in turn who is not in the hour or said that they cannot come', async () => {
    await reply(0, 'cannot');
    const run = await begin();
    expect(run.people.map(({ displayName }) => displayName)).toEqual(['Elena Ruiz', 'Leo Torres']);
    for (const who of ['mother', 'father'] as const) {
      const moves = running.beginRound(run, [memberIn(torres, who)]);
      const moved = cast.therapist.put(`/api/sessions/${id}/run`, moves, { 'if-match': '"1"' });
      expect(await refusal(moved)).toMatchObject({
        status: 422,
        errors: [{ path: 'round', code: 'not-here' }],
      });
    }
  });

  it('is kept nowhere and read by the one browser it is for', async () => {
    const { headers } = await follow(cast.mother);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const head = await cast.mother.raw('HEAD', path());
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('comes from whichever process the hour is led at, and within a second', async () => {
    await begin();
    const line = await follow(there.mother);
    await line.until(stands('under-way'));
    const moved = performance.now();
    await move(running.next);
    await line.until<FollowedHour>(({ entry }) => entry?.place === 2);
    expect(performance.now() - moved).toBeLessThan(1000);
  });

  it('goes on at another process when one is killed, with what happened meanwhile', async () => {
    const third = await startApi({ beside: api });
    const mother = await signedInFamily(third, 'ROSA-2468', false);
    await begin();
    const line = await follow(mother);
    await line.until(stands('under-way'));
    await third.kill();
    await line.ended();
    await move(running.next);
    const again = await follow(cast.mother);
    await again.until<FollowedHour>(({ entry, revision }) => entry?.place === 2 && revision === 2);
  });

  it('hears again after the line to the database was cut', async () => {
    await begin();
    const line = await follow(cast.mother);
    await line.until(stands('under-way'));
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'common-ground-bell' and datname = current_database()`,
    );
    await move(running.next);
    await line.until<FollowedHour>(({ entry }) => entry?.place === 2);
    await move((run) => running.end(run, 'closed'));
    await line.until(stands('closed'));
  });

  /** Each ends the right; what it resolves to, if anything, gives it back. */
  it.each<[string, () => Promise<unknown>]>([
    ['the asking is taken back', () => post(`/api/sessions/${id}/asked/${mother()}/take-back`)],
    ['the hour is called off', () => post(`/api/sessions/${id}/call-off`)],
    ['somebody says that they cannot come', () => reply(0, 'cannot')],
    ['somebody is paused', () => membership('pause').then(() => () => membership('confirm'))],
    ['somebody is held', () => held().then((hold) => () => post(`/api/holds/${hold}/lift`))],
  ])('closes when %s', async (_what, end) => {
    const line = await follow(cast.mother);
    await line.until(stands('before'));
    const undo = await end();
    const acknowledged = performance.now();
    expect((await line.ended()) - acknowledged).toBeLessThan(AT_ONCE);
    expect([403, 404]).toContain((await cast.mother.get(path())).status);
    if (typeof undo === 'function') await (undo as () => Promise<unknown>)();
  });

  it('closes when the person signs out, and is no sign of life of theirs', async () => {
    const mothers = await signedInFamily(api, 'ROSA-2468', false);
    const line = await follow(mothers);
    await line.until(stands('before'));
    await done(mothers.post('/api/sign-out'));
    const acknowledged = performance.now();
    expect((await line.ended()) - acknowledged).toBeLessThan(AT_ONCE);
    expect((await follow(mothers)).status).toBe(401);
  });

  it('leaves room: one person follows with eight at once, and with another when one is gone', async () => {
    const eight = await Promise.all(Array.from({ length: 8 }, () => follow(cast.brother)));
    expect(eight.map(({ status }) => status)).toEqual(eight.map(() => 200));
    expect(await refusal(cast.brother.get(path()))).toMatchObject({ status: 429 });
    expect((await follow(cast.mother)).status).toBe(200);
    eight[0]?.leave();
    const free = async (): Promise<number> => {
      const { status } = await follow(cast.brother);
      return status === 429 ? free() : status;
    };
    expect(await free()).toBe(200);
  });

  it('holds no connection to the database while nothing happens', async () => {
    await Promise.all([follow(cast.mother), follow(cast.brother), follow(there.mother)]);
    // A look holds one for a moment; one that was held would never come back.
    const held = async (): Promise<number | undefined> => {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int from pg_stat_activity where datname = current_database()
           and application_name = 'common-ground' and state <> 'idle'`,
      );
      return rows[0]?.count;
    };
    expect(await until(held, (count) => count === 0)).toBe(0);
    const { rows: listening } = await owner.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity
       where datname = current_database() and application_name = 'common-ground-bell'`,
    );
    expect(listening[0]?.count).toBe(2);
  });

  it('ends with the process, which does not wait for it', async () => {
    const third = await startApi({ beside: api });
    const line = await follow(await signedInFamily(third, 'ROSA-2468', false));
    await line.until(stands('before'));
    const told = performance.now();
    await third.stop();
    await line.ended();
    expect(performance.now() - told).toBeLessThan(2500);
  });

  it('is told to the therapists of the family with all of it, and to nobody else', async () => {
    const at = `/api/sessions/${id}/run/live`;
    await begin();
    const line = await follow(there.therapist, at);
    await line.until<SessionRun>(({ revision, padRevision }) => revision === 1 && padRevision === 1);
    await move(running.next);
    await line.until<SessionRun>(({ at: entry }) => entry === 'entry-2');
    for (const who of ['mother', 'client', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const)
      expect([who, await refusal(cast[who].get(at))]).toMatchObject([who, { status: 404 }]);
    for (const who of ['father', 'client', 'therapist', 'supervisor', 'other-client', 'outsider'] as const)
      expect([who, await refusal(cast[who].get(path()))]).toMatchObject([who, { status: 404 }]);
  });

  const mother = (): string => memberIn(torres, 'mother');
  const post = <Body>(to: string, body?: unknown): Promise<Body> => done(cast.therapist.post<Body>(to, body));
  const membership = (to: 'pause' | 'confirm'): Promise<unknown> =>
    post(`/api/families/${torres.id}/members/${mother()}/${to}`);
  const held = async (): Promise<string> =>
    (await post<{ id: string }>(`/api/families/${torres.id}/holds`, { memberId: mother(), reason: 'Why' }))
      .id;
});
