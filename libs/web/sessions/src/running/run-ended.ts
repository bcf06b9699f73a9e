import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RunEnd } from '@common-ground/contract';
import { Dates, SafetyCardView, WordsInTemplate } from '@common-ground/web/platform';
import { CarriedActionsList } from '../carrying/carried-actions';
import { LookBacksList } from '../looking-back/look-backs-list';
import { CarryOn } from './carry-on';
import { PadStore } from './pad.store';
import { RunStore } from './run.store';

/** After the hour: what people leave with, what was not reached, and who can be called. An end can be taken back. */
@Component({
  selector: 'cg-run-ended',
  imports: [CarriedActionsList, CarryOn, LookBacksList, RouterLink, SafetyCardView, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p class="words">{{ t('running.ended.' + end() + '.what') }}</p>
      @if (end() === 'stopped') {
        <cg-safety-card />
      }
      @if (!isShared()) {
        <cg-carried-actions
          [id]="store.run().id"
          [stands]="store.run().revision + ' ' + store.padRevision()"
        />
      } @else if (agreed().length > 0) {
        <h3>{{ t('running.ended.agreed') }}</h3>
        <ul>
          @for (action of agreed(); track action.id) {
            <li>
              <strong>{{ action.who }}</strong>: {{ action.what }}
              <span class="cg-quiet">{{ action.when }}, {{ action.howOften }}</span>
            </li>
          }
        </ul>
      }
      @if (nextOn(); as day) {
        <p>{{ t('running.ended.next', { day }) }}</p>
      }
      @if (!isShared()) {
        <cg-carry-on />
        <cg-look-backs-list [id]="store.run().id" />
      }
      <div class="cg-buttons">
        @if (!isShared()) {
          <a class="cg-button" [routerLink]="['/app/sessions', store.run().id, 'pages']">{{
            t('running.ended.pages')
          }}</a>
          <a class="cg-button" [routerLink]="['/app/sessions', store.run().id, 'record']">{{
            t('running.ended.record')
          }}</a>
        }
        <button type="button" class="cg-button" (click)="goOn.emit()">{{ t('running.ended.goOn') }}</button>
      </div>
    </ng-container>
  `,
  styles: `
    .words {
      font-family: var(--cg-serif);
      font-size: 1.25rem;
      line-height: 1.875rem;
    }
    li {
      margin-block-end: 0.375rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunEnded {
  private readonly pads = inject(PadStore);
  private readonly dates = inject(Dates);
  protected readonly store = inject(RunStore);

  readonly end = input.required<RunEnd>();
  readonly isShared = input.required<boolean>();
  readonly goOn = output<void>();

  protected readonly agreed = computed(() =>
    (this.pads.content()?.actions ?? []).filter(({ agreed }) => agreed),
  );
  protected readonly nextOn = computed(() => {
    const nextOn = this.pads.content()?.nextOn ?? null;
    return nextOn === null ? null : this.dates.day(nextOn);
  });
}
