import { Injectable } from '@nestjs/common';
import { familyAt, personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  rows,
  type Place,
  type Transaction,
  insertRow,
  perform,
} from '@common-ground/api/platform';
import type {
  DocumentContent,
  DocumentId,
  DocumentState,
  DocumentSummary,
  FamilyId,
  PersonId,
  ReviewedKind,
  Version,
} from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import type { Actor } from '@common-ground/rules/access';
import {
  DocumentEntity,
  DraftEntity,
  DraftHistoryEntity,
  VersionEntity,
  type VersionId,
} from './document.entity';
import { AS_GIVEN, JUDGES_REVIEW, REVIEWED_VERSION, SHARED_VERSION, WORKS_ON } from './sight';
import { ENVELOPE, type DocumentRow, type WrittenRow } from './envelope';
import { versionHash } from './version-hash';

export type { DocumentRow, WrittenRow };

export interface DraftRow {
  readonly revision: number;
  readonly title: string;
  readonly content: DocumentContent;
  readonly writtenBy: string;
  readonly writtenById: PersonId;
  readonly writtenAt: string;
}

export type VersionRow = Omit<Version, 'may'> & { readonly id: VersionId };

const VERSION = `select v.id, v.number, v.hash, v.title, v.content, ${iso('v.written_at')} as "writtenAt",
    json_build_object('id', p.id, 'displayName', p.display_name) as "writtenBy",
    coalesce((select json_agg(json_build_object('act', g.act, 'reviewId', g.review_id, 'name', g.name, 'credentials', g.credentials,
        'forName', g.for_name, 'at', ${iso('g.signed_at')}) order by g.signed_at, g.id)
      from signature g where g.practice_id = v.practice_id and g.version_id = v.id), '[]') as signatures,
    coalesce((select json_agg(json_build_object('name', n.name, 'credentials', n.credentials,
        'at', ${iso('n.added_at')}, 'text', n.text) order by n.added_at, n.id)
      from addendum n where n.practice_id = v.practice_id and n.version_id = v.id), '[]') as addenda
  from document_version v join person p on p.practice_id = v.practice_id and p.id = v.written_by
  where v.practice_id = $1`;

const LOCK = `select from document where practice_id = $1 and id = $2 for update`;

@Injectable()
export class DocumentRepository {
  /** @param writer who is about to write it, where somebody is */
  find(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    writer: PersonId | null = null,
  ): Promise<DocumentRow | null> {
    return firstRow(tx, ENVELOPE, [actor.practiceId, actor.personId, id, writer]);
  }

  /** Lets one act at a time change a document's state or make a version of it. */
  async lock(tx: Transaction, actor: Actor, id: DocumentId): Promise<void> {
    await perform(tx, LOCK, [actor.practiceId, id]);
  }

  /** The same, on the way of whatever is said next. */
  lockWithNext(tx: Transaction, actor: Actor, id: DocumentId): void {
    tx.lead(LOCK, [actor.practiceId, id]);
  }

