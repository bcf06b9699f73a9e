import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { HalfWritten } from './half-written';
import { SHELF } from './save-queue';
import { type KeptText, MemoryShelf, type Shelf } from './shelf';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A device that keeps when it is told to, or refuses. */
class SlowShelf implements Shelf {
  readonly texts = new Map<string, KeptText>();
  private readonly waiting: ((isKept: boolean) => void)[] = [];

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
  function halfWritten(shelf: Shelf): HalfWritten {
    TestBed.configureTestingModule({ providers: [{ provide: SHELF, useValue: shelf }] });
    return TestBed.inject(HalfWritten);
  }

  it('are kept once the device has the newest of them, and not before', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    expect(half.isKept('notes/1')).toBe(false);
    void half.keep('notes/1', 'A three');
    await shelf.answer(true);
    expect(half.isKept('notes/1')).toBe(false);
    await shelf.answer(true);
    expect(half.isKept('notes/1')).toBe(true);
    void half.keep('notes/1', 'A three is');
    expect(half.isKept('notes/1')).toBe(false);
    await shelf.answer(false);
    await half.under('notes/');
    expect(half.isKept('notes/1')).toBe(false);
  });

  it('are not kept any more once they were dropped, also while they were on their way', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    void half.keep('notes/1', 'A');
    const dropped = half.drop('notes/1');
    await shelf.answer(true);
    await dropped;
    expect(half.isKept('notes/1')).toBe(false);
  });

  it('are kept where an earlier page left them', async () => {
    const shelf = new SlowShelf();
    const half = halfWritten(shelf);
    const text = { path: '', lane: 'notes/1', revision: '0', body: 'A', unsettled: null };
    shelf.texts.set('notes/1', { key: 'notes/1', ...text });
    await half.under('notes/');
    expect(half.isKept('notes/1')).toBe(true);
  });

  it('are never kept in a memory that goes with the page', async () => {
    const half = halfWritten(new MemoryShelf());
    await half.keep('notes/1', 'A');
    expect(half.isKept('notes/1')).toBe(false);
  });

  it('tell on which page they were begun', async () => {
    const half = halfWritten(new MemoryShelf());
    jest.spyOn(TestBed.inject(Location), 'path').mockReturnValue('/app/reviews/1?from=queue');
    await half.keep('half-said/1/verdict', {});
    await expect(half.begun()).resolves.toEqual([{ key: 'half-said/1/verdict', at: '/app/reviews/1' }]);
  });
});
