import { Injectable } from '@nestjs/common';
import { TASK_IS_LIVE } from '@common-ground/api/documents';
import { isBlockedFromClient, onCaseload } from '@common-ground/api/people';
import { changedRows, insertRow, iso, newId, rows, type Transaction } from '@common-ground/api/platform';
import type {
  AnswerId,
  Companion,
  DocumentContent,
  DocumentId,
  FamilyId,
  FamilySessionId,
  MemberId,
  NewOffer,
  OfferId,
  OpenedAnswer,
  OwnOffer,
  PersonId,
  TaskId,
} from '@common-ground/contract';
import type { Actor, OfferFacts, PieceFacts } from '@common-ground/rules/access';
import type { AnswerStanding } from '../responses/response.repository';
import { OfferEntity } from './offer.entity';

/** Which wording it is, and the how-manieth time it was given: only people with both the same speak to each other. */
interface GivenAs {
  readonly versionId: string;
  readonly round: number;
}

/** What somebody got last of a document, and has today. */
export interface NewestRow extends GivenAs {
  readonly memberId: MemberId;
  readonly documentId: DocumentId;
}

/** A document as it was given to a family last. */
export interface GivenRow extends GivenAs {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly number: number;
  readonly content: DocumentContent;
}

/** What a document is called that was given to a family last, and whether it is played; its words are not fetched for that. */
export interface TitledRow extends Pick<GivenRow, 'documentId' | 'title' | 'number'> {
  readonly isScript: boolean;
}

export interface OwnOfferRow extends Omit<OwnOffer, 'may'> {
  readonly taskId: TaskId;
}

/** What somebody else opened, beside a task of the actor's own. */
export interface OpenedRow extends OpenedAnswer {
  readonly taskId: TaskId;
  readonly authorId: PersonId;
}

/** What somebody answered, as it stands on the screen of an hour. */
export type VoiceRow = Omit<OpenedRow, 'promptId' | 'taskId'>;

/** One piece as several of a family got it, as their therapist reads it: who takes part, and what is offered. */
export interface PieceRow extends Omit<PieceFacts, 'blocks' | 'holds' | 'offers'>, GivenAs {
  readonly documentId: DocumentId;
  readonly taskIds: readonly TaskId[];
  readonly offers: readonly (OfferFacts & {
    readonly id: OfferId;
    readonly answerId: AnswerId;
  })[];
}

export interface FamilyPieces extends Pick<PieceFacts, 'blocks' | 'holds'> {
  readonly people: readonly Companion[];
  readonly pieces: readonly PieceRow[];
}

/** An answer `a` to what a prompt asks; what is said about the whole piece is for the therapist alone. */
const TO_A_PROMPT = `a.prompt_id not like '~%'`;
/** Handed in for the family, with something in it. */
const FOR_FAMILY = `(a.sent_at is not null and a.visibility = 'family' and ${TO_A_PROMPT}
  and a.value is not null and a.value <> 'null')`;

/** The newest wording of a document comes first, and of that the last time it was given. */
const NEWEST_FIRST = 't.document_id, v.number desc, t.round desc';

/** The practice, the therapist, the family and the documents are the first four parameters. */
const GIVEN_LAST = `
  from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
    join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
  where t.practice_id = $1 and t.family_id = $3 and ${onCaseload('t')} and t.document_id = any ($4::uuid[])
    and t.given_at <= now()`;

/** Whether task `t` of member `m` reaches its person today and was sent, for those who may read what decides it. */
const TAKES_PART = `(t.sent_at is not null and m.state = 'confirmed'
  and exists (select from share s where s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null)
  and not ${isBlockedFromClient('m')}
  and (m.relation = 'client' or exists (select from consent c
    join document d on d.practice_id = t.practice_id and d.id = t.document_id
    where c.practice_id = m.practice_id and c.member_id = m.id and c.revoked_at is null
      and (d.kind = any (c.kinds) or d.id = any (c.document_ids))
      and coalesce(c.until_on >= access.today(), true))))`;

@Injectable()
export class RevealRepository {
  /** Who else got the actor's own piece; what decides that the actor may not read, so a function looks it up. */
  companions(tx: Transaction, id: TaskId): Promise<Companion[]> {
    return rows(
      tx,
      `select member_id as "memberId", display_name as "displayName" from access.companions($1)
       order by display_name, member_id`,
      [id],
    );
  }

