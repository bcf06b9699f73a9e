import type {
  DocumentSummary,
  FamilyId,
  OwnWords,
  Page,
  ResponseSet,
  SupportPlanContent,
  Task,
  TaskId,
} from '@common-ground/contract';
import { startApi, type RunningApi } from '@common-ground/testing';
import {
  done,
  everybody,
  familyNamed,
  memberIn,
  putAnswer,
  refusal,
  send,
  share,
  taskTitled,
  type Cast,
} from './acts';

const DAY_MS = 86_400_000;
const day = (away: number): string => new Date(Date.now() + away * DAY_MS).toISOString().slice(0, 10);

describe('a plan is followed day by day', () => {
  let api: RunningApi;
  let cast: Cast;
  let familyId: FamilyId;
  let plan: TaskId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    familyId = (await familyNamed(cast.therapist, 'Torres family')).id;
    plan = await taskTitled(cast.mother, 'Rosa’s plan for calm evenings');
  });
  afterAll(() => api.stop());

  const readByTherapist = async (): Promise<ResponseSet['answers']> => {
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    return items.find(({ taskId }) => taskId === plan)?.answers ?? [];
  };

  it('keeps how a day went for its author, and for her therapist once she has marked the plan as read', async () => {
    await done(putAnswer(cast.mother, plan, `day-${day(-1)}-outcome`, 0, 'bent'));
    await done(putAnswer(cast.mother, plan, `day-${day(-1)}-did`, 0, 'I went to the kitchen late.'));
    expect(await readByTherapist()).toEqual([]);

    await send(cast.mother, plan);
    const told = await readByTherapist();
    expect(told.map(({ value }) => value).sort()).toEqual(['I went to the kitchen late.', 'bent']);

    await done(putAnswer(cast.mother, plan, `day-${day(0)}-outcome`, 0, 'kept'));
    const only = { visibility: 'not-yet' } as const;
    await done(putAnswer(cast.mother, plan, `day-${day(0)}-learned`, 0, 'I am tired of this.', only));
    const now = await readByTherapist();
    expect(now.map(({ value }) => value)).toContain('kept');
    expect(JSON.stringify(now)).not.toContain('tired of this');
    const mine = await done(cast.mother.get<Task>(`/api/homework/${plan}`));
    expect(mine.answers).toHaveLength(4);
  });

  it('belongs to nobody else in the family', async () => {
    for (const other of [cast.father, cast.client, cast.brother]) {
      const refused = await refusal(putAnswer(other, plan, `day-${day(0)}-outcome`, 0, 'crossed'));
      expect(refused.status).toBe(404);
      expect((await other.get(`/api/homework/${plan}`)).status).toBe(404);
    }
    const refused = await refusal(putAnswer(cast.therapist, plan, `day-${day(0)}-outcome`, 0, 'crossed'));
    expect(refused.status).toBe(403);
  });

  it('takes no other word for how it went, no day that does not exist and none that has not come', async () => {
    expect(await refusal(putAnswer(cast.mother, plan, `day-${day(0)}-outcome`, 1, 'failed'))).toMatchObject({
      status: 422,
      errors: [{ path: 'value', code: 'not-a-choice' }],
    });
    expect(await refusal(putAnswer(cast.mother, plan, `day-${day(3)}-outcome`, 0, 'kept'))).toMatchObject({
      status: 422,
      errors: [{ path: 'promptId', code: 'day-to-come' }],
    });
    for (const id of ['day-2026-02-30-outcome', `day-${day(0)}-mood`, `day-${day(0)}-step-x`, 'situation']) {
      expect((await refusal(putAnswer(cast.mother, plan, id, 0, 'kept'))).status).toBe(404);
    }
  });

  it('goes along when she takes a copy of what she wrote, with the question and the day', async () => {
    const { homework } = await done(cast.mother.get<OwnWords>('/api/me/export'));
    const answers = homework.find(({ taskId }) => taskId === plan)?.answers ?? [];
    expect(answers).toContainEqual(
      expect.objectContaining({ on: day(-1), question: 'What I did', value: 'I went to the kitchen late.' }),
    );
  });

  it('a support plan is ticked off step by step', async () => {
    const { items } = await done(cast.therapist.get<Page<DocumentSummary>>('/api/documents?limit=100'));
    const support = items.find(({ kind, state }) => kind === 'support-plan' && state === 'approved');
    if (support === undefined) throw new Error('The demo has a support plan that can be shared.');
    const torres = await familyNamed(cast.therapist, 'Torres family');
    await share(cast.therapist, support.id, [memberIn(torres, 'client')]);
    const id = await taskTitled(cast.client, support.title);
    const { content } = await done(cast.client.get<Task>(`/api/homework/${id}`));
    const [step] = (content as SupportPlanContent).steps;
    const ticked = await done(putAnswer(cast.client, id, `day-${day(0)}-step-${step?.id}`, 0, 'done'));
    expect(ticked).toMatchObject({ value: 'done', revision: 1 });
    await done(putAnswer(cast.client, id, `day-${day(0)}-win`, 0, 'We laughed at breakfast.'));
    const other = await refusal(putAnswer(cast.client, id, `day-${day(0)}-step-none`, 0, 'done'));
    expect(other.status).toBe(404);
  });
});
