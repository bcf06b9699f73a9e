import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { Change, DocumentId, Page, Version, VersionSummary } from '@common-ground/contract';
import { mayAddToVersion, mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import { rulesOf } from '@common-ground/rules/content';
import { presentVersionSummary } from '../drafting/document.presenter';
import { DocumentRepository, type DocumentRow, type VersionRow } from '../drafting/document.repository';
import { DraftingService } from '../drafting/drafting.service';

@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, id: DocumentId): Promise<Page<VersionSummary>> {
    return this.database.as(actor, async (tx) => {
      const { document, versions } = await this.#load(tx, actor, id);
      const mayAdd = mayAddToVersion(actor, document).allowed;
      return { items: versions.map((version) => presentVersionSummary(version, mayAdd)), next: null };
    });
  }

  read(actor: Actor, id: DocumentId, number: number): Promise<Version> {
    return this.database.as(actor, async (tx) => {
      const { document, versions } = await this.#load(tx, actor, id);
      const version = pick(versions, number);
      return {
        ...presentVersionSummary(version, mayAddToVersion(actor, document).allowed),
        content: version.content,
      };
    });
  }

  changes(actor: Actor, id: DocumentId, from: number, to: number): Promise<Page<Change>> {
    return this.database.as(actor, async (tx) => {
      const { document, versions } = await this.#load(tx, actor, id);
      return { items: changesBetween(document, pick(versions, from), pick(versions, to)), next: null };
    });
  }

  async #load(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
  ): Promise<{ document: DocumentRow; versions: VersionRow[] }> {
    const document = await this.drafting.requireReviewed(tx, actor, id);
    const because = demand(mayWorkOnDocument(actor, document));
    if (document.author.id !== actor.personId) {
      await this.audit.record(tx, actor, {
        action: 'documents.compare',
        because,
        subjects: [document.author.id],
        familyId: document.family?.id ?? null,
        documentId: id,
      });
    }
    return { document, versions: await this.documents.versions(tx, actor, id) };
  }
}

/** What changed in meaning from one version to another. */
export function changesBetween(
  document: Pick<DocumentRow, 'kind'>,
  from: VersionRow,
  to: VersionRow,
): Change[] {
  return rulesOf(document.kind).changes(from, to);
}

function pick(versions: readonly VersionRow[], number: number): VersionRow {
  const version = versions.find((candidate) => candidate.number === number);
  if (version === undefined) throw new Refusal('not-found');
  return version;
}
