import type { Page, Task, TaskSummary } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { done, idOf, putDraft, save as saveDraft, sheet, write } from './acts';
import { overheardPractice } from './demo-practice';

/**
 * What the hot paths may ask of the database. Beside the statements of the work itself each counts one that finds the
 * session and says who asks, where the server remembers whose it was; work of several statements also opens and ends a
 * transaction.
 */
describe('what a request costs the database', () => {
  const { api, cast, torres, owner, line } = overheardPractice();

  /** @param who asks for something else before, so that the server remembers them and no sign of life is due */
  async function asked(
    request: () => Promise<unknown>,
    who: ApiClient = cast.mother,
  ): Promise<{ statements: number; journeys: number }> {
    await done(who.get('/api/me'));
    line.count();
    await request();
    return line.count();
  }
  const homework = (limit = 100): Promise<Page<TaskSummary>> =>
    done(cast.mother.get<Page<TaskSummary>>(`/api/homework?limit=${limit}`));
  /** As many tasks more for the mother, each like the one she has. */
  const giveMore = (many: number): Promise<unknown> =>
    owner.query(
      `with mother as (select person_id as id from demo_persona where persona = 'mother'),
         one as (select t.*, gen_random_uuid() as new_share from task t join mother m on m.id = t.person_id,
           generate_series(1, ${many}) limit ${many}),
         shares as (
           insert into share (practice_id, id, document_id, version_id, family_id, shared_by, shared_at)
           select s.practice_id, o.new_share, s.document_id, s.version_id, s.family_id, s.shared_by, s.shared_at
           from one o join share s on s.id = o.share_id)
       insert into task
         (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, given_at)
       select practice_id, gen_random_uuid(), new_share, document_id, version_id, family_id, member_id, person_id,
         given_at from one`,
    );

  it('R1, a list of homework: one, however long it is, and one more for versions nobody has read yet', async () => {
    expect(await asked(homework)).toEqual({ statements: 4, journeys: 2 });
    const short = await asked(homework);
    await giveMore(60);
    expect((await homework()).items.length).toBeGreaterThan(60);
    expect([short, await asked(homework), await asked(() => homework(20))]).toEqual(
      Array.from({ length: 3 }, () => ({ statements: 2, journeys: 1 })),
    );
  });

  it('what reaches somebody: a few blocks of the database, however many tasks they have', async () => {
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    const blocks = async (): Promise<number> => {
      const { rows: mother } = await owner.query<{ id: string; practice: string }>(
        `select person_id as id, practice_id as practice from demo_persona where persona = 'mother'`,
      );
      let looked = 0;
      // The first time also finds out how to look.
      for (const _time of [1, 2]) {
        await app.query('begin');
        await app.query(
          `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
             set_config('app.roles', '{}', true)`,
          [mother[0]?.id, mother[0]?.practice],
        );
        const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
          'explain (analyze, buffers, format json) select cardinality(access.live_tasks())',
        );
        await app.query('rollback');
        const { Plan } = rows[0]?.['QUERY PLAN'][0] ?? { Plan: {} };
        looked = (Plan['Shared Hit Blocks'] ?? NaN) + (Plan['Shared Read Blocks'] ?? NaN);
      }
      return looked;
    };
    try {
      await giveMore(300);
      await owner.query('analyze');
      expect(await blocks()).toBeLessThan(60);
    } finally {
      await app.end();
    }
  });

  it('R2, one piece of homework: one', async () => {
    const [task] = (await homework(1)).items;
    expect(await asked(() => done(cast.mother.get(`/api/homework/${task?.id}`)))).toEqual({
      statements: 2,
      journeys: 1,
    });
  });

  it('W1, an answer saved to what was looked at before: two, of which one only keeps others waiting', async () => {
    const [task] = (await homework(1)).items;
    const { answers } = await done(cast.mother.get<Task>(`/api/homework/${task?.id}`));
    const at = answers.find(({ promptId }) => promptId === 'looks-like')?.revision ?? 0;
    for (const revision of [at, at + 1]) {
      const save = (): Promise<unknown> =>
        done(
          cast.mother.put(
            `/api/homework/${task?.id}/answers/looks-like`,
            { value: `Words ${revision}`, visibility: 'therapist' },
            { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() },
          ),
        );
      expect(await asked(save)).toEqual({ statements: 3, journeys: 1 });
    }
  });

  it('R3, a therapist’s day: six, all in one journey', async () => {
    expect(await asked(() => done(cast.therapist.get('/api/today')), cast.therapist)).toEqual({
      statements: 9,
      journeys: 2,
    });
  });

  it('R4, a supervisor’s queue: two, and one that says how they are planned', async () => {
    const queue = (): Promise<unknown> => done(cast.supervisor.get('/api/reviews?state=waiting'));
    expect(await asked(queue, cast.supervisor)).toEqual({
      statements: 6,
      journeys: 2,
    });
  });

  it('R5, a word among all templates: three, and one that says how they are planned', async () => {
    const search = (): Promise<unknown> => done(cast.therapist.get('/api/templates?q=help'));
    // What comes with the product is made ready to be searched once.
    await search();
    expect(await asked(search, cast.therapist)).toEqual({ statements: 7, journeys: 3 });
  });

  it('D1, a draft saved: three, and the commit goes with the last', async () => {
    const { id: familyId } = torres;
    const { id, revision } = await write(cast.therapist, familyId, 'Saved often');
    const saving = (from: number): Promise<unknown> =>
      saveDraft(cast.therapist, id, from, 'Saved often', sheet('More.'));
    expect(await asked(() => saving(revision), cast.therapist)).toEqual({ statements: 6, journeys: 2 });
    // Somebody else’s newer words are looked at once more, and nothing is lost.
    const stale = await putDraft(cast.therapist, id, `"${revision - 1}"`, 'Saved often', sheet('Less.'));
    expect([stale.status, stale.body]).toEqual([412, expect.objectContaining({ code: 'revision-stale' })]);
  });

  it('D1, what is written down of one document: as few blocks however many one works on', async () => {
    const { id: familyId } = torres;
    const { id } = await write(cast.therapist, familyId, 'One of many');
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    const blocks = async (): Promise<number> => {
      let looked = 0;
      for (const _time of [1, 2]) {
        await app.query('begin');
        await app.query(
          `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
             set_config('app.roles', '{therapist}', true)`,
          [await idOf(cast.therapist), practiceId],
        );
        const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
          `explain (analyze, buffers, format json) insert into document_draft_history
             (practice_id, document_id, revision, family_id, author_id, title, content, written_by)
           values (access.practice(), '${id}', 99, '${familyId}', access.person(), 'T', '{}', access.person())`,
        );
        await app.query('rollback');
        const { Plan } = rows[0]?.['QUERY PLAN'][0] ?? { Plan: {} };
        looked = (Plan['Shared Hit Blocks'] ?? NaN) + (Plan['Shared Read Blocks'] ?? NaN);
      }
      return looked;
    };
    const { rows: practices } = await owner.query<{ id: string }>('select id from practice');
    const practiceId = practices[0]?.id ?? '';
    try {
      const before = await blocks();
      await owner.query(
        `insert into document (practice_id, id, kind, family_id, author_id, state)
         select practice_id, gen_random_uuid(), kind, family_id, author_id, state from document, generate_series(1, 3000)
         where id = $1`,
        [id],
      );
      await owner.query('analyze');
      expect(await blocks()).toBeLessThan(before + 10);
    } finally {
      await app.end();
    }
  });
});
