import type {
  FamilyId,
  Page,
  ResponseSet,
  Task,
  TaskId,
  TaskSummary,
  WorksheetContent,
} from '@common-ground/contract';
import {
  approved,
  done,
  memberIn,
  putAnswer,
  putDraft,
  refusal,
  send,
  share,
  sheet,
  submit,
  taskTitled,
  write,
} from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

const asked = { help: '', optional: false };
const onlyIf = { promptId: 'talked', test: 'is', value: 'yes' } as const;

/** "Did you talk?", what is asked only if they did, and something that is always asked. */
function talk(): WorksheetContent {
  return {
    ...sheet(),
    blocks: [
      { kind: 'yes-no', id: 'talked', question: 'Did you talk?', notSure: true, ...asked },
      { kind: 'short-answer', id: 'how', question: 'How did it go?', ...asked, onlyIf },
      { kind: 'short-answer', id: 'next', question: 'What comes next?', ...asked },
    ],
  };
}

describe('a question that is asked only if', () => {
  const { cast, torres } = demoPractice();
  let familyId: FamilyId;

  beforeAll(() => {
    familyId = torres.id;
  });

  async function given(title: string): Promise<TaskId> {
    const { id } = await approved(cast, familyId, title, talk());
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    return taskTitled(cast.mother, title);
  }
  const save = (task: TaskId, promptId: string, revision: number, value: string, visibility?: 'not-yet') =>
    done(putAnswer(cast.mother, task, promptId, revision, value, visibility && { visibility }));
  async function cameBack(title: string): Promise<Record<string, unknown>> {
    const path = `/api/families/${familyId}/responses?limit=100`;
    const { items } = await done(cast.therapist.get<Page<ResponseSet>>(path));
    const answers = items.find((set) => set.document.title === title)?.answers ?? [];
    return Object.fromEntries(answers.map(({ promptId, value }) => [promptId, value]));
  }
  async function counted(id: TaskId): Promise<[prompts: number, answered: number]> {
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework?limit=100'));
    const task = items.find((one) => one.id === id);
    const { prompts, answered } = await done(cast.mother.get<Task>(`/api/homework/${id}`));
    expect([task?.prompts, task?.answered]).toEqual([prompts, answered]);
    return [prompts, answered];
  }

  it('counts only while it is asked', async () => {
    const task = await given('Counted');
    expect(await counted(task)).toEqual([2, 0]);
    await save(task, 'talked', 0, 'yes');
    expect(await counted(task)).toEqual([3, 1]);
    await save(task, 'how', 0, 'It went well.');
    expect(await counted(task)).toEqual([3, 2]);
    await save(task, 'talked', 1, 'no');
    expect(await counted(task)).toEqual([2, 1]);
  });

  it('keeps what was written there for its author and sends it to nobody', async () => {
    const title = 'Kept back';
    const task = await given(title);
    await save(task, 'talked', 0, 'yes');
    await save(task, 'how', 0, 'HELD-BACK words.');
    await save(task, 'talked', 1, 'no');
    await send(cast.mother, task);

    expect(await cameBack(title)).toEqual({ talked: 'no' });
    const { answers } = await done(cast.mother.get<Task>(`/api/homework/${task}`));
    expect(answers.find(({ promptId }) => promptId === 'how')?.value).toBe('HELD-BACK words.');
    for (const reader of [cast.therapist, cast.mother]) {
      const paper = printedText((await reader.get(`/api/homework/${task}/pdf`)).bytes);
      expect(paper).toContain('Did you talk?');
      expect(paper).not.toContain('HELD-BACK');
    }
  });

  it('goes along once it is asked again, and comes back when it is not, also after sending', async () => {
    const title = 'Back and forth';
    const task = await given(title);
    await save(task, 'talked', 0, 'no');
    await send(cast.mother, task);
    await save(task, 'talked', 1, 'yes');
    await save(task, 'how', 0, 'Better than I thought.');
    expect(await cameBack(title)).toEqual({ talked: 'yes', how: 'Better than I thought.' });
    await save(task, 'talked', 2, 'no');
    expect(await cameBack(title)).toEqual({ talked: 'no' });
    await save(task, 'talked', 3, 'yes');
    expect(await cameBack(title)).toEqual({ talked: 'yes', how: 'Better than I thought.' });
  });

  it('may be read without the answer it depends on, where its author keeps only that one', async () => {
    const title = 'Only the other';
    const task = await given(title);
    await save(task, 'talked', 0, 'yes', 'not-yet');
    await save(task, 'how', 0, 'Calm.');
    await send(cast.mother, task);
    expect(await cameBack(title)).toEqual({ how: 'Calm.' });
  });

  it('stands on blank paper with its condition in words', async () => {
    const { id } = await write(cast.therapist, familyId, 'On paper', talk());
    const paper = printedText((await cast.therapist.get(`/api/documents/${id}/pdf`)).bytes);
    expect(paper).toContain('Only if your answer to');
  });

  it.each([
    [
      'names no test',
      { promptId: 'talked', test: 'sounds-like', value: 'yes' },
      'content.blocks.1.onlyIf.test',
    ],
    ['has an odd id', { promptId: '../x', test: 'is', value: 'yes' }, 'content.blocks.1.onlyIf.promptId'],
    [
      'compares with an object',
      { promptId: 'talked', test: 'is', value: {} },
      'content.blocks.1.onlyIf.value',
    ],
    [
      'compares with 11',
      { promptId: 'talked', test: 'at-least', value: 11 },
      'content.blocks.1.onlyIf.value',
    ],
    ['brings more along', { ...onlyIf, also: 1 }, 'content.blocks.1.onlyIf.also'],
    ['is null', null, 'content.blocks.1.onlyIf'],
  ])('is refused with the path when it %s', async (_what, condition, path) => {
    const { id, revision } = await write(cast.therapist, familyId, 'Refused', talk());
    const content = talk();
    const blocks = content.blocks.map((block) =>
      block.id === 'how' ? { ...block, onlyIf: condition } : block,
    );
    const refused = await refusal(
      putDraft(cast.therapist, id, `"${revision}"`, 'Refused', { ...content, blocks }),
    );
    expect(refused).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it('holds a worksheet back while it asks about a question that is gone', async () => {
    const content = talk();
    const { id } = await write(cast.therapist, familyId, 'Gone', {
      ...content,
      blocks: content.blocks.slice(1),
    });
    await expect(submit(cast.therapist, cast.supervisor, id)).rejects.toThrow('has-concerns');
  });
});