  /** The actor's own answers to these tasks that are for the family, and to whom each is offered. */
  own(tx: Transaction, actor: Actor, ids: readonly TaskId[]): Promise<OwnOfferRow[]> {
    return rows(
      tx,
      // What is open is worked out once for a family, and not for each answer.
      `with opened as materialized (select offer_id from access.open_offers(array(select distinct f.family_id from offer f
         where f.practice_id = $1 and f.author_id = $2 and f.closed_at is null)))
       select a.task_id as "taskId", a.id as "answerId", a.prompt_id as "promptId",
         (select json_build_object('waits', o.waits,
             'onScreen', o.on_screen and not access.hour_has_ended(o.shown_in),
             'shownAt', case when not access.hour_has_ended(o.shown_in) then ${iso('o.shown_at')} end,
             'isOpen', not o.waits or o.id in (select offer_id from opened),
             'circle', (select coalesce(json_agg(json_build_object('memberId', c.member_id, 'displayName', c.display_name)
                 order by c.display_name, c.member_id), '[]')
               from access.own_circles(a.task_id) c where c.offer_id = o.id))
           from offer o where o.practice_id = a.practice_id and o.answer_id = a.id and o.author_id = $2
             and o.closed_at is null) as offer
       from answer a
       where a.practice_id = $1 and a.author_id = $2 and a.task_id = any ($3::uuid[]) and ${FOR_FAMILY} order by a.id`,
      [actor.practiceId, actor.personId, [...ids]],
    );
  }

  /** What others opened to the actor beside these own tasks: that it is open, and whose voice it is, a function looks up. */
  opened(tx: Transaction, actor: Actor, ids: readonly TaskId[]): Promise<OpenedRow[]> {
    return rows(
      tx,
      `select t.id as "taskId", a.id as "answerId", a.prompt_id as "promptId", o.display_name as by, a.value, a.author_id as "authorId"
       from access.openings() o
         join task t on t.id = o.beside
         join answer a on a.practice_id = t.practice_id and a.id = o.answer_id
       where t.practice_id = $1 and t.id = any ($3::uuid[]) and ${TASK_IS_LIVE} and t.sent_at is not null
         and a.family_id = t.family_id and a.author_id <> $2 and ${FOR_FAMILY}
       order by o.display_name, a.id`,
      [actor.practiceId, actor.personId, [...ids]],
    );
  }

  /** The words of answers that a therapist of their family reads, by whom they are. */
  voices(tx: Transaction, actor: Actor, ids: readonly AnswerId[]): Promise<VoiceRow[]> {
    return rows(
      tx,
      `select a.id as "answerId", p.display_name as by, a.value, a.author_id as "authorId"
       from answer a join person p on p.practice_id = a.practice_id and p.id = a.author_id
       where a.practice_id = $1 and a.id = any ($3::uuid[]) and ${onCaseload('a')} and ${FOR_FAMILY}
       order by p.display_name, a.id`,
      [actor.practiceId, actor.personId, [...ids]],
    );
  }

  /** The actor's own pieces of these documents that reach them, the newest of each. */
  ownPieces(
    tx: Transaction,
    actor: Actor,
    documentIds: readonly DocumentId[],
  ): Promise<{ readonly documentId: DocumentId; readonly taskId: TaskId; readonly isSent: boolean }[]> {
    return rows(
      tx,
      `select distinct on (t.document_id) t.document_id as "documentId", t.id as "taskId", t.sent_at is not null as "isSent"
       from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
       where t.practice_id = $1 and t.person_id = $2 and t.document_id = any ($3::uuid[]) and t.given_at <= now()
         and ${TASK_IS_LIVE} order by ${NEWEST_FIRST}, t.id desc`,
      [actor.practiceId, actor.personId, [...documentIds]],
    );
  }

  /** Documents as a family got them last, and has them today. */
  given(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    documentIds: readonly DocumentId[],
  ): Promise<GivenRow[]> {
    return rows(
      tx,
      `select distinct on (t.document_id) t.document_id as "documentId", v.title, v.number, v.content,
         t.version_id as "versionId", t.round
       ${GIVEN_LAST} order by ${NEWEST_FIRST}`,
      [actor.practiceId, actor.personId, familyId, [...documentIds]],
    );
  }

  /** The same by their titles alone, for what is asked at every look at an hour. */
  titles(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    documentIds: readonly DocumentId[],
  ): Promise<TitledRow[]> {
    return rows(
      tx,
      `select distinct on (t.document_id) t.document_id as "documentId", v.title, v.number,
         v.content ? 'turns' as "isScript"
       ${GIVEN_LAST} order by ${NEWEST_FIRST}`,
      [actor.practiceId, actor.personId, familyId, [...documentIds]],
    );
  }

