import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import type { DocumentKind } from '@common-ground/contract';
import { readingOfDraft, rulesOf, type ReadingBand } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { Desk } from '../writing/desk';

/** Long enough for a sentence to be finished, and for a key never to wait for it. */
const PAUSE = 800;

/** How easily all the words of a draft read together, while it is written; a hint, and never in the way. */
@Component({
  selector: 'cg-reading-line',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (reading(); as it) {
        <p class="cg-quiet">
          @if (it.judged) {
            @let how = t('documents.library.bands.' + it.band);
            {{ t('documents.reads.' + it.formula, { how, score: it.score, words: it.words }) }}
          } @else {
            {{ t('documents.reads.tooShort', { words: it.words }) }}
          }
        </p>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingLine {
  private readonly desk = inject(Desk);

  readonly kind = input.required<DocumentKind>();

  protected readonly reading = signal<ReadingBand | null>(null);

  constructor() {
    effect((onCleanup) => {
      const [kind, { title, content }] = [this.kind(), this.desk.text()];
      const timer = setTimeout(() => {
        this.reading.set(readingOfDraft(title, content, rulesOf(kind).parts(content)));
      }, PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
