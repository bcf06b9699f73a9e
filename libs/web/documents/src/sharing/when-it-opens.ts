import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RHYTHMS } from '@common-ground/contract';
import { Field, type FieldError, WordsInTemplate } from '@common-ground/web/platform';
import { OpeningStore } from './opening.store';

/** Now, on a day, in a rhythm, or after another piece; and until when. */
@Component({
  selector: 'cg-when-it-opens',
  imports: [Field, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <fieldset>
        <legend>{{ t('documents.share.opens.title') }}</legend>
        @for (way of store.ways(); track way) {
          <label class="cg-choice">
            <input type="radio" name="opens" [checked]="store.how() === way" (change)="store.how.set(way)" />
            <span>{{ t('documents.share.opens.way.' + way) }}</span>
          </label>
        }
      </fieldset>
      @switch (store.how()) {
        @case ('day') {
          <cg-field
            for="startsOn"
            [label]="t('documents.share.opens.day')"
            [hint]="t('documents.share.opens.dayHint')"
            [error]="errorAt('startsOn')"
          >
            <input
              id="startsOn"
              type="date"
              class="cg-input day"
              [value]="store.startsOn()"
              (input)="store.startsOn.set(typed($event))"
            />
          </cg-field>
        }
        @case ('rhythm') {
          <fieldset>
            <legend>{{ t('documents.share.opens.howOften') }}</legend>
            @for (every of rhythms; track every) {
              <label class="cg-choice">
                <input
                  type="radio"
                  name="every"
                  [checked]="store.every() === every"
                  (change)="store.every.set(every)"
                />
                <span>{{ t('documents.share.opens.every.' + every) }}</span>
              </label>
            }
          </fieldset>
          <cg-field
            for="startsOn"
            [label]="t('documents.share.opens.first')"
            [hint]="t('documents.share.opens.firstHint')"
            [error]="errorAt('startsOn')"
          >
            <input
              id="startsOn"
              type="date"
              class="cg-input day"
              [value]="store.startsOn()"
              (input)="store.startsOn.set(typed($event))"
            />
          </cg-field>
          <cg-field for="untilOn" [label]="t('documents.share.opens.last')" [error]="errorAt('untilOn')">
            <input
              id="untilOn"
              type="date"
              class="cg-input day"
              [value]="store.untilOn()"
              (input)="store.untilOn.set(typed($event))"
            />
          </cg-field>
          <p class="cg-quiet" role="status">
            @if (store.rounds(); as rounds) {
              {{ t('documents.share.opens.rounds', { count: rounds.count, last: rounds.last }) }}
            }
          </p>
        }
        @case ('after') {
          <cg-field for="afterId" [label]="t('documents.share.opens.piece')" [error]="errorAt('afterId')">
            <select
              id="afterId"
              class="cg-input"
              [value]="store.afterId()"
              (change)="store.afterId.set(typed($event))"
            >
              <option value="">{{ t('documents.share.opens.choosePiece') }}</option>
              @for (piece of store.mayFollow(); track piece.documentId) {
                <option [value]="piece.documentId">{{ piece.title }}</option>
              }
            </select>
          </cg-field>
          <cg-field
            for="afterDays"
            [label]="t('documents.share.opens.days')"
            [hint]="t('documents.share.opens.daysHint')"
            [error]="errorAt('afterDays')"
          >
            <input
              id="afterDays"
              type="text"
              inputmode="numeric"
              class="cg-input count"
              [value]="store.days()"
              (input)="store.days.set(typed($event))"
            />
          </cg-field>
        }
      }
      <cg-field
        for="openUntilOn"
        [label]="t('documents.share.opens.until')"
        [hint]="t('documents.share.opens.untilHint')"
        [error]="errorAt('openUntilOn')"
      >
        <input
          id="openUntilOn"
          type="date"
          class="cg-input day"
          [value]="store.openUntilOn()"
          (input)="store.openUntilOn.set(typed($event))"
        />
      </cg-field>
    </ng-container>
  `,
  styles: `
    fieldset {
      margin-block-start: 1.5rem;
    }
    cg-field {
      display: block;
      max-inline-size: 40rem;
      margin-block-start: 1rem;
    }
    .day {
      max-inline-size: 14rem;
    }
    .count {
      max-inline-size: 6rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhenItOpens {
  protected readonly store = inject(OpeningStore);
  protected readonly rhythms = RHYTHMS;

  readonly errors = input.required<readonly FieldError[]>();

  protected errorAt(field: string): string | null {
    return this.errors().find((error) => error.field === field)?.words ?? null;
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }
}
