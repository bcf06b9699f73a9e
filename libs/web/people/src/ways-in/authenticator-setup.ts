import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import {
  ErrorSummary,
  Field,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { QrCode } from '../invitations/qr-code';
import { WaysInClient } from './ways-in.client';

/** A new secret for an authenticator app, and the first code that proves the app has it. */
@Component({
  selector: 'cg-authenticator-setup',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, QrCode, WordsInTemplate, Waiting],
  templateUrl: './authenticator-setup.html',
  styleUrl: './authenticator-setup.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthenticatorSetup {
  private readonly client = inject(WaysInClient);

  /** The recovery codes that come with it, shown nowhere else. */
  readonly confirmed = output<readonly string[]>();

  protected readonly fresh = loaded(
    () => true,
    () => this.client.beginAuthenticator(),
  );
  /** In groups of four: nobody types 32 letters in one go. */
  protected readonly secret = computed(
    () =>
      this.fresh
        .value()
        ?.secret.match(/.{1,4}/gu)
        ?.join(' ') ?? '',
  );
  protected readonly sending = sendingOf('keys');
  private readonly model = signal({ code: '' });
  protected readonly form = form(this.model);

  protected async confirm(): Promise<void> {
    const { code } = this.model();
    const codes = await this.sending.send(
      () => this.client.confirmAuthenticator(code),
      () => checkedAgainst('ConfirmAuthenticator', { code }),
    );
    if (codes) this.confirmed.emit(codes);
  }
}
