import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  perform,
  rows,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import { isBlockedFromClient, isHeld, mailCameBack } from '@common-ground/api/people';
import {
  LIMITS,
  type ConsentId,
  type CoveringConsent,
  type DocumentId,
  type FamilyId,
  type Language,
  type MemberId,
  type MemberState,
  type NewShare,
  type NoticeWithShare,
  type PersonId,
  type Relation,
  type Share,
  type ShareChange,
  type ShareId,
  type SharePreview,
} from '@common-ground/contract';
import type { Actor, ConsentFacts, LicenceFacts, RecipientFacts } from '@common-ground/rules/access';
import type { OpensOn } from '@common-ground/rules/content';
import type { VersionRow } from '../drafting/document.repository';
import type { VersionId } from '../drafting/document.entity';
import { ShareEntity } from './share.entity';

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
  /** Whether any channel is written down by which a message may reach them. */
  readonly isReached: boolean;
  readonly mailCameBack: boolean;
  /** Versions of earlier shares that still reach this person, or will, and that they have not sent. */
  readonly heldVersionIds: readonly string[];
}

/** What goes along with a share to one person. */
export interface Accompanied {
  readonly noticeWithShare: NoticeWithShare | null;
}

/** Somebody a share reaches, when, and what goes along with it. */
export interface ReachedBy extends RecipientRow, Accompanied {
  readonly opens: readonly OpensOn[];
}

/** As `given_at` keeps it. Rounded up it would come a blink after now, and what opens now would be still to come. */
export const THIS_MOMENT = `date_trunc('milliseconds', now())`;

/** What a share `s` gave with a task `t`, or will give, and nobody has sent. */
const STILL_HELD = `t.sent_at is null and s.revoked_at is null and (t.given_at is not null or s.stopped_at is null)
  and (s.open_until_on is null or s.open_until_on >= access.today())`;

const SELECT = `
  select s.id, s.document_id as "documentId", s.version_id as "versionId", v.number as version, s.due_on::text as "dueOn", s.note, s.revision,
    s.open_until_on::text as "openUntilOn", coalesce(s.open_until_on < access.today(), false) as "isOver",
    ${iso('s.shared_at')} as "sharedAt", ${iso('s.revoked_at')} as "revokedAt", ${iso('s.stopped_at')} as "stoppedAt",
    json_build_object('startsOn', s.starts_on,
      'after', case when s.after_document_id is not null then json_build_object('documentId', s.after_document_id,
        'days', s.after_days, 'title', (select f.title from document_draft f
          where f.practice_id = s.practice_id and f.document_id = s.after_document_id)) end,
      'rhythm', case when s.rhythm is not null then json_build_object('every', s.rhythm, 'untilOn', s.until_on) end
    ) as "when",
    (select min((t.given_at at time zone p.time_zone)::date)::text from task t join practice p on p.id = t.practice_id
      where t.practice_id = s.practice_id and t.share_id = s.id and t.given_at > now()) as "nextOn",
    (select max((t.given_at at time zone p.time_zone)::date)::text from task t join practice p on p.id = t.practice_id
      where t.practice_id = s.practice_id and t.share_id = s.id and t.given_at > now()) as "lastOn",
    (select count(*)::int from task t where t.practice_id = s.practice_id and t.share_id = s.id
      and t.given_at is null and s.stopped_at is null) as waiting,
    (select coalesce(json_agg(json_build_object('memberId', m.id, 'displayName', p.display_name, 'relation', m.relation,
        'opensOn', (select case when bool_or(o.given_at <= now()) then 'now'
            when min(o.given_at) is not null then (min(o.given_at) at time zone z.time_zone)::date::text
            when s.stopped_at is null then 'waits' end
          from task o where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id = t.member_id))
        order by m.added_at, m.id), '[]')
      from task t
        join practice z on z.id = t.practice_id
        join member m on m.practice_id = t.practice_id and m.id = t.member_id
        join person p on p.practice_id = t.practice_id and p.id = t.person_id
      where t.practice_id = s.practice_id and t.share_id = s.id and t.round = (select min(o.round) from task o
        where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id = t.member_id)) as people
  from share s join document_version v on v.practice_id = s.practice_id and v.id = s.version_id
  where s.practice_id = $1`;

