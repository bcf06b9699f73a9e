import { Lane } from './lane';
import { OnDevice } from './on-device';
import type { Attempt, Outcome, SaveState, SaveTrouble, SaveWord } from './outcome';
import { holdsAll } from './same';
import type { KeptText } from './shelf';
import type { Beginning, Surroundings } from './surroundings';

/** Typing pauses this long before anything is written or sent, */
export const PAUSE = 300;
/** and somebody who never pauses is saved this often. */
export const LONGEST_PAUSE = 2_000;
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/**
 * One text on its way to the server: at most one request at a time, the newest text next, nothing lost in between.
 * No Angular in here: time, network and device come in from outside, so that each way to fail can be tried in a test.
 */
export class SavedThing<T = unknown> {
  private revision: string;
  private what: unknown;
  private savedAt: string | null;
  /** Text the server has not confirmed, or null when it has everything. */
  private unsaved: { readonly body: T } | null = null;
  private unsettled: Attempt | null = null;
  private confirmed: T | null = null;
  private stopped: SaveTrouble | null = null;
  private isSending = false;
  private failures = 0;
  private lostLine = false;
  private readonly device: OnDevice;
  private isClosed = false;
  private keepTimer: ReturnType<typeof setTimeout> | null = null;
  private sendTimer: ReturnType<typeof setTimeout> | null = null;
  /** When the oldest text was written that is neither kept nor on its way. */
  private writtenSince: number | null = null;
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly beginning: Beginning,
    private readonly lane: Lane,
    private readonly around: Surroundings,
  ) {
    this.revision = String(beginning.revision);
    this.savedAt = beginning.savedAt ?? null;
    this.what = beginning.about;
    this.device = new OnDevice(around.shelf, () => around.changed());
  }

  get state(): SaveState {
    if (this.unsaved === null) return { word: 'saved', savedAt: this.savedAt };
    return { word: this.lostLine ? this.device.word : this.wordOnline(), savedAt: this.savedAt };
  }

  private wordOnline(): SaveWord {
    return this.failures > 0 || this.stopped ? 'not-saved-trying' : 'saving';
  }

  get trouble(): SaveTrouble | null {
    return this.stopped;
  }

  get isSaved(): boolean {
    return this.unsaved === null;
  }

  /** What the text answers, where somebody said so on this device. */
  get about(): unknown {
    return this.what;
  }

  get currentRevision(): string {
    return this.revision;
  }

  /** What this browser holds that an answer of the given revision does not: unsaved text, or a later save. */
  newerThan(revision: string | number): T | null {
    if (this.unsaved) return this.unsaved.body;
    return Number(this.revision) > Number(revision) ? this.confirmed : null;
  }

  /** Takes the server's word for a thing opened again, unless this browser is ahead of it. */
  meet(beginning: Beginning): void {
    this.what = beginning.about ?? this.what;
    if (this.unsaved || Number(beginning.revision) <= Number(this.revision)) return;
    this.revision = String(beginning.revision);
    this.savedAt = beginning.savedAt ?? this.savedAt;
    this.around.changed();
  }

  /** A keystroke: the whole text as it is now. */
  write(body: T): void {
    if (this.isClosed) return;
    this.unsaved = { body };
    this.device.lacks(body);
    // Another text may pass where the last one was refused; a conflict or an ended session needs a person first.
    if (this.stopped?.sort === 'refused') this.stopped = null;
    this.lostLine = !this.around.isOnline();
    // Not the time of day: somebody may set the clock while somebody writes.
    const now = performance.now();
    this.writtenSince ??= now;
    const pause = Math.max(0, Math.min(PAUSE, this.writtenSince + LONGEST_PAUSE - now));
    this.keepIn(pause);
    // While tries are failing the next one has its own time, which typing neither hastens nor puts off.
    if (!this.stopped && this.failures === 0) this.sendIn(pause);
    this.around.changed();
  }

  /** Writes to the device and sends as soon as the lane is free: before something is sent for good. */
  flush(): void {
    if (this.unsaved && !this.isClosed) this.keepAndSend();
  }

  /**
   * The page goes away: what waits in a lane, or for the device to be written to, would never come to its turn. So
   * everything leaves at once, in a request that outlives the page.
   */
  leave(): void {
    if (!this.unsaved || this.isClosed) return;
    this.keep();
    void this.send();
  }

  /** Resolves with true when the server has everything; with false when it does not answer or a person has to decide. */
  async settled(): Promise<boolean> {
    this.flush();
    const { failures } = this;
    while (this.unsaved && !this.stopped && !this.isClosed && this.failures === failures) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this.unsaved === null;
  }

  /** The same person is back, or the line is: try again now. */
  resume(): void {
    if (this.stopped?.sort === 'session-over') this.stopped = null;
    this.failures = 0;
    this.lostLine = false;
    if (this.unsaved && !this.stopped) this.keepAndSend();
    this.around.changed();
  }

  /** Ends a conflict with the text a person chose: mine, theirs or both in one. */
  settleConflict(body: T): void {
    if (this.stopped?.sort !== 'conflict') return;
    this.revision = this.stopped.revision;
    this.stopped = null;
    this.unsettled = null;
    this.write(body);
    this.flush();
  }

  /** Takes up text that an earlier page left on the device. */
  takeUp(kept: KeptText): void {
    this.unsaved = { body: kept.body as T };
    this.device.has(kept.body);
    this.revision = kept.revision;
    this.unsettled = kept.unsettled;
    this.keepAndSend();
  }

  /** Lets go of the text for good: its author deleted it, or leaves nothing behind. */
  drop(): void {
    this.letGo();
    void this.around.shelf.remove(this.beginning.key).catch(() => undefined);
  }

  /** Another person is here now: nothing of the text stays in memory, and what the device keeps waits for its author. */
  putAside(): void {
    if (!this.isClosed) this.keep();
    this.letGo();
  }

  private letGo(): void {
    this.isClosed = true;
    this.stop();
    this.unsaved = null;
    this.wake();
  }

  private keepAndSend(): void {
    this.keep();
    this.plan(null);
    // Whoever paused while the line was busy has entered more than once: one failure plans one later try.
    void this.lane.enter(async () => {
      if (this.failures === 0 || this.sendTimer === null) await this.send();
    });
  }

  private keep(): void {
    this.writtenSince = null;
    if (!this.unsaved) return;
    const { key, path, lane } = this.beginning;
    const { revision, unsettled, about } = this;
    const { body } = this.unsaved;
    this.device.put({ key, path, lane: lane ?? key, revision, body, unsettled, about });
  }

  private async send(): Promise<void> {
    if (!this.unsaved || this.stopped || this.isClosed || this.isSending) return;
    this.stop();
    // What waited for its turn may have been written on since it was kept; and whoever finds it repeats this very try.
    if (!this.around.isOnline()) {
      this.keep();
      return this.tryLater(true);
    }
    const { body } = this.unsaved;
    const attempt = this.unsettled ?? { body, revision: this.revision, key: this.around.newKey() };
    this.unsettled = attempt;
    this.keep();
    this.isSending = true;
    this.around.changed();
    const outcome = await this.around.send(this.beginning.path, attempt);
    this.isSending = false;
    if (!this.isClosed) this.learn(outcome, attempt);
  }

  private learn(outcome: Outcome, attempt: Attempt): void {
    switch (outcome.sort) {
      case 'saved':
        return this.confirm(attempt, outcome.revision, outcome.savedAt);
      case 'conflict':
        if (holdsAll(outcome.theirs, attempt.body)) {
          return this.confirm(attempt, outcome.revision, outcome.changedAt ?? new Date().toISOString());
        }
        return this.halt(outcome);
      case 'again':
        return this.tryLater(outcome.isOffline);
      case 'session-over':
      case 'revoked':
      case 'refused':
        return this.halt(outcome);
    }
  }

  private confirm(attempt: Attempt, revision: string, savedAt: string): void {
    this.unsettled = null;
    this.failures = 0;
    this.lostLine = false;
    this.revision = revision;
    this.savedAt = savedAt;
    this.confirmed = attempt.body as T;
    this.around.confirmed(this.beginning.path, { body: attempt.body, revision, savedAt });
    if (this.unsaved?.body === attempt.body || holdsAll(attempt.body, this.unsaved?.body)) {
      this.unsaved = null;
      void this.around.shelf.remove(this.beginning.key).catch(() => undefined);
    } else {
      // Written on meanwhile: the newest text follows, on the revision just given.
      this.sendIn(0);
    }
    this.wake();
  }

  private halt(trouble: SaveTrouble): void {
    // The server has judged this try: nothing is open about it. After a session's end it has not, and repeats it.
    if (trouble.sort !== 'session-over') this.unsettled = null;
    this.stopped = trouble;
    this.keep();
    this.wake();
  }

  private tryLater(isOffline: boolean): void {
    this.failures += 1;
    this.lostLine = isOffline && !this.around.isOnline();
    const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** (this.failures - 1));
    // Half of it by chance, so that a thousand phones do not come back in the same second.
    this.sendIn(longest / 2 + (longest / 2) * this.around.random());
    this.wake();
  }

  private keepIn(delay: number): void {
    if (this.keepTimer !== null) clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => this.keep(), delay);
  }

  private sendIn(delay: number): void {
    this.plan(setTimeout(() => this.keepAndSend(), delay));
  }

  private plan(later: ReturnType<typeof setTimeout> | null): void {
    if (this.sendTimer !== null) clearTimeout(this.sendTimer);
    this.sendTimer = later;
  }

  private stop(): void {
    if (this.keepTimer !== null) clearTimeout(this.keepTimer);
    this.keepTimer = null;
    this.plan(null);
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
    this.around.changed();
  }
}
