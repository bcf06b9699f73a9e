import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { SignInStep } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { SignInForms } from '../sign-in/sign-in-forms';
import { NewPasswordField } from './new-password-field';
import { WaysInClient } from './ways-in.client';

/** Where the link leads that an admin hands to a colleague: they choose a password, and go on to the second step. */
@Component({
  selector: 'cg-welcome-page',
  imports: [
    ErrorSummary,
    Field,
    FormField,
    NewPasswordField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    SignInForms,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './welcome-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WelcomePage {
  private readonly client = inject(WaysInClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly token = input.required<string>();

  protected readonly glimpse = loaded(this.token, (token) => this.client.glimpse(token));
  protected readonly sending = sendingOf('keys');
  protected readonly password = signal('');
  private readonly model = signal({ email: '' });
  protected readonly form = form(this.model);
  private readonly isUsedUp = signal(false);
  /** The second factor, for somebody who has one already. */
  protected readonly next = signal<SignInStep | null>(null);
  protected readonly shown = computed(() => {
    if (this.next() !== null) return 'second-factor';
    return this.isUsedUp() || this.glimpse.problem()?.code === 'link-over' ? 'over' : 'password';
  });

  constructor() {
    const [title, words] = [inject(PageTitle), inject(Words)];
    effect(() => title.set(words.say(`keys.welcome.titles.${this.shown()}`)));
  }

  protected async use(): Promise<void> {
    const { email } = this.model();
    const asksForAddress = this.glimpse.value()?.asksForAddress === true;
    const request = {
      token: this.token(),
      password: this.password(),
      ...(asksForAddress ? { email: email.trim() } : {}),
    };
    const used = await this.sending.send(
      async () => {
        await this.session.isSigningIn();
        return { next: await this.client.useLink(request) };
      },
      () => checkedAgainst('UseAccessLink', request),
    );
    if (used?.next) this.next.set(used.next);
    else if (used) await this.enter();
    else if (this.sending.problem()?.code === 'link-over') this.isUsedUp.set(true);
  }

  /** Whoever was signed in on this device before is not any more. */
  protected async enter(): Promise<void> {
    try {
      await this.session.load();
    } catch (cause) {
      if (!Problem.from(cause).isOffline) throw cause;
    }
    await this.router.navigateByUrl(this.session.home(), { replaceUrl: true });
  }
}
