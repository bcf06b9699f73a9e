import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { Problem, ProblemWords, WordsInTemplate } from '@common-ground/web/platform';
import { ReadingStore } from './reading.store';

/** Below a part: whether its supervisor has read it, and the way to fold it or to open it again. */
@Component({
  selector: 'cg-part-reading',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (store.isFolded(part())) {
        <button
          type="button"
          class="folded"
          aria-expanded="false"
          [id]="'part-' + part()"
          [attr.data-why]="store.why(part())"
          (click)="show()"
        >
          <span class="why">{{ t('documents.reading.' + store.why(part())) }}</span>
          <span class="words">{{ name() }}</span>
          <span class="act">{{ t('documents.reading.show') }}</span>
        </button>
      } @else {
        @if (store.isRead(part())) {
          <button
            type="button"
            class="cg-button cg-plain"
            [id]="'part-' + part()"
            [attr.aria-label]="t('documents.reading.unmarkNamed', { name: name() })"
            (click)="mark(false)"
          >
            {{ t('documents.reading.unmark') }}
          </button>
        } @else {
          <button
            type="button"
            class="cg-button cg-plain"
            [id]="'part-' + part()"
            [attr.aria-label]="t('documents.reading.markNamed', { name: name() })"
            (click)="mark(true)"
          >
            {{ t('documents.reading.mark') }}
          </button>
        }
        @if (store.why(part()) !== null && !store.isAllOpen()) {
          <button
            type="button"
            class="cg-button cg-plain"
            aria-expanded="true"
            [attr.aria-label]="t('documents.reading.foldNamed', { name: name() })"
            (click)="fold()"
          >
            {{ t('documents.reading.fold') }}
          </button>
        }
      }
      @if (failed(); as words) {
        <p role="alert" class="failed">{{ words }}</p>
      }
    </ng-container>
  `,
  styleUrl: './part-reading.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartReading {
  protected readonly store = inject(ReadingStore);
  private readonly problems = inject(ProblemWords);
  private readonly page = inject(DOCUMENT);

  readonly part = input.required<string>();
  /** The part's first words. */
  readonly name = input.required<string>();

  protected readonly failed = signal<string | null>(null);
  private isMarking = false;

  protected show(): void {
    this.store.show(this.part());
    this.stay();
  }

  protected fold(): void {
    this.store.fold(this.part());
    this.stay();
  }

  protected async mark(read: boolean): Promise<void> {
    if (this.isMarking) return;
    this.isMarking = true;
    this.failed.set(null);
    try {
      await this.store.mark(this.part(), read);
      this.stay();
    } catch (cause) {
      this.failed.set(this.problems.of(Problem.from(cause), 'documents'));
    } finally {
      this.isMarking = false;
    }
  }

  /** The pressed button gives way to another with the next frame; the cursor stays at this part. */
  private stay(): void {
    setTimeout(() => this.page.getElementById(`part-${this.part()}`)?.focus());
  }
}
