import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AnswerDraft, AnswerValue, Prompt } from '@common-ground/contract';
import { Dates, type SaveTrouble, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { bothOf, savedIn } from './both-texts';

/** One answer was written in two places. Both stand here in full until its author says which one stays. */
@Component({
  selector: 'cg-two-texts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, WordsInTemplate],
  template: `
    <section *cgWords="let t" aria-labelledby="two-texts" role="alert">
      <h2 id="two-texts">{{ t('homework.twoTexts.title') }}</h2>
      <p>{{ t('homework.twoTexts.explain') }}</p>
      <h3>{{ t('homework.twoTexts.mine') }}</h3>
      <cg-answer-words class="one" [prompt]="prompt()" [value]="mine().value" />
      <h3>{{ t('homework.twoTexts.other', { when: when() }) }}</h3>
      <cg-answer-words class="one" [prompt]="prompt()" [value]="other().value" />
      <div class="acts">
        <button type="button" class="cg-button" (click)="chosen.emit(mine())">
          {{ t('homework.twoTexts.keepMine') }}
        </button>
        <button type="button" class="cg-button" (click)="chosen.emit(other())">
          {{ t('homework.twoTexts.keepOther') }}
        </button>
        @if (both() !== null) {
          <button type="button" class="cg-button" (click)="keepBoth()">
            {{ t('homework.twoTexts.keepBoth') }}
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    section {
      margin-block: 24px;
      padding: 16px;
      border: 1px solid var(--cg-outline);
      border-radius: 10px;
      background: var(--cg-raised);
    }
    h2 {
      margin: 0 0 8px;
      font-size: 1.25rem;
    }
    h3 {
      margin: 16px 0 4px;
      font-size: 1rem;
    }
    p {
      margin: 0;
    }
    .one {
      padding-inline-start: 12px;
      border-inline-start: 3px solid var(--cg-outline);
    }
    .acts {
      display: grid;
      gap: 8px;
      margin-block-start: 16px;
    }
  `,
})
export class TwoTexts {
  private readonly dates = inject(Dates);

  readonly prompt = input.required<Prompt>();
  readonly mine = input.required<AnswerDraft>();
  readonly conflict = input.required<Extract<SaveTrouble, { sort: 'conflict' }>>();
  readonly chosen = output<AnswerDraft>();

  protected readonly other = computed<AnswerDraft>(() => savedIn(this.conflict().theirs, this.mine()));
  protected readonly both = computed<AnswerValue>(() =>
    bothOf(this.prompt(), this.other().value, this.mine().value),
  );
  protected readonly when = computed(() =>
    this.dates.moment(this.conflict().changedAt ?? new Date().toISOString()),
  );

  protected keepBoth(): void {
    this.chosen.emit({ ...this.mine(), value: this.both() });
  }
}
