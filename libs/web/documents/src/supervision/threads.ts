import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import {
  LIMITS,
  type DocumentContent,
  type ReviewComment,
  type ReviewedKind,
  type SuggestionAnswer,
} from '@common-ground/contract';
import { rulesOf, whereMarkedWordsStand } from '@common-ground/rules/content';
import { Announcer, Dates, Problem, ProblemWords, Words, WordsInTemplate } from '@common-ground/web/platform';
import { HalfReplies } from './half-replies';
import type { Replier, Thread } from './thread-order';

/** The threads at one part, in place, each with its answers and room for another. What is settled is folded below. */
@Component({
  selector: 'cg-threads',
  imports: [NgTemplateOutlet, WordsInTemplate],
  templateUrl: './threads.html',
  styleUrl: './threads.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Threads {
  protected readonly dates = inject(Dates);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly page = inject(DOCUMENT);
  protected readonly half = inject(HalfReplies);

  readonly threads = input.required<readonly Thread[]>();
  readonly kind = input.required<ReviewedKind>();
  /** The text as it stands now, in which the words that comments are about are looked for. */
  readonly content = input.required<DocumentContent>();
  readonly mayReply = input(false);
  readonly replier = input<Replier | null>(null);

  protected readonly open = computed(() => this.threads().filter(({ first }) => first.resolvedAt === null));
  protected readonly settled = computed(() =>
    this.threads().filter(({ first }) => first.resolvedAt !== null),
  );
  /** What is half said stands open, also where its thread is folded away. */
  protected readonly hasOpenAnswer = computed(() =>
    this.settled().some(({ id }) => this.half.begun().has(id)),
  );
  private readonly parts = computed(() => rulesOf(this.kind()).parts(this.content()));

  protected readonly limit = LIMITS.paragraph;
  /** The thread being answered; one that was half answered before is open again. */
  protected readonly answering = linkedSignal<string | null, string | null>({
    source: () => this.threads().find(({ id }) => this.half.begun().has(id))?.id ?? null,
    computation: (begun, before) => before?.value ?? begun,
  });
  /** What did not work, and in which thread; no words when nothing was written. */
  protected readonly failed = signal<{ readonly thread: string; readonly words: string } | null>(null);
  /** The thread in which words were typed on while an answer went. */
  protected readonly wentOn = signal<string | null>(null);
  private isSending = false;

  constructor() {
    effect(() => {
      const id = this.replier()?.documentId() ?? null;
      untracked(() => this.half.open(id));
    });
  }

  protected said({ first, replies }: Thread): readonly ReviewComment[] {
    return [first, ...replies];
  }

  /**
   * What became of the words a comment is about; null while they stand. Words that make room for the suggested ones were
   * taken and are not gone, also in the moment before the supervisor knows.
   */
  protected whatBecame(comment: ReviewComment): 'wordsGone' | 'wordsTaken' | null {
    const stand = (quote: string): boolean =>
      whereMarkedWordsStand(this.content(), this.parts(), { ...comment, quote }) !== null;
    if (stand(comment.quote)) return null;
    const { suggestion } = comment;
    const isTaken = suggestion !== null && (suggestion.answer === 'taken' || stand(suggestion.words));
    return isTaken ? 'wordsTaken' : 'wordsGone';
  }

  protected begin(thread: Thread): void {
    this.answering.set(thread.id);
    this.failed.set(null);
  }

  protected write({ id }: Thread, typed: Event): void {
    this.half.keep(id, (typed.target as HTMLTextAreaElement).value);
  }

  protected cancel({ id }: Thread): void {
    this.half.letGo(id);
    this.answering.set(null);
  }

  protected async send(thread: Thread): Promise<void> {
    const written = this.half.of(thread.id);
    const text = written.trim();
    if (text === '') return this.failed.set({ thread: thread.id, words: '' });
    await this.try(thread, async (replier) => {
      await replier.reply(thread, text, this.half.tried(thread.id));
      // Words typed on meanwhile are another answer, which nobody has sent; those that went are taken out of it.
      const now = this.half.of(thread.id);
      const rest = now.startsWith(written) ? now.slice(written.length).trimStart() : now;
      this.half.keep(thread.id, rest);
      if (rest.trim() !== '') {
        this.wentOn.set(thread.id);
        return this.announcer.say(this.words.say('documents.threads.wentOn'));
      }
      this.answering.update((open) => (open === thread.id ? null : open));
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
    this.wentOn.set(null);
    try {
      await act(replier);
    } catch (cause) {
      this.failed.set({ thread: thread.id, words: this.problems.of(Problem.from(cause), 'documents') });
    } finally {
      this.isSending = false;
    }
  }
}
