import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { Erasure } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  ErrorSummary,
  Field,
  ProblemNotice,
  Words,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';

/** One request to erase: what it means, and the two answers to it. Erasing is asked twice, keeping needs a reason. */
@Component({
  selector: 'cg-decide-erasure',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p>{{ sentence() }}</p>
      @if (erasure().because; as because) {
        <p class="cg-quiet">{{ t('records.erasure.because', { because }) }}</p>
      }
      @if (erasure().may.decide) {
        @switch (step()) {
          @case ('erase') {
            <p>{{ t('records.erasure.means', { name: erasure().who.displayName }) }}</p>
            @if (sending.problem(); as problem) {
              <cg-problem role="alert" area="records" [problem]="problem" />
            }
            <p class="cg-buttons">
              <button type="button" class="cg-button" (click)="erase()">
                {{ t('records.erasure.sure', { name: erasure().who.displayName }) }}
              </button>
              <button type="button" class="cg-button cg-plain" (click)="step.set(null)">
                {{ t('platform.acts.cancel') }}
              </button>
            </p>
          }
          @case ('keep') {
            <form novalidate (submit)="$event.preventDefault(); keep()">
              <cg-error-summary [errors]="sending.errors()" />
              @if (sending.problem(); as problem) {
                <cg-problem role="alert" area="records" [problem]="problem" />
              }
              <cg-field
                for="because"
                [label]="t('records.erasure.why')"
                [hint]="t('records.erasure.whyHint', { name: erasure().who.displayName })"
                [error]="sending.errorAt('because')"
              >
                <input
                  id="because"
                  class="cg-input"
                  type="text"
                  autocomplete="off"
                  [formField]="form.because"
                />
              </cg-field>
              <p class="cg-buttons">
                <button type="submit" class="cg-button">{{ t('records.erasure.keepAct') }}</button>
                <button type="button" class="cg-button cg-plain" (click)="step.set(null)">
                  {{ t('platform.acts.cancel') }}
                </button>
              </p>
            </form>
          }
          @default {
            <p class="cg-buttons">
              <button type="button" class="cg-button" (click)="step.set('erase')">
                {{ t('records.erasure.erase', { name: erasure().who.displayName }) }}
              </button>
              <button type="button" class="cg-button" (click)="step.set('keep')">
                {{ t('records.erasure.keep', { name: erasure().who.displayName }) }}
              </button>
            </p>
          }
        }
      }
    </ng-container>
  `,
  styles: `
    p {
      margin-block: 0 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideErasure {
  private readonly client = inject(RecordsClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly announcer = inject(Announcer);

  readonly erasure = input.required<Erasure>();
  readonly decided = output<Erasure>();

  protected readonly step = signal<'erase' | 'keep' | null>(null);
  protected readonly sending = sendingOf('records');
  private readonly model = signal({ because: '' });
  protected readonly form = form(this.model);
  protected readonly sentence = computed(() => {
    const { state, who, askedAt, decidedAt } = this.erasure();
    return this.words.say(`records.erasure.state.${state}`, {
      name: who.displayName,
      asked: this.dates.day(askedAt.slice(0, 10)),
      decided: decidedAt === null ? '' : this.dates.day(decidedAt.slice(0, 10)),
    });
  });

  protected async erase(): Promise<void> {
    const { id } = this.erasure();
    this.tell(await this.sending.send(() => this.client.erase(id)));
  }

  protected async keep(): Promise<void> {
    const { id } = this.erasure();
    const because = this.model().because.trim();
    this.tell(
      await this.sending.send(
        () => this.client.keep(id, because),
        () => checkedAgainst('RefuseErasure', { because }),
      ),
    );
  }

  private tell(changed: Erasure | null): void {
    if (changed === null) return;
    this.announcer.say(this.words.say('records.erasure.decided'));
    this.decided.emit(changed);
  }
}
