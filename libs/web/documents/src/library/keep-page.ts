import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Document, DocumentId, TemplateChange } from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  PageHeading,
  Problem,
  ProblemNotice,
  SaveQueue,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { trailOf } from '../drafting/trail';
import { DocumentsClient } from '../documents.client';
import { PageWaiting } from '../page-waiting';
import { TemplateForm } from './template-form';

interface ToKeep {
  readonly document: Document;
  readonly said: TemplateChange;
  /** False while words typed here are not with the server: what is kept must be what was written. */
  readonly isSaved: boolean;
}

/** Keeps a document in the library, for oneself or for the practice, to begin others from. */
@Component({
  selector: 'cg-keep-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    PageHeading,
    PageWaiting,
    ProblemNotice,
    RouterLink,
    TemplateForm,
    WordsInTemplate,
  ],
  templateUrl: './keep-page.html',
  styles: `
    .names {
      margin-block-end: 1.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeepPage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly queue = inject(SaveQueue);
  private readonly words = inject(Words);

  readonly id = input.required<DocumentId>();

  protected readonly toKeep = loaded(this.id, async (id): Promise<ToKeep> => {
    const isSaved = await this.queue.settled(`documents/${id}`);
    const document = await this.client.document(id);
    return { document, said: await this.saidSoFar(document), isSaved };
  });
  protected readonly trail = computed(() => trailOf(this.toKeep.value()?.document ?? null, this.words, true));
  protected readonly sending = sendingOf('documents');
  /** Names of people that stand in the text, once the server has found some. */
  protected readonly names = signal<readonly string[]>([]);
  protected readonly namesNobody = signal(false);

  protected async keep(said: TemplateChange): Promise<void> {
    const request = {
      ...said,
      documentId: this.id(),
      ...(this.namesNobody() && { namesNobody: true }),
    };
    const kept = await this.sending.send(
      () => this.client.keepTemplate(request).catch((cause: unknown) => this.orNames(cause)),
      // What was typed; the rest the page knows by itself.
      () => checkedAgainst('TemplateChange', said),
    );
    if (kept) void this.router.navigate(['/app/library'], { queryParams: { shelf: kept.shelf } });
  }

  /** What was begun from a template says at first what that one says of itself. */
  private async saidSoFar({ title, fromTemplateId }: Document): Promise<TemplateChange> {
    const blank = { title, shelf: 'own', tags: [], source: '', licence: 'own-words' } as const;
    if (fromTemplateId === null) return { ...blank, tags: [] };
    try {
      const { tags, source, licence, licenceUntilOn } = await this.client.template(fromTemplateId);
      const right = licence === 'product' ? 'open' : licence;
      return { ...blank, tags: [...tags], source, licence: right, ...(licenceUntilOn && { licenceUntilOn }) };
    } catch {
      // It was taken back, or is somebody else's own: then nobody here can say by what right.
      return { ...blank, tags: [], licence: 'unknown' };
    }
  }

  private orNames(cause: unknown): null {
    const problem = Problem.from(cause);
    if (problem.code !== 'names-people') throw problem;
    this.names.set(problem.errors.map(({ message }) => message));
    return null;
  }
}