  /** Of these documents what each of a family got last: whoever has a newer wording stands by that, and nobody else does. */
  newestOfEach(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    documentIds: readonly DocumentId[],
  ): Promise<NewestRow[]> {
    return rows(
      tx,
      `select distinct on (t.member_id, t.document_id) t.member_id as "memberId", t.document_id as "documentId",
         t.version_id as "versionId", t.round
       ${GIVEN_LAST} order by t.member_id, ${NEWEST_FIRST}`,
      [actor.practiceId, actor.personId, familyId, [...documentIds]],
    );
  }

  /** The words of versions that a family got. */
  wordings(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    versionIds: readonly string[],
  ): Promise<{ readonly versionId: string; readonly content: DocumentContent }[]> {
    return rows(
      tx,
      `select v.id as "versionId", v.content from document_version v
       where v.practice_id = $1 and v.family_id = $3 and ${onCaseload('v')} and v.id = any ($4::uuid[])`,
      [actor.practiceId, actor.personId, familyId, [...versionIds]],
    );
  }

  /** Writes down that an hour shows these. @returns those that it may show and did not show before */
  async show(tx: Transaction, hour: FamilySessionId, ids: readonly OfferId[]): Promise<OfferId[]> {
    const shown = await rows<{ id: OfferId }>(
      tx,
      'select id from access.show_offers($1, $2::uuid[]) as shown(id)',
      [hour, [...ids]],
    );
    return shown.map(({ id }) => id);
  }

  async offer(tx: Transaction, actor: Actor, answer: AnswerStanding, body: NewOffer): Promise<void> {
    await insertRow(tx, OfferEntity, {
      practiceId: actor.practiceId,
      id: newId(),
      familyId: answer.familyId,
      answerId: answer.id,
      authorId: actor.personId,
      circle: body.memberIds,
      waits: body.waits,
      onScreen: body.onScreen ?? false,
      ...{ closedAt: null, shownAt: null, shownIn: null },
    });
  }

  /** False when it was offered to nobody. */
  async close(tx: Transaction, actor: Actor, id: AnswerId): Promise<boolean> {
    const closed = await changedRows(
      tx,
      `update offer set closed_at = now()
       where practice_id = $1 and author_id = $2 and answer_id = $3 and closed_at is null`,
      [actor.practiceId, actor.personId, id],
    );
    return closed > 0;
  }

  /** For a therapist of the family: everything that decides what is open to whom, of the pieces something is offered of. */
  async ofFamily(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<FamilyPieces> {
    const parameters = [actor.practiceId, familyId];
    const pieces = await rows<PieceRow>(
      tx,
      `select t.document_id as "documentId", t.version_id as "versionId", t.round, json_agg(t.id) as "taskIds",
         coalesce(json_agg(distinct t.member_id) filter (where ${TAKES_PART}), '[]') as "takingPart",
         coalesce((select json_agg(json_build_object('id', o.id, 'answerId', a.id, 'promptId', a.prompt_id,
               'by', n.member_id, 'circle', o.circle, 'waits', o.waits, 'onScreen', o.on_screen, 'shownIn', o.shown_in))
           from task n
             join answer a on a.practice_id = n.practice_id and a.task_id = n.id and ${FOR_FAMILY}
             join offer o on o.practice_id = a.practice_id and o.answer_id = a.id and o.closed_at is null
           where n.practice_id = $1 and n.family_id = $2 and n.version_id = t.version_id and n.round = t.round), '[]')
           as offers
       from task t join member m on m.practice_id = t.practice_id and m.id = t.member_id
       where t.practice_id = $1 and t.family_id = $2
         and (t.version_id, t.round) in (select n.version_id, n.round from offer o
           join answer a on a.practice_id = o.practice_id and a.id = o.answer_id
           join task n on n.practice_id = a.practice_id and n.id = a.task_id
           where o.practice_id = $1 and o.family_id = $2 and o.closed_at is null)
       group by t.document_id, t.version_id, t.round`,
      parameters,
    );
    if (pieces.length === 0) return { people: [], pieces, blocks: [], holds: [] };
    const [apart] = await rows<Pick<PieceFacts, 'blocks' | 'holds'>>(
      tx,
      `select coalesce((select json_agg(json_build_array(one_id, other_id)) from block
           where practice_id = $1 and family_id = $2 and lifted_at is null), '[]') as blocks,
         coalesce((select json_agg(member_id) from hold
           where practice_id = $1 and family_id = $2 and lifted_at is null), '[]') as holds`,
      parameters,
    );
    const people = await rows<{ memberId: MemberId; displayName: string }>(
      tx,
      `select m.id as "memberId", p.display_name as "displayName" from member m
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2 order by p.display_name, m.id`,
      parameters,
    );
    return { people, pieces, blocks: apart?.blocks ?? [], holds: apart?.holds ?? [] };
  }
}
