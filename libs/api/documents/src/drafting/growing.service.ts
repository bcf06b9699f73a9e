import { Injectable } from '@nestjs/common';
import { Audit, demand, Refusal, rows, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentContent,
  DocumentId,
  DocumentKind,
  DocumentState,
  FamilyId,
  Language,
} from '@common-ground/contract';
import { mayWorkOnDocument, type Action, type Actor } from '@common-ground/rules/access';
import { isWritable } from '@common-ground/rules/content';
import { DocumentRepository, type DocumentRow } from './document.repository';
import { DraftRepository } from './draft.repository';
import { DraftingService } from './drafting.service';
import { WORKS_ON } from './sight';

/** A draft of a family, and those of its steps and blocks that were asked for. */
export interface GrowingPaper {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
  readonly title: string;
  readonly language: Language;
  readonly parts: readonly { readonly id: string }[];
}

/** Drafts that grow by what was agreed on elsewhere, in the caller's transaction. */
@Injectable()
export class GrowingService {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly drafts: DraftRepository,
    private readonly drafting: DraftingService,
    private readonly audit: Audit,
  ) {}

  /** The drafts of a family by these kinds, last changed first, with such of their parts as have one of these ids. */
  papers(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    kinds: readonly DocumentKind[],
    parts: readonly string[],
  ): Promise<GrowingPaper[]> {
    return rows(
      tx,
      `select d.id as "documentId", d.kind, d.state, t.title, t.content ->> 'language' as language,
         jsonb_path_query_array(t.content, '$.steps[*] ? (@.id == $ids[*])', jsonb_build_object('ids', $5::jsonb))
           || jsonb_path_query_array(t.content, '$.blocks[*] ? (@.id == $ids[*])', jsonb_build_object('ids', $5::jsonb)) as parts
       from document d join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
       where d.practice_id = $1 and d.family_id = $3 and d.kind = any ($4::text[]) and ${WORKS_ON}
       order by d.updated_at desc, d.id desc`,
      [actor.practiceId, actor.personId, familyId, [...kinds], JSON.stringify(parts)],
    );
  }

  async begin(
    tx: Transaction,
    actor: Actor,
    because: string,
    begun: { kind: DocumentKind; familyId: FamilyId; title: string; content: DocumentContent },
  ): Promise<DocumentId> {
    const id = await this.documents.add(tx, actor, { ...begun, fromTemplateId: null });
    await this.#record(tx, actor, 'documents.write', because, id, begun.familyId);
    return id;
  }

  /**
   * Changes a draft of a family. What is approved or shared becomes a draft again first, and people keep the version
   * they have; what somebody is judging is left alone. Whether anything was changed.
   */
  async change(
    tx: Transaction,
    actor: Actor,
    { id, familyId }: { readonly id: DocumentId; readonly familyId: FamilyId },
    change: (content: DocumentContent) => DocumentContent | null,
  ): Promise<boolean> {
    await this.documents.lock(tx, actor, id);
    const document = await this.drafting.require(tx, actor, id);
    const because = demand(mayWorkOnDocument(actor, document));
    const held = await this.drafting.requireDraft(tx, actor, id);
    const content = document.family?.id === familyId ? change(held.content) : null;
    if (content === null) throw new Refusal('not-found');
    if (content === held.content) return false;
    if (!isWritable(document.state)) await this.#reopen(tx, actor, because, document, familyId);
    const { revision, title } = held;
    if ((await this.drafts.save(tx, actor, { id, revision, title, content })) === null)
      throw new Error('A draft that is held was written by somebody else.');
    await this.#record(tx, actor, 'documents.edit', because, id, familyId);
    return true;
  }

  async #reopen(
    tx: Transaction,
    actor: Actor,
    because: string,
    { id, state }: DocumentRow,
    familyId: FamilyId,
  ): Promise<void> {
    if (state === 'submitted') throw new Refusal('wrong-state', { because: state });
    await this.documents.changeState(tx, actor, id, state, 'draft');
    await this.#record(tx, actor, 'documents.reopen', because, id, familyId);
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    because: string,
    documentId: DocumentId,
    familyId: FamilyId,
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [], familyId, documentId });
  }
}
