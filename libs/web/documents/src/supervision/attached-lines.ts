import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttachedDocument, ReviewId } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  Problem,
  ProblemNotice,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

/** What goes along with a document for review: each to be read, and taken off again by those who sent it. */
@Component({
  selector: 'cg-attached-lines',
  imports: [ProblemNotice, RouterLink, WordsInTemplate],
  template: `
    <section *cgWords="let t" class="cg-paper" aria-labelledby="attached">
      <h2 id="attached" tabindex="-1">{{ t('documents.attached.title', { name: from() }) }}</h2>
      @if (failed(); as problem) {
        <cg-problem role="alert" area="documents" [problem]="problem" />
      }
      <ul>
        @for (one of attached(); track one.documentId) {
          <li>
            <a [routerLink]="['/app/reviews', review(), 'attached', one.documentId]">{{ titleOf(one) }}</a>
            <span class="cg-quiet">
              {{ t('platform.kinds.' + one.kind) }}
              @if (one.takenOffAt; as since) {
                · {{ t('documents.attached.takenOff', { moment: dates.moment(since) }) }}
              }
            </span>
            @if (mayTakeOff() && one.takenOffAt === null) {
              <button
                type="button"
                class="cg-button cg-plain"
                [attr.aria-label]="t('documents.attached.takeOffNamed', { title: titleOf(one) })"
                (click)="takeOff(one)"
              >
                {{ t('documents.attached.takeOff') }}
              </button>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    section {
      max-inline-size: 44rem;
      margin-block-end: 1.25rem;
    }
    h2 {
      margin: 0 0 0.375rem;
      font-size: 1.0625rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.75rem;
      min-block-size: 2.75rem;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachedLines {
  private readonly client = inject(DocumentsClient);
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);

  readonly review = input.required<ReviewId>();
  readonly attached = input.required<readonly AttachedDocument[]>();
  /** Who attached it. */
  readonly from = input.required<string>();
  readonly mayTakeOff = input(false);
  /** What goes along now. */
  readonly changed = output<readonly AttachedDocument[]>();

  protected readonly failed = signal<Problem | null>(null);

  protected titleOf({ kind, title }: AttachedDocument): string {
    return title || this.words.say(`documents.untitled.${kind}`);
  }

  /** The button goes; the cursor stays with the list. */
  protected async takeOff(one: AttachedDocument): Promise<void> {
    this.failed.set(null);
    try {
      this.changed.emit(await this.client.takeOff(this.review(), one.documentId));
      this.announcer.say(this.words.say('documents.attached.done', { title: this.titleOf(one) }));
      this.page.getElementById('attached')?.focus();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
