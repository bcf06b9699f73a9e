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
import { FEEDBACK, SAID } from '../responses/feedback-on';

export interface TaskRow {
  readonly id: TaskId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly whyItHelps: string;
  readonly minutes: number;
  readonly prompts: number;
  readonly answered: number;
  readonly begun: boolean;
  readonly dueOn: string | null;
  readonly openUntilOn: string | null;
  /** The day it is where the practice is. */
  readonly today: string;
  readonly note: string | null;
  readonly putOffUntil: string | null;
  readonly from: PersonName;
  readonly every: RhythmUnit | null;
  readonly sharedAt: string;
  readonly sentAt: string | null;
  readonly feedback: number;
  /** Where what is asked depends on what is answered: the text and the actor's own answers; else null. */
  readonly varying: {
    readonly content: WorksheetContent;
    readonly answers: readonly { readonly promptId: string; readonly value: AnswerValue }[];
  } | null;
}

export interface WholeTaskRow extends TaskRow {
  readonly personId: PersonId;
  readonly documentId: DocumentId;
  readonly version: number;
  readonly content: DocumentContent;
  readonly repliesSeenBy: readonly PersonName[];
  readonly noticeWithShare: NoticeWithShare | null;
  readonly answers: readonly Answer[];
  readonly notes: readonly Feedback[];
}

/** As it is found: what was said about it in one list, and beside it what it was said on. */
interface FoundTaskRow extends Omit<WholeTaskRow, 'answers' | 'notes'> {
  readonly answers: readonly (Omit<Answer, 'feedback'> & { readonly id: string })[];
  readonly said: readonly { readonly on: string | null; readonly said: Feedback }[];
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

export interface GivenRow {
  readonly id: TaskId;
  readonly personId: PersonId;
  readonly familyId: FamilyId;
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly content: DocumentContent;
  /** `YYYY-MM-DD`: it may be tomorrow already where somebody writes. */
  readonly latestDay: string;
  readonly openUntilOn: string | null;
  readonly today: string;
}

/** Choosing the short version, or putting it off, is not yet an answer to anything that is asked. */
const IS_ASKED = `a.prompt_id not like '~%'`;

/**
 * Tasks `t` with what their shares say, and beside each what the actor has answered, seen in one look. Nobody is named
 * whom row-level security hides.
 */
const COLUMNS = `
  t.id, v.kind, v.title, v.outline ->> 'whyItHelps' as "whyItHelps", (v.outline ->> 'minutes')::int as minutes,
  (v.outline ->> 'prompts')::int as prompts, t.due_on::text as "dueOn", t.note, t.open_until_on::text as "openUntilOn",
  (select access.today()::text) as today, own."putOffUntil",
  case when giver.id is not null then json_build_object('id', giver.id, 'displayName', giver.display_name) end as "from",
  t.rhythm as every, ${iso('t.given_at')} as "sharedAt", ${iso('t.sent_at')} as "sentAt", own.answered, own.begun, told.feedback,
  case when v.outline ? 'varies' then json_build_object('content', v.content, 'answers', own.varying) end as varying`;

/** @param answers of the actor's own answers `a`, and `said` of what was told them `f`, what else is wanted */
const beside = (answers = '', said = ''): string => `
    join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
    left join person giver on giver.practice_id = t.practice_id and giver.id = t.shared_by
    cross join lateral (
      select count(*) filter (where ${IS_ASKED} and a.value not in ('null', '""', '[]'))::int as answered,
        count(*) filter (where ${IS_ASKED}) > 0 as begun,
        max(a.value #>> '{}') filter (where a.prompt_id = '${NOT_THIS_WEEK}') as "putOffUntil",
        array_agg(a.id) as ids,
        coalesce(json_agg(json_build_object('promptId', a.prompt_id, 'value', a.value))
          filter (where v.outline ? 'varies'), '[]') as varying${answers}
      from answer a where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2) own
    cross join lateral (
      select (count(distinct coalesce(f.answer_id, f.id)) filter (where f.to_id = $2))::int as feedback${said}
      from feedback f
      where f.practice_id = t.practice_id and (f.task_id = t.id or f.answer_id = any (own.ids))) told`;

/**
 * Each task with its share, found by its key: without `offset 0` PostgreSQL may go through all shares of the practice for
 * the few tasks of one person, as it takes what stands behind `GAVE_WAY` for dearer than it is.
 */
const LIVE_TASKS = (isLive: string): string => `
  select t.*, s.due_on, s.open_until_on, s.note, s.rhythm, s.shared_by
  from task t cross join lateral (
    select s.due_on, s.open_until_on, s.note, s.rhythm, s.shared_by from share s
    where s.practice_id = t.practice_id and s.id = t.share_id offset 0) s
  where t.practice_id = $1 and ${isLive}`;

const ANSWER_FIELDS = `'promptId', a.prompt_id, 'value', a.value, 'visibility', a.visibility, 'revision', a.revision,
  'savedAt', ${iso('a.saved_at')}`;

/** Answers `a` with the feedback on each, as the wire has them. */
export const ANSWER_AS_JSON = `json_build_object(${ANSWER_FIELDS}, 'feedback', ${FEEDBACK})`;

const OWN_ANSWERS = `
  select a.prompt_id as "promptId", a.value, a.visibility, a.revision, ${iso('a.saved_at')} as "savedAt",
    ${FEEDBACK} as feedback
  from answer a where a.practice_id = $1 and a.author_id = $2`;

const LIST = `
  with t as materialized (${LIVE_TASKS(IS_LIVE_IN_ORDER)}
    and ($3::text is null or (t.given_at, t.id) < ($3::timestamptz, $4::uuid)) and not ${GAVE_WAY}
    order by t.given_at desc, t.id desc limit $5)
  select ${COLUMNS} from t ${beside()} order by t.given_at desc, t.id desc`;

const WHOLE = `
  with t as materialized (${LIVE_TASKS(IS_LIVE_IN_ORDER)} and t.id = $3)
  select ${COLUMNS}, t.person_id as "personId", t.document_id as "documentId", v.number as version,
    ${AS_GIVEN} as content, own.answers, told.said, t.notice_with_share as "noticeWithShare",
    access.readers_of_replies(t.family_id) as "repliesSeenBy"
  from t ${beside(
    `,
        coalesce(json_agg(json_build_object('id', a.id, ${ANSWER_FIELDS}) order by a.id), '[]') as answers`,
    `, ${SAID} as said`,
  )}`;

const GIVEN = `
  with day as materialized (select access.today() as today)
  select t.id, t.person_id as "personId", t.family_id as "familyId", t.document_id as "documentId",
    v.kind, v.content, (day.today + 1)::text as "latestDay", day.today::text as today,
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
  list(tx: Transaction, actor: Actor, after: Place | null, limit: number): Promise<TaskRow[]> {
    return rows(tx, LIST, [
      actor.practiceId,
      actor.personId,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
  }

  /** One of them, whole. */
  async find(tx: Transaction, actor: Actor, id: TaskId): Promise<WholeTaskRow | null> {
    const found = await firstRow<FoundTaskRow>(tx, WHOLE, [actor.practiceId, actor.personId, id]);
    if (found === null) return null;
    const { said, answers, ...task } = found;
    const saidOn = (on: string | null): Feedback[] =>
      said.filter((one) => one.on === on).map((one) => one.said);
    return {
      ...task,
      notes: saidOn(null),
      answers: answers.map(({ id: answerId, ...answer }) => ({ ...answer, feedback: saidOn(answerId) })),
    };
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

  /** What the actor was given, while the task reaches them, and the last day that may be written about. */
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
