import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { Document, DocumentContent, DocumentId, DocumentKind } from '@common-ground/contract';
import { mayWorkOnDocument, type Actor } from '@common-ground/rules/access';
import { isWritable } from '@common-ground/rules/content';
import { CheckingService } from './checking.service';
import { DocumentRepository } from './document.repository';
import { DraftRepository, type DraftToSave } from './draft.repository';
import { DraftingService } from './drafting.service';
import { versionHash } from './version-hash';

interface KindToSave extends DraftToSave {
  readonly kind: DocumentKind;
}

/** Saving what a therapist writes, every few seconds. */
@Injectable()
export class SavingService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly drafting: DraftingService,
    private readonly checking: CheckingService,
    private readonly audit: Audit,
  ) {}

  /**
   * Saves a draft over the revision it was written from. Acknowledged means committed.
   * What is judged is judged first, and what of it can change is asked once more by the statement that saves, which
   * holds the document. Where that saves nothing, or the document is in no state to be written in, all of it is done again
   * while nobody else is at the document: who reopens it may just be doing so.
   */
  async save(
    actor: Actor,
    id: DocumentId,
    kind: DocumentKind,
    revision: number,
    draft: { readonly title: string; readonly content: object },
  ): Promise<Document> {
    const toSave = { id, kind, revision, title: draft.title, content: asKept(draft.content) };
    const saved = await this.database
      .as(actor, (tx) =>
        this.#write(tx, actor, toSave, () => {
          this.documents.lockWithNext(tx, actor, id);
          tx.endWithNext();
        }),
      )
      .catch((failure: unknown) => {
        if (failure instanceof Refusal && failure.code === 'wrong-state') return null;
        throw failure;
      });
    if (saved !== null) return saved;
    return this.database.as(actor, async (tx) => {
      await this.documents.lock(tx, actor, id);
      return (await this.#write(tx, actor, toSave)) ?? this.#unsaved(tx, actor, toSave);
    });
  }

  /**
   * @param before is done when only the saving is left
   * @returns null when it was not saved
   */
  async #write(
    tx: Transaction,
    actor: Actor,
    toSave: KindToSave,
    before: () => void = () => undefined,
  ): Promise<Document | null> {
    const { id, kind, title, content } = toSave;
    const document = await this.drafting.require(tx, actor, id, actor.personId);
    const because = demand(mayWorkOnDocument(actor, document));
    if (document.kind !== kind) throw new Refusal('not-found');
    const { state } = document;
    if (!isWritable(state)) throw new Refusal('wrong-state', { because: state });
    await this.checking.demandCast(tx, actor, document, content, async () => {
      const held = await this.drafting.requireDraft(tx, actor, id);
      return held.content;
    });
    const text = { title, content, revision: toSave.revision + 1 };
    const shown = await this.drafting.presentDraft(tx, actor, document, text);
    before();
    const entry = {
      action: 'documents.edit',
      because,
      subjects: [],
      familyId: document.family?.id ?? null,
      documentId: id,
      fields: ['title', 'content'],
    } as const;
    const saved = await this.drafts.save(tx, actor, toSave, {
      state,
      record: (after) => this.audit.recording(tx, actor, entry, after, 'saved'),
    });
    return saved && { ...shown, ...saved };
  }

  /** A save whose answer was lost comes again: when the newest draft is exactly this text, it is already saved. */
  async #unsaved(
    tx: Transaction,
    actor: Actor,
    { id, kind, revision, title, content }: KindToSave,
  ): Promise<Document | Refusal> {
    const current = await this.drafting.present(tx, actor, id);
    const held = await this.drafting.requireDraft(tx, actor, id);
    const isMine = held.writtenById === actor.personId;
    const isSame = versionHash(kind, held.title, held.content) === versionHash(kind, title, content);
    if (isMine && isSame && held.revision === revision + 1) return current;
    // A colleague's words, told with the refusal.
    if (!isMine) {
      const document = await this.drafting.require(tx, actor, id);
      await this.drafting.recordReading(tx, actor, document, 'author', held.writtenById);
    }
    return new Refusal('revision-stale', { current, changedBy: held.writtenBy, changedAt: held.writtenAt });
  }
}

/**
 * As it is kept, but for the order of its fields, which the database chooses. Not by class-transformer's way: it knows a block's kind by its class, and several kinds
 * share one.
 */
function asKept(content: object): DocumentContent {
  return JSON.parse(JSON.stringify(content)) as DocumentContent;
}
