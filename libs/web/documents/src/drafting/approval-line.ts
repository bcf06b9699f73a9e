import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { Document, Version } from '@common-ground/contract';
import { newReviewOf } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { ChangeList } from '../supervision/change-list';
import { Desk } from '../writing/desk';

/** Long enough for a sentence to be finished, and for a key never to wait for it. */
const PAUSE = 800;

/** Whether an approval given earlier still holds for the draft, and if not, what in it needs a new review. */
@Component({
  selector: 'cg-approval-line',
  imports: [ChangeList, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (newReview(); as it) {
        @let said = { name: by(), moment: at() };
        @if (it.isNeeded) {
          <p>{{ t('documents.approval.changed', said) }}</p>
          @if (it.because.length > 0) {
            <cg-change-list [kind]="document().kind" [changes]="it.because" [blocks]="blocks()" />
          }
        } @else {
          <p>{{ t('documents.approval.holds', said) }}</p>
        }
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalLine {
  private readonly client = inject(DocumentsClient);
  private readonly dates = inject(Dates);
  private readonly desk = inject(Desk);

  readonly document = input.required<Document>();
  /** The parts of the draft, to lead to those that changed. */
  readonly blocks = input<readonly string[]>([]);

  private readonly approved = signal<Version | null>(null);
  private readonly text = signal(this.desk.text());
  protected readonly by = computed(() => this.document().approvedVersion?.by.displayName ?? '');
  protected readonly at = computed(() => this.dates.moment(this.document().approvedVersion?.at ?? ''));
  protected readonly newReview = computed(() => {
    const approved = this.approved();
    return approved === null ? null : newReviewOf(this.document().kind, approved, this.text());
  });

  constructor() {
    effect(() => {
      const { id, approvedVersion } = this.document();
      if (approvedVersion === null) return;
      // Advice beside the draft: where it does not come, the page for sharing says the same.
      this.client.version(id, approvedVersion.number).then(
        (version) => this.approved.set(version),
        () => undefined,
      );
    });
    effect((onCleanup) => {
      const text = this.desk.text();
      const timer = setTimeout(() => this.text.set(text), PAUSE);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
