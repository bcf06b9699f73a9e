import fc from 'fast-check';
import { Lane } from './lane';
import type { Attempt, Outcome } from './outcome';
import { type Beginning, PAUSE, SavedThing } from './saved-thing';
import { type KeptText, MemoryShelf } from './shelf';

interface Text {
  readonly words: string;
}

const BEGINNING: Beginning = { key: 'documents/1', path: 'worksheets/1/draft', revision: 1 };

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
const nobodyKnows: Outcome = { sort: 'again', isOffline: false };

/** A device whose storage can be full. */
class FailingShelf extends MemoryShelf {
  isFull = false;
  /** Whether the last words found no room. */
  hasMissed = false;

  override put(text: KeptText): Promise<void> {
    this.hasMissed = this.isFull;
    return this.isFull ? Promise.reject(new Error('QuotaExceededError')) : super.put(text);
  }

  putBack(text: KeptText): Promise<void> {
    return super.put(text);
  }
}

interface OnItsWay {
  readonly attempt: Attempt;
  readonly answer: (outcome: Outcome) => void;
}

/** Somebody at one text, with everything around them that can go wrong. */
class Desk {
  readonly server = new Server();
  readonly shelf = new FailingShelf();
  readonly underWay: OnItsWay[] = [];
  typed = '';
  /** Words that have rested since lie on the device or with the server. */
  private typedAt = -PAUSE;
  /** Words were under way, and on no device, when the page died: they and the next ones may meet. */
  private mayConflict = false;
  /** Nothing was typed or taken up on this page: it shows what the server has, whenever that came there. */
  private isUntouched = true;
  private count = 0;
  thing = this.open(1);

  private open(revision: number): SavedThing<Text> {
    return new SavedThing<Text>({ ...BEGINNING, revision }, new Lane(), {
      shelf: this.shelf,
      send: (_path, attempt) => new Promise((answer) => this.underWay.push({ attempt, answer })),
      isOnline: () => true,
      random: () => 1,
      newKey: () => `key-${(this.count += 1)}`,
      confirmed: () => undefined,
      changed: () => undefined,
    });
  }

  type(): void {
    this.typed = `words ${(this.count += 1)}`;
    this.typedAt = performance.now();
    this.isUntouched = false;
    this.thing.write({ words: this.typed });
  }

  /** The oldest request: it arrives and is answered, arrives and the answer is lost, or never arrives. */
  line(how: (typeof LINE)[number]): void {
    const first = this.underWay.shift();
    if (first === undefined) return;
    const outcome = how === 'lost' ? nobodyKnows : this.server.take(first.attempt);
    first.answer(how === 'answered' ? outcome : nobodyKnows);
    if (this.isUntouched) this.typed = this.server.words;
  }

  /** The browser is killed: no last word of the page. What was under way may still arrive, to a page that is gone. */
  async killed(): Promise<void> {
    const hadRested = performance.now() - this.typedAt > PAUSE;
    const { hasMissed } = this.shelf;
    const [kept] = await this.shelf.all();
    // The dead page does nothing any more, and the device holds what it held.
    const left = kept === undefined ? null : structuredClone(kept);
    this.thing.drop();
    if (left !== null) await this.shelf.putBack(left);
    this.thing = this.open(this.server.revision);
    if (left !== null) this.thing.takeUp(left);
    this.isUntouched = left === null;
    const found = left === null ? this.server.words : (left.body as Text).words;
    if (hasMissed) this.mayConflict = true;
    else if (hadRested) expect(found).toBe(this.typed);
    this.typed = found;
  }

  /** Two texts met, and somebody wrote one out of both. */
  private choose(): void {
    this.typed = `both ${(this.count += 1)}`;
    this.typedAt = performance.now();
    this.thing.settleConflict({ words: this.typed });
  }

  /** What *Saved* means. */
  expectTrue(): void {
    if (this.mayConflict && this.thing.trouble?.sort === 'conflict') this.choose();
    expect(this.thing.trouble).toBeNull();
    if (this.thing.isSaved && this.typed !== '') expect(this.server.words).toBe(this.typed);
  }
}

const LINE = ['answered', 'answer lost', 'lost'] as const;
const ELSE = ['leaves', 'storage', 'ten years on', 'ten years back'] as const;
/** Something that happens, or so many milliseconds in which nothing does. */
type Happening = (typeof LINE)[number] | (typeof ELSE)[number] | 'type' | 'killed' | number;

const happening = fc.oneof(
  { arbitrary: fc.constant<Happening>('type'), weight: 4 },
  { arbitrary: fc.constant<Happening>('killed'), weight: 2 },
  { arbitrary: fc.constantFrom<Happening[]>(...LINE), weight: 4 },
  { arbitrary: fc.integer({ min: 1, max: 900 }), weight: 4 },
  { arbitrary: fc.constantFrom<Happening[]>(...ELSE), weight: 2 },
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
          desk.expectTrue();
        }
        for (let rounds = 0; rounds < 8; rounds += 1) {
          await jest.advanceTimersByTimeAsync(61_000);
          while (desk.underWay.length > 0) {
            desk.line('answered');
            await jest.advanceTimersByTimeAsync(0);
            // What a page that died had sent can meet the new words here: somebody chooses, and it goes on.
            desk.expectTrue();
          }
        }
        expect(desk.thing.isSaved).toBe(true);
        expect(desk.server.words).toBe(desk.typed);
        expect(new Set(desk.server.savings).size).toBe(desk.server.savings.length);
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
      return desk.type();
    case 'killed':
      return desk.killed();
    case 'leaves':
      return desk.thing.leave();
    case 'storage':
      desk.shelf.isFull = !desk.shelf.isFull;
      return;
    case 'ten years on':
      return void jest.setSystemTime(Date.now() + tenYears);
    case 'ten years back':
      return void jest.setSystemTime(Date.now() - tenYears);
    default:
      return desk.line(what);
  }
}
