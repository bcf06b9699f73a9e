import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { DayPreview } from '../kinds/by-day/day-preview';
import { ScriptPractice } from '../kinds/role-play-script/practise/script-practice';
import { PhonePaper } from './phone-paper';

/** What is read and then used, as somebody of the family has it on a phone: a script to rehearse, a plan for each day. */
@Component({
  selector: 'cg-used-preview',
  imports: [DayPreview, PhonePaper, ScriptPractice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <div class="cg-buttons" role="group" [attr.aria-label]="t('documents.preview.how')">
        @for (way of ways(); track way) {
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
        @if (shown() !== 'read') {
          @if (script(); as content) {
            <cg-script-practice [content]="content" />
          } @else {
            <cg-day-preview [document]="document()" />
          }
        }
      </cg-phone-paper>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsedPreview {
  readonly document = input.required<Document>();

  protected readonly script = computed(() => {
    const { content } = this.document();
    return 'turns' in content ? content : null;
  });
  protected readonly ways = computed(() => ['read', this.script() === null ? 'days' : 'practise'] as const);
  protected readonly shown = signal<'read' | 'practise' | 'days'>('read');
}
