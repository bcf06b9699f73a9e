import type {
  AccessLogEntry,
  FamilyId,
  Page,
  Response,
  ResponseSet,
  Task,
  TaskId,
  TaskSummary,
  Today,
} from '@common-ground/contract';
import type { Persona } from '@common-ground/testing';
import { approved, done, memberIn, putAnswer, refusal, send, share, taskTitled } from './acts';
import { demoPractice } from './demo-practice';

const HARD = '~hard';
const NOT_THIS_WEEK = '~not-this-week';
const WORDS = 'I could not begin. It was all too near.';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('what is told about a piece of homework before it is sent', () => {
  const { cast, torres } = demoPractice();
  let familyId: FamilyId;

  beforeAll(() => {
    familyId = torres.id;
  });

  async function given(title: string): Promise<TaskId> {
    const { id } = await approved(cast, familyId, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    return taskTitled(cast.mother, title);
  }
  const say = (id: TaskId, promptId: string, revision: number, value: string | null, isKept = false) =>
    done(
      putAnswer(cast.mother, id, promptId, revision, value, { visibility: isKept ? 'not-yet' : 'therapist' }),
    );
  async function toldIn(id: TaskId): Promise<readonly Response[]> {
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    return items.find((set) => set.taskId === id)?.answers ?? [];
  }
  async function onToday(id: TaskId, who: Persona = 'therapist'): Promise<string[]> {
    const { aLot } = await done(cast[who].get<Today>('/api/today'));
    return aLot.filter(({ taskId }) => taskId === id).map(({ sort }) => sort);
  }

  it('a note reaches those who lead the family when it is told, not while it is written', async () => {
    const id = await given('Told when told');
    await say(id, HARD, 0, 'I could', true);
    await say(id, HARD, 1, WORDS, true);
    expect([await toldIn(id), await onToday(id)]).toEqual([[], []]);
    await say(id, HARD, 2, WORDS);
    expect(await toldIn(id)).toMatchObject([{ promptId: HARD, value: WORDS }]);
    expect(await onToday(id)).toEqual(['hard']);
    expect(JSON.stringify(await done(cast.therapist.get('/api/today')))).not.toContain(WORDS);
    const { sentAt, state } = await done(cast.mother.get<Task>(`/api/homework/${id}`));
    expect([sentAt, state]).toEqual([null, 'not-begun']);
    const log = await done(cast.mother.get<Page<AccessLogEntry>>('/api/me/access-log?limit=10'));
    expect(JSON.stringify(log)).toContain('responses.read');
  });

  it('nobody else ever reads it, and taking it back hides it again', async () => {
    const id = await given('Nobody else');
    await say(id, HARD, 0, WORDS);
    for (const who of ['father', 'brother', 'client', 'supervisor', 'admin', 'other-therapist'] as const) {
      for (const path of [
        `/api/homework/${id}`,
        `/api/homework/${id}/pdf`,
        `/api/families/${familyId}/responses?limit=100`,
        '/api/homework?limit=100',
      ]) {
        const { text } = await cast[who].get(path);
        expect(text).not.toContain(WORDS);
      }
    }
    await say(id, HARD, 1, WORDS, true);
    expect(await toldIn(id)).toEqual([]);
  });

  it('is saved as every answer is: once for one key, and never over newer words', async () => {
    const id = await given('Saved like an answer');
    await say(id, HARD, 0, WORDS);
    expect(await refusal(putAnswer(cast.mother, id, HARD, 0, 'Other words'))).toMatchObject({
      status: 412,
      code: 'revision-stale',
    });
    expect(await refusal(putAnswer(cast.mother, id, HARD, 1, 'x'.repeat(501)))).toMatchObject({
      status: 422,
      errors: [{ path: 'value', code: 'too-long' }],
    });
  });

  it('a word back reaches its author, and Today says no more of it', async () => {
    const id = await given('A word back');
    await say(id, HARD, 0, WORDS);
    const [note] = await toldIn(id);
    await done(
      cast.therapist.post(`/api/answers/${note?.id}/feedback`, { text: 'Thank you for saying so.' }),
    );
    expect(await onToday(id)).toEqual([]);
    const { answers } = await done(cast.mother.get<Task>(`/api/homework/${id}`));
    expect(answers.find(({ promptId }) => promptId === HARD)?.feedback).toHaveLength(1);
  });

  it('what is put off stays open, says so to those who lead the family, and is taken up again', async () => {
    const id = await given('Put off');
    await say(id, NOT_THIS_WEEK, 0, inDays(7));
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework?limit=100'));
    expect(items.find((task) => task.id === id)).toMatchObject({
      putOffUntil: inDays(7),
      state: 'not-begun',
      answered: 0,
      may: { answer: true, send: true },
    });
    expect(await onToday(id)).toEqual(['not-this-week']);
    await done(putAnswer(cast.mother, id, 'told', 0, 'We talked.'));
    expect((await toldIn(id)).map(({ promptId }) => promptId)).toEqual([NOT_THIS_WEEK]);
    await say(id, NOT_THIS_WEEK, 1, null);
    expect(await onToday(id)).toEqual([]);
    await say(id, NOT_THIS_WEEK, 2, inDays(-1));
    expect(await onToday(id)).toEqual([]);
    await say(id, NOT_THIS_WEEK, 3, inDays(7));
    await send(cast.mother, id);
    expect(await onToday(id)).toEqual([]);
  });
});
