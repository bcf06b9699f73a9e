import type { Share, ShareId, TaskId } from '@common-ground/contract';
import { approved, done, memberIn, putAnswer, refusal, sheet, taskTitled } from './acts';
import { demoPractice } from './demo-practice';
import { Meeting } from './meeting';

describe('an answer that is on its way when its homework shuts', () => {
  let meeting: Meeting;
  // Before the practice it meets in goes.
  afterAll(() => meeting.close());
  const { api, cast, torres, owner } = demoPractice();

  beforeAll(async () => {
    meeting = new Meeting(api.database.ownerUrl);
    await meeting.open();
  });

  const given = async (title: string): Promise<{ task: TaskId; share: ShareId }> => {
    const { id } = await approved(cast, torres.id, title, sheet(`Words of ${title}.`));
    const memberIds = [memberIn(torres, 'mother')];
    const share = await done(cast.therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds }));
    return { task: await taskTitled(cast.mother, title), share: share.id };
  };

  /** The homework was found and is waited for; meanwhile it shuts. */
  const saving = async (
    { task, share }: { task: TaskId; share: ShareId },
    shuts: string,
    revision: number,
  ): ReturnType<typeof refusal> => {
    await meeting.hold('select from task where id = $1 for update', task);
    const saved = refusal(putAnswer(cast.mother, task, 'told', revision, 'Too late'));
    await meeting.waiters(() => 1);
    await owner.query(`update share set ${shuts} where id = $1`, [share]);
    await meeting.letGo();
    return saved;
  };

  const values = async (task: TaskId): Promise<unknown[]> =>
    (await owner.query<{ value: unknown }>('select value from answer where task_id = $1', [task])).rows.map(
      ({ value }) => value,
    );
  const traces = async (task: TaskId): Promise<number> =>
    (await owner.query(`select from audit where action = 'homework.answer' and task_id = $1`, [task]))
      .rowCount ?? -1;

  const YESTERDAY = `open_until_on = (now() - interval '3 days')::date`;

  it('is not called out of date where the database takes it for no such reason', async () => {
    const { task } = await given('Words that nothing stands against');
    await owner.query('revoke insert on answer_history from common_ground_app');
    const refused = await refusal(putAnswer(cast.mother, task, 'told', 0, 'First words'));
    await owner.query('grant insert on answer_history to common_ground_app');
    expect(refused).toMatchObject({ code: 'wrong-state' });
    expect(api.log()).toContain('answer_history');
    await done(putAnswer(cast.mother, task, 'told', 0, 'First words'));
  });

  it.each([
    ['share-revoked', 'revoked_at = now()'],
    ['share-over', YESTERDAY],
  ])('is not saved where there was none before: %s', async (code, shuts) => {
    const homework = await given(`First words, ${code}`);
    expect(await saving(homework, shuts, 0)).toMatchObject({ status: 410, code, current: { answers: [] } });
    expect([await values(homework.task), await traces(homework.task)]).toEqual([[], 0]);
  });

  it.each([
    ['share-revoked', 'revoked_at = now()', { answers: [{ promptId: 'told', value: 'In time' }] }],
    ['share-over', YESTERDAY, { promptId: 'told', value: 'In time' }],
  ])(
    'is not saved over what was there, which goes along with the refusal: %s',
    async (code, shuts, current) => {
      const homework = await given(`Other words, ${code}`);
      await done(putAnswer(cast.mother, homework.task, 'told', 0, 'In time'));
      expect(await saving(homework, shuts, 1)).toMatchObject({ status: 410, code, current });
      expect([await values(homework.task), await traces(homework.task)]).toEqual([['In time'], 1]);
    },
  );
});