export interface ShareRow extends Omit<Share, 'may'> {
  readonly versionId: VersionId;
  /** The last day it opens on to somebody; null when nothing more opens by date. */
  readonly lastOn: string | null;
}

@Injectable()
export class ShareRepository {
  /** Everybody in a family who has not been removed, with what decides whether a share may reach them. */
  recipients(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    documentId: DocumentId | null,
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
         exists (select from safe_contact k where k.practice_id = m.practice_id and k.member_id = m.id
           and k.channel <> 'none') as "isReached",
         ${mailCameBack('m')} as "mailCameBack",
         array(select case b.one_id when m.id then b.other_id else b.one_id end from block b
           where b.practice_id = m.practice_id and b.family_id = m.family_id and b.lifted_at is null
             and m.id in (b.one_id, b.other_id)) as "keptFrom",
         array(select t.version_id from task t
           join share s on s.practice_id = t.practice_id and s.id = t.share_id
           where t.practice_id = m.practice_id and t.member_id = m.id and t.document_id = $3
             and ${STILL_HELD}) as "heldVersionIds"
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2 and m.state <> 'removed'
       order by m.added_at, m.id`,
      [actor.practiceId, familyId, documentId],
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
    share: {
      documentId: DocumentId;
      familyId: FamilyId;
      version: VersionRow;
      body: NewShare;
    },
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
      startsOn: body.startsOn ?? null,
      afterDocumentId: body.after?.documentId ?? null,
      afterDays: body.after?.days ?? null,
      rhythm: body.rhythm?.every ?? null,
      untilOn: body.rhythm?.untilOn ?? null,
      openUntilOn: body.openUntilOn ?? null,
      revokedAt: null,
      stoppedAt: null,
    });
    const tasks = people.flatMap(({ id: memberId, personId, noticeWithShare, opens }) =>
      opens.map((on, at) => ({
        ...{ id: newId<'task'>(), memberId, personId, notice: noticeWithShare, round: at + 1 },
        waits: on === 'waits',
        day: on === 'waits' || on === 'now' ? null : on,
      })),
    );
    await perform(
      tx,
      `insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, round,
         given_at, notice_with_share)
       select p.id, t.id, $2, $3, $4, $5, t."memberId", t."personId", t.round,
         case when t.waits then null when t.day is null then ${THIS_MOMENT}
           else t.day::timestamp at time zone p.time_zone end, nullif(t.notice, 'null')
       from practice p, jsonb_to_recordset($6) as t(id uuid, "memberId" uuid, "personId" uuid, notice jsonb, round int,
         waits boolean, day date)
       where p.id = $1`,
      [practiceId, id, documentId, version.id, familyId, JSON.stringify(tasks)],
    );
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

  /** Over the revision that was read; false when another stands there now, or nothing that could be changed. */
  async change(
    tx: Transaction,
    actor: Actor,
    id: ShareId,
    revision: number,
    { dueOn, note, openUntilOn }: ShareChange,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update share set due_on = $4, note = $5, revision = revision + 1,
         open_until_on = case when $6 then $7::date else open_until_on end
       where practice_id = $1 and id = $2 and revision = $3 and revoked_at is null`,
      [actor.practiceId, id, revision, dueOn, note, openUntilOn !== undefined, openUntilOn ?? null],
    );
    return changed === 1;
  }

  /** Whether somebody has what this share gives, or will, from another one as well, and has sent neither. */
  async isHeldAgain(tx: Transaction, actor: Actor, id: ShareId): Promise<boolean> {
    const found = await firstRow<{ isHeld: boolean }>(
      tx,
      `select exists (select from task mine
           join task t on t.practice_id = mine.practice_id and t.member_id = mine.member_id
             and t.version_id = mine.version_id and t.share_id <> mine.share_id
           join share s on s.practice_id = t.practice_id and s.id = t.share_id
         where mine.practice_id = $1 and mine.share_id = $2 and mine.sent_at is null and ${STILL_HELD}) as "isHeld"`,
      [actor.practiceId, id],
    );
    return found?.isHeld === true;
  }

  async revoke(tx: Transaction, actor: Actor, id: ShareId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update share set revoked_at = now() where practice_id = $1 and id = $2 and revoked_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }

  /** What had not opened to anybody never will; false when that was so before. */
  async stop(tx: Transaction, actor: Actor, id: ShareId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update share set stopped_at = now() where practice_id = $1 and id = $2 and stopped_at is null
         and revoked_at is null and exists (select from task t where t.practice_id = $1 and t.share_id = $2
           and (t.given_at is null or t.given_at > now()))`,
      [actor.practiceId, id],
    );
    if (changed === 0) return false;
    await perform(
      tx,
      `update task set given_at = null where practice_id = $1 and share_id = $2 and sent_at is null
         and given_at > now()`,
      [actor.practiceId, id],
    );
    return true;
  }

  /** Worksheets shared with a family, besides one, with everybody who has them or will; newest first. */
  pieces(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    besides: DocumentId,
  ): Promise<SharePreview['mayFollow'][number][]> {
    return rows(
      tx,
      `select d.id as "documentId", f.title, json_agg(distinct t.member_id) as "memberIds"
       from document d
         join document_draft f on f.practice_id = d.practice_id and f.document_id = d.id
         join share s on s.practice_id = d.practice_id and s.document_id = d.id and s.revoked_at is null
         join task t on t.practice_id = s.practice_id and t.share_id = s.id
           and (t.given_at is not null or s.stopped_at is null)
           and (t.sent_at is not null or s.open_until_on is null or s.open_until_on >= access.today())
       where d.practice_id = $1 and d.family_id = $2 and d.id <> $3 and d.kind = 'worksheet'
       group by d.id, f.title order by max(s.shared_at) desc, d.id limit ${LIMITS.pageSize}`,
      [actor.practiceId, familyId, besides],
    );
  }

  /**
   * The day each member sent a piece they still have, null while they are at it. Whoever sends it at this very moment
   * is waited for.
   */
  async sentOn(
    tx: Transaction,
    actor: Actor,
    documentId: DocumentId,
    memberIds: readonly MemberId[],
  ): Promise<ReadonlyMap<MemberId, string | null>> {
    await holdWhatFollows(tx, documentId, memberIds);
    const found = await rows<{ memberId: MemberId; sentOn: string | null }>(
      tx,
      `select distinct on (t.member_id) t.member_id as "memberId", (t.sent_at at time zone p.time_zone)::date::text as "sentOn"
       from task t
         join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
         join practice p on p.id = t.practice_id
       where t.practice_id = $1 and t.document_id = $2 and t.member_id = any ($3)
         and (t.given_at is not null or s.stopped_at is null)
         and (t.sent_at is not null or s.open_until_on is null or s.open_until_on >= access.today())
       order by t.member_id, t.given_at desc nulls first, t.id desc`,
      [actor.practiceId, documentId, memberIds],
    );
    return new Map(found.map(({ memberId, sentOn }) => [memberId, sentOn]));
  }
}

/** What opens to these members after a piece is neither given nor opened by anybody else until the caller is done. */
export async function holdWhatFollows(
  tx: Transaction,
  documentId: DocumentId,
  memberIds: readonly MemberId[],
): Promise<void> {
  // One after the other and always in the same order, or two of them could wait for each other.
  for (const memberId of [...memberIds].sort())
    await perform(tx, 'select access.hold_what_follows($1, $2)', [memberId, documentId]);
}
