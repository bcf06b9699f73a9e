// The worksheet that mother, father and brother of the demo practice each have: the father has sent his, the mother is
// half-way and the brother has not begun.
import type { AnswerValue, Task, TaskSummary } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';

export const SUPPORT = 'What kind of support do you need right now?';
/** Its second question, the first one that asks for words. */
export const LOOKS_LIKE = { id: 'looks-like', number: 2, question: 'What would that look like?' };

/** Somebody's only piece of homework. */
export async function homeworkOf(somebody: ApiClient): Promise<Task> {
  const { body } = await somebody.get<{ items: readonly TaskSummary[] }>('/api/homework');
  const [task] = body.items;
  if (task === undefined) throw new Error('There is no homework.');
  return (await somebody.get<Task>(`/api/homework/${task.id}`)).body;
}

/** What the server holds as the answer to a question; undefined where nothing was ever saved. */
export async function savedAnswer(somebody: ApiClient, promptId: string): Promise<AnswerValue | undefined> {
  const { answers } = await homeworkOf(somebody);
  return answers.find((answer) => answer.promptId === promptId)?.value;
}
