import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DuePlan } from '@common-ground/contract';
import { Announcer, Dates, Words, WordsInTemplate } from '@common-ground/web/platform';
import { PlanStore } from './plan.store';

/** Plans the family looks at again by the day of this hour. One click makes an entry of one; without any, nothing. */
@Component({
  selector: 'cg-due-list',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (store.due().length > 0) {
        <h3 id="due">{{ t('sessions.due.title') }}</h3>
        <ul class="cg-lines" aria-labelledby="due">
          @for (plan of store.due(); track plan.documentId) {
            <li>
              <p>
                <a class="cg-title" [routerLink]="['/app/docs', plan.documentId]">{{ plan.title }}</a>
                <span class="cg-quiet day">{{
                  t('sessions.due.day', { day: dates.day(plan.reviewOn) })
                }}</span>
              </p>
              <button
                type="button"
                class="cg-button cg-plain"
                [attr.aria-label]="t('sessions.due.takeUp') + ': ' + plan.title"
                (click)="takeUp(plan)"
              >
                {{ t('sessions.due.takeUp') }}
              </button>
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styleUrl: './due-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueList {
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);
  protected readonly store = inject(PlanStore);

  /** The id of the entry that came of it. */
  readonly takenUp = output<string>();

  /** The entry does not name the plan: whoever follows the hour reads its entries, and may not have the plan. */
  protected takeUp(plan: DuePlan): void {
    const id = this.store.takeUp(plan, this.words.say('sessions.due.entry'));
    this.announcer.say(this.words.say('sessions.due.takenUp', { title: plan.title }));
    this.takenUp.emit(id);
  }
}
