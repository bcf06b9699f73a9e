import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { FieldProblem, PracticeId, SecondFactorWay, SignInStep } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  ProblemNotice,
  Session,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { type NoPasskey, Passkeys } from '../ways-in/passkeys';
import { SignInClient } from './sign-in.client';

type Way = 'code' | 'staff' | 'second-factor' | 'practice';

type Rules = readonly (readonly [isFine: boolean, path: string, code: string])[];

/**
 * All ways in, on the sign-in page and on the sheet over a page whose session ended. Checked by hand instead of with
 * the request classes: this is the first thing a phone downloads.
 */
@Component({
  selector: 'cg-sign-in-forms',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  templateUrl: './sign-in-forms.html',
  styleUrl: './sign-in-forms.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInForms {
  private readonly client = inject(SignInClient);
  private readonly passkeys = inject(Passkeys);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  /** Where to begin for somebody whose password is known to be right already. */
  readonly next = input<SignInStep | null>(null);

  /** Says whether the person who signed in is the one who was here before. */
  readonly signedIn = output<'same-person' | 'another-person'>();

  /** Whoever has just been signed out under their hands comes back the way they came. */
  protected readonly way = linkedSignal<Way>(() => {
    const next = this.next();
    if (next !== null) return wayOf(next);
    // Asked once: nobody's form changes under their hands when it becomes known who was here.
    return untracked(this.session.isStaff) ? 'staff' : 'code';
  });
  /** What the second step can be done with. */
  protected readonly ways = linkedSignal<readonly SecondFactorWay[]>(() => {
    const next = this.next();
    return next?.next === 'second-factor' ? next.ways : [];
  });
  protected readonly canUsePasskey = this.passkeys.isPossible;
  protected readonly isPasskeyOffered = computed(() => {
    const isSecond = this.way() === 'second-factor';
    return this.canUsePasskey && this.way() !== 'practice' && (!isSecond || this.ways().includes('passkey'));
  });
  /** The made-up people stand at the door, and not behind somebody's password. */
  protected readonly isAtTheDoor = computed(() => this.way() === 'code' || this.way() === 'staff');
  /** Somebody with passkeys alone types nothing but a recovery code. */
  protected readonly isCodeOffered = computed(
    () => this.ways().includes('authenticator') || this.ways().includes('recovery-code'),
  );
  protected readonly noPasskey = signal<NoPasskey | null>(null);
  protected readonly sending = sendingOf('people');
  protected readonly personas = loaded(
    () => 'personas',
    () => this.client.personas(),
  );

  /** *Do you share this phone or computer?* Yes, unless somebody says no. */
  protected readonly shared = signal(true);
  protected readonly practices = signal<readonly { readonly id: PracticeId; readonly name: string }[]>([]);
  private readonly codeModel = signal({ code: '', pin: '' });
  protected readonly codeForm = form(this.codeModel);
  private readonly staffModel = signal({ email: '', password: '' });
  protected readonly staffForm = form(this.staffModel);
  private readonly secondModel = signal({ authenticatorCode: '' });
  protected readonly secondForm = form(this.secondModel);

  constructor() {
    // The sheet over a page may come up before anybody opened this area's words.
    void this.words.open('people');
  }

  protected enterWithCode(): Promise<void> {
    const { code, pin } = this.codeModel();
    const request = { code: code.trim(), pin: pin.replace(/\s/gu, ''), shared: this.shared() };
    return this.enter(
      () => this.client.withCode(request),
      [
        [request.code !== '', 'code', 'missing'],
        [/^\d{6}$/u.test(request.pin), 'pin', 'sixDigits'],
      ],
    );
  }

  protected async enterAsStaff(practiceId?: PracticeId): Promise<void> {
    const { email, password } = this.staffModel();
    const request = { email: email.trim(), password, ...(practiceId && { practiceId }) };
    const answer = await this.sending.send(
      async () => {
        await this.session.isSigningIn();
        return { next: await this.client.asStaff(request) };
      },
      faultsIn([
        [/^\S+@\S+$/u.test(email.trim()), 'email', 'isEmail'],
        [password !== '', 'password', 'missing'],
      ]),
    );
    if (answer?.next) this.goOn(answer.next);
    else if (answer) await this.enter(async () => undefined, []);
  }

  protected async enterWithSecondFactor(): Promise<void> {
    const code = this.secondModel().authenticatorCode.trim();
    await this.enter(
      () => this.client.withSecondFactor({ code }),
      [[code.length >= 6, 'authenticatorCode', 'missing']],
    );
    // Whoever took too long begins again with the password.
    if (this.sending.problem()?.isSignedOut === true) this.way.set('staff');
  }

  private goOn(step: SignInStep): void {
    if (step.next === 'choose-practice') this.practices.set(step.practices);
    else this.ways.set(step.ways);
    this.way.set(wayOf(step));
  }

  /** In place of everything else, or of the code after the password. */
  protected async enterWithPasskey(): Promise<void> {
    const isSecond = this.way() === 'second-factor';
    this.noPasskey.set(null);
    const passkey = await this.sending.send(async () => {
      const question = await this.client.askForPasskey(isSecond ? 'second-factor' : 'sign-in');
      return this.passkeys.answer(question);
    });
    if (typeof passkey === 'string') this.noPasskey.set(passkey);
    else if (passkey !== null)
      await this.enter(
        () => (isSecond ? this.client.withSecondFactor({ passkey }) : this.client.withPasskey(passkey)),
        [],
      );
    if (isSecond && this.sending.problem()?.isSignedOut === true) this.way.set('staff');
  }

  protected enterAs(persona: string): Promise<void> {
    return this.enter(() => this.client.asPersona({ persona }), []);
  }

  private async enter(act: () => Promise<void>, rules: Rules): Promise<void> {
    const who = await this.sending.send(async () => {
      await this.session.isSigningIn();
      await act();
      return this.session.load();
    }, faultsIn(rules));
    if (who !== null) this.signedIn.emit(who);
  }
}

function wayOf(step: SignInStep): Way {
  return step.next === 'second-factor' ? 'second-factor' : 'practice';
}

function faultsIn(rules: Rules): () => Promise<readonly FieldProblem[]> {
  return async () =>
    rules.filter(([isFine]) => !isFine).map(([, path, code]) => ({ path, code, message: code }));
}
