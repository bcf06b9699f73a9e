import type { DocumentToPrint } from '@common-ground/api/documents';
import type {
  AnswerValue,
  Block,
  Language,
  OwnAnswer,
  OwnLookBack,
  OwnReply,
  Prompt,
  SessionReply,
} from '@common-ground/contract';
import { isPartsOf, readDayPromptId, rulesOf, spokenAnswer } from '@common-ground/rules/content';
import { LOOKING_BACK } from './looking-back-words';
import type { OwnTaskRow, SelfRow } from './own-words.repository';

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly noTitle: string;
  readonly noQuestion: string;
  readonly earlier: (day: string, text: string) => string;
  readonly feedback: (name: string, text: string) => string;
  readonly sessions: string;
  readonly replies: Readonly<Record<SessionReply, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'What I wrote',
    nothing: 'Nothing yet.',
    noTitle: 'A worksheet that is no longer shared with you',
    noQuestion: 'A question that is no longer shared with you',
    earlier: (day, text) => `What you wrote here on ${day}: ${text}`,
    feedback: (name, text) => `What ${name} wrote to you: ${text}`,
    sessions: 'When I was asked to a family session',
    replies: { coming: 'I am coming', cannot: 'I cannot come', 'ask-me': 'Ask me first' },
  },
  es: {
    title: 'Lo que escribí',
    nothing: 'Nada todavía.',
    noTitle: 'Una hoja que ya no se comparte con usted',
    noQuestion: 'Una pregunta que ya no se comparte con usted',
    earlier: (day, text) => `Lo que escribió aquí el ${day}: ${text}`,
    feedback: (name, text) => `Lo que ${name} le escribió: ${text}`,
    sessions: 'Cuando me invitaron a una sesión familiar',
    replies: { coming: 'Voy a venir', cannot: 'No puedo venir', 'ask-me': 'Pregúnteme antes' },
  },
};

type OwnAnswerRow = Omit<OwnAnswer, 'question' | 'on'>;

/** All of a person's answers as one answered sheet: each worksheet a section, each question with what was said to it. */
export function sheetOfOwnWords(
  self: SelfRow,
  tasks: readonly OwnTaskRow[],
  replies: readonly OwnReply[],
  lookBacks: readonly OwnLookBack[],
): Omit<DocumentToPrint, 'safety' | 'printedOn'> {
  const words = WORDS[self.language];
  const blocks: Block[] = [];
  const answers: { promptId: string; value: AnswerValue }[] = [];
  for (const task of tasks) {
    blocks.push({ kind: 'section', id: task.taskId, title: task.title ?? words.noTitle });
    for (const answer of task.answers) {
      const id = `${task.taskId} ${answer.promptId}`;
      const prompt = promptOf(task, answer, words);
      const isOpenText = prompt.kind === 'short-answer' || prompt.kind === 'long-answer';
      blocks.push({ ...prompt, id });
      answers.push({ promptId: id, value: isOpenText ? plain(answer.value) : answer.value });
      for (const text of spokenOf(answer, prompt, words))
        blocks.push({ kind: 'guidance', id: `${id} ${blocks.length}`, text });
    }
    for (const { id, by, text } of task.notes)
      blocks.push({ kind: 'guidance', id, text: words.feedback(by.displayName, text) });
  }
  if (replies.length > 0) blocks.push({ kind: 'section', id: 'sessions', title: words.sessions });
  for (const { reply, words: said, repliedAt } of replies) {
    const text = [`${repliedAt.slice(0, 10)}: ${words.replies[reply]}`, said].filter(Boolean).join('. ');
    blocks.push({ kind: 'guidance', id: `reply ${blocks.length}`, text });
  }
  const looking = LOOKING_BACK[self.language];
  if (lookBacks.length > 0) blocks.push({ kind: 'section', id: 'look-backs', title: looking.title });
  for (const { question, choice, words: said, savedAt } of lookBacks) {
    const { asked, choices } = looking.questions[question];
    const chosen = choice === null ? '' : (choices[choice] ?? '');
    const text = [`${savedAt.slice(0, 10)}: ${asked}`, chosen, said].filter(Boolean).join('\n');
    blocks.push({ kind: 'guidance', id: `look-back ${blocks.length}`, text });
  }
  if (blocks.length === 0) blocks.push({ kind: 'guidance', id: 'nothing', text: words.nothing });
  return {
    kind: 'worksheet',
    title: words.title,
    content: { format: 1, language: self.language, whyItHelps: '', whenAndWhere: '', minutes: null, blocks },
    answers,
    answersOf: self.person.displayName,
    versionNumber: null,
    isRecord: true,
  };
}

/** The prompt as it was asked; nothing where it cannot be read any more. */
export function askedIn({ kind, content }: OwnTaskRow, promptId: string): Prompt | undefined {
  return kind === null || content === null ? undefined : rulesOf(kind).prompt(content, promptId);
}

/** The prompt as it was asked, with its day where it is asked every day; else one that only says what is missing. */
function promptOf(task: OwnTaskRow, answer: OwnAnswerRow, words: Words): Prompt {
  const prompt = askedIn(task, answer.promptId);
  if (prompt === undefined) {
    return {
      kind: 'long-answer',
      id: answer.promptId,
      question: words.noQuestion,
      help: '',
      optional: false,
    };
  }
  const day = readDayPromptId(answer.promptId);
  return day === null ? prompt : { ...prompt, question: `${day.on}: ${prompt.question}` };
}

function spokenOf(answer: OwnAnswerRow, prompt: Prompt, words: Words): string[] {
  return [
    ...answer.history.map(({ savedAt, value }) =>
      words.earlier(savedAt.slice(0, 10), earlierWords(prompt, value)),
    ),
    ...answer.feedback.map(({ by, text }) => words.feedback(by.displayName, text)),
  ];
}

/** What was written before, in the words of what was asked where it was made of choices or of several things. */
function earlierWords(prompt: Prompt, value: AnswerValue): string {
  const said = spokenAnswer(prompt, value);
  switch (said.sort) {
    case 'choices':
      return [...said.labels, ...(said.lines ?? []).map(({ text }) => text)].join(', ') || plain(value);
    case 'ranked':
      return said.labels.map((label, at) => `${at + 1}. ${label}`).join(' ');
    case 'sentence':
    case 'lines':
      return said.lines.map(({ text }) => text).join(' · ');
    case 'rows':
      return said.rows.map(({ name, cells }) => [name, ...cells].join(' · ')).join('; ');
    default:
      return plain(value);
  }
}

/** An answer as plain text, whatever was asked. */
function plain(value: AnswerValue): string {
  if (value === null) return '–';
  if (typeof value !== 'object') return String(value);
  if (!isPartsOf(value)) return value.join(', ');
  const rows = (value.rows ?? []).map(({ name, cells }) => [name, ...Object.values(cells)].join(' '));
  return [...(value.picked ?? []), ...Object.values(value.words ?? {}), ...rows].join(' · ');
}
