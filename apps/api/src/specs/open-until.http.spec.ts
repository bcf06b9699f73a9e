import type {
  DocumentId,
  Page,
  ResponseSet,
  Share,
  SharePreview,
  Task,
  TaskId,
  TaskSummary,
} from '@common-ground/contract';
import type { Persona } from '@common-ground/testing';
import { Client } from 'pg';
import { approved, done, memberIn, putAnswer, refusal, send, sheet, taskTitled } from './acts';
import { demoPractice } from './demo-practice';

describe('a share that is open until a day', () => {
  const { api, cast, torres, owner } = demoPractice();

  const member = (who: 'mother' | 'father'): string => memberIn(torres, who);
  const paper = async (title: string): Promise<DocumentId> =>
    (await approved(cast, torres.id, title, sheet(`Words of ${title}.`))).id;
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
      [torres.id, from],
    );
    return rows[0]?.day ?? '';
  };
  /** The day it is open until goes by. */
  const endsYesterday = async (share: Share): Promise<void> => {
    await owner.query('update share set open_until_on = $2 where id = $1', [share.id, await day(-1)]);
  };
  const change = (share: Share, wish: object, revision = share.revision) =>
    cast.therapist.put<Share>(
      `/api/shares/${share.id}`,
      { dueOn: null, note: null, ...wish },
      { 'if-match': `"${revision}"` },
    );
  const shareNow = async (id: DocumentId): Promise<Share> => {
    const { items } = await done(cast.therapist.get<Page<Share>>(`/api/documents/${id}/shares`));
    const [share] = items;
    if (share === undefined) throw new Error('Nothing was shared.');
    return share;
  };

  it('takes answers on that day itself, and says the day to whom it is for', async () => {
    const id = await paper('Until today');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(0) });
    expect(share).toMatchObject({ openUntilOn: await day(0), isOver: false });
    const task = await taskTitled(cast.mother, 'Until today');
    expect(await mine('mother', 'Until today')).toMatchObject([
      { openUntilOn: await day(0), may: { answer: true, send: true } },
    ]);
    expect((await putAnswer(cast.mother, task, 'told', 0, 'In time')).status).toBe(200);
    await send(cast.mother, task);
  });

  it('is gone from the day after for whoever had not begun, like something that was never there', async () => {
    const id = await paper('Not begun');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    const task = await taskTitled(cast.mother, 'Not begun');
    await endsYesterday(share);
    expect(await mine('mother', 'Not begun')).toEqual([]);
    expect((await cast.mother.get(`/api/documents/${id}`)).status).toBe(404);
    for (const refused of [
      cast.mother.get(`/api/homework/${task}`),
      cast.mother.post(`/api/homework/${task}/send`),
      putAnswer(cast.mother, task, 'told', 0, 'Too late'),
    ])
      expect(await refusal(refused)).toMatchObject({ status: 410, code: 'share-over' });
    expect((await owner.query('select from answer where task_id = $1', [task])).rowCount).toBe(0);
  });

  it('keeps what was begun for its author, to read and to hide, and takes no other words', async () => {
    const id = await paper('Begun');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    const task = await taskTitled(cast.mother, 'Begun');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Half a thought'));
    await endsYesterday(share);

    const read = await done(cast.mother.get<Task>(`/api/homework/${task}`));
    expect(read).toMatchObject({
      may: { answer: false, send: false },
      answers: [{ promptId: 'told', value: 'Half a thought', revision: 1 }],
    });
    expect(await refusal(putAnswer(cast.mother, task, 'told', 1, 'More'))).toMatchObject({
      status: 410,
      code: 'share-over',
      current: { value: 'Half a thought' },
    });
    expect(await refusal(putAnswer(cast.mother, task, 'kept', 0, 'New'))).toMatchObject({
      code: 'share-over',
    });
    expect(await refusal(cast.mother.post(`/api/homework/${task}/send`))).toMatchObject({
      status: 410,
      code: 'share-over',
    });
    // Whom one lets read what one wrote stays one's own.
    expect(
      await done(putAnswer(cast.mother, task, 'told', 1, 'Half a thought', { visibility: 'not-yet' })),
    ).toMatchObject({
      visibility: 'not-yet',
      revision: 2,
    });
    expect(
      (await owner.query<{ value: string }>('select value from answer where task_id = $1', [task])).rows,
    ).toEqual([{ value: 'Half a thought' }]);
  });

  it('leaves what was sent with those who read it, and sending once more changes nothing', async () => {
    const id = await paper('Sent in time');
    const share = await give(id, {
      memberIds: [member('mother'), member('father')],
      openUntilOn: await day(1),
    });
    const task = await taskTitled(cast.mother, 'Sent in time');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Words that stay'));
    await send(cast.mother, task);
    await endsYesterday(share);
    expect(await mine('mother', 'Sent in time')).toMatchObject([{ state: 'sent', may: { answer: false } }]);
    expect(await done(cast.mother.post<Task>(`/api/homework/${task}/send`))).toMatchObject({ state: 'sent' });
    const { items } = await done(
      cast.therapist.get<Page<ResponseSet>>(`/api/families/${torres.id}/responses?limit=100`),
    );
    const sets = items.filter(({ document }) => document.id === id);
    expect(sets.map(({ answers }) => answers.map(({ value }) => value))).toEqual(
      expect.arrayContaining([['Words that stay'], []]),
    );
    expect(sets.map(({ wasOpenUntilOn }) => wasOpenUntilOn)).toEqual([await day(-1), await day(-1)]);
  });

  it('opens to nobody who sends the piece before too late', async () => {
    const [before, after] = [await paper('Late before'), await paper('Late after')];
    await give(before, { memberIds: [member('mother')] });
    const share = await give(after, {
      ...{ memberIds: [member('mother')], after: { documentId: before, days: 0 } },
      openUntilOn: await day(1),
    });
    await endsYesterday(share);
    await send(cast.mother, await taskTitled(cast.mother, 'Late before'));
    expect(await mine('mother', 'Late after')).toEqual([]);
  });

  it('is opened again by a later day, and may be given anew once it is over', async () => {
    const id = await paper('Longer');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    const task = await taskTitled(cast.mother, 'Longer');
    await endsYesterday(share);
    expect(await shareNow(id)).toMatchObject({
      isOver: true,
      may: { change: true, revoke: true, replace: false, remind: false, stop: false },
    });
    const { lines } = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`, {
        memberIds: [member('mother')],
      }),
    );
    expect(lines).toMatchObject([{ allowed: true }]);
    // The words alone may be changed while that day stands; another day that is over may not be chosen.
    expect(await refusal(change(share, { openUntilOn: await day(-2) }))).toMatchObject({
      status: 422,
      errors: [{ path: 'openUntilOn', code: 'day-past' }],
    });
    const worded = await done(change(share, { openUntilOn: await day(-1), note: 'As it was.' }));
    expect(worded).toMatchObject({ isOver: true, note: 'As it was.' });
    const left = await done(change(worded, { note: 'Still.' }, worded.revision));
    expect(left).toMatchObject({ openUntilOn: await day(-1) });
    expect(await done(change(left, { openUntilOn: await day(2) }, left.revision))).toMatchObject({
      isOver: false,
      openUntilOn: await day(2),
    });
    expect((await putAnswer(cast.mother, task, 'told', 0, 'After all')).status).toBe(200);
    const open = await done(change(left, { openUntilOn: null }, left.revision + 1));
    expect(open).toMatchObject({ openUntilOn: null, isOver: false });
  });

  it('is not over before it opens to whoever sent the piece before already', async () => {
    const [before, after] = [await paper('Sent before'), await paper('Too late after')];
    await give(before, { memberIds: [member('mother')] });
    await send(cast.mother, await taskTitled(cast.mother, 'Sent before'));
    const wish = { memberIds: [member('mother')], after: { documentId: before, days: 5 } };
    expect(
      await refusal(
        cast.therapist.post(`/api/documents/${after}/shares`, { ...wish, openUntilOn: await day(4) }),
      ),
    ).toMatchObject({ status: 422, errors: [{ path: 'openUntilOn', code: 'ends-before-last' }] });
    await give(after, { ...wish, openUntilOn: await day(5) });
  });

  it.each([2, null])('is not opened again to whoever was given it anew meanwhile (%s)', async (days) => {
    const title = `Given anew ${String(days)}`;
    const id = await paper(title);
    const old = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    await endsYesterday(old);
    const fresh = await give(id, { memberIds: [member('mother')] });
    const wish = { openUntilOn: days === null ? null : await day(days) };
    expect(await refusal(change(old, wish))).toMatchObject({
      ...{ status: 422, errors: [{ path: 'openUntilOn', code: 'same-version' }] },
    });
    expect(await mine('mother', title)).toHaveLength(1);
    // Its words may change, and so may the day once nobody has it from elsewhere.
    const worded = await done(change(old, { note: 'As it was.' }));
    await done(cast.therapist.post(`/api/shares/${fresh.id}/revoke`));
    expect(await done(change(worded, wish, worded.revision))).toMatchObject({ isOver: false });
    expect(await mine('mother', title)).toHaveLength(1);
  });

  it('takes no other words past everything either; whom one lets read them stays one’s own', async () => {
    const id = await paper('Past the service');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    const task = await taskTitled(cast.mother, 'Past the service');
    await done(putAnswer(cast.mother, task, 'told', 0, 'In time'));
    const { rows } = await owner.query<{ practice: string; person: string }>(
      'select practice_id as practice, person_id as person from task where id = $1',
      [task],
    );
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    /** What she does straight at the rows, and leaves undone. */
    const asMother = async (statement: string): Promise<unknown> => {
      await app.query('begin');
      try {
        await app.query(
          `select set_config('app.practice_id', $1, true), set_config('app.person_id', $2, true),
             set_config('app.roles', '{}', true)`,
          [rows[0]?.practice, rows[0]?.person],
        );
        return (await app.query(statement, [task])).rowCount;
      } catch (failure) {
        return failure instanceof Error ? failure.message : failure;
      } finally {
        await app.query('rollback');
      }
    };
    const rewritten = `update answer set value = '"Other words"' where task_id = $1`;
    const hidden = `update answer set visibility = 'not-yet', value = value where task_id = $1`;
    const sent = 'update task set sent_at = now() where id = $1';
    expect([await asMother(rewritten), await asMother(hidden), await asMother(sent)]).toEqual([1, 1, 1]);
    await endsYesterday(share);
    const over = 'this takes no answers any more';
    expect([await asMother(rewritten), await asMother(hidden), await asMother(sent)]).toEqual([
      over,
      1,
      over,
    ]);
    await app.end();
  });

  it('is refused with the field at fault when the day makes no sense', async () => {
    const id = await paper('No such end');
    const asked = async (wish: object): Promise<unknown> => {
      const refused = await refusal(
        cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [member('mother')], ...wish }),
      );
      return [refused.status, refused.errors?.[0]?.path, refused.errors?.[0]?.code];
    };
    const path = 'openUntilOn';
    expect(await asked({ openUntilOn: await day(-1) })).toEqual([422, path, 'day-past']);
    expect(await asked({ openUntilOn: await day(400) })).toEqual([422, path, 'too-far']);
    expect((await asked({ openUntilOn: 'Friday' })) as string[]).toEqual(expect.arrayContaining([422, path]));
    expect(await asked({ startsOn: await day(3), openUntilOn: await day(2) })).toEqual([
      ...[422, path, 'ends-before-last'],
    ]);
    const share = await give(id, {
      ...{ memberIds: [member('mother')], rhythm: { every: 'day', untilOn: await day(4) } },
      openUntilOn: await day(5),
    });
    expect(await refusal(change(share, { openUntilOn: await day(3) }))).toMatchObject({
      errors: [{ path, code: 'ends-before-last' }],
    });
  });

  it('is not reminded of once it is over, also by whoever has begun', async () => {
    const id = await paper('No reminder');
    const share = await give(id, { memberIds: [member('mother')], openUntilOn: await day(1) });
    const task: TaskId = await taskTitled(cast.mother, 'No reminder');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Begun'));
    const standing = async (): Promise<string[]> => {
      const { rows } = await owner.query<{ standing: string }>(
        `select h.standing from task t, access.homework_of(t.practice_id, t.person_id) h
         where t.id = $1 and h.task_id = t.id`,
        [task],
      );
      return rows.map((row) => row.standing);
    };
    expect(await standing()).toEqual(['waits']);
    await endsYesterday(share);
    expect(await standing()).toEqual(['closed']);
    expect(
      await refusal(
        cast.therapist.post(`/api/shares/${share.id}/reminders`, { memberIds: [member('mother')] }),
      ),
    ).toMatchObject({
      status: 409,
    });
  });
});
