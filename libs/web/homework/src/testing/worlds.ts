import type {
  Answer,
  AskedSession,
  Block,
  Feedback,
  PersonName,
  Response,
  ResponseSet,
  Task,
  TaskSummary,
} from '@common-ground/contract';

/** Small believable worlds for the specs of this library: only what a test cares about has to be said. */
type Plain<T> = { [K in keyof T]?: T[K] extends string ? string : T[K] };

export const DANA = { id: 'dana', displayName: 'Dana Reyes' } as PersonName;

export const BLOCKS: readonly Block[] = [
  { kind: 'section', id: 'sec', title: 'This week' },
  { kind: 'guidance', id: 'gui', text: 'Think of one evening at home.' },
  {
    kind: 'single-choice',
    id: 'need',
    question: 'What kind of support do you need?',
    help: 'There is no wrong answer.',
    optional: false,
    notSure: true,
    choices: [
      { id: 'listen', label: 'Listen to me' },
      { id: 'hands', label: 'Help with something' },
    ],
  },
  { kind: 'long-answer', id: 'why', question: 'What would that look like?', help: '', optional: true },
  {
    kind: 'scale',
    id: 'calm',
    question: 'How calm was it at home?',
    help: '',
    optional: false,
    lowLabel: 'a storm',
    highLabel: 'very calm',
  },
];

export function aTask(changes: Plain<TaskSummary> = {}): TaskSummary {
  return {
    id: 'task-1',
    kind: 'worksheet',
    title: 'What kind of support do you need right now?',
    whyItHelps: 'Naming what helps makes it easier to ask.',
    minutes: 6,
    state: 'not-begun',
    prompts: 3,
    answered: 0,
    dueOn: null,
    openUntilOn: null,
    note: null,
    putOffUntil: null,
    from: DANA,
    every: null,
    sharedAt: '2026-11-20T09:00:00.000Z',
    sentAt: null,
    feedback: 0,
    may: { answer: true, send: true },
    ...changes,
  } as TaskSummary;
}

export function anOpenTask(changes: Plain<Task> = {}): Task {
  return {
    ...aTask(),
    documentId: 'doc-1',
    version: 1,
    content: {
      format: 1,
      language: 'en',
      whyItHelps: 'Naming what helps makes it easier to ask.',
      whenAndWhere: 'At home, when it is quiet.',
      minutes: null,
      blocks: BLOCKS,
    },
    answers: [],
    notes: [],
    repliesSeenBy: [DANA],
    noticeWithShare: null,
    ...changes,
  } as Task;
}

export function anAnswer(promptId: string, value: Answer['value'], changes: Partial<Answer> = {}): Answer {
  return {
    promptId,
    value,
    visibility: 'therapist',
    revision: 1,
    savedAt: '2026-11-21T18:00:00.000Z',
    feedback: [],
    ...changes,
  };
}

export function someFeedback(text: string): Feedback {
  return { id: `feedback-${text.length}`, by: DANA, text, at: '2026-11-22T08:00:00.000Z' } as Feedback;
}

export function aResponse(
  promptId: string,
  value: Response['value'],
  changes: Plain<Response> = {},
): Response {
  return {
    id: `answer-${promptId}`,
    promptId,
    value,
    savedAt: '2026-11-21T18:00:00.000Z',
    feedback: [],
    offer: null,
    may: { giveFeedback: true },
    ...changes,
  } as Response;
}

export function aResponseSet(changes: Plain<ResponseSet> = {}): ResponseSet {
  return {
    taskId: 'task-1',
    person: { id: 'rosa', displayName: 'Rosa', relation: 'mother' },
    document: {
      id: 'doc-1',
      kind: 'worksheet',
      title: 'What kind of support do you need right now?',
      version: 1,
    },
    content: anOpenTask().content,
    sharedAt: '2026-11-20T09:00:00.000Z',
    sentAt: '2026-11-21T18:05:00.000Z',
    wasOpenUntilOn: null,
    answers: [],
    notes: [],
    may: { giveNote: true },
    ...changes,
  } as ResponseSet;
}

export function anHourAhead(changes: Partial<AskedSession> = {}): AskedSession {
  return {
    ...{ id: 'hour-1' as AskedSession['id'], startsAt: '2047-01-05T16:00:00Z', timeZone: 'UTC', minutes: 50 },
    ...{ place: 'Room 4', link: '', calledOff: false, askedBy: DANA, role: 'participant' },
    ...{ reply: null, words: '', revision: 0, hasEnded: false, lookBack: null },
    may: { reply: true, follow: true, takeHome: false },
    ...changes,
  };
}
