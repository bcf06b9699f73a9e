import type { Page, Share, ShareId, Task, TaskId, TaskSummary } from '@common-ground/contract';
import { signInAs } from '@common-ground/testing';
import { approved, done, memberIn, putAnswer, refusal, sheet, taskTitled } from './acts';
import { demoPractice } from './demo-practice';
import { Meeting } from './meeting';

describe('an answer to what was looked at before', () => {
  const { api, cast, torres, owner } = demoPractice();

  const given = async (title: string): Promise<{ task: TaskId; share: ShareId }> => {
    const { id } = await approved(cast, torres.id, title, sheet(`Words of ${title}.`));
    const memberIds = [memberIn(torres, 'mother')];
    const share = await done(cast.therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds }));
    return { task: await taskTitled(cast.mother, title), share: share.id };
  };
  const opened = async (title: string): Promise<{ task: TaskId; share: ShareId; whole: Task }> => {
    const piece = await given(title);
    return { ...piece, whole: await done(cast.mother.get<Task>(`/api/homework/${piece.task}`)) };
  };
  const values = async (task: TaskId): Promise<unknown[]> =>
    (await owner.query<{ value: unknown }>('select value from answer where task_id = $1', [task])).rows.map(
      ({ value }) => value,
    );

  it('reads the same text again, with what was said and saved since', async () => {
    const { task, whole } = await opened('Read twice');
    const { savedAt } = await done(putAnswer(cast.mother, task, 'told', 0, 'Soup on the stove'));
    const again = await done(cast.mother.get<Task>(`/api/homework/${task}`));
    expect(again.content).toEqual(whole.content);
    expect(again.answers).toMatchObject([{ promptId: 'told', value: 'Soup on the stove', savedAt }]);
    expect([again.answered, again.state]).toEqual([1, 'begun']);
  });

  it.each(['mother', 'father', 'brother'] as const)(
    'counts how far each piece of the %s is on its page as in the list',
    async (who) => {
      const { items } = await done(cast[who].get<Page<TaskSummary>>('/api/homework?limit=100'));
      expect(items.length).toBeGreaterThan(0);
      for (const line of items) {
        expect(await done(cast[who].get<Task>(`/api/homework/${line.id}`))).toMatchObject(line);
      }
    },
  );

  it('is judged anew where the piece is of another version by now', async () => {
    const { task } = await opened('Of another version');
    const other = await given('The other version');
    await owner.query(
      `update document_version set content = jsonb_set(content, '{blocks}', (
         select jsonb_agg(case when b ->> 'id' = 'told' then b || '{"id": "told-anew"}' else b end)
         from jsonb_array_elements(content -> 'blocks') b))
       where id = (select version_id from task where id = $1)`,
      [other.task],
    );
    await owner.query(
      `update task t set round = 2, (share_id, document_id, version_id) =
         (select o.share_id, o.document_id, o.version_id from task o where o.id = $2) where t.id = $1`,
      [task, other.task],
    );
    expect(await refusal(putAnswer(cast.mother, task, 'told', 0, 'To old words'))).toMatchObject({
      status: 404,
    });
    await done(putAnswer(cast.mother, task, 'told-anew', 0, 'To new words'));
    expect(await values(task)).toEqual(['To new words']);
    expect(JSON.stringify(await done(cast.mother.get<Task>(`/api/homework/${task}`)))).toContain('told-anew');
  });

  it('is not taken once the share is taken back, nor what was given shown', async () => {
    const { task, share } = await opened('Taken back');
    await done(cast.therapist.post(`/api/shares/${share}/revoke`));
    expect(await refusal(putAnswer(cast.mother, task, 'told', 0, 'Too late'))).toMatchObject({
      status: 410,
      code: 'share-revoked',
    });
    expect(await refusal(cast.mother.get(`/api/homework/${task}`))).toMatchObject({ status: 410 });
    expect(await values(task)).toEqual([]);
  });

  it('is not taken under a name that is used for something else at that very moment', async () => {
    const { task } = await opened('Under one name');
    // In a session that is not remembered yet nothing is tried again.
    const her = await signInAs(api, 'mother');
    const meeting = new Meeting(api.database.ownerUrl);
    await meeting.open();
    try {
      await meeting.hold(
        `insert into idempotency (practice_id, person_id, key, request_hash, response)
         select practice_id, person_id, 'one-name', 'of something else', '{}' from task where id = $1`,
        task,
      );
      const saved = refusal(putAnswer(her, task, 'told', 0, 'Said', { key: 'one-name' }));
      await meeting.waiters(() => 1);
      await meeting.letGo();
      expect(await saved).toMatchObject({ status: 422, code: 'key-reused' });
    } finally {
      await meeting.close();
    }
    expect(await values(task)).toEqual([]);
  });

  it('is nobody else’s to give', async () => {
    const { task } = await opened('Hers alone');
    const unknown = await refusal(
      putAnswer(cast.father, '00000000-0000-4000-8000-000000000000' as TaskId, 'told', 0, 'Mine'),
    );
    const hers = await refusal(putAnswer(cast.father, task, 'told', 0, 'Mine'));
    expect(hers).toEqual(unknown);
    expect(await values(task)).toEqual([]);
  });
});
