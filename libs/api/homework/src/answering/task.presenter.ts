import type {
  Answer,
  AnswerValue,
  DocumentContent,
  Feedback,
  Task,
  TaskSummary,
} from '@common-ground/contract';
import { takesAnswers } from '@common-ground/rules/access';
import {
  answersSoFar,
  askedPrompts,
  blocksOf,
  isAboutTheWhole,
  isAnswered,
  isVarying,
  NOT_THIS_WEEK,
  promptsNotAsked,
} from '@common-ground/rules/content';
import type { PieceRow, SaidRow, TaskRow, WholeTaskRow } from './task.repository';

type Progress = Omit<TaskRow, keyof PieceRow | 'feedback'>;

/** What is shown of a piece; whose it is, and in which family, is not. */
type ShownTask = Omit<WholeTaskRow, 'personId' | 'familyId' | 'versionId' | 'isToldOf'>;

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

/** @param said about the piece and its answers, oldest first */
export function presentTask(row: ShownTask, said: readonly SaidRow[]): Task {
  const { documentId, version, content, repliesSeenBy, noticeWithShare } = row;
  const saidOn = (on: string | null): Feedback[] =>
    said.filter((one) => one.on === on).map((one) => one.said);
  return {
    ...presentSummary({ ...pieceOf(row), ...progressIn(row), feedback: numberOfThings(said) }),
    ...{ documentId, version, content },
    answers: row.answers.map(({ id, ...answer }) => ({ ...answer, feedback: saidOn(id) })),
    notes: saidOn(null),
    ...{ repliesSeenBy, noticeWithShare },
  };
}

function pieceOf(row: PieceRow): PieceRow {
  const { id, kind, title, whyItHelps, minutes, prompts, dueOn, openUntilOn, today, note } = row;
  const { from, every, sharedAt, sentAt } = row;
  return {
    ...{ id, kind, title, whyItHelps, minutes, prompts, dueOn, openUntilOn, today, note },
    ...{ from, every, sharedAt, sentAt },
  };
}

/** How far it is, counted as a list of homework counts it. */
function progressIn({ content, answers }: ShownTask): Progress {
  const asked = answers.filter(({ promptId }) => !isAboutTheWhole(promptId));
  const putOff = answers.find(({ promptId }) => promptId === NOT_THIS_WEEK)?.value;
  return {
    answered: asked.filter(({ value }) => !isEmpty(value)).length,
    begun: asked.length > 0,
    putOffUntil: typeof putOff === 'string' ? putOff : null,
    varying: 'blocks' in content && isVarying(content.blocks) ? { content, answers } : null,
  };
}

function isEmpty(value: AnswerValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Several words on one answer are one thing; each about the whole is one. */
function numberOfThings(all: readonly SaidRow[]): number {
  return new Set(all.map(({ on, said }) => on ?? said.id)).size;
}
