import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { LIMITS, type Verdict } from '@common-ground/contract';
import { ErrorSummary, Field, type FieldError, Words, WordsInTemplate } from '@common-ground/web/platform';
import { HalfSaid } from './half-said';
import { ReadingStore } from './reading.store';
import { ReviewStore } from './review.store';

/** The order in which a supervisor thinks: may it go out, what is missing, or just a word. */
const ORDER = ['approve', 'ask-for-changes', 'comment'] as const satisfies readonly Verdict[];

/** The verdict and a few words with it. Sending it sends the pending comments too. */
@Component({
  selector: 'cg-verdict-form',
  imports: [ErrorSummary, Field, WordsInTemplate],
  template: `
    <section *cgWords="let t" aria-labelledby="verdict-heading">
      <cg-error-summary [errors]="errors()" />
      <h2 id="verdict-heading">{{ t('documents.verdict.title') }}</h2>
      <fieldset>
        <legend>{{ t('documents.verdict.which') }}</legend>
        @for (one of order; track one) {
          <label class="cg-choice">
            <input
              type="radio"
              name="verdict"
              [id]="'verdict-' + one"
              [checked]="verdict() === one"
              (change)="choose(one)"
            />
            <span>
              {{ t(words() + one) }}
              <span class="cg-quiet hint">{{ t(hintOf(one), { name: from() }) }}</span>
            </span>
          </label>
        }
      </fieldset>
      <cg-field
        for="summary"
        [label]="t('documents.verdict.summary')"
        [hint]="t('documents.verdict.summaryHint', { name: from() })"
      >
        <textarea
          id="summary"
          class="cg-input"
          [attr.maxlength]="limit"
          [value]="summary()"
          (input)="write($event)"
        ></textarea>
      </cg-field>
      <p class="cg-quiet">{{ t('documents.verdict.pending', { count: store.pending() }) }}</p>
      <p class="cg-quiet">{{ t('documents.verdict.read', reading.count()) }}</p>
      <button type="button" class="cg-button cg-primary" (click)="send()">
        {{ t(words() + 'send.' + (verdict() ?? 'none'), { name: from() }) }}
      </button>
    </section>
  `,
  styles: `
    cg-field {
      display: block;
      max-inline-size: 40rem;
    }
    .hint {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerdictForm {
  protected readonly store = inject(ReviewStore);
  protected readonly reading = inject(ReadingStore);
  private readonly says = inject(Words);

  protected readonly order = ORDER;
  protected readonly limit = LIMITS.paragraph;
  private readonly half = inject(HalfSaid);
  protected readonly verdict = linkedSignal(() => this.half.verdict().half?.verdict ?? null);
  protected readonly summary = linkedSignal(() => this.half.verdict().half?.summary ?? '');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly from = computed(() => this.store.review.value()?.from.displayName ?? '');
  /** A second signature is its own act, in its own words. */
  protected readonly words = computed(() =>
    this.store.review.value()?.act === 'co-sign' ? 'documents.coSignature.' : 'documents.verdict.',
  );
  private isSending = false;

  /** The plan of an hour is shared with nobody, whoever signs it. */
  protected hintOf(verdict: Verdict): string {
    const isPlan = this.store.review.value()?.document.kind === 'hour-plan';
    return verdict === 'approve' && isPlan ? 'documents.plan.approve' : `${this.words()}hint.${verdict}`;
  }

  protected choose(verdict: Verdict): void {
    this.verdict.set(verdict);
    this.keep();
    this.errors.set([]);
  }

  protected write(typed: Event): void {
    this.summary.set((typed.target as HTMLTextAreaElement).value);
    this.keep();
  }

  protected async send(): Promise<void> {
    const verdict = this.verdict();
    const summary = this.summary().trim();
    if (verdict === null) return this.refuse('verdict-approve', 'documents.verdict.chooseOne');
    // Asked to change something, a therapist has to learn what: in a comment or here.
    if (verdict !== 'approve' && summary === '' && this.store.pending() === 0) {
      return this.refuse('summary', 'documents.verdict.sayWhat');
    }
    this.errors.set([]);
    if (this.isSending) return;
    this.isSending = true;
    if (await this.store.decide(verdict, summary)) this.half.letGoOfVerdict();
    this.isSending = false;
  }

  private keep(): void {
    this.half.keepVerdict({ verdict: this.verdict(), summary: this.summary() });
  }

  private refuse(field: string, key: string): void {
    this.errors.set([{ field, words: this.says.say(key) }]);
  }
}
