import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { LIMITS } from '@common-ground/contract';
import { Dates, Problem, ProblemWords, TranslocoDirective } from '@common-ground/web/platform';
import type { Replier, Thread } from './thread-order';

/** The threads at one block, in place, each with its answers and room for another. */
@Component({
  selector: 'cg-threads',
  imports: [TranslocoDirective],
  templateUrl: './threads.html',
  styleUrl: './threads.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Threads {
  protected readonly dates = inject(Dates);
  private readonly problems = inject(ProblemWords);

  readonly threads = input.required<readonly Thread[]>();
  readonly mayReply = input(false);
  readonly replier = input<Replier | null>(null);

  protected readonly limit = LIMITS.paragraph;
  /** The thread being answered, and what has been written so far. */
  protected readonly answering = signal<string | null>(null);
  protected readonly text = signal('');
  protected readonly failed = signal<string | null>(null);
  private isSending = false;

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
    if (text === '') return this.failed.set('empty');
    if (this.isSending) return;
    this.isSending = true;
    try {
      await this.replier()?.reply(thread, text);
      this.answering.set(null);
    } catch (cause) {
      this.failed.set(this.problems.of(Problem.from(cause), 'documents'));
    } finally {
      this.isSending = false;
    }
  }
}
