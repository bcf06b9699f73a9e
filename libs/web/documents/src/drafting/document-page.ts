import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { Document, DocumentId } from '@common-ground/contract';
import {
  Breadcrumb,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { PageWaiting } from '../page-waiting';
import { DocumentsClient } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';
import { DraftingFrame } from '../writing/drafting-frame';
import { DocumentActs } from './document-acts';
import { DocumentStatus } from './document-status';
import { SubmittedText } from './submitted-text';
import { trailOf } from './trail';

/** A document: to be written by its author while it is a draft, to be read in every other state. */
@Component({
  selector: 'cg-document-page',
  imports: [
    Breadcrumb,
    DocumentActs,
    PageHeading,
    ProblemNotice,
    WordsInTemplate,
    PageWaiting,
    DraftingFrame,
    KindPaper,
    SubmittedText,
  ],
  templateUrl: './document-page.html',
  styleUrl: './document-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentPage {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  private readonly status = inject(DocumentStatus);

  readonly id = input.required<DocumentId>();

  protected readonly document = loaded(this.id, (id) => this.client.document(id));
  protected readonly trail = computed(() => trailOf(this.document.value(), this.words));
  protected readonly sentence = computed(() => {
    const document = this.document.value();
    return document ? this.status.of(document) : '';
  });
  protected readonly failed = signal<Problem | null>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const document = this.document.value();
      if (document) title.set(document.title);
    });
  }

  protected async reopen(document: Document): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.reopen(document.id);
      this.document.again();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
