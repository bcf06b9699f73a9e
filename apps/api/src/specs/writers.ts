import { blocksOf } from '@common-ground/rules/content';
import { randomUUID } from 'node:crypto';
import type { Document, Task, TaskId } from '@common-ground/contract';
import type { Answer as Reply, ApiClient } from '@common-ground/testing';
import { done, putAnswer, putDraft, sheet } from './acts';

export interface Wording {
  readonly revision: number;
  readonly words: string;
}

/** Looks behind the curtain, as the owner of the database. */
export type Look = <Row extends object>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>;

/** Somebody who writes on and on, and remembers what the server called saved. */
export interface Writer {
  readonly name: string;
  readonly saved: Wording[];
  /** Sent, and no answer came: it may be saved or not, and sending it again has to be safe. */
  unanswered: (Wording & { readonly key: string }) | null;
  /** What the server said when it would not take the next words; it never should. */
  refused: string | null;
  save(wording: Wording, key: string): Promise<Reply<unknown>>;
  /** What the server holds now. */
  read(): Promise<Wording>;
  /** Every wording the database ever kept, by revision. */
  history(): Promise<Wording[]>;
  /** How many savings stand in the records; null where drafts are saved, which are not recorded one by one. */
  recorded(): Promise<number | null>;
}

export interface Missing {
  /** Was called saved and is not there. */
  readonly lost: readonly string[];
  /** Is there twice. */
  readonly doubled: readonly string[];
  /** Could not be looked at, which is no loss, and no proof of the contrary either. */
  readonly couldNotReadBack: readonly string[];
}

export const NOTHING_MISSING: Missing = { lost: [], doubled: [], couldNotReadBack: [] };

/** Compares what each writer was told with what is there. They may go on writing meanwhile. */
export async function whatIsMissing(writers: readonly Writer[]): Promise<Missing> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const couldNotReadBack: string[] = [];
  for (const writer of writers) {
    const saved = [...writer.saved];
    const seen = await lookedAt(writer).catch((cause: unknown) => String(cause));
    const newest = saved.at(-1);
    if (typeof seen === 'string' || newest === undefined) {
      couldNotReadBack.push(`${writer.name}: ${typeof seen === 'string' ? seen : 'nothing was saved'}`);
      continue;
    }
    const { held, history, recorded } = seen;
    if (held.revision < newest.revision) {
      lost.push(`${writer.name}: ${JSON.stringify({ newest, unanswered: writer.unanswered, held })}`);
    }
    if (writer.refused !== null) lost.push(`${writer.name}: ${writer.refused}`);
    const kept = new Map(history.map(({ revision, words }) => [revision, words]));
    for (const { revision, words } of saved) {
      if (kept.get(revision) !== words) lost.push(`${writer.name}: revision ${revision} in the history`);
    }
    if (kept.get(held.revision) !== held.words)
      lost.push(`${writer.name}: what is read is not what was kept`);
    if (new Set(history.map(({ words }) => words)).size < history.length) doubled.push(writer.name);
    if (recorded !== null && recorded !== history.length) {
      doubled.push(`${writer.name}: ${recorded} records of ${history.length} savings`);
    }
  }
  return { lost, doubled, couldNotReadBack };
}

/** What is read first is never newer than what is read after it, also while somebody writes. */
async function lookedAt(
  writer: Writer,
): Promise<{ held: Wording; history: Wording[]; recorded: number | null }> {
  const held = await writer.read();
  const history = await writer.history();
  if (writer.unanswered !== null) return { held, history, recorded: null };
  return { held, history, recorded: await writer.recorded() };
}

/** What somebody writes next, over what they were last told is saved. */
export function nextWords(writer: Writer): Wording & { readonly key: string } {
  return {
    revision: (writer.saved.at(-1)?.revision ?? 0) + 1,
    words: randomUUID(),
    key: randomUUID(),
  };
}

/** Somebody at one prompt of their task. */
export function answering(
  name: string,
  person: ApiClient,
  task: TaskId,
  promptId: string,
  look: Look,
): Writer {
  return {
    name,
    saved: [],
    unanswered: null,
    refused: null,
    save: ({ revision, words }, key) => putAnswer(person, task, promptId, revision - 1, words, { key }),
    read: async () => {
      const { answers } = await done(person.get<Task>(`/api/homework/${task}`));
      const answer = answers.find((one) => one.promptId === promptId);
      const told = answer?.value;
      return { revision: answer?.revision ?? 0, words: typeof told === 'string' ? told : '' };
    },
    history: () =>
      look<Wording>(
        `select h.revision, h.value #>> '{}' as words from answer_history h join answer a on a.id = h.answer_id
         where a.task_id = $1 and a.prompt_id = $2 order by h.revision`,
        [task, promptId],
      ),
    recorded: async () => {
      // The records do not tell one prompt from another: those of the whole task, less what the others kept.
      const [counted] = await look<{ own: number }>(
        `select (select count(*)::int from audit where task_id = $1 and action = 'homework.answer')
           - (select count(*)::int from answer_history h join answer a on a.id = h.answer_id
              where a.task_id = $1 and a.prompt_id <> $2) as own`,
        [task, promptId],
      );
      return counted?.own ?? 0;
    },
  };
}

/** A therapist at a draft. */
export function drafting(
  name: string,
  therapist: ApiClient,
  { id, title, revision: first, content: begun }: Document,
  look: Look,
): Writer {
  return {
    name,
    saved: [{ revision: first, words: wordsOf(begun) }],
    unanswered: null,
    refused: null,
    save: ({ revision, words }) => putDraft(therapist, id, `"${revision - 1}"`, title, sheet(words)),
    read: async () => {
      const { revision, content } = await done(therapist.get<Document>(`/api/documents/${id}`));
      return { revision, words: wordsOf(content) };
    },
    history: async () => {
      const rows = await look<{ revision: number; content: Document['content'] }>(
        'select revision, content from document_draft_history where document_id = $1 order by revision',
        [id],
      );
      return rows.map(({ revision, content }) => ({ revision, words: wordsOf(content) }));
    },
    recorded: () => Promise.resolve(null),
  };
}

function wordsOf(content: Document['content']): string {
  const [first] = blocksOf(content);
  return first?.kind === 'guidance' ? first.text : '';
}
