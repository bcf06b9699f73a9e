import { Injectable } from '@nestjs/common';
import { onCaseload, personAt } from '@common-ground/api/people';
import {
  changedRows,
  DID_NOT_ARRIVE,
  firstRow,
  insertRow,
  iso,
  newId,
  rows,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  AskedSession,
  AskingId,
  FamilySessionId,
  Language,
  MemberId,
  PersonId,
  SessionReplyDraft,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { HAS_ENDED, HOURS_UNDER_WAY, type PlanRow } from '../planning/planning.repository';
import type { AskedRow, TakenBackRow } from './asked';
import { TAKEN_BACK_MAIL } from './session-mail';
import { SessionReplyEntity } from './session-reply.entity';

/** The actor's own asking, with what a calendar needs to know of the hour. */
export interface OwnAsking extends Omit<AskedSession, 'may' | 'lookBack'> {
  readonly askingId: AskingId;
  readonly personId: PersonId;
  readonly moved: number;
  readonly isOver: boolean;
  /** It was begun within the last hours and has not ended, whenever it was to be over. */
  readonly isUnderWay: boolean;
  /** A page to take home reaches them. */
  readonly hasPage: boolean;
  /** It has ended, and one can still look back on it; what was written by now. */
  readonly looksBack: boolean;
  readonly hasUnsent: boolean;
  readonly hasSent: boolean;
}

export interface ReachableRow {
  readonly askingId: AskingId;
  readonly memberId: MemberId;
  readonly contact: string | null;
  readonly language: Language;
}

/** `my_family_sessions` tells the person in context of nobody's hours but their own; `$1` and `$2` are they. */
const MINE = `
  select s.session_id as id, s.id as "askingId", $2::uuid as "personId", ${iso('s.starts_at')} as "startsAt",
    s.time_zone as "timeZone", s.minutes, s.place, s.link, s.moved, s.called_off as "calledOff", s.reply, s.words,
    s.revision, s.part as role, ${personAt('s', 'asked_by')} as "askedBy",
    s.starts_at + make_interval(mins => s.minutes) <= now() as "isOver", exists (
      select from access.followed_hour(s.session_id) h
      where h.begun_at > now() - interval '${HOURS_UNDER_WAY} hours' and h.ends is null) as "isUnderWay", exists (
      select from take_home_page g where g.practice_id = $1 and g.session_id = s.session_id
        and g.id = any ((select access.open_pages())::uuid[])) as "hasPage",
    s.id = any (array (select e.asking_id from access.ended_hours() e)) as "hasEnded",
    s.id = any ((select access.askings_to_look_back())::uuid[]) as "looksBack", b.unsent as "hasUnsent", b.sent as "hasSent"
  from (select $1::uuid as practice_id, m.* from access.my_family_sessions() m) s,
    lateral (select coalesce(bool_or(l.sent_at is null and (l.choice is not null or l.words <> '')), false) as unsent,
        coalesce(bool_or(l.sent_at is not null), false) as sent
      from look_back l where l.practice_id = $1 and l.asking_id = s.id) b`;

/** The letter about an asking that was made last, and whether it waits, and for too long. */
const LAST_LETTER = `(select l.sort, l.held_until, l.came_back_because, l.made_at,
    l.sent_at is null and l.came_back_at is null as waits,
    coalesce(l.held_until >= (s.starts_on + s.start_time) at time zone s.time_zone, false) as late
  from mail l where l.practice_id = r.practice_id and l.family_id = r.family_id and l.about_id = r.id
  order by l.made_at desc, l.id desc limit 1)`;
const STUCK = `case when l.waits and l.held_until > now() and not l.late then ${iso('l.held_until')} end as "heldUntil",
  case when l.waits and l.late then 'too-late'
    when l.came_back_because not in ${DID_NOT_ARRIVE} then l.came_back_because
    when l.came_back_because is not null and (r.replied_at is null or r.replied_at < l.made_at) then 'came-back'
    end as "keptBack"`;

/** How long a page to take home stands on the first page; by its own address it stays. */
const WEEKS_AT_HAND = 8;

@Injectable()
export class AskingRepository {
  /** Who of the family is asked to an hour now, by their place. */
  asked(tx: Transaction, actor: Actor, sessionId: FamilySessionId): Promise<AskedRow[]> {
    return rows(
      tx,
      `select r.id, r.member_id as "memberId", m.person_id as "personId", ${iso('r.asked_at')} as "askedAt", r.reply,
         r.words, ${iso('r.replied_at')} as "repliedAt", ${STUCK}
       from session_reply r join member m on m.practice_id = r.practice_id and m.id = r.member_id
         join family_session s on s.practice_id = r.practice_id and s.id = r.session_id
         left join lateral ${LAST_LETTER} l on true
       where r.practice_id = $1 and r.session_id = $3 and r.withdrawn_at is null and ${onCaseload('r')}
       order by r.asked_at, r.id`,
      [actor.practiceId, actor.personId, sessionId],
    );
  }

  /**
   * Who is asked no more to an hour that is ahead, and has not been held before its day, with the letter that says so and
   * does not go out now, or came back. Who was never told by mail that they are asked has nothing to be told.
   */
  takenBack(tx: Transaction, actor: Actor, sessionId: FamilySessionId): Promise<TakenBackRow[]> {
    return rows(
      tx,
      `select "memberId", at, "heldUntil", "keptBack" from (
         select distinct on (r.member_id) r.member_id as "memberId", ${iso('r.withdrawn_at')} as at, l.sort, ${STUCK}
         from session_reply r
           join family_session s on s.practice_id = r.practice_id and s.id = r.session_id and s.called_off_at is null
             and (s.starts_on + s.start_time) at time zone s.time_zone > now() and not ${HAS_ENDED}
           join lateral ${LAST_LETTER} l on true
         where r.practice_id = $1 and r.session_id = $3 and r.withdrawn_at is not null and r.told_moved is not null
           and ${onCaseload('r')} and not exists (select from session_reply o
             where o.practice_id = r.practice_id and o.session_id = r.session_id and o.member_id = r.member_id
               and o.withdrawn_at is null)
         order by r.member_id, r.withdrawn_at desc) last
       where sort = '${TAKEN_BACK_MAIL}' and ("heldUntil" is not null or "keptBack" is not null)
       order by at, "memberId"`,
      [actor.practiceId, actor.personId, sessionId],
    );
  }

  async ask(tx: Transaction, actor: Actor, session: PlanRow, memberId: MemberId): Promise<AskingId> {
    const id = newId<'asking'>();
    await insertRow(tx, SessionReplyEntity, {
      ...{ practiceId: actor.practiceId, id, sessionId: session.id, familyId: session.family.id, memberId },
      askedBy: actor.personId,
    });
    return id;
  }

  /** Whether it was not taken back before. */
  async takeBack(tx: Transaction, actor: Actor, id: AskingId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update session_reply set withdrawn_at = now() where practice_id = $1 and id = $2 and withdrawn_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }

  /** Where letters may go to those ever asked to an hour: mail is their safe way, and nobody else has the address. */
  reachable(tx: Transaction, actor: Actor, sessionId: FamilySessionId): Promise<ReachableRow[]> {
    return rows(
      tx,
      `select r.id as "askingId", r.member_id as "memberId", m.contact, p.language
       from session_reply r
         join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.state <> 'removed'
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
         join safe_contact c on c.practice_id = m.practice_id and c.member_id = m.id and c.channel = 'email'
       where r.practice_id = $1 and r.session_id = $3 and ${onCaseload('r')} and not exists (select from member o
         where o.practice_id = m.practice_id and o.person_id <> m.person_id and o.state <> 'removed'
           and lower(btrim(o.contact)) = lower(btrim(m.contact)))
       order by r.id`,
      [actor.practiceId, actor.personId, sessionId],
    );
  }

  /** The hours the actor is asked to that are neither over yet nor ended, or under way, and those of the last weeks they have something from or to say about. */
  mine(tx: Transaction, actor: Actor): Promise<OwnAsking[]> {
    return rows(
      tx,
      `select * from (${MINE} where s.starts_at > now() - interval '${WEEKS_AT_HAND} weeks') mine
       where not ("isOver" or "hasEnded") or "isUnderWay" or "hasPage" or "looksBack"
       order by "isOver" and not "isUnderWay", "startsAt", id`,
      [actor.practiceId, actor.personId],
    );
  }

  own(tx: Transaction, actor: Actor, sessionId: FamilySessionId): Promise<OwnAsking | null> {
    return firstRow(tx, `${MINE} where s.session_id = $3`, [actor.practiceId, actor.personId, sessionId]);
  }

  /** Answers over the revision that was read; false when another answer stands there by now. */
  async reply(
    tx: Transaction,
    actor: Actor,
    asking: AskingId,
    revision: number,
    { reply, words }: SessionReplyDraft,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update session_reply set reply = $4, words = $5, replied_at = now(), revision = revision + 1
       where practice_id = $1 and id = $2 and revision = $3 and id = any ((select access.open_askings())::uuid[])`,
      [actor.practiceId, asking, revision, reply, words],
    );
    return changed === 1;
  }

  async language(tx: Transaction, actor: Actor): Promise<Language> {
    const found = await firstRow<{ language: Language }>(
      tx,
      'select language from person where practice_id = $1 and id = $2',
      [actor.practiceId, actor.personId],
    );
    return found?.language ?? 'en';
  }
}
