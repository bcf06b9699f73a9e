// The worksheet that mother, father and brother of the demo practice each have: the father has sent his, the mother is
// half-way and the brother has not begun.
import type {
  AnswerValue,
  Document,
  DocumentId,
  Family,
  FamilySummary,
  Me,
  Page,
  Review,
  Task,
  TaskSummary,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Page as BrowserPage } from '@playwright/test';
import { expect } from './journey';

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

/** Answers somebody's homework for the family, when they choose to open it, and sends it. */
export async function sendForFamily(
  somebody: ApiClient,
  values: Readonly<Record<string, AnswerValue>>,
): Promise<Task> {
  const { id, answers } = await homeworkOf(somebody);
  for (const [promptId, value] of Object.entries(values)) {
    const revision = answers.find((answer) => answer.promptId === promptId)?.revision ?? 0;
    const saved = await somebody.put(
      `/api/homework/${id}/answers/${promptId}`,
      { value, visibility: 'family' },
      { 'if-match': `"${revision}"` },
    );
    expect(saved.status).toBe(200);
  }
  return (await somebody.post<Task>(`/api/homework/${id}/send`)).body;
}

/** What the server holds as the answer to a question; undefined where nothing was ever saved. */
export async function savedAnswer(somebody: ApiClient, promptId: string): Promise<AnswerValue | undefined> {
  const { answers } = await homeworkOf(somebody);
  return answers.find((answer) => answer.promptId === promptId)?.value;
}

/** Approved by the supervisor and shared, without a browser. */
export async function shareWithMother(
  therapist: ApiClient,
  supervisor: ApiClient,
  id: DocumentId,
): Promise<void> {
  const { body: me } = await supervisor.get<Me>('/api/me');
  const submitted = await therapist.post<Document>(`/api/documents/${id}/submit`, {
    supervisorId: me.person.id,
    note: '',
  });
  const review = submitted.body.review?.id;
  const { body } = await supervisor.get<Review>(`/api/reviews/${review}`);
  await supervisor.post(`/api/reviews/${review}/decision`, {
    verdict: 'approve',
    summary: '',
    versionHash: body.version.hash,
  });
  const families = await therapist.get<Page<FamilySummary>>('/api/families');
  const torres = families.body.items.find(({ name }) => name === 'Torres family');
  const family = await therapist.get<Family>(`/api/families/${torres?.id}`);
  const mother = family.body.members.find(({ relation }) => relation === 'mother');
  const shared = await therapist.post(`/api/documents/${id}/shares`, { memberIds: [mother?.id] });
  expect(shared.status).toBe(201);
}

/** Opens one's own answer to somebody in return, in the hour, and says whether it may stand on the big screen. */
export async function openInReturn(
  phone: BrowserPage,
  question: string,
  { to, onScreen }: { readonly to: string; readonly onScreen: boolean },
): Promise<void> {
  await phone.getByRole('button', { name: `Open this answer: ${question}` }).tap();
  await phone.getByRole('checkbox', { name: to }).check();
  if (onScreen) await phone.getByRole('checkbox', { name: 'Also on the big screen' }).check();
  await phone.getByRole('button', { name: 'Open my answer', exact: true }).tap();
}
