import type { OpenedAnswer, TaskId, TaskOffers, TaskSummary } from '@common-ground/contract';
import { done, offer, putAnswer, send, type Cast } from '../acts';
import type { Life, Reader } from './family-life';

const PROMPT = 'told';

/** What somebody answered for the family and sent, and to whom they offer it now. */
export interface Voice {
  readonly who: Reader;
  readonly share: Life['shares'][number];
  readonly task: TaskId;
  offer: { readonly circle: readonly Reader[]; readonly waits: boolean } | null;
}

/** Whom a piece reaches, by the book: a hold is another matter, since it is nobody's business but the therapist's. */
function has(life: Life, who: Reader, title: string): boolean {
  const isGiven = life.shares.some((one) => one.stands && one.title === title && one.to.includes(who));
  if (who === 'client') return isGiven;
  return (
    isGiven && life.places[who] === 'confirmed' && life.consents.some((one) => one.who === who && one.holds)
  );
}

function isKept(life: Life, who: Reader): boolean {
  return who !== 'client' && (life.holds[who] !== undefined || life.blocks[who] !== undefined);
}

/** Somebody takes part who has the piece today, sent theirs in it, and is neither held nor kept from the client. */
export function takingPart(life: Life, who: Reader): Voice[] {
  return life.voices.filter(
    (one) => one.who === who && one.share.stands && has(life, who, one.share.title) && !isKept(life, who),
  );
}

/** Whom somebody can choose: who got the same and is not kept from them, whether or not they may take part today. */
export function companions(life: Life, who: Reader, title: string, readers: readonly Reader[]): Reader[] {
  return readers.filter(
    (one) =>
      one !== who &&
      has(life, one, title) &&
      !(who === 'client' && one !== 'client' && life.blocks[one] !== undefined),
  );
}

/** Who reads whom, in words that can be compared. */
export function readings(life: Life, readers: readonly Reader[]): string[] {
  const part = readers.flatMap((who) => takingPart(life, who));
  const sayIn = (title: string, who: Reader): Voice | undefined =>
    part.find((one) => one.who === who && one.share.title === title);
  return part.flatMap(({ who, share: { title }, offer: given }) => {
    if (given === null) return [];
    const returned = given.circle.every((one) => sayIn(title, one)?.offer?.circle.includes(who) === true);
    if (given.waits && !returned) return [];
    return given.circle
      .filter((one) => sayIn(title, one) !== undefined)
      .map((one) => `${one} reads ${who} in ${title}`);
  });
}

/** Opening one's words to others of a family, each through the API as themselves. */
export class Opening {
  readonly #names = new Map<string, Reader>();

  constructor(
    private readonly cast: Cast,
    names: Readonly<Record<Reader, string>>,
  ) {
    for (const [who, name] of Object.entries(names)) this.#names.set(name, who as Reader);
  }

  async readings(who: Reader, tasks: readonly TaskSummary[]): Promise<string[]> {
    const sent = tasks.filter(({ state }) => state === 'sent');
    const opened = sent.map(async ({ id, title }) => {
      const { items } = await done(
        this.cast[who].get<{ items: OpenedAnswer[] }>(`/api/homework/${id}/opened`),
      );
      return items.map(({ by }) => `${who} reads ${this.#called(by)} in ${title}`);
    });
    return (await Promise.all(opened)).flat();
  }
  async send(who: Reader, task: TaskId): Promise<void> {
    await done(putAnswer(this.cast[who], task, PROMPT, 0, `Words of ${who}`, { visibility: 'family' }));
    await send(this.cast[who], task);
  }
  async companions(who: Reader, task: TaskId): Promise<Reader[]> {
    const held = await done(this.cast[who].get<TaskOffers>(`/api/homework/${task}/offers`));
    return held.companions.map(({ displayName }) => this.#called(displayName));
  }
  offer(who: Reader, task: TaskId, circle: readonly Reader[], waits: boolean): Promise<unknown> {
    const names = [...this.#names].filter(([, one]) => circle.includes(one)).map(([name]) => name);
    return offer(this.cast[who], task, PROMPT, names, waits);
  }
  async close(who: Reader, task: TaskId): Promise<void> {
    const { answers } = await done(this.cast[who].get<TaskOffers>(`/api/homework/${task}/offers`));
    const answer = answers.find(({ promptId }) => promptId === PROMPT);
    await done(this.cast[who].delete(`/api/answers/${answer?.answerId ?? ''}/offer`));
  }

  #called(name: string): Reader {
    const who = this.#names.get(name);
    if (who === undefined) throw new Error(`Nobody in the family is called ${name}.`);
    return who;
  }
}
