import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject, input } from '@angular/core';
import type { DocumentId } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  SafetyCardView,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { PaperChoices } from '../paper-choices';
import { PageWaiting } from '../page-waiting';
import { DocumentsClient, pdfAddress } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';
import { KIND_PAGES } from '../kinds/kinds';
import { PrintedFooter } from '../kinds/worksheet/print/printed-footer';
import { PreviewAs } from './preview-as';
import { trailOf } from './trail';

/** The document as the family will see it, in a phone; on paper when it is printed. */
@Component({
  selector: 'cg-preview-page',
  imports: [
    Breadcrumb,
    KindPaper,
    NgComponentOutlet,
    PageHeading,
    PageWaiting,
    PaperChoices,
    PreviewAs,
    SafetyCardView,
    WordsInTemplate,
    Waiting,
  ],
  providers: [PrintedFooter],
  templateUrl: './preview-page.html',
  styleUrl: './preview-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewPage {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly page = inject(DOCUMENT);

  readonly id = input.required<DocumentId>();

  protected readonly document = loaded(this.id, (id) => this.client.document(id));
  protected readonly preview = loaded(
    () => this.document.value()?.kind,
    (kind) => KIND_PAGES[kind].preview(),
  );
  protected readonly inputs = computed(() => {
    const document = this.document.value();
    return document === null ? {} : KIND_PAGES[document.kind].previewInputs(document);
  });
  protected readonly trail = computed(() => trailOf(this.document.value(), this.words, true));
  protected readonly pdf = computed(() => pdfAddress(this.id()));

  constructor() {
    const title = inject(PageTitle);
    const footer = inject(PrintedFooter);
    effect(() => {
      const document = this.document.value();
      if (document === null) return;
      title.set(this.words.say('documents.preview.pageTitle', { title: document.title }));
      const version = document.version
        ? this.words.say('documents.paper.version', { version: document.version.number })
        : this.words.say('documents.paper.draft');
      footer.show([document.title, version, this.dates.day(document.updatedAt.slice(0, 10))].join(' · '));
    });
  }

  protected print(): void {
    this.page.defaultView?.print();
  }
}
