import { KeepingShelf } from './keeping-shelf-for-specs';
import { Lane } from './lane';
import type { Attempt, Outcome } from './outcome';
import { SavedThing } from './saved-thing';
import { type KeptText, MemoryShelf, type Shelf } from './shelf';
import type { Beginning, Surroundings } from './surroundings';

interface Text {
  readonly title: string;
}

const AT = '2026-11-22T14:32:00.000Z';
const saved = (revision: number): Outcome => ({ sort: 'saved', revision: String(revision), savedAt: AT });
const broken: Outcome = { sort: 'again', isOffline: true };

/** A server whose answers are given by hand, one after the other, and a device beside it. */
class Surrounds implements Surroundings {
  readonly sent: (Attempt & { readonly path: string; answer(outcome: Outcome): Promise<void> })[] = [];
  shelf: Shelf = new KeepingShelf();
  online = true;
  private keys = 0;

  readonly send = (path: string, attempt: Attempt): Promise<Outcome> =>
    new Promise((resolve) => {
      const answer = async (outcome: Outcome): Promise<void> => {
        resolve(outcome);
        await jest.advanceTimersByTimeAsync(0);
      };
      this.sent.push({ ...attempt, path, answer });
    });
  readonly isOnline = (): boolean => this.online;
  readonly random = (): number => 1;
  readonly confirmed = (): void => undefined;
  readonly newKey = (): string => `key-${++this.keys}`;
  changed(): void {
    // Nobody listens, unless a test does.
  }

  get last() {
    const last = this.sent.at(-1);
    if (!last) throw new Error('Nothing was sent.');
    return last;
  }
}

const BEGINNING: Beginning = { key: 'documents/1', path: 'worksheets/1/draft', revision: 4 };

function opened(around: Surrounds, beginning = BEGINNING, lane = new Lane()): SavedThing<Text> {
  return new SavedThing<Text>(beginning, lane, around);
}

async function typed(thing: SavedThing<Text>, title: string): Promise<void> {
  thing.write({ title });
  await jest.advanceTimersByTimeAsync(300);
}

/** From here on the device takes nothing until it is told to; then all of it at once. */
function holdingBack(shelf: Shelf): () => Promise<void> {
  const { promise: told, resolve } = Promise.withResolvers<void>();
  const put = shelf.put.bind(shelf);
  jest.spyOn(shelf, 'put').mockImplementation(async (text) => {
    await told;
    await put(text);
  });
  return async () => {
    resolve();
    await jest.advanceTimersByTimeAsync(0);
  };
}

