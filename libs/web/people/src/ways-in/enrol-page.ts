import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  PageHeading,
  PageTitle,
  ProblemNotice,
  Session,
  Words,
  WordsInTemplate,
  sendingOf,
} from '@common-ground/web/platform';
import { AuthenticatorSetup } from './authenticator-setup';
import { type NoPasskey, Passkeys } from './passkeys';
import { RecoveryCodes } from './recovery-codes';
import { WaysInClient } from './ways-in.client';

type Step = 'choose' | 'app' | 'codes';

/** The one page open to staff who have no second factor: they set one up, keep their recovery codes, and are in. */
@Component({
  selector: 'cg-enrol-page',
  imports: [AuthenticatorSetup, PageHeading, ProblemNotice, RecoveryCodes, WordsInTemplate],
  templateUrl: './enrol-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolPage {
  private readonly client = inject(WaysInClient);
  private readonly passkeys = inject(Passkeys);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly step = input<string>();

  protected readonly sending = sendingOf('keys');
  protected readonly canUsePasskey = this.passkeys.isPossible;
  protected readonly noPasskey = signal<NoPasskey | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly name = computed(() => this.session.person()?.displayName ?? '');
  protected readonly shown = computed<Step>(() => {
    if (this.codes().length > 0) return 'codes';
    return this.step() === 'app' ? 'app' : 'choose';
  });

  constructor() {
    const [title, words] = [inject(PageTitle), inject(Words)];
    effect(() => title.set(words.say(`keys.enrol.titles.${this.shown()}`)));
  }

  protected go(step: Step): void {
    void this.router.navigate([], { queryParams: { step } });
  }

  protected async makePasskey(): Promise<void> {
    this.noPasskey.set(null);
    const codes = await this.sending.send(async () => {
      const answer = await this.passkeys.make(await this.client.askForNewPasskey());
      if (typeof answer === 'string') {
        this.noPasskey.set(answer);
        return null;
      }
      await this.client.keepPasskey(answer);
      return this.client.renewRecoveryCodes();
    });
    if (codes) await this.show(codes);
  }

  /** A page of its own, which nobody comes back to by going back. */
  protected async show(codes: readonly string[]): Promise<void> {
    await this.router.navigate([], { queryParams: { step: 'codes' }, replaceUrl: true });
    this.codes.set(codes);
  }

  protected async enter(): Promise<void> {
    await this.sending.send(async () => {
      await this.session.load();
      await this.router.navigateByUrl(this.session.home(), { replaceUrl: true });
    });
  }
}
