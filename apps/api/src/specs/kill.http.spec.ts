import { blocksOf } from '@common-ground/rules/content';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Document, Task, TaskId } from '@common-ground/contract';
import { startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  memberIn,
  putAnswer,
  putDraft,
  share,
  sheet,
  taskTitled,
  write,
  type Cast,
} from './acts';

interface Wording {
  readonly revision: number;
  readonly words: string;
}

/** Somebody who writes on and on, and remembers what the server called saved. */
interface Writer {
  readonly name: string;
  readonly saved: Wording[];
  /** Sent, and no answer came: it may be saved or not, and sending it again has to be safe. */
  unanswered: (Wording & { readonly key: string }) | null;
  save(wording: Wording, key: string): Promise<Reply<unknown>>;
  /** What the server holds now. */
  read(): Promise<Wording>;
  /** Every wording the database ever kept, by revision. */
  history(): Promise<Wording[]>;
}

const ROUNDS = 5;

describe('a server that dies in the middle of writing', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let writers: Writer[];

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { id } = await approved(cast, torres.id, 'On and on');
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    writers = [
      await answering('mother'),
      await answering('father'),
      await drafting(await write(cast.therapist, torres.id, 'Drafted', sheet('Begun.'))),
    ];
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  it('has lost nothing it called saved, and takes up where everybody left off', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const writing = writers.map(writeUntilTheServerIsGone);
      await pause(randomInt(300, 900));
      await api.kill();
      await Promise.all(writing);
      api = await startApi({ after: api });
      expect(await whatIsMissing()).toEqual({ lost: [], couldNotReadBack: [] });
      await Promise.all(writers.map(sendAgain));
    }
    expect(await whatIsMissing()).toEqual({ lost: [], couldNotReadBack: [] });
    for (const { name, saved } of writers) expect([name, saved.length > ROUNDS]).toEqual([name, true]);
  }, 120_000);

  /** Not being able to look is no loss, and no proof of the contrary either: the two are kept apart. */
  async function whatIsMissing(): Promise<{ lost: string[]; couldNotReadBack: string[] }> {
    const lost: string[] = [];
    const couldNotReadBack: string[] = [];
    for (const writer of writers) {
      const newest = writer.saved.at(-1);
      const held = await writer.read().catch(() => null);
      if (held === null || newest === undefined) {
        couldNotReadBack.push(writer.name);
        continue;
      }
      const known = [newest, writer.unanswered];
      if (!known.some((one) => one?.revision === held.revision && one.words === held.words)) {
        lost.push(`${writer.name}: ${JSON.stringify({ newest, unanswered: writer.unanswered, held })}`);
      }
      const kept = new Map((await writer.history()).map(({ revision, words }) => [revision, words]));
      for (const { revision, words } of writer.saved) {
        if (kept.get(revision) !== words) lost.push(`${writer.name}: revision ${revision} in the history`);
      }
    }
    return { lost, couldNotReadBack };
  }

  async function writeUntilTheServerIsGone(writer: Writer): Promise<void> {
    for (;;) {
      const wording = { revision: (writer.saved.at(-1)?.revision ?? 0) + 1, words: randomUUID() };
      const key = randomUUID();
      writer.unanswered = { ...wording, key };
      const reply = await writer.save(wording, key).catch(() => null);
      if (reply === null) return;
      if (reply.status !== 200) throw new Error(`${writer.name} was answered ${reply.status} ${reply.text}`);
      writer.saved.push(wording);
      writer.unanswered = null;
    }
  }

  /** The same save, under the same name, after the server is back: saved once, whether or not it had arrived. */
  async function sendAgain(writer: Writer): Promise<void> {
    if (writer.unanswered === null) return;
    const { key, ...wording } = writer.unanswered;
    const reply = await writer.save(wording, key);
    expect([writer.name, reply.status, reply.headers.get('etag')]).toEqual([
      writer.name,
      200,
      `"${wording.revision}"`,
    ]);
    writer.saved.push(wording);
    writer.unanswered = null;
  }

  async function answering(who: 'mother' | 'father'): Promise<Writer> {
    const task: TaskId = await taskTitled(cast[who], 'On and on');
    return {
      name: who,
      saved: [],
      unanswered: null,
      save: ({ revision, words }, key) => putAnswer(cast[who], task, 'told', revision - 1, words, { key }),
      read: async () => {
        const [answer] = (await done(cast[who].get<Task>(`/api/homework/${task}`))).answers;
        const told = answer?.value;
        return { revision: answer?.revision ?? 0, words: typeof told === 'string' ? told : '' };
      },
      history: async () => {
        const { rows } = await owner.query<Wording>(
          `select h.revision, h.value #>> '{}' as words from answer_history h join answer a on a.id = h.answer_id
           where a.task_id = $1`,
          [task],
        );
        return rows;
      },
    };
  }

  async function drafting({ id, revision: first }: Document): Promise<Writer> {
    return {
      name: 'therapist',
      saved: [{ revision: first, words: 'Begun.' }],
      unanswered: null,
      save: ({ revision, words }) =>
        putDraft(cast.therapist, id, `"${revision - 1}"`, 'Drafted', sheet(words)),
      read: async () => {
        const { revision, content } = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
        return { revision, words: wordsOf(content) };
      },
      history: async () => {
        const { rows } = await owner.query<{ revision: number; content: Document['content'] }>(
          'select revision, content from document_draft_history where document_id = $1',
          [id],
        );
        return rows.map(({ revision, content }) => ({ revision, words: wordsOf(content) }));
      },
    };
  }
});

function wordsOf(content: Document['content']): string {
  const [first] = blocksOf(content);
  return first?.kind === 'guidance' ? first.text : '';
}
