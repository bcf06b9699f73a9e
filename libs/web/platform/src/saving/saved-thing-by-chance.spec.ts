import fc from 'fast-check';
import { Lane } from './lane';
import type { Attempt, Outcome } from './outcome';
import { PAUSE, SavedThing } from './saved-thing';
import { KeepingShelf } from './keeping-shelf-for-specs';
import type { KeptText } from './shelf';
import type { Beginning } from './surroundings';

interface Text {
  readonly words: string;
}

/** What the server does with a save: one text, a revision over which it is written, names of requests it knows. */
class Server {
  revision = 1;
  words = '';
  readonly savings: string[] = [];
  private readonly known = new Map<string, number>();

  take({ body, revision, key }: Attempt): Outcome {
    const { words } = body as Text;
    const known = this.known.get(key);
    if (known !== undefined) return savedAs(known);
    if (Number(revision) !== this.revision) {
      const theirs = { words: this.words };
      return { sort: 'conflict', theirs, revision: `${this.revision}`, changedBy: null, changedAt: null };
    }
    this.revision += 1;
    this.words = words;
    this.savings.push(words);
    this.known.set(key, this.revision);
    return savedAs(this.revision);
  }
}

const savedAs = (revision: number): Outcome => ({
  sort: 'saved',
  revision: `${revision}`,
  savedAt: '2026-11-29',
});
/** A device whose storage can be full. */
class FailingShelf extends KeepingShelf {
  isFull = false;
  /** Of which texts the last words found no room. */
  readonly missed = new Set<string>();

  override put(text: KeptText): Promise<void> {
    if (!this.isFull) {
      this.missed.delete(text.key);
      return super.put(text);
    }
    this.missed.add(text.key);
    return Promise.reject(new Error('QuotaExceededError'));
  }

  putBack(text: KeptText): Promise<void> {
    return super.put(text);
  }
}

interface OnItsWay {
  readonly text: OneText;
  readonly attempt: Attempt;
  readonly answer: (outcome: Outcome) => void;
}

/** What is around every text on one page. */
class Phone {
  readonly shelf = new FailingShelf();
  readonly underWay: OnItsWay[] = [];
  lane = new Lane();
  isOnline = true;
  count = 0;
}

/** One text on the page, and what the server has of it. */
class OneText {
  readonly server = new Server();
  typed = '';
  /** Words that have rested since lie on the device or with the server. */
  private typedAt = -PAUSE;
  /** Words were under way, and on no device, when the page died: they and the next ones may meet. */
  private mayConflict = false;
  /** Nothing was typed or taken up on this page: it shows what the server has, whenever that came there. */
  private isUntouched = true;
  thing: SavedThing<Text>;

  constructor(
    private readonly key: string,
    private readonly phone: Phone,
  ) {
    this.thing = this.open(1);
  }

  private open(revision: number): SavedThing<Text> {
    const { key, phone } = this;
    const beginning: Beginning = { key, path: `${key}/draft`, revision, lane: 'both' };
    return new SavedThing<Text>(beginning, phone.lane, {
      shelf: phone.shelf,
      send: (_path, attempt) => new Promise((answer) => phone.underWay.push({ text: this, attempt, answer })),
      isOnline: () => phone.isOnline,
      random: () => 1,
      newKey: () => `key-${(phone.count += 1)}`,
      confirmed: () => undefined,
      changed: () => undefined,
    });
  }

  private says(words: string): Text {
    this.typed = `${words} ${(this.phone.count += 1)}`;
    this.typedAt = performance.now();
    return { words: this.typed };
  }

  type(): void {
    this.isUntouched = false;
    this.thing.write(this.says('words'));
  }

  /** It arrives and is answered, arrives and the answer is lost, or never arrives. */
  meets(how: (typeof LINE)[number], { attempt, answer }: OnItsWay): void {
    const nobodyKnows: Outcome = { sort: 'again', isOffline: !this.phone.isOnline };
    const outcome = how === 'lost' ? nobodyKnows : this.server.take(attempt);
    answer(how === 'answered' ? outcome : nobodyKnows);
    if (this.isUntouched) this.typed = this.server.words;
  }

  /** The dead page does nothing any more, and the device holds what it held. */
  async dies(): Promise<KeptText | null> {
    const kept = (await this.phone.shelf.all()).find(({ key }) => key === this.key);
    const left = kept === undefined ? null : structuredClone(kept);
    this.thing.drop();
    if (left !== null) await this.phone.shelf.putBack(left);
    return left;
  }

  revives(left: KeptText | null): void {
    const hadRested = performance.now() - this.typedAt > PAUSE;
    this.thing = this.open(this.server.revision);
    if (left !== null) this.thing.takeUp(left);
    this.isUntouched = left === null;
    const found = left === null ? this.server.words : (left.body as Text).words;
    if (this.phone.shelf.missed.has(this.key)) this.mayConflict = true;
    else if (hadRested) expect(found).toBe(this.typed);
    this.typed = found;
  }

