import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import {
  LIMITS,
  type DocumentContent,
  type DocumentKind,
  type ReviewComment,
  type SuggestionAnswer,
} from '@common-ground/contract';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import { Dates, Problem, ProblemWords, TranslocoDirective, Words } from '@common-ground/web/platform';
import type { Replier, Thread } from './thread-order';

/** The threads at one part, in place, each with its answers and room for another. What is settled is folded below. */
@Component({
  selector: 'cg-threads',
  imports: [NgTemplateOutlet, TranslocoDirective],
  templateUrl: './threads.html',
  styleUrl: './threads.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Threads {
  protected readonly dates = inject(Dates);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly page = inject(DOCUMENT);

  readonly threads = input.required<readonly Thread[]>();
  readonly kind = input.required<DocumentKind>();
  /** The text as it stands now, in which the words that comments are about are looked for. */
  readonly content = input.required<DocumentContent>();
  readonly mayReply = input(false);
  readonly replier = input<Replier | null>(null);

  protected readonly open = computed(() => this.threads().filter(({ first }) => first.resolvedAt === null));
  protected readonly settled = computed(() =>
    this.threads().filter(({ first }) => first.resolvedAt !== null),
  );
  private readonly parts = computed(() => rulesOf(this.kind()).parts(this.content()));

  protected readonly limit = LIMITS.paragraph;
  /** The thread being answered, and what has been written so far. */
  protected readonly answering = signal<string | null>(null);
  protected readonly text = signal('');
  /** What did not work, and in which thread; no words when nothing was written. */
  protected readonly failed = signal<{ readonly thread: string; readonly words: string } | null>(null);
  private isSending = false;

  protected said({ first, replies }: Thread): readonly ReviewComment[] {
    return [first, ...replies];
  }

  protected standsStill(comment: ReviewComment): boolean {
    return whereMarkedWordsStand(this.content(), this.parts(), comment) !== null;
  }

  protected begin(thread: Thread): void {
    this.answering.set(thread.id);
    this.text.set('');
    this.failed.set(null);
  }

  protected write(typed: Event): void {
    this.text.set((typed.target as HTMLTextAreaElement).value);
  }

  protected async send(thread: Thread): Promise<void> {
    const text = this.text().trim();
    if (text === '') return this.failed.set({ thread: thread.id, words: '' });
    await this.try(thread, async (replier) => {
      await replier.reply(thread, text);
      this.answering.set(null);
    });
  }

  /** The thread goes to another place on the page; the cursor goes along. */
  protected async settle(thread: Thread, isSettled: boolean): Promise<void> {
    await this.try(thread, async (replier) => {
      await replier.settle(thread, isSettled);
      const place = isSettled ? `settled-${thread.first.blockId}` : `settle-${thread.id}`;
      setTimeout(() => this.page.getElementById(place)?.focus());
    });
  }

  /** What becomes of a suggestion is said where its acts stood. */
  protected async answerSuggestion(thread: Thread, answer: SuggestionAnswer): Promise<void> {
    await this.try(thread, async (replier) => {
      if (await replier.answerSuggestion?.(thread, answer))
        setTimeout(() => this.page.getElementById(`answered-${thread.id}`)?.focus());
      else this.failed.set({ thread: thread.id, words: this.words.say('documents.threads.cannotTake') });
    });
  }

  private async try(thread: Thread, act: (replier: Replier) => Promise<void>): Promise<void> {
    const replier = this.replier();
    if (this.isSending || replier === null) return;
    this.isSending = true;
    this.failed.set(null);
    try {
      await act(replier);
    } catch (cause) {
      this.failed.set({ thread: thread.id, words: this.problems.of(Problem.from(cause), 'documents') });
    } finally {
      this.isSending = false;
    }
  }
}