  /**
   * Documents the actor may read, last changed first, each as the text meant for them has it: somebody who reads a
   * version learns neither the draft's title nor when, or whether, it is being rewritten.
   */
  list(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
    after: Place | null,
    limit: number,
  ): Promise<DocumentSummary[]> {
    return rows(
      tx,
      `select d.id, d.kind, d.family, d.author, ${iso('text.changed_at')} as "updatedAt", text.title,
         case when d.works_on or d.reviewed_id is not null then d.state else 'shared' end as state
       from (
         select d.practice_id, d.id, d.kind, d.state, d.updated_at, ${familyAt('d')} as family,
           ${personAt('d', 'author_id')} as author, ${WORKS_ON} as works_on,
           ${REVIEWED_VERSION} as reviewed_id, ${SHARED_VERSION} as shared_id
         from document d
         where d.practice_id = $1 and ($3::uuid is null or d.family_id = $3) and d.kind <> 'hour-plan'
       ) d
       cross join lateral (
         select t.title, d.updated_at as changed_at from document_draft t
         where d.works_on and t.practice_id = d.practice_id and t.document_id = d.id
         union all
         select v.title, v.written_at from document_version v
         where not d.works_on and v.practice_id = d.practice_id and v.id = coalesce(d.reviewed_id, d.shared_id)
       ) text
       where $4::text is null or (text.changed_at, d.id) < ($4::timestamptz, $5::uuid)
       order by text.changed_at desc, d.id desc limit $6`,
      [actor.practiceId, actor.personId, familyId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  draft(tx: Transaction, actor: Actor, id: DocumentId): Promise<DraftRow | null> {
    return firstRow(
      tx,
      `select t.revision, t.title, t.content, ${iso('t.written_at')} as "writtenAt",
         p.display_name as "writtenBy", p.id as "writtenById"
       from document_draft t join person p on p.practice_id = t.practice_id and p.id = t.written_by
       where t.practice_id = $1 and t.document_id = $2`,
      [actor.practiceId, id],
    );
  }

  /** A version as a member of the family reads it. */
  async givenVersion(tx: Transaction, actor: Actor, id: VersionId): Promise<VersionRow | null> {
    const version = await this.version(tx, actor, id);
    const given = await firstRow<Pick<VersionRow, 'content'>>(
      tx,
      `select ${AS_GIVEN} as content from document_version v where v.practice_id = $1 and v.id = $2`,
      [actor.practiceId, id],
    );
    return version === null || given === null ? null : { ...version, content: given.content };
  }

  version(tx: Transaction, actor: Actor, id: VersionId): Promise<VersionRow | null> {
    return firstRow(tx, `${VERSION} and v.id = $2`, [actor.practiceId, id]);
  }

  versions(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<VersionRow[]> {
    return rows(tx, `${VERSION} and v.document_id = $2 order by v.number desc`, [
      actor.practiceId,
      documentId,
    ]);
  }

  /** Those submitted to the actor by somebody they supervise today, or to whom they stand in for. */
  reviewedVersions(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<VersionRow[]> {
    return rows(
      tx,
      `${VERSION} and v.document_id = $3 and v.id in (select r.version_id from review r
         where r.practice_id = $1 and r.document_id = $3 and ${JUDGES_REVIEW}) order by v.number desc`,
      [actor.practiceId, actor.personId, documentId],
    );
  }

  latestVersion(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<VersionRow | null> {
    return firstRow(tx, `${VERSION} and v.document_id = $2 order by v.number desc limit 1`, [
      actor.practiceId,
      documentId,
    ]);
  }

  async add(
    tx: Transaction,
    actor: Actor,
    document: {
      kind: ReviewedKind;
      familyId: FamilyId | null;
      title: string;
      content: DocumentContent;
      fromTemplateId: string | null;
    },
    id = newId<'document'>(),
  ): Promise<DocumentId> {
    const { practiceId, personId } = actor;
    const { kind, familyId, title, content, fromTemplateId } = document;
    const text = {
      practiceId,
      documentId: id,
      familyId,
      authorId: personId,
      revision: 1,
      title,
      writtenBy: personId,
    };
    await insertRow(tx, DocumentEntity, {
      practiceId,
      id,
      kind,
      familyId,
      authorId: personId,
      state: 'draft',
      fromTemplateId,
    });
    await insertRow(tx, DraftEntity, { ...text, content });
    await insertRow(tx, DraftHistoryEntity, { ...text, content });
    return id;
  }

  /** Moves a document on, if nobody moved it first. */
  async changeState(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    from: DocumentState,
    to: DocumentState,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update document set state = $4, updated_at = now() where practice_id = $1 and id = $2 and state = $3`,
      [actor.practiceId, id, from, to],
    );
    return changed === 1;
  }

  /** The draft as an immutable version: a new one, or the latest when its words are the same. */
  async ensureVersion(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    draft: DraftRow,
  ): Promise<VersionRow> {
    const hash = versionHash(document.kind, draft.title, draft.content);
    const latest = await this.latestVersion(tx, actor, document.id);
    if (latest?.hash === hash) return latest;
    const id = newId<'version'>();
    await insertRow(tx, VersionEntity, {
      practiceId: actor.practiceId,
      id,
      documentId: document.id,
      kind: document.kind,
      number: (latest?.number ?? 0) + 1,
      familyId: document.family?.id ?? null,
      authorId: document.author.id,
      title: draft.title,
      content: draft.content,
      format: draft.content.format,
      outline: rulesOf(document.kind).outline(draft.content),
      hash,
      writtenBy: actor.personId,
    });
    const made = await this.version(tx, actor, id);
    if (made === null) throw new Error('A version just made cannot be read back.');
    return made;
  }
}
