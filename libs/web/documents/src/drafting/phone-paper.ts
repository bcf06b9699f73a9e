import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { KindPaper } from '../kinds/kind-paper';

/** A document that asks nothing, as somebody of the family reads it on a phone. */
@Component({
  selector: 'cg-phone-paper',
  imports: [KindPaper, WordsInTemplate],
  template: `
    <div
      *cgWords="let t"
      class="phone"
      role="group"
      [attr.aria-label]="t('documents.preview.phonePaper')"
      [attr.lang]="document().content.language"
    >
      <h2 class="cg-title">{{ document().title }}</h2>
      @if (isRead()) {
        <cg-kind-paper [kind]="document().kind" [content]="document().content" />
      }
      <ng-content />
    </div>
  `,
  styles: `
    .phone {
      box-sizing: border-box;
      inline-size: min(24.375rem, 100%);
      min-block-size: 40rem;
      padding: 1.5rem 1.25rem 1.25rem;
      border: 2px solid var(--cg-outline);
      border-radius: 28px;
      background: var(--cg-page);
      font-size: 1.125rem;
      line-height: 1.75rem;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhonePaper {
  readonly document = input.required<Document>();
  /** False where something else is projected into the frame. */
  readonly isRead = input(true);
}
