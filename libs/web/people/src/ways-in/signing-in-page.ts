import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PasskeyEntry } from '@common-ground/contract';
import {
  Dates,
  ErrorSummary,
  PageHeading,
  ProblemNotice,
  Session,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { AuthenticatorSetup } from './authenticator-setup';
import { MyDevices } from './my-devices';
import { NewPasswordField } from './new-password-field';
import { type NoPasskey, Passkeys } from './passkeys';
import { RecoveryCodes } from './recovery-codes';
import { WaysInClient } from './ways-in.client';

/** How somebody signs in, and where they are signed in: theirs alone to see and to change. */
@Component({
  selector: 'cg-signing-in-page',
  imports: [
    AuthenticatorSetup,
    ErrorSummary,
    MyDevices,
    NewPasswordField,
    PageHeading,
    ProblemNotice,
    RecoveryCodes,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './signing-in-page.html',
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SigningInPage {
  private readonly client = inject(WaysInClient);
  private readonly passkeys = inject(Passkeys);
  private readonly dates = inject(Dates);

  protected readonly isStaff = inject(Session).isStaff;
  protected readonly ways = loaded(
    () => true,
    () => this.client.waysIn(),
  );
  protected readonly canUsePasskey = this.passkeys.isPossible;
  protected readonly noPasskey = signal<NoPasskey | null>(null);
  protected readonly isSettingUpApp = signal(false);
  /** New recovery codes, until their owner says that they are kept. */
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly password = signal('');
  protected readonly isPasswordChanged = signal(false);
  protected readonly sending = sendingOf('keys');
  protected readonly sendingPassword = sendingOf('keys');

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }

  protected async makePasskey(): Promise<void> {
    this.noPasskey.set(null);
    await this.change(async () => {
      const answer = await this.passkeys.make(await this.client.askForNewPasskey());
      if (typeof answer === 'string') this.noPasskey.set(answer);
      else await this.client.keepPasskey(answer);
    });
  }

  protected removePasskey(passkey: PasskeyEntry): Promise<void> {
    return this.change(() => this.client.removePasskey(passkey.id));
  }

  protected removeApp(): Promise<void> {
    return this.change(() => this.client.removeAuthenticator());
  }

  protected async renewCodes(): Promise<void> {
    const codes = await this.sending.send(() => this.client.renewRecoveryCodes());
    if (codes) this.codes.set(codes);
  }

  protected keepCodesOf(codes: readonly string[]): void {
    this.isSettingUpApp.set(false);
    this.codes.set(codes);
  }

  protected kept(): Promise<void> {
    this.codes.set([]);
    return this.change(async () => undefined);
  }

  /** Everywhere else they are signed out by it: the old password may be known to somebody. */
  protected async changePassword(): Promise<void> {
    this.isPasswordChanged.set(false);
    const request = { password: this.password() };
    const done = await this.sendingPassword.send(
      async () => {
        await this.client.changePassword(request.password);
        return true;
      },
      () => checkedAgainst('NewPassword', request),
    );
    if (!done) return;
    this.password.set('');
    this.isPasswordChanged.set(true);
  }

  private async change(act: () => Promise<void>): Promise<void> {
    const ways = await this.sending.send(async () => {
      await act();
      return this.client.waysIn();
    });
    if (ways) this.ways.set(ways);
  }
}
