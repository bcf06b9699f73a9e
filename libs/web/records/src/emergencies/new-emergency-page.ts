import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';
import { EmergenciesStore } from './emergencies.store';

/** Emergency access: to whom, why, and all that follows from it, said before it is opened. */
@Component({
  selector: 'cg-new-emergency-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
  ],
  templateUrl: './new-emergency-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewEmergencyPage {
  private readonly client = inject(RecordsClient);
  private readonly store = inject(EmergenciesStore);
  private readonly router = inject(Router);

  protected readonly sending = sendingOf('records');
  private readonly model = signal({ clientName: '', familyName: '', reason: '' });
  protected readonly form = form(this.model);
  /** Asked for only once the name alone has turned out not to be enough. */
  protected readonly asksForFamily = computed(
    () => this.model().familyName !== '' || this.sending.errorAt('familyName') !== null,
  );

  protected async open(): Promise<void> {
    const { clientName, familyName, reason } = this.model();
    const request = {
      clientName: clientName.trim(),
      reason: reason.trim(),
      ...(familyName.trim() === '' ? {} : { familyName: familyName.trim() }),
    };
    const opened = await this.sending.send(
      () => this.client.open(request),
      () => checkedAgainst('NewBreakGlass', request),
    );
    if (!opened) return;
    this.store.all.set([opened, ...(this.store.all.value() ?? [])]);
    await this.router.navigate(['/app/emergencies', opened.id]);
  }
}
