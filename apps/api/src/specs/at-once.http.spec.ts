import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Feedback, Share, Task } from '@common-ground/contract';
import { startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putAnswer,
  share,
  sheet,
  submit,
  taskTitled,
  write,
  type Cast,
  type People,
} from './acts';
import { Newcomers } from './newcomers';

describe('two at once', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let watcher: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    watcher = new Client({ connectionString: api.database.ownerUrl });
    await Promise.all([owner.connect(), watcher.connect()]);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), watcher.end()]);
    await api.stop();
  });

  const five = <T>(act: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 5 }, act));

  /**
   * Five requests that really meet: the row they all need is held until every one of them waits for it. Whoever
   * looked before they waited has looked too early, each time and not only on an unlucky day.
   */
  async function fiveMeet<T>(
    table: 'document' | 'task' | 'person',
    id: string,
    act: () => Promise<T>,
  ): Promise<T[]> {
    await owner.query('begin');
    await owner.query(`select from ${table} where id = $1 for update`, [id]);
    const asked = five(act);
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let look = 0; look < 200 && ((await watcher.query(waiting)).rowCount ?? 0) < 5; look += 1)
      await pause(10);
    await owner.query('commit');
    return asked;
  }

  const statuses = (replies: readonly { status: number }[]): number[] =>
    replies.map(({ status }) => status).sort();
  const count = async (sql: string, id: string): Promise<number> =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [id])).rows[0]?.n ?? -1;

  it('homework sent five times at once is sent once', async () => {
    const { id } = await approved(cast, torres.id, 'Sent at once');
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'Sent at once');
    const sent = await fiveMeet('task', task, () => cast.mother.post<Task>(`/api/homework/${task}/send`));
    expect(statuses(sent)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(sent.map(({ body }) => body.sentAt)).size).toBe(1);
    expect(await count(`audit where action = 'homework.send' and task_id = $1`, task)).toBe(1);
  });

  it('a note to an answer that is sent again under its key is written once, and other words are refused', async () => {
    const { id } = await approved(cast, torres.id, 'Noted at once');
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'Noted at once');
    await done(putAnswer(cast.mother, task, 'told', 0, 'A walk.'));
    await done(cast.mother.post(`/api/homework/${task}/send`));
    const answer = (await owner.query<{ id: string }>('select id from answer where task_id = $1', [task]))
      .rows[0]?.id as string;
    const note = (text: string, key: string) =>
      cast.therapist.post<Feedback>(`/api/answers/${answer}/feedback`, { text }, { 'idempotency-key': key });
    const given = await five(() => note('Walk again.', 'one-note'));
    expect(statuses(given)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(given.map(({ body }) => body.id)).size).toBe(1);
    expect(await count('feedback where answer_id = $1', answer)).toBe(1);
    expect(await count(`audit where action = 'feedback.give' and task_id = $1`, task)).toBe(1);
    expect((await note('Other words.', 'one-note')).status).toBe(422);
    expect((await note('Walk again.', 'another-note')).status).toBe(201);
    expect(await count('feedback where answer_id = $1', answer)).toBe(2);
  });

  it('two records made one five times at once are made one once', async () => {
    const newcomers = new Newcomers(api, cast.therapist);
    const [kept, twice] = [
      await newcomers.add(torres.id, 'Tom Lind'),
      await newcomers.add(torres.id, 'Tom L'),
    ];
    const merged = await fiveMeet('person', twice.personId, () =>
      newcomers.merge(torres.id, kept, twice.personId),
    );
    expect(statuses(merged)).toEqual([200, 409, 409, 409, 409]);
    expect(
      await count(`audit where action = 'members.merge' and $1 = any (subject_ids)`, twice.personId),
    ).toBe(1);
  });

  it('a worksheet shared five times at once is shared once', async () => {
    const { id } = await approved(cast, torres.id, 'Shared at once');
    const body = { memberIds: [memberIn(torres, 'mother')] };
    const shared = await fiveMeet('document', id, () =>
      cast.therapist.post<Share>(`/api/documents/${id}/shares`, body),
    );
    expect(statuses(shared)).toEqual([201, 409, 409, 409, 409]);
    expect(await count('task where document_id = $1', id)).toBe(1);
  });

  it('a worksheet submitted five times at once waits once', async () => {
    const { id } = await write(cast.therapist, torres.id, 'Submitted at once');
    const body = { supervisorId: await idOf(cast.supervisor) };
    const submitted = await fiveMeet('document', id, () =>
      cast.therapist.post(`/api/documents/${id}/submit`, body),
    );
    expect(statuses(submitted)).toEqual([200, 409, 409, 409, 409]);
    expect(await count('review where document_id = $1', id)).toBe(1);
  });

  it('one answer saved five times at once from the same revision is saved once', async () => {
    const { id } = await approved(cast, torres.id, 'Saved at once');
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'Saved at once');
    let wording = 0;
    const saved = await fiveMeet('task', task, () =>
      putAnswer(cast.mother, task, 'told', 0, `Wording ${(wording += 1)}`),
    );
    expect(statuses(saved)).toEqual([200, 412, 412, 412, 412]);
    const keyed = await fiveMeet('task', task, () =>
      putAnswer(cast.mother, task, 'kept', 0, 'The same', { key: 'at-once' }),
    );
    expect(statuses(keyed)).toEqual([200, 200, 200, 200, 200]);
    expect(
      await count('answer_history h join answer a on a.id = h.answer_id where a.task_id = $1', task),
    ).toBe(2);
  });

  it.each([1, 2, 3, 4])('approving against reopening leaves either, never both (%i)', async (round) => {
    const { id } = await write(cast.therapist, torres.id, `Race ${round}`, sheet(`Race ${round}`));
    const review = await submit(cast.therapist, cast.supervisor, id);
    const [decided] = await Promise.all([
      decide(cast.supervisor, review, 'approve').then(
        () => true,
        () => false,
      ),
      cast.therapist.post(`/api/documents/${id}/reopen`),
    ]);
    const after = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
    const stands = await count(`review where document_id = $1 and state = 'waiting'`, id);
    expect(stands).toBe(0);
    // Approved first and reopened then, or reopened first and not approved at all.
    expect(after.state).toBe('draft');
    expect(after.approval !== null).toBe(decided);
  });

  it('no request that began after a share was taken back carries a word of it', async () => {
    const { id } = await approved(cast, torres.id, 'Against reading', sheet('Unrepeatable.'));
    const { id: shareId } = await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'Against reading');
    const reading = { on: true, late: 0 };
    let revokedAt = Number.POSITIVE_INFINITY;
    const readers = five(async () => {
      while (reading.on) {
        const began = performance.now();
        const { text } = await cast.mother.get(`/api/homework/${task}`);
        if (began > revokedAt && text.includes('Unrepeatable')) reading.late += 1;
      }
    });
    await done(cast.therapist.post(`/api/shares/${shareId}/revoke`));
    revokedAt = performance.now();
    for (let look = 0; look < 20; look += 1) await cast.mother.get(`/api/homework/${task}`);
    reading.on = false;
    await readers;
    expect(reading.late).toBe(0);
  });
});
