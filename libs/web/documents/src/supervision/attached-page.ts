import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import type { DocumentId, ReviewId } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';
import { PageWaiting } from '../page-waiting';

/** A document that went along with one for review, as it stood then. It is read here, and nothing is said about it. */
@Component({
  selector: 'cg-attached-page',
  imports: [Breadcrumb, KindPaper, PageHeading, PageWaiting, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (text.value(); as it) {
        <cg-breadcrumb [trail]="trail()" />
        <h1 cgHeading class="cg-title">{{ it.title || t('documents.untitled.' + it.kind) }}</h1>
        <p>{{ t('documents.attached.asItStood', { moment: dates.moment(it.attachedAt) }) }}</p>
        @if (it.takenOffAt; as since) {
          <p>{{ t('documents.attached.takenOff', { moment: dates.moment(since) }) }}</p>
        }
        <article class="cg-paper" [attr.lang]="it.content.language">
          <cg-kind-paper [kind]="it.kind" [content]="it.content" />
        </article>
      } @else {
        <cg-page-waiting [on]="text" />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachedPage {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly id = input.required<ReviewId>();
  readonly documentId = input.required<DocumentId>();

  protected readonly text = loaded(
    computed(() => ({ review: this.id(), document: this.documentId() })),
    ({ review, document }) => this.client.attachedText(review, document),
  );
  protected readonly trail = computed(() => [
    { words: this.words.say('documents.queue.title'), link: '/app/reviews' },
    { words: this.words.say('documents.attached.back'), link: `/app/reviews/${this.id()}` },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const text = this.text.value();
      if (text === null) return;
      const named = text.title || this.words.say(`documents.untitled.${text.kind}`);
      title.set(this.words.say('documents.attached.pageTitle', { title: named }));
    });
  }
}
