import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { type Block, LIMITS } from '@common-ground/contract';
import { Problem, ProblemWords, TranslocoDirective } from '@common-ground/web/platform';
import { ReviewStore } from './review.store';

/** Room for a comment on one block, with the words that were marked in it. It stays pending until the review is sent. */
@Component({
  selector: 'cg-comment-box',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (isOpen()) {
        <div class="box">
          @if (quote(); as words) {
            <blockquote>{{ words }}</blockquote>
          }
          <label [for]="'comment-' + block().id">{{
            t(quote() ? 'documents.comment.onWords' : 'documents.comment.on', { name: name() })
          }}</label>
          @if (failed(); as words) {
            <p role="alert" class="failed">{{ words === 'empty' ? t('documents.threads.empty') : words }}</p>
          }
          <textarea
            class="cg-input"
            [id]="'comment-' + block().id"
            [attr.maxlength]="limit"
            [value]="text()"
            (input)="write($event)"
          ></textarea>
          <div class="acts">
            <button type="button" class="cg-button" (click)="add()">{{ t('documents.comment.add') }}</button>
            <button type="button" class="cg-button cg-plain" (click)="isOpen.set(false)">
              {{ t('platform.acts.cancel') }}
            </button>
            <span class="cg-quiet">{{ t('documents.comment.pending') }}</span>
          </div>
        </div>
      } @else {
        <button
          type="button"
          class="cg-button cg-plain open"
          [attr.aria-label]="t('documents.comment.on', { name: name() })"
          (click)="open()"
        >
          {{ t('documents.comment.open') }}
        </button>
      }
    </ng-container>
  `,
  styleUrl: './comment-box.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentBox {
  private readonly store = inject(ReviewStore);
  private readonly problems = inject(ProblemWords);
  private readonly page = inject(DOCUMENT);

  readonly block = input.required<Block>();

  protected readonly limit = LIMITS.paragraph;
  protected readonly isOpen = signal(false);
  protected readonly quote = signal('');
  protected readonly text = signal('');
  protected readonly failed = signal<string | null>(null);
  protected readonly name = computed(() => {
    const block = this.block();
    if (block.kind === 'section') return block.title;
    return (block.kind === 'guidance' ? block.text : block.question).slice(0, 80);
  });
  private isAdding = false;

  protected open(): void {
    this.quote.set(this.markedWords());
    this.text.set('');
    this.failed.set(null);
    this.isOpen.set(true);
    // The field is drawn with the next frame; the cursor belongs into it.
    setTimeout(() => this.page.getElementById(`comment-${this.block().id}`)?.focus());
  }

  protected write(typed: Event): void {
    this.text.set((typed.target as HTMLTextAreaElement).value);
  }

  protected async add(): Promise<void> {
    const text = this.text().trim();
    if (text === '') return this.failed.set('empty');
    if (this.isAdding) return;
    this.isAdding = true;
    try {
      await this.store.comment(this.block().id, this.quote(), text);
      this.isOpen.set(false);
    } catch (cause) {
      this.failed.set(this.problems.of(Problem.from(cause), 'documents'));
    } finally {
      this.isAdding = false;
    }
  }

  /** What is selected, when it lies in this block and nowhere else. */
  private markedWords(): string {
    const selection = this.page.getSelection();
    const block = this.page.getElementById(`block-${this.block().id}`);
    if (!selection || !block?.contains(selection.anchorNode) || !block.contains(selection.focusNode))
      return '';
    return selection.toString().trim().slice(0, LIMITS.paragraph);
  }
}
