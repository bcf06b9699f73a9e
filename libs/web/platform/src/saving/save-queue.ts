import { DOCUMENT } from '@angular/common';
import { Injectable, InjectionToken, type Signal, computed, inject, signal } from '@angular/core';
import type { PersonId } from '@common-ground/contract';
import { Api } from '../http/api';
import { KeptCopies } from '../offline/kept-copies';
import { DeviceShelf } from './device-shelf';
import { Lane } from './lane';
import type { SaveState, SaveTrouble } from './outcome';
import { SavedThing } from './saved-thing';
import { putAttempt } from './put-attempt';
import { MemoryShelf, SENT_BY_HAND, type Shelf } from './shelf';
import type { Beginning, Surroundings } from './surroundings';

export const SHELF = new InjectionToken<Shelf>('SHELF', {
  providedIn: 'root',
  factory: () => (DeviceShelf.isPossible() ? new DeviceShelf() : new MemoryShelf()),
});

/** A storage that does not answer keeps nobody out for longer. */
export const SHELF_PATIENCE = 3_000;
/** How long sending for good waits for the last words to be saved before it says that they are not. */
const SENDING_PATIENCE = 8_000;

/** A text the server does not have. */
export interface UnsavedThing {
  readonly key: string;
  /** Where it was to be saved. */
  readonly path: string;
  readonly body: unknown;
  /** What it answers, where somebody said so; see `Beginning`. */
  readonly about: unknown;
  /** `closed` to its author for good, `stands` until they do something, `underWay` as long as the line allows. */
  readonly why: 'closed' | 'stands' | 'underWay';
}

/** What a page holds of a thing that saves itself. */
export interface Saving<T> {
  /** One of the four words, for `<cg-save-state>`. */
  readonly state: Signal<SaveState>;
  /** Set when a person has to decide or sign in before anything more is saved. */
  readonly trouble: Signal<SaveTrouble | null>;
  /** Text this browser holds that the server's answer does not contain; show this one when it is not null. */
  readonly newer: T | null;
  /** What the text answers, as it was said when it was opened last, on this page or one before. */
  readonly about: unknown;
  /** A keystroke: the whole body as it is to be PUT. */
  write(body: T): void;
  /** Sends what is unsaved at once. */
  flush(): void;
  /** True when the server has everything; false when it does not answer, or somebody has to decide. Before sending for good. */
  settled(): Promise<boolean>;
  /** Ends a conflict with the text a person chose. */
  settleConflict(body: T): void;
  /** Throws the unsaved text away: its author said so. */
  drop(): void;
}

/**
 * Everything on its way to the server. Pages `open` a thing by its key and `write` into it; it goes on saving when
 * the page is left. The texts belong to one person: nobody else's session ever sends them, also where it was opened in
 * another window.
 */
@Injectable({ providedIn: 'root' })
export class SaveQueue {
  private readonly api = inject(Api);
  private readonly shelf = inject(SHELF);
  private readonly copies = inject(KeptCopies);
  private readonly page = inject(DOCUMENT).defaultView;
  private readonly things = new Map<string, SavedThing>();
  private readonly lanes = new Map<string, Lane>();
  private readonly changes = signal(0);
  private personId: PersonId | null = null;

  constructor() {
    this.page?.addEventListener('pagehide', () => this.leave());
    this.page?.document.addEventListener('visibilitychange', () => {
      if (this.page?.document.visibilityState === 'hidden') this.leave();
    });
    this.page?.addEventListener('online', () => this.each((thing) => thing.resume()));
    this.page?.addEventListener('beforeunload', (leaving) => {
      if (this.hasUnsaved()) leaving.preventDefault();
    });
  }

  open<T>(beginning: Beginning): Saving<T> {
    const thing = this.thing(beginning) as SavedThing<T>;
    thing.meet(beginning);
    return {
      state: computed(() => (this.changes(), thing.state), { equal: sameState }),
      trouble: computed(() => (this.changes(), thing.trouble)),
      newer: thing.newerThan(beginning.revision),
      about: thing.about,
      write: (body) => thing.write(body),
      flush: () => thing.flush(),
      settled: () => thing.settled(),
      settleConflict: (body) => thing.settleConflict(body),
      drop: () => {
        thing.drop();
        this.things.delete(beginning.key);
      },
    };
  }

  /** The keys of what this browser holds in a lane and the server does not have. */
  heldIn(lane: string): readonly string[] {
    const things = [...this.things].filter(([, thing]) => laneOf(thing.beginning) === lane && !thing.isSaved);
    return things.map(([key]) => key);
  }

  /** What is written on this device and is not with the server. */
  unsaved(): readonly UnsavedThing[] {
    this.changes();
    return [...this.things].flatMap(([key, thing]) => {
      const { trouble, beginning, about } = thing;
      const body = thing.newerThan(Number.POSITIVE_INFINITY);
      return body === null ? [] : [{ key, path: beginning.path, body, about, why: whyOf(trouble) }];
    });
  }

