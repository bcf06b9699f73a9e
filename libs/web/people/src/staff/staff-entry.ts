import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { AccessLink, StaffMember } from '@common-ground/contract';
import {
  Dates,
  ErrorSummary,
  Field,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { StaffClient } from './staff.client';

/** How a colleague gets in: the link by which they choose a password, and the address they sign in with. */
@Component({
  selector: 'cg-staff-entry',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  templateUrl: './staff-entry.html',
  styleUrl: './staff-entry.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffEntry {
  private readonly client = inject(StaffClient);
  protected readonly dates = inject(Dates);

  readonly person = input.required<StaffMember>();
  readonly changed = output<StaffMember>();

  protected readonly making = sendingOf('practice');
  protected readonly clearsSecondFactor = signal(false);
  /** Shown once; gone as soon as another one is made or another person looked at. */
  protected readonly link = signal<AccessLink | null>(null);
  protected readonly outcome = signal<'linkCopied' | 'linkNotCopied' | null>(null);

  protected readonly sending = sendingOf('practice');
  private readonly model = linkedSignal(() => ({ email: this.person().email ?? '' }));
  protected readonly form = form(this.model);

  protected async make(): Promise<void> {
    this.outcome.set(null);
    this.link.set(null);
    const request = { clearSecondFactor: this.clearsSecondFactor() };
    const made = await this.making.send(() => this.client.makeAccessLink(this.person().id, request));
    if (made) this.link.set(made);
  }

  protected async copy(link: AccessLink): Promise<void> {
    try {
      await navigator.clipboard.writeText(link.url);
      this.outcome.set('linkCopied');
    } catch {
      this.outcome.set('linkNotCopied');
    }
  }

  protected async changeEmail(): Promise<void> {
    const request = { email: this.model().email.trim() };
    const changed = await this.sending.send(
      () => this.client.changeEmail(this.person().id, request),
      () => checkedAgainst('ChangeStaffEmail', request),
    );
    if (!changed) return;
    // The server has ended it together with the old address.
    this.link.set(null);
    this.changed.emit(changed);
  }
}
