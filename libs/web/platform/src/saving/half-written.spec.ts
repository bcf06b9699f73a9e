import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { HalfWritten } from './half-written';
import { SHELF, SHELF_PATIENCE } from './save-queue';
import { type KeptText, MemoryShelf, type Shelf } from './shelf';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A device that keeps when it is told to, or refuses. */
class SlowShelf implements Shelf {
  readonly outlivesPage: boolean = true;
  readonly texts = new Map<string, KeptText>();
  private readonly waiting: ((isKept: boolean) => void)[] = [];

  getReady(): void {
    // It is.
  }
  openFor(): void {
    // Open for whoever asks.
  }
  async put(text: KeptText): Promise<void> {
    if (!(await new Promise<boolean>((resolve) => this.waiting.push(resolve)))) throw new Error('full');
    this.texts.set(text.key, text);
  }
  async remove(key: string): Promise<void> {
    this.texts.delete(key);
  }
  async all(): Promise<readonly KeptText[]> {
    return [...this.texts.values()];
  }
  async clear(): Promise<void> {
    this.texts.clear();
  }
  async answer(isKept: boolean): Promise<void> {
    this.waiting.shift()?.(isKept);
    await tick();
  }
}

describe('words that are sent by hand', () => {
  /** Those of earlier tests listen to the same window. */
  afterEach(() => TestBed.inject(HalfWritten).forget());

  function halfWritten(shelf: Shelf): HalfWritten {
    TestBed.configureTestingModule({ providers: [{ provide: SHELF, useValue: shelf }] });
    return TestBed.inject(HalfWritten);
  }

  const asksFirst = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('may be left once the device has the newest of them, and not before', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    expect(asksFirst()).toBe(true);
    void half.keep('notes/1', 'A three');
    await shelf.answer(true);
    expect(asksFirst()).toBe(true);
    await shelf.answer(true);
    expect(asksFirst()).toBe(false);
    expect(shelf.texts.get('notes/1')?.body).toBe('A three');
  });

  it('are there still where the device refuses them: found, named and asked about', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    await shelf.answer(false);
    expect(asksFirst()).toBe(true);
    await expect(half.under('notes/')).resolves.toEqual(new Map([['1', 'A']]));
    await expect(half.begun()).resolves.toMatchObject([{ key: 'notes/1' }]);
    await half.drop('notes/1');
    expect(asksFirst()).toBe(false);
  });

  it('are on no device of somebody else who comes while they are on their way', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    void half.keep('notes/1', 'A three');
    half.forget();
    await shelf.answer(false);
    await shelf.answer(true);
    expect(shelf.texts.size).toBe(0);
    expect(asksFirst()).toBe(false);
  });

  it('are what is held here where the device does not answer, and nobody waits for it for ever', async () => {
    const shelf = new SlowShelf();
    jest.spyOn(shelf, 'all').mockReturnValue(new Promise(() => undefined));
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    jest.useFakeTimers();
    try {
      const under = half.under('notes/');
      const begun = half.begun();
      await jest.advanceTimersByTimeAsync(SHELF_PATIENCE);
      await expect(under).resolves.toEqual(new Map([['1', 'A']]));
      await expect(begun).resolves.toMatchObject([{ key: 'notes/1', body: 'A' }]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('are gone once they were dropped, also while they were on their way', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    const dropped = half.drop('notes/1');
    await shelf.answer(true);
    await dropped;
    expect(asksFirst()).toBe(false);
  });

  it('are never safe in a memory that goes with the page', async () => {
    const half = halfWritten(new MemoryShelf());
    await half.keep('notes/1', 'A');
    expect(asksFirst()).toBe(true);
  });

  it('are not safe either on a device that says so of itself', async () => {
    class Fleeting extends SlowShelf {
      override readonly outlivesPage = false;
    }
    const shelf = new Fleeting();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    await shelf.answer(true);
    expect(asksFirst()).toBe(true);
  });

  it('tell on which page they were begun', async () => {
    const half = halfWritten(new MemoryShelf());
    jest.spyOn(TestBed.inject(Location), 'path').mockReturnValue('/app/reviews/1?from=queue');
    await half.keep('half-said/1/verdict', {});
    await expect(half.begun()).resolves.toMatchObject([{ key: 'half-said/1/verdict', at: '/app/reviews/1' }]);
  });
});
