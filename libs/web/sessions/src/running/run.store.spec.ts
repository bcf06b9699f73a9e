import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DocumentId, OnTable, SessionRun } from '@common-ground/contract';
import { SaveQueue, Session } from '@common-ground/web/platform';
import { specServer } from '@common-ground/web/platform/server-for-specs';
import { SessionsClient } from '../sessions.client';
import { RunStore } from './run.store';

/** A line that says nothing before a test does. */
class Line extends EventTarget {
  static last: Line | null = null;
  readonly readyState = 1;

  constructor() {
    super();
    Line.last = this;
  }

  close(): void {
    Line.last = null;
  }

  tell(run: SessionRun): void {
    this.dispatchEvent(new MessageEvent('hour', { data: JSON.stringify(run) }));
  }
}

const table = (title: string): OnTable => ({
  scripts: [],
  papers: [{ documentId: title as DocumentId, title, version: 1 }],
});
const NOTHING = { scripts: [], papers: [] };
const ENTRIES = ['welcome', 'topic', 'close'].map((id) => ({
  ...{ id, title: id, minutes: 10, added: 0, leftOut: null, seconds: 0 },
}));
const RUN = {
  ...{ id: 'hour', minutes: 50, at: 'welcome', end: null, breathing: false, round: null, play: null },
  ...{ airtime: null, entries: ENTRIES, people: [], reveals: [], revision: 1, ledAt: null, padRevision: 1 },
  ...table('For the welcome'),
  next: table('For the topic'),
  seconds: { hour: 0, entry: 0, speaking: 0 },
} as unknown as SessionRun;

describe('what lies on the table while somebody leads', () => {
  let store: RunStore;
  const state = signal({ word: 'saved' });
  const titles = (): string[] => store.table().papers.map(({ title }) => title);

  beforeEach(() => {
    Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: Line });
    state.set({ word: 'saved' });
    const saving = { state, trouble: signal(null), newer: null, write: jest.fn(), flush: jest.fn() };
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        RunStore,
        { provide: SaveQueue, useValue: { open: () => saving } },
        { provide: SessionsClient, useValue: {} },
        { provide: Session, useValue: { isSignedIn: signal(true) } },
      ],
    });
    store = TestBed.inject(RunStore);
    store.open(RUN);
    TestBed.tick();
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    Reflect.deleteProperty(globalThis, 'EventSource');
  });

  it('is there as soon as people go on, and is what the server says once it does', () => {
    expect([titles(), store.isTold()]).toEqual([['For the welcome'], true]);
    store.next();
    expect([titles(), store.isTold()]).toEqual([['For the topic'], false]);
    Line.last?.tell({ ...RUN, at: 'topic', ...table('For the topic, anew'), next: NOTHING, revision: 2 });
    TestBed.tick();
    expect([titles(), store.isTold()]).toEqual([['For the topic, anew'], true]);
  });

  it('is never what lay on another entry, however fast somebody goes', () => {
    store.next();
    store.next();
    expect(titles()).toEqual([]);
    store.next();
    expect([store.state().at, titles()]).toEqual([null, []]);
    store.back();
    store.back();
    store.back();
    expect([store.state().at, titles()]).toEqual(['welcome', ['For the welcome']]);
  });

  it('is said not to be known further on than it was told, where no line tells it', () => {
    const goOn = (word: string): [string | null, boolean] => {
      state.set({ word });
      return [store.state().at, store.isTableUnknown()];
    };
    expect(goOn('offline')).toEqual(['welcome', false]);
    store.next();
    expect(goOn('offline')).toEqual(['topic', false]);
    store.next();
    // With a line it is there in a moment.
    expect([goOn('saving'), goOn('saved'), goOn('offline'), goOn('not-saved-trying')]).toEqual([
      ['close', false],
      ['close', false],
      ['close', true],
      ['close', true],
    ]);
    // Nothing lies anywhere once the hour is through.
    store.next();
    expect(goOn('offline')).toEqual([null, false]);
  });
});
