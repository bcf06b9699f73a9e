import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isWeakPin, type RedeemedInvitation } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  type FieldError,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  ProblemWords,
  Session,
  Thread,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { SignInClient } from '../sign-in/sign-in.client';
import { Passkeys } from '../ways-in/passkeys';
import { InvitationsClient } from './invitations.client';

type Step = 'code' | 'start' | 'pin' | 'again' | 'shared' | 'done' | 'over';

/**
 * The first visit of somebody who was invited, by link or with a code in their hand: one question a page, and Back
 * works. Nothing is sent before the PIN was chosen twice, and nothing of it is kept on the device.
 */
@Component({
  selector: 'cg-accept-page',
  imports: [ErrorSummary, Field, PageHeading, ProblemNotice, RouterLink, Thread, WordsInTemplate, Waiting],
  templateUrl: './accept-page.html',
  styleUrl: './accept-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AcceptPage {
  private readonly client = inject(InvitationsClient);
  private readonly signIn = inject(SignInClient);
  private readonly router = inject(Router);
  private readonly problemWords = inject(ProblemWords);
  private readonly session = inject(Session);
  private readonly passkeys = inject(Passkeys);

  /** The secret of the link; without one the code is asked for. */
  readonly token = input<string>();
  readonly step = input<string>();

  protected readonly typedCode = signal('');
  protected readonly typedPin = signal('');
  protected readonly typedAgain = signal('');
  /** *Do you share this phone or computer?* Yes, unless somebody says no. */
  protected readonly shared = signal(true);
  protected readonly accepted = signal<RedeemedInvitation | null>(null);
  private readonly isOver = signal(false);
  private readonly faults = signal<readonly FieldError[]>([]);

  protected readonly sending = sendingOf('invitations');
  protected readonly errors = computed(() => [...this.faults(), ...this.sending.errors()]);
  protected readonly glimpse = loaded(this.token, (token) => this.client.glimpse(token));
  /** Who is signed in here now is the one who accepted, unless they keep a code that was not typed here. */
  protected readonly isIn = computed(
    () => this.accepted()?.code !== null && this.session.isSignedIn() && this.session.roles().length > 0,
  );
  /** On a device of one's own, and never pressed on anybody: the way on stands beside it. */
  protected readonly offersPasskey = computed(
    () =>
      this.passkeys.isPossible &&
      !this.shared() &&
      this.accepted()?.code !== null &&
      this.session.isSignedIn(),
  );
  protected readonly next = computed(() =>
    this.accepted()?.code === null ? '/sign-in' : this.session.home(),
  );

  private readonly code = computed(() => this.token() ?? this.typedCode().trim());
  private readonly pin = computed(() => this.typedPin().replace(/\s/gu, ''));
  /** The page that is due: never one whose questions before it have not been answered. */
  protected readonly shown = computed<Step>(() => {
    if (this.accepted()) return 'done';
    if (this.isOver() || this.glimpse.problem()?.code === 'invitation-over') return 'over';
    const first: Step = this.token() === undefined ? 'code' : 'start';
    const step = this.step();
    if (this.code() === '' || step === undefined || step === first) return first;
    if (step === 'pin' || this.pin() === '') return 'pin';
    return step === 'shared' && this.isSamePin() ? 'shared' : 'again';
  });
  private readonly isSamePin = computed(() => this.typedAgain().replace(/\s/gu, '') === this.pin());

  constructor() {
    const [title, words] = [inject(PageTitle), inject(Words)];
    effect(() => title.set(words.say(`invitations.accept.pageTitles.${this.shown()}`)));
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected errorAt(field: string): string | null {
    return this.errors().find((error) => error.field === field)?.words ?? null;
  }

  protected go(step: Step): void {
    this.faults.set([]);
    void this.router.navigate([], { queryParams: { step } });
  }

  protected giveCode(): void {
    if (this.mend('code', /[\p{L}\p{N}]/u.test(this.code()) ? null : 'missing')) this.go('pin');
  }

  protected choosePin(): void {
    const pin = this.pin();
    const fault = /^\d{6}$/u.test(pin) ? (isWeakPin(pin) ? 'weakPin' : null) : 'matches';
    if (this.mend('pin', fault)) {
      this.typedAgain.set('');
      this.go('again');
    }
  }

  protected repeatPin(): void {
    if (this.mend('again', this.isSamePin() ? null : 'different')) this.go('shared');
  }

  protected async accept(): Promise<void> {
    const pin = this.pin();
    const accepted = await this.sending.send(() => this.redeem(pin));
    if (accepted) await this.enter(accepted, pin);
  }

  protected tryAnotherCode(): void {
    this.isOver.set(false);
    this.typedPin.set('');
    this.go('code');
  }

  /** The last page takes the place of the one before it, and its heading the focus: nobody goes back to a used PIN. */
  private async arriveAt(step: 'done' | 'over'): Promise<void> {
    await this.router.navigate([], { queryParams: { step }, replaceUrl: true });
  }

  /** Null when the invitation is over: that has a page of its own and is nobody's mistake. */
  private async redeem(pin: string): Promise<RedeemedInvitation | null> {
    try {
      return await this.client.redeem({ code: this.code(), pin });
    } catch (cause) {
      if (Problem.from(cause).code !== 'invitation-over') throw cause;
      await this.arriveAt('over');
      this.isOver.set(true);
      return null;
    }
  }

  /** Whoever has just chosen a PIN is not asked for it again; where that does not work out, signing in does. */
  private async enter(accepted: RedeemedInvitation, pin: string): Promise<void> {
    if (accepted.code !== null) {
      try {
        await this.session.isSigningIn();
        await this.signIn.withCode({ code: accepted.code, pin, shared: this.shared() });
        await this.session.load();
      } catch {
        await this.session.forget();
      }
    }
    await this.arriveAt('done');
    this.accepted.set(accepted);
    this.typedPin.set('');
    this.typedAgain.set('');
  }

  /** Shows what is wrong with a field, and answers whether nothing is. */
  private mend(path: string, fault: string | null): boolean {
    const words = fault === null ? null : this.problemWords.ofField({ path, code: fault }, 'invitations');
    this.faults.set(words === null ? [] : [{ field: path, words }]);
    return words === null;
  }
}
