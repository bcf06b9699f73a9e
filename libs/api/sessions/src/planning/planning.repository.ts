import { Injectable } from '@nestjs/common';
import { familyAt, onCaseload, personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  insertRow,
  iso,
  newId,
  rows,
  type Place,
  type Transaction,
} from '@common-ground/api/platform';
import {
  LIMITS,
  type DocumentId,
  type DocumentKind,
  type DuePlan,
  type FamilyId,
  type FamilySession,
  type FamilySessionId,
  type FamilySessionSummary,
  type Language,
  type MemberId,
  type MemberState,
  type PersonId,
  type Relation,
  type SessionAhead,
  type SessionBeside,
  type SessionPlan,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { FamilySessionEntity, type PlanContent } from './family-session.entity';

export interface PlanRow
  extends
    Pick<FamilySession, 'id' | 'family' | 'startsAt' | 'revision' | 'writtenBy' | 'writtenAt'>,
    Pick<SessionPlan, 'startsOn' | 'startTime' | 'timeZone' | 'minutes'> {
  readonly writtenById: PersonId;
  /** Everybody who wrote in it, however long ago. */
  readonly writers: readonly PersonId[];
  readonly content: PlanContent;
  /** How often when or where was changed. */
  readonly moved: number;
  readonly calledOffAt: string | null;
  readonly isOver: boolean;
  /** Has begun and has not ended. */
  readonly isUnderWay: boolean;
  readonly hasEnded: boolean;
}

export interface PlaceRow {
  readonly id: MemberId;
  /** The place that took this one's, when two records became one. */
  readonly mergedInto: MemberId | null;
  readonly displayName: string;
  readonly relation: Relation;
  readonly state: MemberState;
}

/** How long an hour that was begun and never ended stands on the lists of what is under way. */
export const HOURS_UNDER_WAY = 12;

const BESIDE_AT_MOST = 5;

const beginningOf = (one: string): string =>
  `((${one}.starts_on + ${one}.start_time) at time zone ${one}.time_zone)`;
const STARTS_AT = beginningOf('s');

const SUMMARY = `s.id, ${familyAt('s')} as family, s.content ->> 'purpose' as purpose, s.time_zone as "timeZone",
  s.minutes, ${iso(STARTS_AT)} as "startsAt", ${iso('s.called_off_at')} as "calledOffAt"`;

const ITS_RUN = 'select from session_run r where r.practice_id = s.practice_id and r.session_id = s.id';
/** Begun and not ended, whenever it was to be over. */
const IS_UNDER_WAY = `exists (${ITS_RUN} and r.ended_at is null)`;
/** Held and over, also before its day. */
export const HAS_ENDED = `exists (${ITS_RUN} and r.ended_at is not null)`;
/** Under way, on lists: one that nobody ended does not stand before all that is to come for ever. */
const IS_STILL_UNDER_WAY = `exists (${ITS_RUN} and r.ended_at is null
  and r.begun_at > now() - interval '${HOURS_UNDER_WAY} hours')`;

@Injectable()
export class PlanningRepository {
  /** The hours of a family, the last one first. */
  list(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    after: Place | null,
    limit: number,
  ): Promise<FamilySessionSummary[]> {
    return rows(
      tx,
      `select ${SUMMARY} from family_session s
       where s.practice_id = $1 and s.family_id = $3 and ${onCaseload('s')}
         and ($4::text is null or (${STARTS_AT}, s.id) < ($4::timestamptz, $5::uuid))
       order by ${STARTS_AT} desc, s.id desc limit $6`,
      [actor.practiceId, actor.personId, familyId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /**
   * What lies ahead of the actor in all their families, and what is under way; the next one first. What has ended is not
   * ahead, however long before its time.
   */
  ahead(tx: Transaction, actor: Actor, atMost: number): Promise<SessionAhead[]> {
    return rows(
      tx,
      `select ${SUMMARY}, coalesce((
           select json_agg(json_build_object('displayName', p.display_name, 'reply', r.reply,
             'repliedAt', ${iso('r.replied_at')}) order by r.replied_at desc, r.id)
           from session_reply r
             join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.state <> 'removed'
             join person p on p.practice_id = m.practice_id and p.id = m.person_id
           where r.practice_id = s.practice_id and r.session_id = s.id and r.withdrawn_at is null
             and r.reply is not null), '[]') as replies
       from family_session s
       where s.practice_id = $1 and ${onCaseload('s')} and s.called_off_at is null and not ${HAS_ENDED}
         and (${STARTS_AT} + make_interval(mins => s.minutes) > now() or ${IS_STILL_UNDER_WAY})
       order by ${STARTS_AT}, s.id limit $3`,
      [actor.practiceId, actor.personId, atMost],
    );
  }

  /** The ground rules a family has, as its latest plan has them; null before the first. */
  async rulesOf(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<readonly string[] | null> {
    const found = await firstRow<{ groundRules: string[] }>(
      tx,
      `select s.content -> 'groundRules' as "groundRules" from family_session s
       where s.practice_id = $1 and s.family_id = $3 and ${onCaseload('s')}
       order by ${STARTS_AT} desc, s.id desc limit 1`,
      [actor.practiceId, actor.personId, familyId],
    );
    return found?.groundRules ?? null;
  }

  find(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<PlanRow | null> {
    return firstRow(
      tx,
      `select s.id, ${familyAt('s')} as family, s.starts_on::text as "startsOn",
         to_char(s.start_time, 'HH24:MI') as "startTime", s.time_zone as "timeZone", s.minutes, s.content, s.revision,
         ${iso(STARTS_AT)} as "startsAt", s.written_by as "writtenById", s.writers, ${personAt('s', 'written_by')} as "writtenBy",
         ${iso('s.written_at')} as "writtenAt", s.moved, ${iso('s.called_off_at')} as "calledOffAt",
         ${STARTS_AT} + make_interval(mins => s.minutes) <= now() as "isOver",
         ${IS_UNDER_WAY} as "isUnderWay", ${HAS_ENDED} as "hasEnded"
       from family_session s where s.practice_id = $1 and s.id = $3 and ${onCaseload('s')}`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** Other hours of the same family that are to be held at the same time, the first one first. */
  beside(tx: Transaction, actor: Actor, { id, family }: PlanRow): Promise<SessionBeside[]> {
    const during = (one: string): string =>
      `tstzrange(${beginningOf(one)}, ${beginningOf(one)} + make_interval(mins => ${one}.minutes))`;
    return rows(
      tx,
      `select s.id, ${iso(STARTS_AT)} as "startsAt", s.time_zone as "timeZone", s.content ->> 'purpose' as purpose
       from family_session s
         join family_session w on w.practice_id = s.practice_id and w.family_id = s.family_id and w.id = $4
       where s.practice_id = $1 and s.family_id = $3 and s.id <> w.id and ${onCaseload('s')}
         and s.called_off_at is null and not ${HAS_ENDED} and ${during('s')} && ${during('w')}
       order by ${STARTS_AT}, s.id limit ${BESIDE_AT_MOST}`,
      [actor.practiceId, actor.personId, family.id, id],
    );
  }

  /** Keeps two therapists from deciding about an hour at once, so that each sees what the other did. */
  async hold(tx: Transaction, actor: Actor, sessionId: FamilySessionId): Promise<void> {
    await rows(tx, 'select from family_session s where s.practice_id = $1 and s.id = $2 for update', [
      actor.practiceId,
      sessionId,
    ]);
  }

  async add(tx: Transaction, actor: Actor, familyId: FamilyId, plan: SessionPlan): Promise<FamilySessionId> {
    const { practiceId, personId } = actor;
    const { startsOn, startTime, timeZone, minutes, ...content } = plan;
    const id = newId<'family-session'>();
    await insertRow(tx, FamilySessionEntity, {
      ...{ practiceId, id, familyId, startsOn, startTime, timeZone, minutes, content },
      ...{ revision: 1, plannedBy: personId, writtenBy: personId },
    });
    return id;
  }

  /** Writes a plan over the revision it came from; false when that is no longer the newest. */
  async save(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
    revision: number,
    plan: SessionPlan,
  ): Promise<boolean> {
    const { startsOn, startTime, timeZone, minutes, ...content } = plan;
    const changed = await changedRows(
      tx,
      `update family_session set revision = revision + 1, starts_on = $4, start_time = $5, time_zone = $6, minutes = $7,
         content = $8, moved = moved + (case when (starts_on, start_time, time_zone, minutes, content ->> 'place',
           content ->> 'link') is distinct from ($4::date, $5::time, $6::text, $7::int, $8::jsonb ->> 'place',
           $8::jsonb ->> 'link') then 1 else 0 end), written_by = $9, written_at = now()
       where practice_id = $1 and id = $2 and revision = $3`,
      [
        ...[actor.practiceId, id, revision, startsOn, startTime, timeZone, minutes],
        ...[JSON.stringify(content), actor.personId],
      ],
    );
    return changed === 1;
  }

  /** Leaves the revision as it is: somebody who is writing the plan goes on writing over it. */
  async callOff(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<void> {
    await changedRows(
      tx,
      `update family_session set called_off_at = now(), written_by = $3
       where practice_id = $1 and id = $2 and called_off_at is null`,
      [actor.practiceId, id, actor.personId],
    );
  }

  /** Everybody who ever had a place in the family. */
  places(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<PlaceRow[]> {
    return rows(
      tx,
      `select m.id, m.merged_into as "mergedInto", p.display_name as "displayName", m.relation, m.state
       from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where m.practice_id = $1 and m.family_id = $2 order by m.added_at, m.id`,
      [actor.practiceId, familyId],
    );
  }

  /** What a consent asks about these papers of a family, and what they are called. */
  papers(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    ids: readonly DocumentId[],
  ): Promise<{ id: DocumentId; kind: DocumentKind; title: string }[]> {
    return rows(
      tx,
      `select d.id, d.kind, coalesce(t.title, v.title, '') as title
       from document d
         left join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
         left join lateral (select h.title from document_version h
           where h.practice_id = d.practice_id and h.document_id = d.id order by h.number desc limit 1) v on true
       where d.practice_id = $1 and d.family_id = $2 and d.id = any ($3::uuid[])
       order by array_position($3::uuid[], d.id)`,
      [actor.practiceId, familyId, [...ids]],
    );
  }

  /** Which of these documents are not of this family. */
  async foreignDocuments(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    ids: readonly string[],
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    const known = await rows<{ id: string }>(
      tx,
      `select d.id from document d where d.practice_id = $1 and d.id = any ($2::uuid[]) and d.family_id = $3
         and d.kind <> 'hour-plan'`,
      [actor.practiceId, [...ids], familyId],
    );
    return ids.filter((id) => !known.some((one) => one.id === id));
  }

  /**
   * Plans of the family to be looked at again by the day of an hour. Each as people have it by then; if nobody does,
   * as it was approved. What is being rewritten says nothing yet about when that is.
   */
  due(tx: Transaction, actor: Actor, { family, startsOn, startsAt }: PlanRow): Promise<DuePlan[]> {
    return rows(
      tx,
      `select d.id as "documentId", v.title, v.content ->> 'reviewOn' as "reviewOn"
       from document d join lateral (
         select h.title, h.content from document_version h
           left join lateral (
             select true as given from share s
               join task t on t.practice_id = s.practice_id and t.share_id = s.id and t.given_at <= $4
             where s.practice_id = h.practice_id and s.document_id = h.document_id and s.version_id = h.id
               and s.revoked_at is null limit 1) had on true
         where h.practice_id = d.practice_id and h.document_id = d.id and (had.given or d.state = 'approved')
         order by had.given nulls last, h.number desc limit 1) v on true
       where d.practice_id = $1 and d.family_id = $2 and d.kind in ('boundary-plan', 'support-plan')
         and (v.content ->> 'reviewOn')::date <= $3::date
       order by v.content ->> 'reviewOn', d.id limit ${LIMITS.entries}`,
      [actor.practiceId, family.id, startsOn, startsAt],
    );
  }

  /** Papers by id, as those who work on them call them today. */
  async titles(
    tx: Transaction,
    actor: Actor,
    ids: readonly DocumentId[],
  ): Promise<ReadonlyMap<DocumentId, string>> {
    if (ids.length === 0) return new Map();
    const found = await rows<{ id: DocumentId; title: string }>(
      tx,
      `select t.document_id as id, t.title from document_draft t
       where t.practice_id = $1 and t.document_id = any ($2::uuid[])`,
      [actor.practiceId, [...ids]],
    );
    return new Map(found.map(({ id, title }) => [id, title]));
  }

  /** What staff of the practice are called, whichever families they lead. */
  async staffNames(
    tx: Transaction,
    actor: Actor,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await rows<{ id: string; displayName: string }>(
      tx,
      `select p.id, p.display_name as "displayName" from person p
       where p.practice_id = $1 and p.id = any ($2::uuid[])`,
      [actor.practiceId, [...ids]],
    );
    return new Map(found.map(({ id, displayName }) => [id, displayName]));
  }

  async begunIn(tx: Transaction, actor: Actor): Promise<{ language: Language; timeZone: string }> {
    const found = await firstRow<{ language: Language; timeZone: string }>(
      tx,
      `select p.language, r.time_zone as "timeZone" from person p join practice r on r.id = p.practice_id
       where p.practice_id = $1 and p.id = $2`,
      [actor.practiceId, actor.personId],
    );
    if (found === null) throw new Error('The person in context has no row.');
    return found;
  }
}
