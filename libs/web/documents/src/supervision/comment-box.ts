import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { LIMITS, type MarkedWords } from '@common-ground/contract';
import { Problem, ProblemWords, WordsInTemplate } from '@common-ground/web/platform';
import { HalfSaid } from './half-said';
import { NO_WORDS, ReviewStore } from './review.store';

/** Room for a comment on one block, with the words that were marked in it. It stays pending until the review is sent. */
@Component({
  selector: 'cg-comment-box',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (isOpen()) {
        <div class="box">
          @if (marked().quote; as words) {
            <blockquote>{{ words }}</blockquote>
          }
          <label [for]="'comment-' + block()">{{
            t(marked().quote ? 'documents.comment.onWords' : 'documents.comment.on', { name: name() })
          }}</label>
          @if (failed(); as words) {
            <p role="alert" class="failed">{{ words === 'empty' ? t('documents.threads.empty') : words }}</p>
          }
          <textarea
            class="cg-input"
            [id]="'comment-' + block()"
            [attr.maxlength]="limit"
            [value]="text()"
            (input)="write($event)"
          ></textarea>
          @if (isSuggesting()) {
            <label [for]="'suggestion-' + block()">{{ t('documents.comment.suggestion') }}</label>
            <p class="cg-quiet hint">{{ t('documents.comment.suggestionHint') }}</p>
            <textarea
              class="cg-input"
              [id]="'suggestion-' + block()"
              [attr.maxlength]="limit"
              [value]="suggestion()"
              (input)="suggest($event)"
            ></textarea>
          } @else if (quoted().quote) {
            <button type="button" class="cg-button cg-plain suggest" (click)="beginSuggesting()">
              {{ t('documents.comment.suggest') }}
            </button>
          }
          <div class="acts">
            <button type="button" class="cg-button" (click)="add()">{{ t('documents.comment.add') }}</button>
            <button type="button" class="cg-button cg-plain" (click)="cancel()">
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
  host: { '[class.is-open]': 'isOpen()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentBox {
  private readonly store = inject(ReviewStore);
  private readonly problems = inject(ProblemWords);
  private readonly page = inject(DOCUMENT);
  private readonly half = inject(HalfSaid);

  /** The id of the part it is about. */
  readonly block = input.required<string>();
  /** The part's first words. */
  readonly name = input.required<string>();

  protected readonly limit = LIMITS.paragraph;
  /** What was half written here before; it stands there again, as it was left. */
  private readonly before = computed(() => this.half.comment(this.block()));
  protected readonly isOpen = linkedSignal(() => this.before() !== null);
  protected readonly marked = linkedSignal(() => this.before()?.marked ?? NO_WORDS);
  protected readonly text = linkedSignal(() => this.before()?.text ?? '');
  /** Other words for those quoted; for the whole part where none were marked. */
  protected readonly suggestion = linkedSignal(() => this.before()?.suggestion ?? '');
  protected readonly isSuggesting = linkedSignal(() => (this.before()?.suggestion ?? null) !== null);
  protected readonly quoted = computed(() =>
    this.marked().quote === '' ? this.store.wholeOf(this.block()) : this.marked(),
  );
  protected readonly failed = signal<string | null>(null);
  private isAdding = false;

  protected open(): void {
    this.marked.set(this.markedWords());
    this.text.set('');
    this.isSuggesting.set(false);
    this.failed.set(null);
    this.isOpen.set(true);
    this.goTo('comment');
  }

  /** Begins with the words as they are: most suggestions change a few of them. */
  protected beginSuggesting(): void {
    this.suggestion.set(this.quoted().quote);
    this.isSuggesting.set(true);
    this.goTo('suggestion');
  }

  protected suggest(typed: Event): void {
    this.suggestion.set((typed.target as HTMLTextAreaElement).value);
    this.keep();
  }

  /** The field is drawn with the next frame; the cursor belongs into it. */
  private goTo(field: 'comment' | 'suggestion'): void {
    setTimeout(() => this.page.getElementById(`${field}-${this.block()}`)?.focus());
  }

  protected write(typed: Event): void {
    this.text.set((typed.target as HTMLTextAreaElement).value);
    this.keep();
  }

  protected cancel(): void {
    this.half.letGoOfComment(this.block());
    this.isOpen.set(false);
  }

  private keep(): void {
    const suggestion = this.isSuggesting() ? this.suggestion() : null;
    this.half.keepComment(this.block(), { text: this.text(), marked: this.marked(), suggestion });
  }

  protected async add(): Promise<void> {
    const text = this.text().trim();
    if (text === '') return this.failed.set('empty');
    if (this.isAdding) return;
    const typed = this.isSuggesting() ? this.suggestion().trim() : '';
    // Words left as they were suggest nothing.
    const suggestion = typed === this.quoted().quote ? '' : typed;
    this.isAdding = true;
    try {
      const quoted = suggestion === '' ? this.marked() : this.quoted();
      await this.store.comment(this.block(), quoted, text, suggestion);
      this.cancel();
    } catch (cause) {
      this.failed.set(this.problems.of(Problem.from(cause), 'documents'));
    } finally {
      this.isAdding = false;
    }
  }

  /**
   * What is selected, when it lies in this part and nowhere else, with what stands around it there. Words that somebody
   * wrote: a selection that takes in a label of ours is a comment on the part as a whole.
   */
  private markedWords(): MarkedWords {
    const selection = this.page.getSelection();
    const block = this.page.getElementById(`block-${this.block()}`);
    if (!selection || !block?.contains(selection.anchorNode) || !block.contains(selection.focusNode))
      return NO_WORDS;
    const quote = selection.toString().trim();
    if (quote === '' || quote.length > LIMITS.paragraph) return NO_WORDS;
    const range = selection.getRangeAt(0);
    const before = range.cloneRange();
    before.selectNodeContents(block);
    const after = before.cloneRange();
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
    const marked = {
      quote,
      prefix: plain(before.toString()).slice(-LIMITS.aroundQuote),
      suffix: plain(after.toString()).slice(0, LIMITS.aroundQuote),
    };
    return this.store.stands(this.block(), marked) ? marked : NO_WORDS;
  }
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
