import type {
  Answer,
  AnswerValue,
  DocumentContent,
  Feedback,
  Task,
  TaskSummary,
  WorksheetContent,
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
import type { AnswerToOne, LineRow, PieceRow, SaidRow, VersionRow, WholeTaskRow } from './task.repository';

/** Where what is asked depends on what is answered: the text and the actor's own answers; else null. */
type Varying = {
  readonly content: WorksheetContent;
  readonly answers: readonly Pick<AnswerToOne, 'promptId' | 'value'>[];
} | null;

type Head = Omit<VersionRow, 'versionId' | 'version' | 'varies'>;

/** How far it is. */
type Progress = Omit<LineRow, keyof PieceRow | 'versionId'>;

/** What is shown of a piece; whose it is, and in which family, is not. */
type ShownTask = PieceRow &
  Head &
  Pick<WholeTaskRow, 'documentId' | 'version' | 'content' | 'repliesSeenBy' | 'noticeWithShare' | 'answers'>;

export function presentSummary(row: PieceRow & Head & Progress, varying: Varying): TaskSummary {
  const { id, kind, title, whyItHelps, minutes, prompts, dueOn, openUntilOn, note } = row;
  const { from, every, sharedAt, sentAt, answered, begun, putOffUntil, feedback } = row;
  const isOpen = takesAnswers(openUntilOn, row.today);
  return {
    ...{ id, kind, title, whyItHelps, minutes, prompts, dueOn, openUntilOn, note, putOffUntil },
    ...{ from, every, sharedAt, sentAt, answered, feedback },
    ...progressOf(varying),
    state: sentAt !== null ? 'sent' : begun ? 'begun' : 'not-begun',
    may: { answer: isOpen, send: isOpen && sentAt === null },
  };
}

/** Where what is asked depends on the answers, only what is asked now counts. */
function progressOf(varying: Varying): Partial<Pick<TaskSummary, 'prompts' | 'answered'>> {
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
  const varying = 'blocks' in content && isVarying(content.blocks) ? { content, answers: row.answers } : null;
  return {
    ...presentSummary({ ...row, ...progressIn(row.answers), feedback: numberOfThings(said) }, varying),
    ...{ documentId, version, content },
    answers: row.answers.map(({ id, ...answer }) => ({ ...answer, feedback: saidOn(id) })),
    notes: saidOn(null),
    ...{ repliesSeenBy, noticeWithShare },
  };
}

/** How far it is, counted as a list of homework counts it. */
function progressIn(answers: ShownTask['answers']): Omit<Progress, 'feedback'> {
  const asked = answers.filter(({ promptId }) => !isAboutTheWhole(promptId));
  const putOff = answers.find(({ promptId }) => promptId === NOT_THIS_WEEK)?.value;
  return {
    answered: asked.filter(({ value }) => !isEmpty(value)).length,
    begun: asked.length > 0,
    putOffUntil: typeof putOff === 'string' ? putOff : null,
  };
}

function isEmpty(value: AnswerValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Several words on one answer are one thing; each about the whole is one. */
function numberOfThings(all: readonly SaidRow[]): number {
  return new Set(all.map(({ on, said }) => on ?? said.id)).size;
}
