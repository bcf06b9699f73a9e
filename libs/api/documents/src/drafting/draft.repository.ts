import { Injectable } from '@nestjs/common';
import { firstRow, iso, type Audit, type Transaction } from '@common-ground/api/platform';
import type { DocumentContent, DocumentId, DocumentState } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

/** Words to stand instead of those they were written over. */
export interface DraftToSave {
  readonly id: DocumentId;
  /** The revision they were written from. */
  readonly revision: number;
  readonly title: string;
  readonly content: DocumentContent;
}

export interface SavedDraft {
  readonly revision: number;
  readonly updatedAt: string;
}

/** What is saved along with a draft, under the condition that the document is in this state. */
export interface SavedWith {
  readonly state: DocumentState;
  /** Writes the record, from rows of `saved`; its parameters stand behind those given. */
  record(after: readonly unknown[]): ReturnType<Audit['recording']>;
}

/** Drafts as they are written: each save keeps what it says in the history as well. */
@Injectable()
export class DraftRepository {
  /**
   * Saves a draft, its history and when the document was changed, in one statement. The caller holds the document.
   * @returns null when nothing was saved: another revision stands there now, or the document is in another state
   */
  save(
    tx: Transaction,
    { practiceId, personId }: Actor,
    { id, revision, title, content }: DraftToSave,
    along: SavedWith | null = null,
  ): Promise<SavedDraft | null> {
    const values = [practiceId, id, revision, title, JSON.stringify(content), personId, along?.state ?? null];
    const record = along?.record(values);
    return firstRow(
      tx,
      `with touched as (
         update document d set updated_at = now()
         where d.practice_id = $1 and d.id = $2 and ($7::text is null or d.state = $7)
           and exists (select from document_draft h
             where h.practice_id = $1 and h.document_id = $2 and h.revision = $3)
         returning d.practice_id, d.id, d.updated_at),
       saved as (
         update document_draft t set revision = t.revision + 1, title = $4, content = $5, written_by = $6,
           written_at = now()
         from touched d
         where t.practice_id = d.practice_id and t.document_id = d.id and t.revision = $3 returning t.*),
       kept as (
         insert into document_draft_history
           (practice_id, document_id, revision, family_id, author_id, title, content, written_by, written_at)
         select practice_id, document_id, revision, family_id, author_id, title, content, written_by, written_at
         from saved)${record === undefined ? '' : `,\n       recorded as (${record.text})`}
       select s.revision, ${iso('d.updated_at')} as "updatedAt" from saved s, touched d`,
      record?.parameters ?? values,
    );
  }
}
