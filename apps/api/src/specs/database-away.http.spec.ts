import type { AnswerId, TaskId } from '@common-ground/contract';
import { startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  everybody,
  familyNamed,
  memberIn,
  putAnswer,
  refusal,
  share,
  taskTitled,
  until,
  type Cast,
} from './acts';

const AWAY = { status: 503, code: 'database-away' };

describe('while the database is away', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let task: TaskId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { id } = await approved(cast, torres.id, 'Words on their way');
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    task = await taskTitled(cast.mother, 'Words on their way');
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const endEveryLine = (): Promise<unknown> =>
    owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'common-ground'`,
    );
  const takeConnections = async (most: number): Promise<void> => {
    const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name');
    await owner.query(`alter database ${rows[0]?.name ?? ''} connection limit ${most}`);
  };
  const health = async (
    which: 'live' | 'ready',
  ): Promise<{ status: number; body: unknown; wait: string | null }> => {
    const answer = await fetch(`${api.origin}/health/${which}`);
    return { status: answer.status, body: await answer.json(), wait: answer.headers.get('retry-after') };
  };

  /** As a page saves: whoever is given a line that broke and was not missed yet is told that too, and comes again. */
  const savedInTheEnd = async (promptId: string, words: string, key: string): Promise<void> => {
    const saved = await until(
      () => putAnswer(cast.mother, task, promptId, 0, words, { key }),
      ({ status }) => status !== AWAY.status,
    );
    expect(saved).toMatchObject({ status: 200 });
  };

  it('everybody is told so with the time to wait, health says it, and the log says it once and calmly', async () => {
    await takeConnections(0);
    await endEveryLine();
    const asked = await Promise.all([
      refusal(putAnswer(cast.mother, task, 'told', 0, 'A quiet hour', { key: 'k' })),
      refusal(cast.therapist.get('/api/families')),
      refusal(cast.mother.get('/api/me')),
    ]);
    for (const answer of asked) expect(answer).toMatchObject(AWAY);
    expect(await health('ready')).toMatchObject({ status: 503, body: { code: 'database-away' }, wait: '5' });
    expect(await health('live')).toMatchObject({ status: 200 });
    await takeConnections(-1);
    await savedInTheEnd('told', 'A quiet hour', 'k');
    expect(await health('ready')).toMatchObject({ status: 200 });
    expect(api.log().match(/the database is away: /gu)).toHaveLength(1);
    expect(api.log()).not.toMatch(/\n\s+at /u);
  });

  it('words that were under way are saved once, by the key they come with again', async () => {
    await owner.query('begin');
    await owner.query('lock table answer_history in access exclusive mode');
    const underWay = refusal(putAnswer(cast.mother, task, 'kept', 0, 'For me', { key: 'k2' }));
    await until(
      () =>
        owner.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'common-ground'`,
        ),
      ({ rowCount }) => rowCount !== 0,
    );
    await endEveryLine();
    expect(await underWay).toMatchObject(AWAY);
    await owner.query('rollback');
    await savedInTheEnd('kept', 'For me', 'k2');
    expect(await putAnswer(cast.mother, task, 'kept', 0, 'For me', { key: 'k2' })).toMatchObject({
      status: 200,
    });
    const { rows } = await owner.query<{ id: AnswerId }>(
      `select h.answer_id as id from answer_history h join answer a on a.id = h.answer_id
       where a.task_id = $1 and a.prompt_id = 'kept'`,
      [task],
    );
    expect(rows).toHaveLength(1);
  });
});
