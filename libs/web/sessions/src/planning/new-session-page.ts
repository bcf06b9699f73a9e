import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  SESSION_FORMATS,
  daysAfter,
  type FamilyId,
  type FamilySessionId,
  type SessionFormat,
} from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';
import { sessionTrail } from './trail';

/** Where an hour begins: a format, a day and a time. Everything else is written on its own page. */
@Component({
  selector: 'cg-new-session-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './new-session-page.html',
  styles: `
    .when {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: 0 1.5rem;
      max-inline-size: 30rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewSessionPage {
  private readonly client = inject(SessionsClient);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  readonly id = input.required<FamilyId>();
  /** The hour that did not reach everything. */
  readonly after = input<FamilySessionId>();
  /** The day that was agreed on for it. */
  readonly on = input<string>();

  protected readonly formats = SESSION_FORMATS;
  protected readonly sending = sendingOf('sessions');
  protected readonly family = loaded(this.id, (id) => this.client.family(id));
  protected readonly trail = computed(() => {
    const family = this.family.value();
    return family ? sessionTrail(this.words, family) : [];
  });
  private readonly model = linkedSignal<{ format: SessionFormat; startsOn: string; startTime: string }>(
    () => ({
      format: 'family-session',
      // Families mostly meet again on the same day of the week.
      startsOn: this.on() ?? daysAfter(new Date().toISOString().slice(0, 10), 7),
      startTime: '16:00',
    }),
  );
  protected readonly form = form(this.model);

  protected async plan(): Promise<void> {
    const after = this.after();
    const request = { ...this.model(), ...(after === undefined ? {} : { after }) };
    const session = await this.sending.send(
      () => this.client.plan(this.id(), request),
      () => checkedAgainst('NewFamilySession', request),
    );
    if (session) void this.router.navigate(['/app/sessions', session.id]);
  }
}
