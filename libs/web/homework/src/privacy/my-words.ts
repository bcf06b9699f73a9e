import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OfferedWords, WordsInTask } from '@common-ground/contract';
import { Dates, Words, WordsInTemplate } from '@common-ground/web/platform';

/** Page by page, who can read how much of what I wrote. */
@Component({
  selector: 'cg-my-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (words().length === 0) {
        <p>{{ t('homework.privacy.nothingYet') }}</p>
      } @else {
        <ul class="cg-lines">
          @for (one of words(); track one.taskId) {
            <li>
              @if (one.title; as title) {
                <a [routerLink]="['/me/tasks', one.taskId]">{{ title }}</a>
              } @else {
                <p>
                  <strong>{{ t('homework.privacy.closed') }}</strong>
                </p>
              }
              @if (!one.isSent) {
                <p>
                  {{ t('homework.privacy.' + (one.answered === 0 ? 'unsentNone' : 'unsent')) }}
                </p>
              } @else if (one.seen > 0) {
                <p>{{ t('homework.privacy.seen', { count: one.seen, names: namesOf(one) }) }}</p>
              }
              @if (one.kept > 0) {
                <p>{{ t('homework.privacy.kept', { count: one.kept }) }}</p>
              }
              @for (offer of one.offered; track $index) {
                <p>
                  {{
                    t('homework.privacy.' + (offer.isOpen ? 'open' : 'offered'), {
                      count: offer.count,
                      names: circleOf(offer),
                    })
                  }}
                </p>
              }
              @if (one.forFamily > 0) {
                <p>{{ t('homework.privacy.forFamily', { count: one.forFamily }) }}</p>
              }
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    li p {
      margin: 0;
    }
  `,
})
export class MyWords {
  private readonly dates = inject(Dates);
  private readonly say = inject(Words);

  readonly words = input.required<readonly WordsInTask[]>();

  protected circleOf({ circle }: OfferedWords): string {
    return this.dates.list(circle.map(({ displayName }) => displayName));
  }

  protected namesOf({ seenBy }: WordsInTask): string {
    return seenBy.length === 0
      ? this.say.say('homework.visibility.aTherapist')
      : this.dates.list(seenBy.map((reader) => reader.displayName));
  }
}
