import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { TranslocoDirective } from '@common-ground/web/platform';
import { PhonePaper } from '../../../drafting/phone-paper';
import { ScriptPractice } from '../practise/script-practice';

/** A script as somebody of the family has it on a phone: to read, and to rehearse. */
@Component({
  selector: 'cg-script-preview',
  imports: [PhonePaper, ScriptPractice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="cg-buttons" role="group" [attr.aria-label]="t('documents.preview.how')">
        @for (way of ways; track way) {
          <button
            type="button"
            class="cg-button"
            [attr.aria-pressed]="shown() === way"
            (click)="shown.set(way)"
          >
            {{ t('documents.preview.' + way) }}
          </button>
        }
      </div>
      <cg-phone-paper [document]="document()" [isRead]="shown() === 'read'">
        @if (shown() === 'practise' && script(); as content) {
          <cg-script-practice [content]="content" />
        }
      </cg-phone-paper>
    </ng-container>
  `,
  styles: `
    [aria-pressed='true'] {
      border-color: var(--cg-primary);
      background: var(--cg-raised);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScriptPreview {
  readonly document = input.required<Document>();

  protected readonly ways = ['read', 'practise'] as const;
  protected readonly shown = signal<(typeof this.ways)[number]>('read');
  protected readonly script = computed(() => {
    const { content } = this.document();
    return 'turns' in content ? content : null;
  });
}
