import { Injectable } from '@nestjs/common';
import { onCaseload } from '@common-ground/api/people';
import { AS_GIVEN, GAVE_WAY, IS_LIVE_IN_ORDER, TASK_IS_LIVE } from '@common-ground/api/documents';
import { firstRow, iso, rows, type Place, type Transaction } from '@common-ground/api/platform';
import type {
  Answer,
  AnswerValue,
  DocumentContent,
  DocumentId,
  DocumentKind,
  FamilyId,
  Feedback,
  NoticeWithShare,
  PersonId,
  PersonName,
  RhythmUnit,
  TaskId,
  WorksheetContent,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { NOT_THIS_WEEK } from '@common-ground/rules/content';
import { FEEDBACK, FEEDBACK_AS_JSON } from '../responses/feedback-on';

/** What a version says of itself. It never changes. */
export interface VersionRow {
  readonly versionId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Its number among the versions of its document. */
  readonly version: number;
  readonly whyItHelps: string;
  readonly minutes: number;
  readonly prompts: number;
  /** Whether what is asked depends on what is answered. */
  readonly varies: boolean;
}

/** A piece of homework: what its share says. */
export interface PieceRow {
  readonly id: TaskId;
  readonly dueOn: string | null;
  readonly openUntilOn: string | null;
  /** The day it is where the practice is. */
  readonly today: string;
  readonly note: string | null;
  readonly from: PersonName;
  readonly every: RhythmUnit | null;
  readonly sharedAt: string;
  readonly sentAt: string | null;
}

/** A line of a list: the piece, of which version it is, and how far it is. */
export interface LineRow extends PieceRow {
  readonly versionId: string;
  readonly answered: number;
  readonly begun: boolean;
  readonly putOffUntil: string | null;
  readonly feedback: number;
}

/** A piece whole, save what was said about it. How far it is, is told by its answers. */
export interface WholeTaskRow extends PieceRow, VersionRow {
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly documentId: DocumentId;
  readonly content: DocumentContent;
  readonly repliesSeenBy: readonly PersonName[];
  readonly noticeWithShare: NoticeWithShare | null;
  readonly answers: readonly (Omit<Answer, 'feedback'> & { readonly id: string })[];
  /** Whether anything was said about it, or about an answer. */
  readonly isToldOf: boolean;
}

/** What was said on an answer, or on the piece as a whole. */
export interface SaidRow {
  readonly on: string | null;
  readonly said: Feedback;
}

export interface AnswerToOne {
  readonly taskId: TaskId;
  readonly promptId: string;
  readonly value: AnswerValue;
}

/** Whose task it is and whether it still reaches them; nothing of its content. */
export interface TaskStanding {
  readonly id: TaskId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly documentId: DocumentId;
  readonly sentAt: string | null;
  readonly onCaseload: boolean;
  readonly isLive: boolean;
  /** It was open until a day that is over. */
  readonly isOver: boolean;
}

export interface GivenRow extends VersionRow {
  readonly id: TaskId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly documentId: DocumentId;
  readonly content: DocumentContent;
  readonly openUntilOn: string | null;
  readonly today: string;
}

/** Choosing the short version, or putting it off, is not yet an answer to anything that is asked. */
const IS_ASKED = `a.prompt_id not like '~%'`;

const VERSION = `
  v.id as "versionId", v.kind, v.title, v.number as version, v.outline ->> 'whyItHelps' as "whyItHelps",
  (v.outline ->> 'minutes')::int as minutes, (v.outline ->> 'prompts')::int as prompts, v.outline ? 'varies' as varies`;

/** A piece `t` and who gave it. Nobody is named whom row-level security hides. */
const PIECE = `
  t.id, t.due_on::text as "dueOn", t.note, t.open_until_on::text as "openUntilOn",
  (select access.today()::text) as today, giver.name as "from", t.rhythm as every,
  ${iso('t.given_at')} as "sharedAt", ${iso('t.sent_at')} as "sentAt"`;

const NAME = `json_build_object('id', p.id, 'displayName', p.display_name)`;

/**
 * Each task with its share, found by its key: without `offset 0` PostgreSQL may go through all shares of the practice for
 * the few tasks of one person, as it takes what stands behind `GAVE_WAY` for dearer than it is.
 */
const LIVE_TASKS = (columns: string): string => `
  select ${columns}, s.due_on, s.open_until_on, s.note, s.rhythm, s.shared_by
  from task t cross join lateral (
    select s.due_on, s.open_until_on, s.note, s.rhythm, s.shared_by from share s
    where s.practice_id = t.practice_id and s.id = t.share_id offset 0) s
  where t.practice_id = $1 and ${IS_LIVE_IN_ORDER}`;

const ANSWER_FIELDS = `'promptId', a.prompt_id, 'value', a.value, 'visibility', a.visibility, 'revision', a.revision,
  'savedAt', ${iso('a.saved_at')}`;

/** Answers `a` with the feedback on each, as the wire has them. */
export const ANSWER_AS_JSON = `json_build_object(${ANSWER_FIELDS}, 'feedback', ${FEEDBACK})`;

/** An answer `a` that nobody can have said anything about: it has just been given. */
export const FIRST_ANSWER_AS_JSON = `json_build_object(${ANSWER_FIELDS}, 'feedback', '[]'::json)`;

const OWN_ANSWERS = `
  select a.prompt_id as "promptId", a.value, a.visibility, a.revision, ${iso('a.saved_at')} as "savedAt",
    ${FEEDBACK} as feedback
  from answer a where a.practice_id = $1 and a.author_id = $2`;

/** What stands beside the tasks of a page is looked up for all of them at once: most are of one giver, and few are told of. */
const LIST = `
  with t as materialized (${LIVE_TASKS('t.id, t.version_id, t.given_at, t.sent_at')}
    and ($3::text is null or (t.given_at, t.id) < ($3::timestamptz, $4::uuid)) and not ${GAVE_WAY}
    order by t.given_at desc, t.id desc limit $5),
  giver as materialized (
    select p.id, ${NAME} as name from person p
    where p.practice_id = $1 and p.id = any (array(select distinct shared_by from t))),
  mine as materialized (
    select a.id, a.task_id, a.prompt_id, a.value from answer a
    where a.practice_id = $1 and a.author_id = $2 and a.task_id = any (array(select id from t))),
  own as (
    select a.task_id, (count(*) filter (where ${IS_ASKED} and a.value not in ('null', '""', '[]')))::int as answered,
      count(*) filter (where ${IS_ASKED}) > 0 as begun,
      max(a.value #>> '{}') filter (where a.prompt_id = '${NOT_THIS_WEEK}') as "putOffUntil"
    from mine a group by a.task_id),
  told as (
    select coalesce(f.task_id, a.task_id) as task_id, count(distinct coalesce(f.answer_id, f.id))::int as feedback
    from feedback f left join mine a on a.id = f.answer_id
    where f.practice_id = $1 and f.to_id = $2
      and (f.task_id = any (array(select id from t)) or f.answer_id = any (array(select id from mine)))
    group by 1)
  select ${PIECE}, t.version_id as "versionId", coalesce(own.answered, 0) as answered, coalesce(own.begun, false) as begun,
    own."putOffUntil", coalesce(told.feedback, 0) as feedback
  from t left join giver on giver.id = t.shared_by
    left join own on own.task_id = t.id left join told on told.task_id = t.id
  order by t.given_at desc, t.id desc`;

/**
 * One task whole.
 * @param columns what is to be read of its version `v`
 * @param version where that is read from; or else which version it has to be
 */
const whole = (columns: string, version: string): string => `
  with t as materialized (${LIVE_TASKS('t.*')} and t.id = $3)
  select ${PIECE}, t.person_id as "personId", t.family_id as "familyId", t.document_id as "documentId",${columns}
    own.answers, t.notice_with_share as "noticeWithShare", access.readers_of_replies(t.family_id) as "repliesSeenBy",
    exists (select from feedback f
      where f.practice_id = t.practice_id and (f.task_id = t.id or f.answer_id = any (own.ids))) as "isToldOf"
  from t left join lateral (
      select ${NAME} as name from person p where p.practice_id = t.practice_id and p.id = t.shared_by) giver on true
    cross join lateral (
      select array_agg(a.id) as ids,
        coalesce(json_agg(json_build_object('id', a.id, ${ANSWER_FIELDS}) order by a.id), '[]') as answers
      from answer a where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2) own
    ${version}`;

const WHOLE = whole(
  `${VERSION}, ${AS_GIVEN} as content,`,
  'join document_version v on v.practice_id = t.practice_id and v.id = t.version_id',
);

const WHOLE_OF_KNOWN = whole('', 'where t.version_id = $4');

const VERSIONS = `
  select ${VERSION}, case when v.outline ? 'varies' then v.content end as content
  from document_version v where v.practice_id = $1 and v.id = any ($2::uuid[])`;

const ANSWERS_TO = `
  select a.task_id as "taskId", a.prompt_id as "promptId", a.value from answer a
  where a.practice_id = $1 and a.author_id = $2 and a.task_id = any ($3::uuid[])`;

const SAID_OF_ONE = `
  select f.answer_id as "on", ${FEEDBACK_AS_JSON} as said from feedback f
  where f.practice_id = $1 and (f.task_id = $3 or f.answer_id = any (array(
    select a.id from answer a where a.practice_id = $1 and a.author_id = $2 and a.task_id = $3)))
  order by f.given_at, f.id`;

const GIVEN = `
  with day as materialized (select access.today() as today)
  select t.id, t.person_id as "personId", t.family_id as "familyId", t.document_id as "documentId",
    ${VERSION}, v.content, day.today::text as today,
    s.open_until_on::text as "openUntilOn"
  from day cross join task t join share s on s.practice_id = t.practice_id and s.id = t.share_id
    join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
  where t.practice_id = $1 and t.id = $3 and ${IS_LIVE_IN_ORDER}`;

@Injectable()
export class TaskRepository {
  /**
   * The actor's own tasks that still reach them, newest first; without rounds that gave way. They are taken from the
   * index in their order until there are enough, and what stands beside them is looked up for these alone.
   */
  list(tx: Transaction, actor: Actor, after: Place | null, limit: number): Promise<LineRow[]> {
    return rows(tx, LIST, [
      actor.practiceId,
      actor.personId,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
  }

  /** What these versions say of themselves, those that reach the actor; with their texts where what is asked varies. */
  versions(
    tx: Transaction,
    actor: Actor,
    ids: readonly string[],
  ): Promise<(VersionRow & { readonly content: WorksheetContent | null })[]> {
    return rows(tx, VERSIONS, [actor.practiceId, ids]);
  }

  /** The actor's own answers to these tasks. */
  answersTo(tx: Transaction, actor: Actor, ids: readonly TaskId[]): Promise<AnswerToOne[]> {
    return rows(tx, ANSWERS_TO, [actor.practiceId, actor.personId, ids]);
  }

  /** One of them, whole. */
  find(tx: Transaction, actor: Actor, id: TaskId): Promise<WholeTaskRow | null> {
    return firstRow(tx, WHOLE, [actor.practiceId, actor.personId, id]);
  }

  /** The same, where it still is of the version that it was known to be of: that is not read again. */
  async findKnown(tx: Transaction, actor: Actor, id: TaskId, known: GivenRow): Promise<WholeTaskRow | null> {
    const found = await firstRow<Omit<WholeTaskRow, keyof VersionRow | 'content'>>(tx, WHOLE_OF_KNOWN, [
      actor.practiceId,
      actor.personId,
      id,
      known.versionId,
    ]);
    return found && { ...known, ...found };
  }

  /** What was said about one of them and about its answers, oldest first. */
  said(tx: Transaction, actor: Actor, id: TaskId): Promise<SaidRow[]> {
    return rows(tx, SAID_OF_ONE, [actor.practiceId, actor.personId, id]);
  }

  /**
   * Keeps the actor's own task from being sent, or answered elsewhere, until the caller is done: an answer saved at
   * that very moment would otherwise belong to a homework that is sent and not be sent itself, and what is asked could
   * be worked out from answers that are just being changed.
   */
  holdBack(tx: Transaction, actor: Actor, id: TaskId): void {
    tx.lead(`select from task where practice_id = $1 and person_id = $2 and id = $3 for no key update`, [
      actor.practiceId,
      actor.personId,
      id,
    ]);
  }

  standing(tx: Transaction, actor: Actor, id: TaskId): Promise<TaskStanding | null> {
    return firstRow(
      tx,
      `select t.id, t.person_id as "personId", t.family_id as "familyId", t.document_id as "documentId",
         ${iso('t.sent_at')} as "sentAt", ${TASK_IS_LIVE} as "isLive", not access.takes_answers(t.id) as "isOver",
         ${onCaseload('t')} as "onCaseload"
       from task t where t.practice_id = $1 and t.id = $3 and (t.given_at <= now() or ${onCaseload('t')})`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** What the actor was given, while the task reaches them. */
  given(tx: Transaction, actor: Actor, id: TaskId): Promise<GivenRow | null> {
    return firstRow(tx, GIVEN, [actor.practiceId, actor.personId, id]);
  }

  /** The actor's own answers to one task, with the feedback on each. */
  answers(tx: Transaction, actor: Actor, id: TaskId): Promise<Answer[]> {
    return rows(tx, `${OWN_ANSWERS} and a.task_id = $3 order by a.id`, [
      actor.practiceId,
      actor.personId,
      id,
    ]);
  }

  answer(tx: Transaction, actor: Actor, id: TaskId, promptId: string): Promise<Answer | null> {
    return firstRow(tx, `${OWN_ANSWERS} and a.task_id = $3 and a.prompt_id = $4`, [
      actor.practiceId,
      actor.personId,
      id,
      promptId,
    ]);
  }
}
