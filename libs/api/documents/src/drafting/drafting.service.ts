import { Injectable } from '@nestjs/common';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Concern,
  CopyTemplate,
  Document,
  DocumentContent,
  DocumentId,
  DocumentKind,
  DocumentSummary,
  DocumentView,
  FamilyId,
  KeepWording,
  NewDocument,
  Page,
  PersonId,
} from '@common-ground/contract';
import {
  documentView,
  mayLeadFamily,
  mayWorkOnDocument,
  mayWriteDocuments,
  type Actor,
} from '@common-ground/rules/access';
import { coachAdvice, rulesOf } from '@common-ground/rules/content';
import { CoachWordsRepository } from '../coach-words/coach-words.repository';
import { LibraryService } from '../library/library.service';
import { ApprovalService } from './approval.service';
import { CheckingService } from './checking.service';
import { presentDocument, textOfDraft, textOfVersion, type ReadText } from './document.presenter';
import {
  DocumentRepository,
  type DocumentRow,
  type DraftRow,
  type VersionRow,
  type WrittenRow,
} from './document.repository';
import { KeptWordingsRepository } from './kept-wordings.repository';

/** A document about to be made. */
interface Begun {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly content: DocumentContent;
  readonly familyId: FamilyId | null;
  readonly fromTemplateId: string | null;
}

