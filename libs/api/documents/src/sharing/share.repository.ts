import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  rows,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import { isBlockedFromClient, isHeld } from '@common-ground/api/people';
import type {
  ConsentId,
  CoveringConsent,
  DocumentId,
  FamilyId,
  Language,
  MemberId,
  MemberState,
  NewShare,
  NoticeWithShare,
  PersonId,
  Relation,
  Share,
  ShareId,
} from '@common-ground/contract';
import type { Actor, ConsentFacts, LicenceFacts, RecipientFacts } from '@common-ground/rules/access';
import type { VersionRow } from '../drafting/document.repository';
import { ShareEntity, TaskEntity } from './share.entity';

export interface RecipientRow extends RecipientFacts {
  readonly id: MemberId;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly relation: Relation;
  readonly state: MemberState;
  /** The one that lasts longest first. */
  readonly consents: readonly (CoveringConsent & ConsentFacts)[];
  readonly language: Language;
  /** The members of this family between whom and this person a block stands. */
  readonly keptFrom: readonly MemberId[];
  /** The version this person holds already, when an earlier share still reaches them. */
  readonly heldVersionIds: readonly string[];
}

/** Somebody a share reaches, and what goes along with it. */
export interface ReachedBy extends RecipientRow {
  readonly noticeWithShare: NoticeWithShare | null;
}

const SELECT = `
  select s.id, s.document_id as "documentId", v.number as version, s.due_on::text as "dueOn", s.note,
    ${iso('s.shared_at')} as "sharedAt", ${iso('s.revoked_at')} as "revokedAt",
    (select json_agg(json_build_object('memberId', m.id, 'displayName', p.display_name, 'relation', m.relation)
        order by m.added_at, m.id)
      from task t
        join member m on m.practice_id = t.practice_id and m.id = t.member_id
        join person p on p.practice_id = t.practice_id and p.id = t.person_id
      where t.practice_id = s.practice_id and t.share_id = s.id) as people
  from share s join document_version v on v.practice_id = s.practice_id and v.id = s.version_id
  where s.practice_id = $1`;

export type ShareRow = Omit<Share, 'may'>;

@Injectable()
export class ShareRepository {
  /** Everybody in a family who has not been removed, with what decides whether a share may reach them. */
  recipients(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    documentId: DocumentId,
  ): Promise<RecipientRow[]> {
    return rows(
      tx,
      `select m.id, m.person_id as "personId", p.display_name as "displayName", p.language,
         m.relation, m.state, m.relation = 'client' as "isClient",
         ${isBlockedFromClient('m')} as "isBlocked", ${isHeld('m')} as "isHeld",
         coalesce((select json_agg(json_build_object('id', c.id, 'kinds', c.kinds, 'documentIds', c.document_ids, 'untilOn', c.until_on,
             'revoked', c.revoked_at is not null, 'documents', c.documents, 'givenAs', c.given_as,
             'givenOn', (c.given_at at time zone (select time_zone from practice where id = $1))::date,
             'from', (select json_build_object('id', g.id, 'displayName', g.display_name) from person g
               where g.practice_id = c.practice_id and g.id = c.from_id))
             order by c.until_on desc nulls first, c.given_at desc)
           from consent c where c.practice_id = m.practice_id and c.member_id = m.id), '[]') as consents,
         array(select case b.one_id when m.id then b.other_id else b.one_id end from block b
           where b.practice_id = m.practice_id and b.family_id = m.family_id and b.lifted_at is null
             and m.id in (b.one_id, b.other_id)) as "keptFrom",
         array(select t.version_id from task t
           join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
           where t.practice_id = m.practice_id and t.member_id = m.id and t.document_id = $3) as "heldVersionIds"
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2 and m.state <> 'removed'
       order by m.added_at, m.id`,
      [actor.practiceId, familyId, documentId],
    );
  }

  /** Names of everybody in the actor's other families, and of everybody in this one. */
  names(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
  ): Promise<{ displayName: string; own: boolean }[]> {
    return rows(
      tx,
      `select p.display_name as "displayName", coalesce(bool_or(m.family_id = $3), false) as own
       from member m
         join caseload c on c.practice_id = m.practice_id and c.family_id = m.family_id and c.therapist_id = $2
           and c.ended_at is null
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 group by p.id, p.display_name`,
      [actor.practiceId, actor.personId, familyId],
    );
  }

  /** By what right the template is used that a document was begun from; null when that was none, or the product's. */
  licence(tx: Transaction, fromTemplateId: string): Promise<LicenceFacts | null> {
    return firstRow(
      tx,
      `select licence, until_on::text as "licenceUntilOn" from access.licence_of_template($1)`,
      [fromTemplateId],
    );
  }

  /** Copies of consents, for whoever something was shared with under them. */
  copies(
    tx: Transaction,
    actor: Actor,
    ids: readonly ConsentId[],
  ): Promise<(NoticeWithShare['consents'][number] & { readonly id: ConsentId })[]> {
    return rows(
      tx,
      `select id, wording, purpose, signature, ${iso('given_at')} as "givenAt", until_on::text as "untilOn"
       from consent where practice_id = $1 and id = any ($2) order by given_at, id`,
      [actor.practiceId, ids],
    );
  }

  async add(
    tx: Transaction,
    actor: Actor,
    share: { documentId: DocumentId; familyId: FamilyId; version: VersionRow; body: NewShare },
    people: readonly ReachedBy[],
  ): Promise<ShareId> {
    const { practiceId } = actor;
    const { documentId, familyId, version, body } = share;
    const id = newId<'share'>();
    const common = { practiceId, documentId, versionId: version.id, familyId };
    await insertRow(tx, ShareEntity, {
      ...common,
      id,
      sharedBy: actor.personId,
      dueOn: body.dueOn ?? null,
      note: body.note ?? null,
      revokedAt: null,
    });
    for (const { id: memberId, personId, noticeWithShare } of people) {
      const ids = { id: newId<'task'>(), shareId: id, memberId, personId };
      await insertRow(tx, TaskEntity, { ...common, ...ids, noticeWithShare, sentAt: null });
    }
    return id;
  }

  list(tx: Transaction, actor: Actor, documentId: DocumentId): Promise<ShareRow[]> {
    return rows(tx, `${SELECT} and s.document_id = $2 order by s.shared_at desc, s.id desc`, [
      actor.practiceId,
      documentId,
    ]);
  }

  find(tx: Transaction, actor: Actor, id: ShareId): Promise<ShareRow | null> {
    return firstRow(tx, `${SELECT} and s.id = $2`, [actor.practiceId, id]);
  }

  async revoke(tx: Transaction, actor: Actor, id: ShareId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update share set revoked_at = now() where practice_id = $1 and id = $2 and revoked_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }
}
