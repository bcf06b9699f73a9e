import { DOCUMENT } from '@angular/common';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Language, Me, PersonId, Role, SafetyCard } from '@common-ground/contract';
import { Api } from '../http/api';
import { Problem } from '../http/problem';
import { WhoseTurn } from '../http/whose-turn';
import { KeptCopies } from '../offline/kept-copies';
import { HalfWritten } from '../saving/half-written';
import { SHELF_PATIENCE, SaveQueue } from '../saving/save-queue';
import { within } from '../saving/within';
import { Words } from '../words/words';
import { rememberSafety } from './known-safety';
import { OtherWindows } from './other-windows';
import { owedLeaving } from './owed-leaving';
import { PAGE_ANEW } from './page-anew';

/**
 * `unknown` until the server has been asked; `over` when somebody is signed out under their hands: the page and what
 * was typed stay where they are until the same person signs in again or somebody leaves.
 */
export type SessionState = 'unknown' | 'signed-out' | 'signed-in' | 'over';

/** Whether whoever is here is the one who was here before. */
export type Who = 'same-person' | 'another-person';

/** What became of signing out: done, or what it would have lost: words on their way, or words begun and not sent. */
export type SignOutOutcome = 'done' | 'unsaved' | 'half-written';

const MOMENT = 3_000;

interface HowAsked {
  /** Nobody on this page said that they would sign in. */
  readonly isUnasked?: boolean;
  readonly met?: ((me: Me) => void) | undefined;
}

