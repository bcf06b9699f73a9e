import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { Supervision } from '@common-ground/contract';
import { ErrorSummary, Field, ProblemNotice, WordsInTemplate, sendingOf } from '@common-ground/web/platform';
import { StaffClient } from './staff.client';

/** Settles the last day of a supervision: now, or after a day. It says what follows before it is done. */
@Component({
  selector: 'cg-end-supervision-form',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  template: `
    <form *cgWords="let t" novalidate (submit)="$event.preventDefault(); end()">
      <cg-error-summary [errors]="sending.errors()" />
      @if (sending.problem(); as problem) {
        <cg-problem role="alert" area="practice" [problem]="problem" />
      }
      <cg-field
        for="untilOn"
        [label]="t('practice.pairs.lastDay') + ' ' + t('platform.forms.optional')"
        [hint]="
          t('practice.pairs.lastDayHint', {
            name: pair().therapist.displayName,
            holds: pair().strength === 'may-read' ? 'no' : 'yes',
          })
        "
        [error]="sending.errorAt('untilOn')"
      >
        <input id="untilOn" class="cg-input" type="date" [formField]="form.untilOn" />
      </cg-field>
      <p class="cg-buttons">
        <button type="submit" class="cg-button">{{ t('practice.pairs.endAct') }}</button>
        <button type="button" class="cg-button cg-plain" (click)="givenUp.emit()">
          {{ t('platform.acts.cancel') }}
        </button>
      </p>
    </form>
  `,
  styles: `
    input {
      max-inline-size: 14rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndSupervisionForm {
  private readonly client = inject(StaffClient);

  readonly pair = input.required<Supervision>();
  readonly over = output();
  readonly givenUp = output();

  protected readonly sending = sendingOf('practice');
  private readonly model = signal({ untilOn: '' });
  protected readonly form = form(this.model);

  protected async end(): Promise<void> {
    const { untilOn } = this.model();
    const request = untilOn === '' ? {} : { untilOn };
    if (await this.sending.send(() => this.client.endSupervision(this.pair().id, request))) this.over.emit();
  }
}
