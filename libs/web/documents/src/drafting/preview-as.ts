import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { Document, ShareLine } from '@common-ground/contract';
import { Dates, Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { ShareWords } from '../sharing/share-words';

/**
 * Looks at a document as one person of the family: whether it can reach them as things stand, and who will read what they
 * answer. Quietly left out when the server does not say who there is; the preview can be read without.
 */
@Component({
  selector: 'cg-preview-as',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (people.value(); as lines) {
        <label for="preview-as">{{ t('documents.preview.as') }}</label>
        <select id="preview-as" class="cg-input" (change)="choose($event)">
          <option value="">{{ t('documents.preview.anybody') }}</option>
          @for (line of lines; track line.member.id) {
            <option [value]="line.member.id" [selected]="line.member.id === id()">
              {{ shareWords.called(line) }}
            </option>
          }
        </select>
        <p role="status">
          @if (chosen(); as line) {
            {{ reachedBy(line) }}
          }
        </p>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 24.375rem;
      margin-block: 1.5rem 1rem;
    }

    label {
      display: block;
      margin-block-end: 0.25rem;
      font-weight: 700;
    }

    p {
      margin-block: 0.5rem 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewAs {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  protected readonly shareWords = inject(ShareWords);

  readonly document = input.required<Document>();
  /** The names of everybody who will read this person's answers; empty for nobody in particular. */
  readonly readers = output<string>();
  /** From the address: the member it is looked at as. */
  readonly member = input<string>();

  protected readonly people = loaded(
    () => this.document().id,
    async (id) => (await this.client.previewShare(id)).lines,
  );
  protected readonly id = linkedSignal(() => this.member() ?? '');
  protected readonly chosen = computed(
    () => this.people.value()?.find(({ member }) => member.id === this.id()) ?? null,
  );

  constructor() {
    effect(() => {
      const names = this.chosen()?.repliesSeenBy.map(({ displayName }) => displayName) ?? [];
      this.readers.emit(names.length === 0 ? '' : this.dates.list(names));
    });
  }

  protected reachedBy(line: ShareLine): string {
    if (!line.allowed) return this.shareWords.whyNot(line, this.document().kind);
    return this.words.say('documents.preview.reaches', { name: line.member.displayName });
  }

  protected choose(event: Event): void {
    this.id.set((event.target as HTMLSelectElement).value);
  }
}
