import type {
  FamilyId,
  MyPrivacy,
  Page,
  ResponseSet,
  TaskId,
  TaskSummary,
  WorksheetContent,
} from '@common-ground/contract';
import { approved, done, memberIn, putAnswer, refusal, send, share, sheet, taskTitled } from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

const asked = { help: '', optional: false };
const LENGTH = '~length';

function long(): WorksheetContent {
  return {
    ...sheet(),
    blocks: [
      { kind: 'short-answer', id: 'one', question: 'One good thing?', ...asked, inShort: true },
      { kind: 'short-answer', id: 'two', question: 'What was hard?', ...asked },
      { kind: 'short-answer', id: 'three', question: 'What comes next?', ...asked },
    ],
  };
}

describe('the short version of a worksheet', () => {
  const { cast, torres } = demoPractice();
  let familyId: FamilyId;

  beforeAll(() => {
    familyId = torres.id;
  });

  async function given(title: string, content = long()): Promise<TaskId> {
    const { id } = await approved(cast, familyId, title, content);
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    return taskTitled(cast.mother, title);
  }
  const save = (task: TaskId, promptId: string, revision: number, value: string) =>
    done(putAnswer(cast.mother, task, promptId, revision, value));
  async function setOf(title: string): Promise<Record<string, unknown>> {
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    const answers = items.find((set) => set.document.title === title)?.answers ?? [];
    return Object.fromEntries(answers.map(({ promptId, value }) => [promptId, value]));
  }
  async function counted(id: TaskId): Promise<unknown> {
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework?limit=100'));
    const task = items.find((one) => one.id === id);
    return task && [task.state, task.prompts, task.answered];
  }

  it('counts only what it asks for, and choosing it is not yet beginning', async () => {
    const id = await given('Counted short');
    expect(await counted(id)).toEqual(['not-begun', 3, 0]);
    await save(id, LENGTH, 0, 'short');
    expect(await counted(id)).toEqual(['not-begun', 1, 0]);
    await save(id, 'one', 0, 'We ate together.');
    expect(await counted(id)).toEqual(['begun', 1, 1]);
  });

  it('sends what it asks for and says so; what was written beyond it stays with its author', async () => {
    const title = 'Sent short';
    const id = await given(title);
    await save(id, 'two', 0, 'We shouted.');
    await save(id, LENGTH, 0, 'short');
    await save(id, 'one', 0, 'We ate together.');
    expect(await setOf(title)).toEqual({});
    await send(cast.mother, id);
    expect(await setOf(title)).toEqual({ one: 'We ate together.', [LENGTH]: 'short' });
    const { answers } = await done(
      cast.mother.get<{ answers: { promptId: string }[] }>(`/api/homework/${id}`),
    );
    expect(answers.map(({ promptId }) => promptId).sort()).toEqual(['one', 'two', LENGTH].sort());

    const paper = printedText((await cast.therapist.get(`/api/homework/${id}/pdf`)).bytes);
    expect(paper).toContain('The short version was answered.');
    expect(paper).not.toContain('We shouted.');
  });

  it('loses nothing on the way back to the whole', async () => {
    const title = 'Back to the whole';
    const id = await given(title);
    await save(id, 'two', 0, 'We shouted.');
    await save(id, LENGTH, 0, 'short');
    await save(id, LENGTH, 1, 'whole');
    await send(cast.mother, id);
    expect(await setOf(title)).toEqual({ two: 'We shouted.', [LENGTH]: 'whole' });
  });

  it('is no answer among those that *My privacy* counts', async () => {
    const title = 'Counted in privacy';
    const id = await given(title);
    await save(id, LENGTH, 0, 'short');
    await save(id, 'one', 0, 'We ate together.');
    const { words } = await done(cast.mother.get<MyPrivacy>('/api/me/privacy'));
    expect(words.find(({ taskId }) => taskId === id)?.answered).toBe(1);
  });

  it('can be chosen only where its author marked one, and only as it is offered', async () => {
    const whole = await given('Only the whole', sheet());
    expect(await refusal(putAnswer(cast.mother, whole, LENGTH, 0, 'short'))).toMatchObject({ status: 404 });
    const id = await given('Oddly chosen');
    expect(await refusal(putAnswer(cast.mother, id, LENGTH, 0, 'half'))).toMatchObject({
      status: 422,
      errors: [{ path: 'value', code: 'not-a-choice' }],
    });
  });
});