/** Who is signed in here, as the server says. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly queue = inject(SaveQueue);
  private readonly copies = inject(KeptCopies);
  private readonly halfWritten = inject(HalfWritten);
  private readonly words = inject(Words);
  private readonly pageAnew = inject(PAGE_ANEW);
  private readonly otherWindows = inject(OtherWindows);

  private readonly me = signal<Me | null>(null);
  private readonly place = signal<SessionState>('unknown');
  /** The newest question who is here; null while that is not known. */
  private asked: Promise<Who> | null = null;
  private readonly turns = inject(WhoseTurn);
  private readonly fromDevice = signal(false);
  private readonly ofAnother = signal(false);
  /** How many such questions have no answer yet. */
  private underWay = 0;
  /** Since it was last asked who is here: before they are known, what they need may be shown from the device already. */
  private hasShownKept = false;

  readonly state = this.place.asReadonly();
  /** Nothing answered: what is shown, perhaps also who is here, is what this device had kept. */
  readonly isFromDevice = this.fromDevice.asReadonly();
  readonly isSignedIn = computed(() => this.state() === 'signed-in');
  readonly isOver = computed(() => this.state() === 'over');
  /** It is over since somebody else signed in, in another window of this browser. */
  readonly isOfAnother = computed(() => this.isOver() && this.ofAnother());
  readonly person = computed(() => this.me()?.person ?? null);
  readonly roles = computed<readonly Role[]>(() => this.me()?.roles ?? []);
  /** Whether somebody has accepted a place that no therapist has confirmed yet. */
  readonly waits = computed(() => this.me()?.waits ?? false);
  readonly practice = computed(() => this.me()?.practice ?? null);
  /** Whether others use this device too: then nothing stays on it. Shared, until the server has said otherwise. */
  readonly isOnSharedDevice = computed(() => this.me()?.session.shared ?? true);
  readonly safety = computed<SafetyCard | null>(() => this.me()?.practice.safety ?? null);
  readonly may = computed(() => this.me()?.may ?? { openFamilies: false, review: false, administer: false });
  readonly isStaff = computed(() => this.isAny('therapist', 'supervisor', 'admin'));
  /** Staff without a second factor: the server opens nothing to them but getting one. */
  readonly mustEnrol = computed(() => this.me()?.session.mustEnrol ?? false);
  /** The page a person comes home to. */
  readonly home = computed(() => {
    if (this.me() === null) return '/sign-in';
    return this.mustEnrol() ? '/enrol' : homeOf(this.roles());
  });

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('online', () => this.lineIsBack());
    this.otherWindows.hear((who) => this.hears(who));
  }

  isAny(...roles: readonly Role[]): boolean {
    return this.roles().some((role) => roles.includes(role));
  }

  /** Resolves once it is known who is here; asks the server only the first time, and waits for the newest answer. */
  async known(): Promise<void> {
    await this.latest();
  }

  /**
   * Asks the server who is here: at start and after every sign-in. When a session had ended under somebody's hands
   * and another person signs in, nothing of the first person's is left on the device; what is on the page stays
   * covered until the page has been loaded anew. Answers whether it is the same person as before. `met` is told as soon
   * as the server has said who it is, while what they left on this device is still looked for.
   */
  load(met?: (me: Me) => void): Promise<Who> {
    if (met) this.queue.getReady();
    return this.ask({ met });
  }

  /** Somebody is about to sign in: no answer to what was asked before is about them, nor is anybody's leaving. */
  async isSigningIn(): Promise<void> {
    this.turns.next();
    if (this.underWay > 0) this.asked = null;
    if (owedLeaving.is()) await this.leave();
  }

  private latest(): Promise<Who> {
    return this.asked ?? this.load();
  }

  private ask(how: HowAsked): Promise<Who> {
    this.asked = this.answerTo(this.turns.next(), how);
    return this.asked;
  }

  /** The last one to ask is answered, and with it whoever asked before: an older answer may be about somebody else. */
  private async answerTo(turn: number, how: HowAsked): Promise<Who> {
    this.underWay += 1;
    const who = await this.meet(turn, how)
      .catch((cause: unknown) => this.isNotKnown(turn, cause))
      .finally(() => (this.underWay -= 1));
    return who ?? this.latest();
  }

  private isNotKnown(turn: number, cause: unknown): null {
    if (!this.turns.is(turn)) return null;
    // Not knowing is not kept: the next page asks again.
    this.asked = this.place() === 'unknown' ? null : Promise.resolve('same-person');
    throw cause;
  }

  /** Null where somebody left, signed in or asked again meanwhile: it says nothing about who is here after that. */
  private async meet(turn: number, { isUnasked, met }: HowAsked): Promise<Who | null> {
    const before = this.person()?.id ?? null;
    this.hasShownKept = false;
    try {
      const { body, isFromDevice } = await this.whoIsHere();
      if (!this.turns.is(turn)) return null;
      const isAnother = before !== null && before !== body.person.id;
      // Nobody said on this page that they would sign in, and somebody else has: it is not theirs to read, and what was
      // written on it waits for its author.
      if (isAnother && isUnasked) {
        this.isOverFor('another');
        return 'another-person';
      }
      if (!isFromDevice) this.letKeep(body);
      if (isAnother) this.halfWritten.forget();
      else if (!isFromDevice) met?.(body);
      await this.queue.belongTo(body.person.id, body.session.draftKey);
      if (!this.turns.is(turn)) return null;
      if (isAnother && this.isOver()) {
        this.pageAnew('/');
        return 'another-person';
      }
      this.me.set(body);
      this.place.set('signed-in');
      if (!isFromDevice) this.otherWindows.tell(body.person.id);
      if (this.fromDevice() && !isFromDevice) this.copies.outOfDate();
      this.fromDevice.set(isFromDevice || this.hasShownKept);
      rememberSafety(body.practice.safety);
      // In the language before rather than not at all.
      await this.words.follow(body.person.language).catch(() => undefined);
      return isAnother ? 'another-person' : 'same-person';
    } catch (cause) {
      const problem = Problem.from(cause);
      if (!problem.isSignedOut || !this.turns.is(turn)) throw problem;
      if (this.place() === 'unknown') this.place.set('signed-out');
      return 'same-person';
    }
  }

  /** The server keeps another language for whoever is here. */
  isWrittenToIn(language: Language): void {
    this.me.update((me) => me && { ...me, person: { ...me.person, language } });
  }

  /** A page shows what the device had kept: that is said above it, and it is asked for again once the server does. */
  showsKept(): void {
    if (this.isSignedIn()) this.fromDevice.set(true);
    else this.hasShownKept = true;
  }

  /** Something answers: what was taken from the device is asked for again. */
  lineIsBack(): void {
    if (!this.fromDevice() || this.underWay > 0 || this.isOver()) return;
    void this.ask({ isUnasked: true }).catch(() => undefined);
  }

  private async whoIsHere(): Promise<{ readonly body: Me; readonly isFromDevice: boolean }> {
    if (owedLeaving.is()) await this.leave();
    try {
      const { body } = await this.api.get<Me>('me', { inNameOf: null });
      return { body, isFromDevice: false };
    } catch (cause) {
      const kept = Problem.from(cause).isOffline ? await this.copies.copy<Me>('me') : null;
      if (kept === null) throw cause;
      return { body: kept, isFromDevice: true };
    }
  }

  private letKeep(me: Me): void {
    if (!mayKeep(me)) return void this.copies.clear();
    void this.copies.openFor(me.person.id);
    void this.copies.keep('me', me);
  }

  /** The server no longer knows us, or knows somebody else here. Called for every 401; keeps what is on the page. */
  end({ isOfAnother }: Problem): void {
    // What is kept then is the other's.
    if (!isOfAnother) void this.copies.clear();
    this.isOverFor(isOfAnother ? 'another' : 'nobody');
  }

  /** Another window says who is signed in now. What is on this page is of nobody but the one it was opened for. */
  private hears(who: PersonId | null): void {
    const mine = this.person()?.id;
    if (mine === undefined) return;
    if (who !== mine) this.isOverFor(who === null ? 'nobody' : 'another');
    else if (this.isOver()) void this.ask({ isUnasked: true }).catch(() => undefined);
  }

  private isOverFor(whom: 'nobody' | 'another'): void {
    if (this.place() === 'signed-in') this.place.set('over');
    this.ofAnother.set(whom === 'another');
  }

  /** Opens the page of whoever is signed in in this browser, in place of this one. */
  openTheirs(): void {
    this.pageAnew('/');
  }

  /**
   * Ends the session and leaves nothing behind. What was just typed is given a moment to arrive first; while some of
   * it has not, only somebody who is sure signs out. The device is cleared even when the server cannot be reached.
   * A storage that does not answer keeps no session open.
   */
  async signOut(isSure: boolean): Promise<SignOutOutcome> {
    await this.queue.settleAll(MOMENT);
    if (!isSure) {
      if (this.queue.hasUnsaved()) return 'unsaved';
      if ((await this.halfWritten.begun()).length > 0) return 'half-written';
    }
    const told = this.tellOfLeaving();
    await this.forget();
    await told;
    return 'done';
  }

  /** Leaving without waiting for anything: the text on its way, the end of the session and the clearing all start now. */
  abandon(): void {
    this.queue.leave();
    void this.tellOfLeaving();
    void this.forget();
  }

  private async tellOfLeaving(): Promise<void> {
    this.otherWindows.tell(null);
    owedLeaving.begins();
    await this.leave().catch(() => undefined);
  }

  /** Whoever leaves wants nobody to be signed in here: also not somebody who signed in in another window. */
  private async leave(): Promise<void> {
    await this.api.post('sign-out', {}, { keepalive: true, inNameOf: null });
    owedLeaving.isDone();
  }

  /** Forgets everything on this device at once, without waiting for the server. */
  async forget(): Promise<void> {
    this.turns.next();
    this.halfWritten.forget();
    this.me.set(null);
    this.fromDevice.set(false);
    this.place.set('signed-out');
    const cleared = this.copies.clear();
    this.asked = Promise.resolve('same-person');
    await within(SHELF_PATIENCE, Promise.all([cleared, this.queue.clear()]));
  }
}

/** Families keep copies on a device of their own. Staff never do: they have whole caseloads before them. */
function mayKeep({ roles, session }: Me): boolean {
  return !session.shared && roles.length > 0 && roles.every((role) => role === 'client' || role === 'member');
}

function homeOf(roles: readonly Role[]): string {
  if (roles.includes('therapist')) return '/app';
  if (roles.includes('supervisor')) return '/app/reviews';
  if (roles.includes('admin')) return '/admin/people';
  if (roles.length > 0) return '/me';
  return '/waiting';
}