  /** What of it will reach nobody unless its author does something about it. */
  stuck(): readonly UnsavedThing[] {
    return this.unsaved().filter(({ why }) => why !== 'underWay');
  }

  /** Throws one such text away: its author said so. */
  letGo(key: string): void {
    this.things.get(key)?.drop();
    this.things.delete(key);
    this.changes.update((count) => count + 1);
  }

  /** Resolves with true when everything in a lane (all answers of a task) is with the server. */
  async settled(lane: string): Promise<boolean> {
    const things = [...this.things.values()].filter((thing) => laneOf(thing.beginning) === lane);
    return (await Promise.all(things.map((thing) => thing.settled()))).every(Boolean);
  }

  /** The same, and false once somebody who wants to send has waited long enough. */
  async settledWithin(lane: string): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), SENDING_PATIENCE);
    });
    const isSettled = await Promise.race([this.settled(lane), enough]);
    clearTimeout(timer);
    return isSettled;
  }

  /** The page goes away, perhaps for good: all that is unsaved leaves now. */
  leave(): void {
    this.each((thing) => thing.leave());
  }

  /** Whether anything on this page has not arrived at the server. */
  hasUnsaved(): boolean {
    return [...this.things.values()].some((thing) => !thing.isSaved);
  }

  /** Gives everything unsaved so many milliseconds to arrive. */
  async settleAll(within: number): Promise<void> {
    const all = Promise.all([...this.things.values()].map((thing) => thing.settled()));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, within))]);
  }

  /** Somebody is going to be here: the device may open what it keeps unsaved text in. */
  getReady(): void {
    this.shelf.getReady();
  }

  /**
   * Somebody signed in, with the secret that opens their shelf on this device. The same person goes on where they were,
   * with what an earlier page left behind; for anybody else nothing of it exists.
   */
  async belongTo(personId: PersonId, secret: string): Promise<void> {
    if (this.personId !== personId) this.forget((thing) => thing.putAside());
    this.personId = personId;
    this.shelf.openFor(personId, secret);
    this.each((thing) => thing.resume());
    const taken = this.takeUpFor(personId);
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, SHELF_PATIENCE))]);
  }

  private async takeUpFor(personId: PersonId): Promise<void> {
    const kept = await this.shelf.all().catch(() => []);
    for (const text of kept) {
      if (this.personId !== personId || this.things.has(text.key) || text.path === SENT_BY_HAND) continue;
      const { key, path, lane, revision, about } = text;
      this.thing({ key, path, lane, revision, about }).takeUp(text);
    }
  }

  /** Leaves nothing of whoever is here behind, in memory or on the device: signing out, or leaving at once. */
  async clear(): Promise<void> {
    this.forget((thing) => thing.drop());
    this.personId = null;
    await this.shelf.clear().catch(() => undefined);
  }

  private forget(end: (thing: SavedThing) => void): void {
    this.each(end);
    this.things.clear();
    this.lanes.clear();
  }

  private thing(beginning: Beginning): SavedThing {
    const known = this.things.get(beginning.key);
    if (known) return known;
    const name = laneOf(beginning);
    const lane = this.lanes.get(name) ?? new Lane();
    this.lanes.set(name, lane);
    const thing = new SavedThing(beginning, lane, this.surroundings());
    this.things.set(beginning.key, thing);
    return thing;
  }

  private surroundings(): Surroundings {
    // Whoever a text is of stays its author, whoever is signed in in this browser when it is sent.
    const author = this.personId;
    return {
      shelf: this.shelf,
      send: (path, attempt) => putAttempt(this.api, path, attempt, author),
      isOnline: () => this.page?.navigator.onLine ?? true,
      random: Math.random,
      newKey,
      confirmed: (path, save) => void this.copies.keep(path, save),
      changed: () => this.changes.update((count) => count + 1),
    };
  }

  private each(act: (thing: SavedThing) => void): void {
    for (const thing of this.things.values()) act(thing);
  }
}

/** Refusals that no other words would change. */
const CLOSED = ['not-found', 'not-allowed'];

function whyOf(trouble: SaveTrouble | null): UnsavedThing['why'] {
  if (trouble === null || trouble.sort === 'session-over') return 'underWay';
  const isClosed =
    trouble.sort === 'revoked' || (trouble.sort === 'refused' && CLOSED.includes(trouble.code));
  return isClosed ? 'closed' : 'stands';
}

function laneOf(beginning: Beginning): string {
  return beginning.lane ?? beginning.key;
}

function sameState(a: SaveState, b: SaveState): boolean {
  return a.word === b.word && a.savedAt === b.savedAt;
}

/** A fresh name for an attempt. `randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
