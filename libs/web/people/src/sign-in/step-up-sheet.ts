import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  inject,
  signal,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { FieldProblem } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  ProblemNotice,
  Session,
  StepUp,
  Words,
  WordsInTemplate,
  sendingOf,
} from '@common-ground/web/platform';
import { type NoPasskey, Passkeys } from '../ways-in/passkeys';
import { SignInClient } from './sign-in.client';

/** Lies over the page whose act asks once more who somebody is. Behind it everything waits as it was. */
@Component({
  selector: 'cg-step-up-sheet',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  templateUrl: './step-up-sheet.html',
  styleUrl: './step-up-sheet.scss',
  host: { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'step-up' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepUpSheet {
  private readonly client = inject(SignInClient);
  private readonly passkeys = inject(Passkeys);
  private readonly stepUp = inject(StepUp);

  protected readonly isStaff = inject(Session).isStaff;
  protected readonly canUsePasskey = this.passkeys.isPossible;
  protected readonly noPasskey = signal<NoPasskey | null>(null);
  protected readonly sending = sendingOf('people');
  private readonly model = signal({ password: '', code: '', pin: '' });
  protected readonly form = form(this.model);

  constructor() {
    void inject(Words).open('people');
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const before = inject(DOCUMENT).activeElement;
    afterNextRender(() => host.querySelector('h1')?.focus());
    // Whoever comes back stands where they pressed.
    inject(DestroyRef).onDestroy(() => setTimeout(() => before instanceof HTMLElement && before.focus()));
  }

  protected async prove(): Promise<void> {
    const { password, code, pin } = this.model();
    const proof = this.isStaff() ? { password, code: code.trim() } : { pin: pin.replace(/\s/gu, '') };
    const rules = this.isStaff()
      ? ([
          [password !== '', 'step-up-password', 'missing'],
          [code.trim().length >= 6, 'step-up-code', 'missing'],
        ] as const)
      : ([[/^\d{6}$/u.test(pin.replace(/\s/gu, '')), 'step-up-pin', 'sixDigits']] as const);
    const faults: readonly FieldProblem[] = rules
      .filter(([isFine]) => !isFine)
      .map(([, path, why]) => ({ path, code: why, message: why }));
    const isProven = await this.sending.send(
      async () => {
        await this.client.prove(proof);
        return true;
      },
      async () => faults,
    );
    if (isProven === true) this.stepUp.answer(true);
  }

  protected async proveWithPasskey(): Promise<void> {
    this.noPasskey.set(null);
    const isProven = await this.sending.send(async () => {
      const passkey = await this.passkeys.answer(await this.client.askForPasskey('step-up'));
      if (typeof passkey === 'string') {
        this.noPasskey.set(passkey);
        return null;
      }
      await this.client.prove({ passkey });
      return true;
    });
    if (isProven === true) this.stepUp.answer(true);
  }

  protected leaveIt(): void {
    this.stepUp.answer(false);
  }
}
