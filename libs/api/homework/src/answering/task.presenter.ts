import type { Answer, DocumentContent, Task, TaskSummary } from '@common-ground/contract';
import { takesAnswers } from '@common-ground/rules/access';
import {
  answersSoFar,
  askedPrompts,
  blocksOf,
  isAnswered,
  promptsNotAsked,
} from '@common-ground/rules/content';
import type { TaskRow, WholeTaskRow } from './task.repository';

export function presentSummary(row: TaskRow): TaskSummary {
  const { begun, varying, today, ...summary } = row;
  const isOpen = takesAnswers(row.openUntilOn, today);
  const state = row.sentAt !== null ? 'sent' : begun ? 'begun' : 'not-begun';
  return {
    ...summary,
    ...progressOf(varying),
    state,
    may: { answer: isOpen, send: isOpen && row.sentAt === null },
  };
}

/** Where what is asked depends on the answers, only what is asked now counts. */
function progressOf(varying: TaskRow['varying']): Partial<Pick<TaskSummary, 'prompts' | 'answered'>> {
  if (varying === null) return {};
  const answers = answersSoFar(varying.answers);
  const asked = askedPrompts(varying.content.blocks, answers);
  return { prompts: asked.length, answered: asked.filter(({ id }) => isAnswered(answers.get(id))).length };
}

/** Answers to prompts that are not asked are kept, and not printed. */
export function answersAsked<A extends Pick<Answer, 'promptId' | 'value'>>(
  content: DocumentContent,
  answers: readonly A[],
): A[] {
  const notAsked = promptsNotAsked(blocksOf(content), answersSoFar(answers));
  return answers.filter(({ promptId }) => !notAsked.includes(promptId));
}

export function presentTask(row: WholeTaskRow): Task {
  const {
    personId: _personId,
    documentId,
    version,
    content,
    answers,
    notes,
    repliesSeenBy,
    noticeWithShare,
    ...summary
  } = row;
  return {
    ...presentSummary(summary),
    documentId,
    version,
    content,
    answers,
    notes,
    repliesSeenBy,
    noticeWithShare,
  };
}