describe('a text that saves itself', () => {
  let around: Surrounds;
  beforeEach(() => {
    jest.useFakeTimers();
    around = new Surrounds();
  });
  afterEach(() => jest.useRealTimers());

  it('waits for a pause in typing and sends only what stands there then', async () => {
    const thing = opened(around);
    for (const title of ['M', 'Mo', 'Mon', 'Money']) {
      thing.write({ title });
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(around.sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(300);
    expect(around.sent).toMatchObject([
      { path: 'worksheets/1/draft', body: { title: 'Money' }, revision: '4' },
    ]);
  });

  it('saves somebody who never pauses', async () => {
    const thing = opened(around);
    for (let stroke = 0; stroke < 25; stroke += 1) {
      thing.write({ title: 'a'.repeat(stroke) });
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(around.sent).toHaveLength(1);
  });

  it('says saving, and saved only after the server said so', async () => {
    const thing = opened(around);
    thing.write({ title: 'Money' });
    expect(thing.state.word).toBe('saving');
    await jest.advanceTimersByTimeAsync(300);
    expect(thing.state.word).toBe('saving');
    await around.last.answer(saved(5));
    expect(thing.state).toEqual({ word: 'saved', savedAt: AT });
  });

  it('has one request under way and then sends the newest text on the new revision', async () => {
    const thing = opened(around);
    await typed(thing, 'one');
    await typed(thing, 'two');
    await typed(thing, 'three');
    expect(around.sent).toHaveLength(1);
    await around.last.answer(saved(5));
    expect(around.sent).toHaveLength(2);
    expect(around.last).toMatchObject({ body: { title: 'three' }, revision: '5', key: 'key-2' });
    await around.last.answer(saved(6));
    expect(around.sent).toHaveLength(2);
    expect(thing.isSaved).toBe(true);
  });

  it('tries again after 1, 2, 4 seconds and at most a minute, and says so', async () => {
    const thing = opened(around);
    await typed(thing, 'Money');
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await around.last.answer(broken);
      expect(thing.state.word).toBe('not-saved-trying');
      const tries = around.sent.length;
      await jest.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(around.sent).toHaveLength(tries);
      await jest.advanceTimersByTimeAsync(1);
      expect(around.sent).toHaveLength(tries + 1);
    }
  });

  it('repeats a try of unknown end under its own key before it sends anything newer', async () => {
    const thing = opened(around);
    await typed(thing, 'one');
    await around.last.answer(broken);
    await typed(thing, 'two');
    await jest.advanceTimersByTimeAsync(1000);
    expect(around.last).toMatchObject({ body: { title: 'one' }, revision: '4', key: 'key-1' });
    await around.last.answer(saved(5));
    expect(around.last).toMatchObject({ body: { title: 'two' }, revision: '5', key: 'key-2' });
  });

  it('keeps what is typed on the device also while tries are failing', async () => {
    const thing = opened(around);
    await typed(thing, 'half a thought');
    await around.last.answer(broken);
    await typed(thing, 'half a thought, and the other half');
    expect(around.sent).toHaveLength(1);
    expect(await around.shelf.all()).toMatchObject([
      { body: { title: 'half a thought, and the other half' } },
    ]);
  });

  it('typing neither hastens nor puts off the next try', async () => {
    const thing = opened(around);
    await typed(thing, 'one');
    await around.last.answer(broken);
    for (let stroke = 0; stroke < 9; stroke += 1) {
      thing.write({ title: `one ${stroke}` });
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(around.sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(100);
    expect(around.sent).toHaveLength(2);
  });

  it('says offline without a network, keeps the text, and sends when the line is back', async () => {
    const thing = opened(around);
    around.online = false;
    await typed(thing, 'on the train');
    expect(thing.state.word).toBe('offline');
    expect(around.sent).toHaveLength(0);
    expect(await around.shelf.all()).toMatchObject([{ body: { title: 'on the train' }, revision: '4' }]);
    around.online = true;
    thing.resume();
    await around.last.answer(saved(5));
    expect(thing.state.word).toBe('saved');
    expect(await around.shelf.all()).toEqual([]);
  });

  it('keeps what was typed last where the line went while an earlier text was under way', async () => {
    const thing = opened(around);
    await typed(thing, 'one');
    await typed(thing, 'two');
    thing.write({ title: 'three' });
    around.online = false;
    await around.last.answer(saved(5));
    await jest.advanceTimersByTimeAsync(300);
    expect(await around.shelf.all()).toMatchObject([{ body: { title: 'three' } }]);
    expect(thing.state.word).toBe('offline');
  });

  it.each([
    ['has no connection', false, saved(5)],
    ['was not answered', true, broken],
  ])(
    'waits no longer for its next try because of all the pauses while one was under way that %s',
    async (_how, isOnline, outcome) => {
      const thing = opened(around);
      for (const title of ['a', 'ab', 'abc', 'abcd', 'abcde']) await typed(thing, title);
      around.online = isOnline;
      await around.last.answer(outcome);
      await jest.advanceTimersByTimeAsync(999);
      expect(around.sent).toHaveLength(1);
      around.online = true;
      await jest.advanceTimersByTimeAsync(1);
      expect(around.sent).toHaveLength(2);
    },
  );

  it('tries at once where somebody wants to send, also while a later try is planned', async () => {
    const thing = opened(around);
    await typed(thing, 'Money');
    await around.last.answer(broken);
    const isSettled = thing.settled();
    expect(around.sent).toHaveLength(2);
    await around.last.answer(saved(5));
    await expect(isSettled).resolves.toBe(true);
  });

  it('does not change its word with every key while tries are failing', async () => {
    const thing = opened(around);
    const words: string[] = [];
    jest.spyOn(around, 'changed').mockImplementation(() => {
      if (words.at(-1) !== thing.state.word) words.push(thing.state.word);
    });
    const put = jest.spyOn(around.shelf, 'put');
    around.online = false;
    for (let stroke = 0; stroke < 200; stroke += 1) {
      thing.write({ title: 'a'.repeat(stroke) });
      await jest.advanceTimersByTimeAsync(100);
    }
    // Once in two seconds it is kept, and with every try.
    expect(words.length).toBeLessThan(30);
    expect(put.mock.calls.length).toBeLessThan(30);
    await jest.advanceTimersByTimeAsync(300);
    expect(await around.shelf.all()).toMatchObject([{ body: { title: 'a'.repeat(199) } }]);
  });

  it('says that a text is kept on the device only once the device has it', async () => {
    const thing = opened(around);
    around.online = false;
    const taken = holdingBack(around.shelf);
    await typed(thing, 'on the train');
    expect(thing.state.word).toBe('saving');
    await taken();
    expect(thing.state.word).toBe('offline');
    thing.write({ title: 'on the train, with more to say' });
    expect(thing.state.word).toBe('saving');
  });

  it('does not say it where the device refuses, or does not answer', async () => {
    const thing = opened(around);
    around.online = false;
    const refusing = jest.spyOn(around.shelf, 'put').mockRejectedValue(new Error('full'));
    await typed(thing, 'no room');
    expect(thing.state.word).toBe('not-saved-trying');
    refusing.mockRestore();
    await typed(thing, 'room again');
    expect(thing.state.word).toBe('offline');
    holdingBack(around.shelf);
    await typed(thing, 'nobody answers');
    await jest.advanceTimersByTimeAsync(3_300);
    expect(thing.state.word).toBe('not-saved-trying');
  });

  it('never says it of a memory that goes with the page', async () => {
    around.shelf = new MemoryShelf();
    const thing = opened(around);
    around.online = false;
    await typed(thing, 'on the train');
    expect(thing.state.word).toBe('not-saved-trying');
    const again = opened(around);
    again.takeUp((await around.shelf.all())[0] as KeptText);
    await jest.advanceTimersByTimeAsync(0);
    expect(again.state.word).toBe('not-saved-trying');
  });

  it('stops at a conflict with both texts at hand, and goes on with the one a person chose', async () => {
    const thing = opened(around);
    await typed(thing, 'mine');
    const theirs = { title: 'theirs', revision: 7 };
    await around.last.answer({ sort: 'conflict', theirs, revision: '7', changedBy: 'Ellen', changedAt: AT });
    expect(thing.trouble).toMatchObject({ sort: 'conflict', theirs, changedBy: 'Ellen' });
    expect(thing.newerThan(7)).toEqual({ title: 'mine' });
    await typed(thing, 'mine, longer');
    expect(around.sent).toHaveLength(1);
    thing.settleConflict({ title: 'both' });
    expect(around.last).toMatchObject({ body: { title: 'both' }, revision: '7' });
    await around.last.answer(saved(8));
    expect(thing.isSaved).toBe(true);
  });

  it('takes a conflict with its own words for the answer that was lost', async () => {
    const thing = opened(around);
    await typed(thing, 'Money');
    await around.last.answer(broken);
    await jest.advanceTimersByTimeAsync(1000);
    const theirs = { id: '1', title: 'Money', revision: 5 };
    await around.last.answer({ sort: 'conflict', theirs, revision: '5', changedBy: 'Nadia', changedAt: AT });
    expect(thing.trouble).toBeNull();
    expect(thing.state).toEqual({ word: 'saved', savedAt: AT });
  });

  it('waits when the session is over, keeps what is typed on, and sends all when the person is back', async () => {
    const thing = opened(around);
    await typed(thing, 'before');
    await around.last.answer({ sort: 'session-over' });
    await typed(thing, 'after');
    await jest.advanceTimersByTimeAsync(120_000);
    expect(around.sent).toHaveLength(1);
    expect(thing.state.word).toBe('not-saved-trying');
    thing.resume();
    await jest.advanceTimersByTimeAsync(0);
    await around.last.answer(saved(5));
    expect(around.last.body).toEqual({ title: 'after' });
    await around.last.answer(saved(6));
    expect(thing.isSaved).toBe(true);
  });

  it('leaves a revoked text to its author and sends it nowhere', async () => {
    const thing = opened(around);
    await typed(thing, 'my words');
    await around.last.answer({ sort: 'revoked' });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(around.sent).toHaveLength(1);
    expect(thing.newerThan(4)).toEqual({ title: 'my words' });
    thing.drop();
    expect(await around.shelf.all()).toEqual([]);
  });

  it('does not repeat a refused text, but tries the next one', async () => {
    const thing = opened(around);
    await typed(thing, '');
    await around.last.answer({ sort: 'refused', code: 'invalid', errors: [] });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(around.sent).toHaveLength(1);
    await typed(thing, 'Money');
    await around.last.answer(saved(5));
    expect(thing.isSaved).toBe(true);
  });

  it('goes on after a reload where the last page stopped, with the same key for the same try', async () => {
    const before = opened(around);
    await typed(before, 'before the reload');
    const [kept] = await around.shelf.all();
    const after = new Surrounds();
    const thing = opened(after);
    thing.takeUp({ ...(kept as KeptText), unsettled: { body: kept?.body, revision: '4', key: 'key-1' } });
    expect(thing.newerThan(4)).toEqual({ title: 'before the reload' });
    expect(after.last).toMatchObject({ body: { title: 'before the reload' }, revision: '4', key: 'key-1' });
  });

  it('keeps what the text answers beside it, for a page that cannot say so any more', async () => {
    const before = opened(around, { ...BEGINNING, about: 'What helps?' });
    await typed(before, 'A walk');
    const [kept] = await around.shelf.all();
    expect(kept?.about).toBe('What helps?');
    const thing = opened(new Surrounds(), { ...BEGINNING, about: kept?.about });
    thing.takeUp(kept as KeptText);
    thing.meet(BEGINNING);
    expect(thing.about).toBe('What helps?');
  });

  it('sends the answers of one task one after the other, in the order they were written', async () => {
    const lane = new Lane();
    const first = opened(around, { key: 'homework/1/a', path: 'a', revision: 0, lane: 'homework/1' }, lane);
    const second = opened(around, { key: 'homework/1/b', path: 'b', revision: 0, lane: 'homework/1' }, lane);
    first.write({ title: 'first' });
    second.write({ title: 'second' });
    await jest.advanceTimersByTimeAsync(300);
    expect(around.sent.map((one) => one.path)).toEqual(['a']);
    await around.last.answer(saved(1));
    expect(around.sent.map((one) => one.path)).toEqual(['a', 'b']);
  });

  it('has on the device what it sends, also when that waited for its turn', async () => {
    const thing = opened(around);
    await typed(thing, 'one');
    await typed(thing, 'two');
    thing.write({ title: 'three' });
    await around.last.answer(saved(5));
    const attempt = { body: { title: 'three' }, revision: '5', key: 'key-2' };
    expect(around.last).toMatchObject(attempt);
    // The line never answers, and after a while the browser dies.
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await around.shelf.all()).toMatchObject([{ body: { title: 'three' }, unsettled: attempt }]);
  });

  it('sends everything at once when the page goes away, and nothing of it twice', async () => {
    const lane = new Lane();
    const things = ['a', 'b', 'c'].map((path) =>
      opened(around, { key: `homework/1/${path}`, path, revision: 0, lane: 'homework/1' }, lane),
    );
    for (const thing of things.slice(0, 2)) thing.write({ title: 'who may read it' });
    for (const thing of things) thing.leave();
    for (const thing of things) thing.leave();
    expect(around.sent.map((one) => one.path)).toEqual(['a', 'b']);
    expect(await around.shelf.all()).toHaveLength(2);
    for (const one of [...around.sent]) await one.answer(saved(1));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(around.sent).toHaveLength(2);
    expect(things.every((thing) => thing.isSaved)).toBe(true);
  });

  it('answers whether everything has arrived before something is sent for good', async () => {
    const thing = opened(around);
    thing.write({ title: 'last word' });
    const isSettled = thing.settled();
    await around.last.answer(saved(5));
    await expect(isSettled).resolves.toBe(true);

    thing.write({ title: 'and one more' });
    const isStuck = thing.settled();
    await around.last.answer(broken);
    await expect(isStuck).resolves.toBe(false);
  });

  it('is put aside for its author when somebody else comes, with what was typed a moment before', async () => {
    const thing = opened(around);
    thing.write({ title: 'half a thought' });
    thing.putAside();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(around.sent).toHaveLength(0);
    expect(thing.newerThan(0)).toBeNull();
    expect(await around.shelf.all()).toMatchObject([{ body: { title: 'half a thought' } }]);
  });

  it('never sends what was dropped', async () => {
    const thing = opened(around);
    thing.write({ title: 'for another pair of eyes' });
    thing.drop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(around.sent).toHaveLength(0);
    expect(await around.shelf.all()).toEqual([]);
  });
});
