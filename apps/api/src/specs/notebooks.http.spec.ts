import type { NotebookSummary, Page, Supervision, SupervisionNotebook } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { done, refusal } from './acts';
import { demoPractice } from './demo-practice';

describe('the notebook of a supervisor and a therapist', () => {
  const { cast, owner } = demoPractice();
  let ours: NotebookSummary;

  beforeAll(async () => {
    const { items } = await done(cast.supervisor.get<Page<NotebookSummary>>('/api/notebooks'));
    ours = items.find(({ therapist }) => therapist.displayName === 'Elena Ruiz') as NotebookSummary;
  });

  const path = (): string => `/api/notebooks/${ours.id}`;
  const save = (who: ApiClient, revision: number, goals: string, themes = ''): ReturnType<typeof who.put> =>
    who.put(path(), { goals, themes }, { 'if-match': `"${revision}"` });

  it('is empty until one of the two writes, and then the other reads it', async () => {
    expect(ours).toMatchObject({ writtenBy: null, may: { write: true } });
    expect(await done(cast.therapist.get(path()))).toMatchObject({ goals: '', themes: '', revision: 0 });
    await done(save(cast.therapist, 0, 'Ask fewer questions at once', 'Endings'));
    expect(await done(cast.supervisor.get(path()))).toMatchObject({
      goals: 'Ask fewer questions at once',
      themes: 'Endings',
      revision: 1,
      writtenBy: { displayName: 'Elena Ruiz' },
    });
  });

  it('is saved over a known revision: nothing of either is written over unseen', async () => {
    const both = await Promise.all([save(cast.therapist, 1, 'Hers'), save(cast.supervisor, 1, 'Mine')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = await refusal(save(cast.supervisor, 1, 'Too late'));
    expect(stale).toMatchObject({ status: 412, code: 'revision-stale' });
    const { goals, revision, writtenBy } = await done(cast.supervisor.get<SupervisionNotebook>(path()));
    const writer = writtenBy?.displayName === 'Elena Ruiz' ? cast.therapist : cast.supervisor;
    // The answer was lost, and the same save comes again.
    expect((await save(writer, revision - 1, goals)).status).toBe(200);
    expect((await refusal(cast.therapist.put(path(), { goals: '', themes: '' }))).status).toBe(428);
  });

  it('keeps every text that was saved, whoever wrote over it', async () => {
    const { revision, goals } = await done(cast.supervisor.get<SupervisionNotebook>(path()));
    await done(save(cast.supervisor, revision, 'Written over'));
    const { rows } = await owner.query<{ revision: number; goals: string }>(
      `select h.revision, h.goals from supervision_notebook_history h join supervision s
         on s.supervisor_id = h.supervisor_id and s.therapist_id = h.therapist_id
       where s.id = $1 order by h.revision`,
      [ours.id],
    );
    expect(rows).toEqual([
      { revision: 1, goals: 'Ask fewer questions at once' },
      { revision: 2, goals },
      { revision: 3, goals: 'Written over' },
    ]);
  });

  it('is named in the list without what is written in it, so that looking there is no reading', async () => {
    const readings = async (): Promise<number> =>
      (await owner.query(`select from audit where action = 'notebooks.read'`)).rowCount ?? 0;
    const before = await readings();
    const listed = await done(cast.therapist.get<Page<NotebookSummary>>('/api/notebooks'));
    expect(listed.items[0]).toMatchObject({ writtenBy: { displayName: 'Martha Okafor' } });
    expect(JSON.stringify(listed)).not.toContain('Written over');
    expect(await readings()).toBe(before);
    await done(cast.therapist.get(path()));
    expect(await readings()).toBe(before + 1);
  });

  it('does not exist for anybody else, not for admins either', async () => {
    const others = ['admin', 'other-therapist', 'mother', 'client', 'outsider'] as const;
    for (const who of others) {
      expect([who, (await refusal(cast[who].get(path()))).status]).toEqual([who, 404]);
      expect([who, (await refusal(save(cast[who], 0, 'In'))).status]).toEqual([who, 404]);
    }
    const { items } = await done(cast['other-therapist'].get<Page<NotebookSummary>>('/api/notebooks'));
    expect(items.map(({ id }) => id)).not.toContain(ours.id);
    expect((await refusal(cast.admin.get('/api/notebooks'))).status).toBe(403);
  });

  it('stays to be read by both when the supervision has ended, and is written on by neither', async () => {
    const { items } = await done(cast.admin.get<Page<Supervision>>('/api/supervisions'));
    for (const { id, therapist } of items)
      if (therapist.displayName === 'Elena Ruiz')
        await done(cast.admin.post(`/api/supervisions/${id}/end`, {}));
    for (const who of [cast.therapist, cast.supervisor]) {
      const left = await done(who.get<SupervisionNotebook>(path()));
      expect(left.goals).not.toBe('');
      expect(left.may.write).toBe(false);
      expect((await refusal(save(who, left.revision, 'Afterwards'))).status).toBe(403);
    }
  });
});
