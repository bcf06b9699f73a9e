import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Change, Document, DocumentId, Version, VersionSummary } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  Empty,
  PageHeading,
  Problem,
  ProblemNotice,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { PageWaiting } from '../page-waiting';
import { DocumentsClient } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';
import { Addenda } from '../supervision/addenda';
import { ChangeList } from '../supervision/change-list';
import { SignatureLines } from '../supervision/signature-lines';
import { trailOf } from './trail';

interface Past {
  readonly document: Document;
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
}

/** Every version that was ever sent for review, approved or shared, and what changed from one to the next. */
@Component({
  selector: 'cg-history-page',
  imports: [
    Addenda,
    Breadcrumb,
    ChangeList,
    Empty,
    PageHeading,
    PageWaiting,
    ProblemNotice,
    SignatureLines,
    WordsInTemplate,
    KindPaper,
  ],
  templateUrl: './history-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPage {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly id = input.required<DocumentId>();

  protected readonly past = loaded(this.id, async (id): Promise<Past> => {
    const [document, versions] = await Promise.all([this.client.document(id), this.client.versions(id)]);
    return { document, versions: versions.toSorted((one, other) => other.number - one.number) };
  });
  protected readonly trail = computed(() => trailOf(this.past.value()?.document ?? null, this.words, true));
  /** The version whose changes are shown, with them once they are there. */
  protected readonly opened = signal<{ readonly number: number; readonly changes: readonly Change[] } | null>(
    null,
  );
  /** The version that is unfolded to be read. */
  protected readonly read = signal<Version | null>(null);
  protected readonly failed = signal<Problem | null>(null);

  protected open(number: number): Promise<void> {
    return this.ask(async () => {
      this.opened.set({ number, changes: await this.client.changes(this.id(), number - 1, number) });
    });
  }

  protected async unfold(number: number): Promise<void> {
    if (this.read()?.number === number) return this.read.set(null);
    await this.ask(async () => this.read.set(await this.client.version(this.id(), number)));
  }

  protected keep(version: VersionSummary): void {
    const past = this.past.value();
    if (past === null) return;
    const versions = past.versions.map((one) => (one.number === version.number ? version : one));
    this.past.set({ ...past, versions });
  }

  private async ask(act: () => Promise<void>): Promise<void> {
    this.failed.set(null);
    try {
      await act();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
