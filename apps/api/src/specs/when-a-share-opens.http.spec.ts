import type {
  DocumentId,
  FamilyId,
  MyPrivacy,
  Page,
  ResponseSet,
  Share,
  SharePreview,
  Task,
  TaskId,
  TaskSummary,
} from '@common-ground/contract';
import { startApi, type Persona, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  memberIn,
  putAnswer,
  refusal,
  send,
  sheet,
  taskTitled,
  type Cast,
  type People,
} from './acts';

describe('when a share opens', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let familyId: FamilyId;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    familyId = torres.id;
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const member = (who: 'mother' | 'father' | 'brother'): string => memberIn(torres, who);
  const paper = async (title: string): Promise<DocumentId> =>
    (await approved(cast, familyId, title, sheet(`Words of ${title}.`))).id;
  const give = (id: DocumentId, wish: object): Promise<Share> =>
    done(cast.therapist.post<Share>(`/api/documents/${id}/shares`, wish));
  const mine = async (who: Persona, title: string): Promise<TaskSummary[]> => {
    const { items } = await done(cast[who].get<Page<TaskSummary>>('/api/homework?limit=100'));
    return items.filter((task) => task.title === title);
  };
  /** The day so many days from today in the practice's time zone. */
  const day = async (from: number): Promise<string> => {
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + $2::int)::text as day from practice
       where id = (select practice_id from family where id = $1)`,
      [familyId, from],
    );
    return rows[0]?.day ?? '';
  };
  const tasksOf = async (share: Share): Promise<{ id: TaskId; round: number }[]> =>
    (
      await owner.query<{ id: TaskId; round: number }>(
        'select id, round from task where share_id = $1 order by round',
        [share.id],
      )
    ).rows;
  /** Lets days go by for one share. */
  const daysGoBy = async (share: Share, days: number): Promise<void> => {
    await owner.query(`update task set given_at = given_at - make_interval(days => $2) where share_id = $1`, [
      share.id,
      days,
    ]);
  };
  const shareNow = async (id: DocumentId): Promise<Share> => {
    const { items } = await done(cast.therapist.get<Page<Share>>(`/api/documents/${id}/shares`));
    const [share] = items;
    if (share === undefined) throw new Error('Nothing was shared.');
    return share;
  };

  const opensOn = ({ people }: Share) => people.map((person) => person.opensOn);

  it('on a day: until then nobody it is for can tell that there is anything', async () => {
    const id = await paper('On Thursday');
    const share = await give(id, { memberIds: [member('mother')], startsOn: await day(3) });
    expect(share).toMatchObject({ nextOn: await day(3), waiting: 0, may: { revoke: true, stop: true } });
    expect(opensOn(share)).toEqual([await day(3)]);
    const [task] = await tasksOf(share);
    const early = String(task?.id);

    expect(await mine('mother', 'On Thursday')).toEqual([]);
    for (const path of [`/api/homework/${early}`, `/api/homework/${early}/pdf`, `/api/documents/${id}`])
      expect(await refusal(cast.mother.get(path))).toMatchObject({ status: 404 });
    expect((await putAnswer(cast.mother, early as TaskId, 'told', 0, 'Too early')).status).toBe(404);
    expect(await refusal(cast.mother.post(`/api/homework/${early}/send`))).toMatchObject({ status: 404 });

    await daysGoBy(share, 3);
    expect(await mine('mother', 'On Thursday')).toMatchObject([
      { id: early, every: null, state: 'not-begun' },
    ]);
    expect(await shareNow(id)).toMatchObject({ nextOn: null, may: { stop: false } });
  });

  it('may be changed later in its day and its words, over what was read, until it is taken back', async () => {
    const id = await paper('Changed later');
    const share = await give(id, { memberIds: [member('mother')], note: 'For Sunday.' });
    const change = (revision: number, note: string | null) =>
      cast.therapist.put<Share>(
        `/api/shares/${share.id}`,
        { dueOn: '2027-03-04', note },
        { 'if-match': `"${revision}"` },
      );
    const changed = await change(share.revision, 'Take your time.');
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(changed).toMatchObject({
      status: 200,
      body: { revision: 2, dueOn: '2027-03-04', note: 'Take your time.' },
    });
    expect(await mine('mother', 'Changed later')).toMatchObject([
      { dueOn: '2027-03-04', note: 'Take your time.' },
    ]);
    expect(await refusal(change(share.revision, 'Too late.'))).toMatchObject({
      status: 412,
      code: 'revision-stale',
      current: { note: 'Take your time.' },
    });
    expect((await cast.therapist.put(`/api/shares/${share.id}`, { dueOn: null, note: null })).status).toBe(
      428,
    );
    // Whom it reached knows of it; to everybody else there is no such share. So with whatever is done to it.
    for (const [persona, status] of [
      ['mother', 403],
      ['other-therapist', 404],
      ['outsider', 404],
    ] as const) {
      const own = { dueOn: null, note: 'Mine.' };
      for (const refused of [
        cast[persona].put(`/api/shares/${share.id}`, own, { 'if-match': '"2"' }),
        cast[persona].post(`/api/shares/${share.id}/stop`),
        cast[persona].post(`/api/shares/${share.id}/revoke`),
      ])
        expect([persona, (await refusal(refused)).status]).toEqual([persona, status]);
    }
    await done(cast.therapist.post(`/api/shares/${share.id}/revoke`));
    expect(await refusal(change(2, null))).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('names nobody of another family in the words along with it, unless that is meant', async () => {
    const id = await paper('Named along');
    const note = 'As Daniel did. David, too.';
    const memberIds = [member('mother')];
    const shared = (more: object) =>
      cast.therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds, ...more });
    const named = {
      ...{ status: 409, code: 'names-people' },
      errors: [{ path: 'note', code: 'names-people', message: 'Daniel' }],
    };
    for (const more of [{}, { namesMeant: false }])
      expect(await refusal(shared({ note, ...more }))).toMatchObject(named);
    expect(await mine('mother', 'Named along')).toEqual([]);
    const share = await done(shared({ note: 'As David did.' }));
    const change = (revision: number, more: object) =>
      cast.therapist.put<Share>(
        `/api/shares/${share.id}`,
        { dueOn: null, note, ...more },
        { 'if-match': `"${revision}"` },
      );
    expect(await refusal(change(1, {}))).toMatchObject(named);
    expect(await mine('mother', 'Named along')).toMatchObject([{ note: 'As David did.' }]);
    await done(change(1, { namesMeant: true }));
    // Once it stands there, another day is no reason to ask about it again.
    await done(change(2, { dueOn: '2027-03-04' }));
    expect(await mine('mother', 'Named along')).toMatchObject([{ note, dueOn: '2027-03-04' }]);
    const { rows } = await owner.query<{ action: string; fields: string[] }>(
      `select action, fields from audit where document_id = $1 and action like 'shares.%' order by at, id`,
      [id],
    );
    expect(rows.map(({ action, fields }) => [action, fields.includes('namesMeant')])).toEqual([
      ['shares.share', false],
      ['shares.change', true],
      ['shares.change', false],
    ]);
    await done(cast.therapist.post(`/api/shares/${share.id}/revoke`));
    expect((await done(shared({ note, namesMeant: true }))).note).toBe(note);
  });

  it('does not tell the therapist of homework that has not opened as if it were left undone', async () => {
    const id = await paper('Later');
    await give(id, { memberIds: [member('mother')], startsOn: await day(1) });
    const { text } = await cast.therapist.get(`/api/families/${familyId}/responses?limit=100`);
    expect(text).not.toContain('Words of Later.');
  });

  it('in a rhythm: each day a new one, and what was left untouched makes room for it', async () => {
    const id = await paper('Each evening');
    const share = await give(id, {
      memberIds: [member('mother'), member('father')],
      rhythm: { every: 'day', untilOn: await day(3) },
    });
    expect((await tasksOf(share)).map(({ round }) => round)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    // It is open now, whatever comes next.
    expect([opensOn(share), share.nextOn]).toEqual([['now', 'now'], await day(1)]);
    const [first] = await mine('mother', 'Each evening');
    expect(await mine('mother', 'Each evening')).toMatchObject([{ every: 'day' }]);

    await daysGoBy(share, 1);
    const [second, ...more] = await mine('mother', 'Each evening');
    expect([second?.id === first?.id, more]).toEqual([false, []]);
    await done(putAnswer(cast.mother, second?.id as TaskId, 'told', 0, 'Begun'));

    await daysGoBy(share, 1);
    const third = await mine('mother', 'Each evening');
    expect(third.map(({ state }) => state)).toEqual(['not-begun', 'begun']);
    // Nothing is taken away: who kept the address can still answer the one that made room.
    expect((await done(cast.mother.get<Task>(`/api/homework/${String(first?.id)}`))).may.answer).toBe(true);
    // Nor is what made room counted among what she could still write in.
    const { words } = await done(cast.mother.get<MyPrivacy>('/api/me/privacy'));
    expect(words.filter(({ title }) => title === 'Each evening')).toHaveLength(2);
    // The therapist reads of one round of each that waits, and not of all that nobody touched.
    const { items } = await done(
      cast.therapist.get<Page<ResponseSet>>(`/api/families/${familyId}/responses?limit=100`),
    );
    const sets = items.filter(({ document }) => document.id === id);
    expect(sets.map(({ person }) => person.displayName).sort()).toEqual(['David Torres', 'Rosa Torres']);
  });

  it('after another piece: once each has sent that, and to nobody else', async () => {
    const [before, after] = [await paper('First this'), await paper('Then that')];
    const both = [member('mother'), member('father')];
    await give(before, { memberIds: both });
    const share = await give(after, { memberIds: both, after: { documentId: before, days: 0 } });
    expect(share).toMatchObject({
      waiting: 2,
      nextOn: null,
      when: { after: { documentId: before, title: 'First this', days: 0 } },
    });
    expect(await mine('mother', 'Then that')).toEqual([]);

    await send(cast.mother, await taskTitled(cast.mother, 'First this'));
    expect(await mine('mother', 'Then that')).toHaveLength(1);
    expect(await mine('father', 'Then that')).toEqual([]);
    expect(await shareNow(after)).toMatchObject({ waiting: 1 });
    expect(opensOn(await shareNow(after)).sort()).toEqual(['now', 'waits']);
  });

  it('after another piece and some days', async () => {
    const [before, after] = [await paper('Before the wait'), await paper('After the wait')];
    await give(before, { memberIds: [member('mother')] });
    await give(after, { memberIds: [member('mother')], after: { documentId: before, days: 2 } });
    await send(cast.mother, await taskTitled(cast.mother, 'Before the wait'));
    expect(await mine('mother', 'After the wait')).toEqual([]);
    const waits = await shareNow(after);
    expect(waits).toMatchObject({ waiting: 0, nextOn: await day(2) });
    await daysGoBy(waits, 2);
    expect(await mine('mother', 'After the wait')).toHaveLength(1);
  });

  it('opens at once to whoever had sent the piece before already, and refuses who was never given it', async () => {
    const [before, after] = [await paper('Sent before'), await paper('Follows at once')];
    await give(before, { memberIds: [member('mother')] });
    await send(cast.mother, await taskTitled(cast.mother, 'Sent before'));
    const asked = { memberIds: [member('mother'), member('father')], after: { documentId: before, days: 0 } };
    expect(await refusal(cast.therapist.post(`/api/documents/${after}/shares`, asked))).toMatchObject({
      status: 422,
      errors: [{ path: 'memberIds.1', code: 'nothing-to-follow' }],
    });
    const { mayFollow } = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${after}/shares/preview`, {}),
    );
    expect(mayFollow.find(({ documentId }) => documentId === before)?.memberIds).toEqual([member('mother')]);
    await give(after, { ...asked, memberIds: [member('mother')] });
    expect(await mine('mother', 'Follows at once')).toHaveLength(1);
  });

  it('misses nobody who sends the piece before at the very moment', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const [before, after] = [await paper(`Race ${round}`), await paper(`Race won ${round}`)];
      await give(before, { memberIds: [member('mother')] });
      const task = await taskTitled(cast.mother, `Race ${round}`);
      await Promise.all([
        give(after, { memberIds: [member('mother')], after: { documentId: before, days: 0 } }),
        send(cast.mother, task),
      ]);
      expect([round, (await mine('mother', `Race won ${round}`)).length]).toEqual([round, 1]);
    }
  });

  it('is stopped: what has opened stays, and nothing more comes', async () => {
    const id = await paper('Stopped');
    const share = await give(id, {
      memberIds: [member('mother')],
      rhythm: { every: 'week', untilOn: await day(21) },
    });
    for (const [who, status] of [
      ['mother', 403],
      ['brother', 404],
      ['other-therapist', 404],
      ['outsider', 404],
    ] as const)
      expect([who, (await refusal(cast[who].post(`/api/shares/${share.id}/stop`))).status]).toEqual([
        who,
        status,
      ]);
    const stopped = await done(cast.therapist.post<Share>(`/api/shares/${share.id}/stop`));
    expect(stopped).toMatchObject({ nextOn: null, waiting: 0, may: { revoke: true, stop: false } });
    expect(stopped.stoppedAt).not.toBeNull();
    expect(await done(cast.therapist.post<Share>(`/api/shares/${share.id}/stop`))).toEqual(stopped);
    await daysGoBy(share, 21);
    expect(await mine('mother', 'Stopped')).toHaveLength(1);
  });

  it('can be shared again once everything of it was sent', async () => {
    const id = await paper('Once more');
    await give(id, { memberIds: [member('mother')] });
    const again = { memberIds: [member('mother')] };
    expect(await refusal(cast.therapist.post(`/api/documents/${id}/shares`, again))).toMatchObject({
      code: 'wrong-state',
      because: 'already-shared',
    });
    await send(cast.mother, await taskTitled(cast.mother, 'Once more'));
    await give(id, again);
    expect((await mine('mother', 'Once more')).map(({ state }) => state).sort()).toEqual([
      'not-begun',
      'sent',
    ]);
  });

  it('is refused with the field at fault when the days make no sense', async () => {
    const id = await paper('No sense');
    const asked = async (wish: object): Promise<unknown> => {
      const refused = await refusal(
        cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [member('mother')], ...wish }),
      );
      return [refused.status, refused.errors?.[0]?.path];
    };
    const until = await day(5);
    expect(await asked({ startsOn: await day(-1) })).toEqual([422, 'startsOn']);
    expect(await asked({ startsOn: 'soon' })).toEqual([422, 'startsOn']);
    expect(await asked({ rhythm: { every: 'hour', untilOn: until } })).toEqual([422, 'rhythm.every']);
    expect(await asked({ rhythm: { every: 'day', untilOn: await day(200) } })).toEqual([
      422,
      'rhythm.untilOn',
    ]);
    expect(await asked({ rhythm: 'weekly' })).toEqual([422, 'rhythm']);
    expect(await asked({ after: { documentId: id, days: -1 } })).toEqual([422, 'after.days']);
    expect(await asked({ after: [] })).toEqual([422, 'after']);
  });
});
