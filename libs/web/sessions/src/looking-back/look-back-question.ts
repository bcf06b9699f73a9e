import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  LIMITS,
  LOOK_BACK_CHOICES,
  LOOK_BACK_QUESTIONS,
  type LookBackDraft,
  type LookBackQuestion,
} from '@common-ground/contract';
import {
  Field,
  PageHeading,
  SafetyCardView,
  SaveStateLine,
  WordsInTemplate,
  bothTexts,
} from '@common-ground/web/platform';
import { LookBackStore } from './look-back.store';

/** One question about an hour: a choice of few, and own words. Both may be left out. */
@Component({
  selector: 'cg-look-back-question',
  imports: [Field, PageHeading, RouterLink, SafetyCardView, SaveStateLine, WordsInTemplate],
  templateUrl: './look-back-question.html',
  styleUrl: './look-back.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackQuestionForm {
  private readonly router = inject(Router);
  protected readonly store = inject(LookBackStore);

  readonly question = input.required<LookBackQuestion>();
  readonly number = input.required<number>();
  readonly comesFromCheck = input.required<boolean>();

  protected readonly total = LOOK_BACK_QUESTIONS.length;
  protected readonly most = LIMITS.paragraph;
  protected readonly choices = computed(() => LOOK_BACK_CHOICES[this.question()]);
  protected readonly draft = computed(() => this.store.draft(this.question()));
  protected readonly isSent = computed(() => this.store.sent().includes(this.question()));
  /** What the same person wrote on another device meanwhile. */
  protected readonly other = computed<LookBackDraft | null>(() => {
    const trouble = this.store.trouble(this.question());
    if (trouble?.sort !== 'conflict') return null;
    const { choice, words } = (trouble.theirs ?? { choice: null, words: '' }) as unknown as LookBackDraft;
    return { choice, words };
  });
  /** The choice made here, with the words of both; null where they do not fit. */
  protected readonly both = computed<LookBackDraft | null>(() => {
    const other = this.other();
    if (other === null) return null;
    const mine = this.draft();
    const words = bothTexts({ words: other.words }, { words: mine.words }, ['words'], this.most);
    return words && { choice: mine.choice ?? other.choice, ...words };
  });
  protected readonly isRefused = computed(() => this.store.trouble(this.question())?.sort === 'refused');

  protected back(): readonly (string | number)[] {
    if (this.comesFromCheck()) return this.way('check');
    return this.number() === 1 ? this.way() : this.way('q', this.number() - 1);
  }

  protected settle(draft: LookBackDraft): void {
    this.store.settle(this.question(), draft);
  }

  protected goOn(): void {
    this.store.flush(this.question());
    if (this.other() !== null) return;
    const isLast = this.number() === this.total || this.comesFromCheck();
    void this.router.navigate([...(isLast ? this.way('check') : this.way('q', this.number() + 1))]);
  }

  private way(...steps: readonly (string | number)[]): readonly (string | number)[] {
    return ['/me/sessions', this.store.lookBack()?.id ?? '', 'after', ...steps];
  }
}
