import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AccessLogEntry } from '@common-ground/contract';
import { Dates, Waiting, Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

/** How many lines stand there before somebody asks for more. */
const A_FEW = 5;

/** Who read or changed what is mine, newest first, a sentence each. */
@Component({
  selector: 'cg-who-read-mine',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <h2>{{ t('homework.privacy.readHeading') }}</h2>
      @if (log.value(); as entries) {
        @if (entries.length === 0) {
          <p>{{ t('homework.privacy.readNone') }}</p>
        } @else {
          <ul class="cg-lines">
            @for (entry of shown(); track entry.at + entry.action) {
              <li>{{ sentence(entry) }}</li>
            }
          </ul>
          @if (shown().length < entries.length) {
            <button type="button" class="cg-button" (click)="isAll.set(true)">
              {{ t('homework.privacy.readMore') }}
            </button>
          }
        }
      } @else {
        <cg-waiting [on]="log" shape="list" />
      }
    </ng-container>
  `,
})
export class WhoReadMine {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  protected readonly log = loaded(
    () => true,
    (_always, stop) => this.client.accessLog(stop),
  );
  protected readonly isAll = signal(false);
  protected readonly shown = computed(() => {
    const entries = this.log.value() ?? [];
    return this.isAll() ? entries : entries.slice(0, A_FEW);
  });

  protected sentence({ at, who, relation, action, subject }: AccessLogEntry): string {
    const known = [
      `homework.privacy.read.${action}`,
      `homework.privacy.readOf.${subject}`,
      'homework.privacy.readOf.other',
    ];
    const relations = [`homework.privacy.reader.${relation}`, `platform.relations.${relation}`];
    return this.words.firstOf(known, {
      who,
      relation: this.words.firstOf(relations),
      moment: this.dates.moment(at),
    });
  }
}