/** Writing a document: making it, saving its draft, reading it. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentRepository,
    private readonly kept: KeptWordingsRepository,
    private readonly coachWords: CoachWordsRepository,
    private readonly families: FamiliesService,
    private readonly library: LibraryService,
    private readonly checking: CheckingService,
    private readonly approval: ApprovalService,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(
    actor: Actor,
    familyId: FamilyId | null,
    cursor: string | null,
    limit: number,
  ): Promise<Page<DocumentSummary>> {
    return this.database.as(actor, async (tx) => {
      const list = `documents ${familyId ?? ''}`;
      const found = await this.documents.list(
        tx,
        actor,
        familyId,
        this.cursors.read(actor, list, cursor),
        limit,
      );
      return this.cursors.page(actor, list, found, limit, (row) => ({ at: row.updatedAt, id: row.id }));
    });
  }

  create(actor: Actor, body: NewDocument): Promise<Document> {
    const because = demand(mayWriteDocuments(actor));
    return this.database.as(actor, async (tx) => {
      const familyId = await this.#ledFamily(tx, actor, body.familyId);
      const { content, fromTemplateId } = await this.#start(tx, actor, body);
      const { kind, title } = body;
      return this.#begin(tx, actor, because, { kind, title, content, familyId, fromTemplateId });
    });
  }

  /** A document of one's own that begins as the template stands today. */
  copyTemplate(actor: Actor, id: string, body: CopyTemplate): Promise<Document> {
    return this.database.as(actor, async (tx) => {
      const template = await this.library.beginning(tx, actor, id);
      if (template === null) throw new Refusal('not-found');
      const because = demand(mayWriteDocuments(actor));
      const familyId = await this.#ledFamily(tx, actor, body.familyId);
      const { kind, title, content } = template;
      return this.#begin(tx, actor, because, { kind, title, content, familyId, fromTemplateId: id });
    });
  }

  async #ledFamily(tx: Transaction, actor: Actor, id: FamilyId | undefined): Promise<FamilyId | null> {
    if (id === undefined) return null;
    demand(mayLeadFamily(actor, await this.families.require(tx, actor, id)));
    return id;
  }

  async #begin(tx: Transaction, actor: Actor, because: string, begun: Begun): Promise<Document> {
    const id = await this.documents.add(tx, actor, begun);
    await this.audit.record(tx, actor, {
      action: 'documents.write',
      because,
      subjects: [],
      familyId: begun.familyId,
      documentId: id,
    });
    return this.present(tx, actor, id);
  }

  read(actor: Actor, id: DocumentId): Promise<Document> {
    return this.database.as(actor, async (tx) => {
      const document = await this.require(tx, actor, id);
      const view = documentView(actor, document);
      // A colleague's draft is somebody else's words as well.
      if (view !== 'author' || document.author.id !== actor.personId)
        await this.recordReading(tx, actor, document, view, document.author.id);
      return this.present(tx, actor, id);
    });
  }

  /** Somebody else's words were read. */
  async recordReading(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    view: DocumentView | null,
    of: PersonId,
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      action: 'documents.read',
      because: `reads-as-${view ?? 'nobody'}`,
      subjects: [of],
      familyId: document.family?.id ?? null,
      documentId: document.id,
    });
  }

  concerns(actor: Actor, id: DocumentId): Promise<Page<Concern>> {
    return this.database.as(actor, async (tx) => {
      const document = await this.require(tx, actor, id);
      demand(mayWorkOnDocument(actor, document));
      return this.#concerns(tx, actor, document);
    });
  }

  /** The coach is silent about these words in this document from now on. Answers what is left to say. */
  keepWording(actor: Actor, id: DocumentId, wording: KeepWording): Promise<Page<Concern>> {
    return this.#judgingWords(actor, id, (tx) => this.kept.keep(tx, actor, id, wording));
  }

  /** The coach says again what it has to say about every word that was kept. */
  reconsiderWordings(actor: Actor, id: DocumentId): Promise<Page<Concern>> {
    return this.#judgingWords(actor, id, (tx) => this.kept.reconsider(tx, actor, id));
  }

  /**
   * The document as the actor may see it, or a refusal that says it does not exist. The plan of an hour is none.
   * @param writer who is about to write it, where somebody is
   */
  async require(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    writer: PersonId | null = null,
  ): Promise<WrittenRow> {
    const document = await this.requireReviewed(tx, actor, id, writer);
    if (!isWritten(document)) throw new Refusal('not-found');
    return document;
  }

  /** The same of whatever is reviewed. */
  async requireReviewed(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    writer: PersonId | null = null,
  ): Promise<DocumentRow> {
    const document = await this.documents.find(tx, actor, id, writer);
    if (document === null || documentView(actor, document) === null) throw new Refusal('not-found');
    return document;
  }

  async requireDraft(tx: Transaction, actor: Actor, id: DocumentId): Promise<DraftRow> {
    const draft = await this.documents.draft(tx, actor, id);
    if (draft === null) throw new Error('A document its writer can see has a draft.');
    return draft;
  }

  async present(tx: Transaction, actor: Actor, id: DocumentId): Promise<Document> {
    const document = await this.require(tx, actor, id);
    if (documentView(actor, document) === 'author') {
      const text = textOfDraft(await this.requireDraft(tx, actor, id));
      return this.presentDraft(tx, actor, document, text);
    }
    const version = await this.readersVersion(tx, actor, document);
    return presentDocument(actor, document, textOfVersion(version), version, false);
  }

  /** A text of theirs as those who lead the document read it. */
  async presentDraft(tx: Transaction, actor: Actor, document: WrittenRow, text: ReadText): Promise<Document> {
    const latest = document.hasVersion ? await this.documents.latestVersion(tx, actor, document.id) : null;
    const { holds } = await this.approval.standing(tx, actor, document, text);
    return presentDocument(actor, document, text, latest, holds);
  }

  /** The version somebody who does not lead the document may read. */
  async readersVersion(tx: Transaction, actor: Actor, document: DocumentRow): Promise<VersionRow> {
    const { reviewedVersionId, sharedVersionId } = document;
    const version =
      reviewedVersionId !== null
        ? await this.documents.version(tx, actor, reviewedVersionId)
        : sharedVersionId && (await this.documents.givenVersion(tx, actor, sharedVersionId));
    if (version === null) throw new Refusal('not-found');
    return version;
  }

  #judgingWords(
    actor: Actor,
    id: DocumentId,
    judge: (tx: Transaction) => Promise<void>,
  ): Promise<Page<Concern>> {
    return this.database.as(actor, async (tx) => {
      const document = await this.require(tx, actor, id);
      const because = demand(mayWorkOnDocument(actor, document));
      await judge(tx);
      await this.audit.record(tx, actor, {
        action: 'documents.edit',
        because,
        subjects: [],
        familyId: document.family?.id ?? null,
        documentId: id,
        fields: ['kept-wordings'],
      });
      return this.#concerns(tx, actor, document);
    });
  }

  async #concerns(tx: Transaction, actor: Actor, document: WrittenRow): Promise<Page<Concern>> {
    const draft = await this.requireDraft(tx, actor, document.id);
    const parts = rulesOf(document.kind).parts(draft.content);
    const practiceWords = await this.coachWords.list(tx, actor);
    const kept = await this.kept.of(tx, actor, document.id);
    const advice = coachAdvice(draft.title, draft.content, parts, { kept, practiceWords });
    const checked = await this.checking.concerns(tx, actor, document, draft);
    return { items: [...checked, ...advice], next: null };
  }

  async #start(
    tx: Transaction,
    actor: Actor,
    body: NewDocument,
  ): Promise<Pick<Begun, 'content' | 'fromTemplateId'>> {
    if (body.fromTemplateId !== undefined) {
      const template = await this.library.beginning(tx, actor, body.fromTemplateId);
      if (template?.kind !== body.kind)
        throw Refusal.field('fromTemplateId', 'unknown-template', 'There is no such template.');
      return { content: template.content, fromTemplateId: body.fromTemplateId };
    }
    if (body.fromDocumentId !== undefined) {
      const source = await this.require(tx, actor, body.fromDocumentId);
      demand(mayWorkOnDocument(actor, source));
      if (source.kind !== body.kind)
        throw Refusal.field('fromDocumentId', 'other-kind', 'That document is of another kind.');
      // The words are still the template's, and so are the rights in them.
      const { fromTemplateId } = source;
      const { content } = await this.requireDraft(tx, actor, source.id);
      // Another family's days and cast are not this one's.
      const isSame = (source.family?.id ?? null) === (body.familyId ?? null);
      const isScript = source.kind === 'role-play-script';
      const beginning = isSame && !isScript ? content : rulesOf(source.kind).forAnybody(content);
      return { content: beginning, fromTemplateId };
    }
    const blank = rulesOf(body.kind).blank(await this.library.language(tx, actor));
    return { content: blank, fromTemplateId: null };
  }
}

function isWritten(document: DocumentRow): document is WrittenRow {
  return document.kind !== 'hour-plan';
}