  /** What *Saved* means, and what *Offline – kept on this device* does: whoever reads that may lose the page. */
  async expectTrue(): Promise<void> {
    // Two texts met, and somebody wrote one out of both.
    if (this.mayConflict && this.thing.trouble?.sort === 'conflict')
      this.thing.settleConflict(this.says('both'));
    expect(this.thing.trouble).toBeNull();
    if (this.thing.isSaved && this.typed !== '') expect(this.server.words).toBe(this.typed);
    if (this.thing.state.word !== 'offline') return;
    const kept = (await this.phone.shelf.all()).find(({ key }) => key === this.key);
    expect(kept?.body).toEqual({ words: this.typed });
  }
}

/** Somebody at two texts that share a lane, with everything around them that can go wrong. */
class Desk {
  readonly phone = new Phone();
  readonly first = new OneText('documents/1', this.phone);
  readonly second = new OneText('documents/2', this.phone);
  readonly texts = [this.first, this.second];

  /** What happens to the oldest request. */
  line(how: (typeof LINE)[number]): void {
    const oldest = this.phone.underWay.shift();
    oldest?.text.meets(how, oldest);
  }

  /** The browser says so, too, once the line is back. */
  isOnline(isOnline: boolean): void {
    this.phone.isOnline = isOnline;
    if (isOnline) for (const { thing } of this.texts) thing.resume();
  }

  /** The browser is killed: no last word of the page. What was under way may still arrive, to a page that is gone. */
  async killed(): Promise<void> {
    const left: (KeptText | null)[] = [];
    for (const text of this.texts) left.push(await text.dies());
    this.phone.lane = new Lane();
    for (const [at, text] of this.texts.entries()) text.revives(left[at] ?? null);
  }

  async expectTrue(): Promise<void> {
    for (const text of this.texts) await text.expectTrue();
  }
}

const LINE = ['answered', 'answer lost', 'lost'] as const;
const ELSE = ['leaves', 'storage', 'offline', 'online', 'ten years on', 'ten years back'] as const;
const TYPES = ['type', 'type in the other'] as const;
/** Something that happens, or so many milliseconds in which nothing does. */
type Happening = (typeof LINE)[number] | (typeof ELSE)[number] | (typeof TYPES)[number] | 'killed' | number;

const happening = fc.oneof(
  { arbitrary: fc.constantFrom<Happening[]>(...TYPES), weight: 4 },
  { arbitrary: fc.constant<Happening>('killed'), weight: 2 },
  { arbitrary: fc.constantFrom<Happening[]>(...LINE), weight: 4 },
  { arbitrary: fc.integer({ min: 1, max: 900 }), weight: 4 },
  { arbitrary: fc.constantFrom<Happening[]>(...ELSE), weight: 3 },
);

describe('whatever happens to somebody who writes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says saved only of what the server has, sends no words twice, and in the end the last words are there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const desk = new Desk();
        for (const what of happenings) {
          await happens(desk, what);
          await jest.advanceTimersByTimeAsync(0);
          await desk.expectTrue();
        }
        desk.isOnline(true);
        for (let rounds = 0; rounds < 8; rounds += 1) {
          await jest.advanceTimersByTimeAsync(61_000);
          while (desk.phone.underWay.length > 0) {
            desk.line('answered');
            await jest.advanceTimersByTimeAsync(0);
            // What a page that died had sent can meet the new words here: somebody chooses, and it goes on.
            await desk.expectTrue();
          }
        }
        for (const { thing, server, typed } of desk.texts) {
          expect(thing.isSaved).toBe(true);
          expect(server.words).toBe(typed);
          expect(new Set(server.savings).size).toBe(server.savings.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

async function happens(desk: Desk, what: Happening): Promise<void> {
  if (typeof what === 'number') return jest.advanceTimersByTimeAsync(what);
  const tenYears = 10 * 365 * 86_400_000;
  switch (what) {
    case 'type':
      return desk.first.type();
    case 'type in the other':
      return desk.second.type();
    case 'killed':
      return desk.killed();
    case 'leaves':
      return desk.texts.forEach(({ thing }) => thing.leave());
    case 'storage':
      desk.phone.shelf.isFull = !desk.phone.shelf.isFull;
      return;
    case 'offline':
    case 'online':
      return desk.isOnline(what === 'online');
    case 'ten years on':
      return void jest.setSystemTime(Date.now() + tenYears);
    case 'ten years back':
      return void jest.setSystemTime(Date.now() - tenYears);
    default:
      return desk.line(what);
  }
}
