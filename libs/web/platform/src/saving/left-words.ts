import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslocoDirective } from '../words/in-templates';

/** Words under the name of the field they were written in. */
export interface LeftField {
  readonly name: string;
  readonly words: string;
}

/** Words of one's own that went nowhere, and that nobody else reads: their author copies them, and deletes them. */
@Component({
  selector: 'cg-left-words',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (outcome() !== 'deleted' && written().length > 0) {
        <section aria-labelledby="left" class="cg-paper">
          <h2 id="left">{{ t(words() + 'title') }}</h2>
          <p>{{ why() }} {{ t(words() + 'explain') }}</p>
          @for (field of written(); track field.name) {
            <h3>{{ field.name }}</h3>
            <p class="words">{{ field.words }}</p>
          }
          <p class="cg-buttons">
            <button type="button" class="cg-button" (click)="copy()">
              {{ t(words() + 'copy') }}
            </button>
            <button type="button" class="cg-button" (click)="delete()">
              {{ t(words() + 'delete') }}
            </button>
          </p>
        </section>
      }
      <p role="status">
        @if (outcome(); as said) {
          {{ t(words() + said) }}
        }
      </p>
    </ng-container>
  `,
  styles: `
    section {
      margin-block: 1rem;
    }
    .words {
      max-inline-size: 44rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftWords {
  private readonly page = inject(DOCUMENT).defaultView;

  readonly fields = input.required<readonly LeftField[]>();
  /** Why they were not saved, in a sentence. */
  readonly why = input.required<string>();
  /** Where they lie: on this device alone, or with the server, never sent. */
  readonly place = input<'leftWords' | 'unsentWords'>('leftWords');
  readonly letGo = output();

  protected readonly words = computed(() => `platform.${this.place()}.`);

  protected readonly outcome = signal<'copied' | 'notCopied' | 'deleted' | null>(null);
  protected readonly written = computed(() => this.fields().filter(({ words }) => words !== ''));

  protected async copy(): Promise<void> {
    try {
      await this.page?.navigator.clipboard.writeText(
        this.written()
          .map(({ words }) => words)
          .join('\n\n'),
      );
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }

  protected delete(): void {
    this.outcome.set('deleted');
    this.letGo.emit();
  }
}
