import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import { LIMITS, type DocumentId, type NewAddendum, type VersionSummary } from '@common-ground/contract';
import { documentView, mayAddToVersion, type Actor } from '@common-ground/rules/access';
import { presentVersionSummary } from '../drafting/document.presenter';
import { DocumentRepository, type DocumentRow, type VersionRow } from '../drafting/document.repository';
import { DraftingService } from '../drafting/drafting.service';
import { AddendaRepository } from './addenda.repository';

/** Notes under what was signed. Nothing of the version changes, and no family ever reads them. */
@Injectable()
export class AddendaService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly addenda: AddendaRepository,
    private readonly audit: Audit,
  ) {}

  /** Once: a note that its author wrote there before in the same words is there. */
  add(actor: Actor, id: DocumentId, number: number, { text }: NewAddendum): Promise<VersionSummary> {
    return this.database.as(actor, async (tx) => {
      const document = await this.drafting.requireReviewed(tx, actor, id);
      const because = demand(mayAddToVersion(actor, document));
      const version = await this.#version(tx, actor, document, number);
      if (version.signatures.length === 0) throw new Refusal('wrong-state', { because: 'not-signed' });
      if (version.addenda.length >= LIMITS.addenda) throw new Refusal('wrong-state', { because: 'full' });
      if (await this.addenda.add(tx, actor, document, version, text))
        await this.audit.record(tx, actor, {
          action: 'documents.add-addendum',
          because,
          subjects: document.author.id === actor.personId ? [] : [document.author.id],
          familyId: document.family?.id ?? null,
          documentId: id,
        });
      return presentVersionSummary(await this.#version(tx, actor, document, number), true);
    });
  }

  /** Of all versions for those who write the document; for a supervisor, each that was submitted to them. */
  async #version(tx: Transaction, actor: Actor, document: DocumentRow, number: number): Promise<VersionRow> {
    const readable =
      documentView(actor, document) === 'author'
        ? await this.documents.versions(tx, actor, document.id)
        : await this.documents.reviewedVersions(tx, actor, document.id);
    const version = readable.find((candidate) => candidate.number === number);
    if (version === undefined) throw new Refusal('not-found');
    return version;
  }
}
