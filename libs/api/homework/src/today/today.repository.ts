import { Injectable } from '@nestjs/common';
import { JUDGES_REVIEW, WORKS_ON } from '@common-ground/api/documents';
import { CASELOAD, familyAt, isTherapist, onCaseload, personAt } from '@common-ground/api/people';
import { firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type { DocumentState, Today, WaitingDocument } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { HARD, NOT_THIS_WEEK } from '@common-ground/rules/content';

/** How many of a kind Today names; more than that is not read in ten minutes. */
const AT_MOST = 20;

/** The states of which a day's documents are; what was returned is read with what is open in it. */
type UnderWay = Extract<DocumentState, 'draft' | 'submitted' | 'approved'>;

/** What changed in this time is looked through first; in most practices it is more than Today names. */
const LATELY = `interval '30 days'`;

/** The families and people that stand beside rows of `of`, which are few, as `familyAt` and `personAt` have them. */
const familiesOf = (of: string): string => `
  families as materialized (
    select f.id, json_build_object('id', f.id, 'name', f.name) as name from family f
    where f.practice_id = $1 and f.id = any (array(select distinct o.family_id from ${of} o)))`;
const peopleOf = (of: string): string => `
  people as materialized (
    select p.id, json_build_object('id', p.id, 'displayName', p.display_name) as name from person p
    where p.practice_id = $1 and p.id = any (array(select distinct o.person_id from ${of} o)))`;

/** Of a document under way, what an index has: the rest is read of those alone that are named. */
const NAMED_OF_DOCUMENT = 'd.id, d.kind, d.state, d.family_id, d.updated_at';
/** Where it lies, in the words of the index: with its family, or with whoever wrote it where there is none. */
const ON_MY_DESKS = `(case when d.family_id is null then d.author_id else d.family_id end)
    = any ((select desks.ids from desks)::uuid[])`;
const latestInState = (from: string, state: UnderWay, where = 'true'): string => `(
    select ${NAMED_OF_DOCUMENT} from ${from} d where d.state = '${state}' and ${where}
    order by d.updated_at desc, d.id desc limit ${AT_MOST})`;

/**
 * The latest of each state are found first, and what stands beside a document is looked up for those alone. Each has a
 * draft for as long as it is under way.
 */
const UNDER_WAY = `
  with desks as materialized (
    select array(${CASELOAD} union all select $2 from (select $1::uuid as practice_id) h where ${isTherapist('h')}) as ids),
  resting as materialized (
    select ${NAMED_OF_DOCUMENT} from document d
    -- What else there is to do with the plan of an hour stands where that hour is planned.
    where d.practice_id = $1 and d.state in ('draft', 'approved') and d.kind <> 'hour-plan' and ${ON_MY_DESKS}),
  latest as materialized (
    ${latestInState('resting', 'draft')}
    union all ${latestInState('resting', 'approved')}
    union all ${latestInState('document', 'submitted', `d.practice_id = $1 and ${ON_MY_DESKS}`)}),
  titles as materialized (
    select t.document_id, t.title from document_draft t
    where t.practice_id = $1 and t.document_id = any (array(select o.id from latest o))),
  ${familiesOf('latest')}
  select d.id, d.kind, t.title, f.name as family, ${iso('d.updated_at')} as "updatedAt", d.state, (
      select json_build_object('name', g.name, 'at', ${iso('g.given_at')}) from verdict g
        join review r on r.practice_id = g.practice_id and r.id = g.review_id and r.state = 'waiting'
      where d.state = 'submitted' and g.practice_id = $1 and g.document_id = d.id
      order by g.given_at desc, g.id desc limit 1) as said
  from latest d join titles t on t.document_id = d.id left join families f on f.id = d.family_id
  order by d.updated_at desc, d.id desc`;

/** A version that asks for something, which a piece that was sent is of. */
const ASKS = `(v.outline ->> 'prompts')::int > 0`;

/**
 * What came back lately is gone through from the latest on. Where that is less than is named, the latest of each family
 * are read, and no more, however much came back before.
 */
const CAME_BACK = `
  with sent as materialized (
    select t.id, t.family_id, t.person_id, t.version_id, t.sent_at from task t
    where t.practice_id = $1 and t.family_id = any (array(${CASELOAD})) and t.sent_at > now() - ${LATELY}),
  lately as materialized (
    select s.id, s.family_id, s.person_id, s.sent_at, v.title
    from (select * from sent order by sent_at desc, id desc) s
      -- One by one, until there are enough.
      cross join lateral (select v.title from document_version v
        where v.practice_id = $1 and v.id = s.version_id and ${ASKS} offset 0) v
    order by s.sent_at desc, s.id desc limit ${AT_MOST}),
  latest as materialized (
    select * from lately where (select count(*) = ${AT_MOST} from lately)
    union all (
      select l.* from caseload c
        cross join lateral (
          select t.id, t.family_id, t.person_id, t.sent_at, v.title
          from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
          where t.practice_id = c.practice_id and t.family_id = c.family_id and t.sent_at is not null and ${ASKS}
          order by t.sent_at desc, t.id desc limit ${AT_MOST}) l
      where c.practice_id = $1 and c.therapist_id = $2 and c.ended_at is null and ${isTherapist('c')}
        and (select count(*) < ${AT_MOST} from lately)
      order by l.sent_at desc, l.id desc limit ${AT_MOST})),
  ${familiesOf('latest')},
  ${peopleOf('latest')}
  select t.id as "taskId", f.name as family, t.title, ${iso('t.sent_at')} as "sentAt", p.name as person,
    exists (select from feedback f join answer a on a.practice_id = f.practice_id and a.id = f.answer_id
      where a.practice_id = $1 and a.task_id = t.id)
      or exists (select from feedback f where f.practice_id = $1 and f.task_id = t.id) as answered
  from latest t left join families f on f.id = t.family_id left join people p on p.id = t.person_id
  order by t.sent_at desc, t.id desc`;

@Injectable()
export class TodayRepository {
  /** Documents under way that the actor wrote or whose family they lead, last changed first. */
  documents(tx: Transaction, actor: Actor): Promise<(WaitingDocument & { state: DocumentState })[]> {
    return rows(tx, UNDER_WAY, [actor.practiceId, actor.personId]);
  }

  /** What came back from review, latest first, with what is still open in it. */
  returned(tx: Transaction, actor: Actor): Promise<Today['returned']> {
    return rows(
      tx,
      `select d.id, d.kind, t.title, ${familyAt('d')} as family, ${iso('d.updated_at')} as "updatedAt",
         ${personAt('r', 'decided_by')} as supervisor, ${iso('r.decided_at')} as "returnedAt",
         open.threads as "openThreads", open.suggestions
       from document d
         join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
         cross join lateral (select * from review l where l.practice_id = d.practice_id and l.document_id = d.id
           and l.verdict = 'ask-for-changes' order by l.decided_at desc limit 1) r
         cross join lateral (select count(*)::int as threads,
             (count(*) filter (where c.suggestion is not null and s.answer is null))::int as suggestions
           from review_comment c
             left join suggestion_answer s on s.practice_id = c.practice_id and s.comment_id = c.id
           where c.practice_id = d.practice_id and c.document_id = d.id and c.sent_at is not null
             and c.reply_to is null and c.resolved_at is null) open
       where d.practice_id = $1 and d.state = 'returned' and ${WORKS_ON}
       order by r.decided_at desc, d.id desc limit ${AT_MOST}`,
      [actor.practiceId, actor.personId],
    );
  }

  /** What was sent last. */
  cameBack(tx: Transaction, actor: Actor): Promise<Today['cameBack']> {
    return rows(tx, CAME_BACK, [actor.practiceId, actor.personId]);
  }

  /**
   * What was put off and is still, and what was hard and has no word to it yet; latest first. The words themselves are
   * read where reading them is recorded. The ids stand in the text, or the index on them would not be found.
   */
  aLot(tx: Transaction, actor: Actor): Promise<Today['aLot']> {
    return rows(
      tx,
      `select t.id as "taskId", ${familyAt('t')} as family, v.title, ${personAt('t', 'person_id')} as person,
         case a.prompt_id when '${HARD}' then 'hard' else 'not-this-week' end as sort, ${iso('a.saved_at')} as "saidAt"
       from answer a
         join task t on t.practice_id = a.practice_id and t.id = a.task_id
         join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
       where a.practice_id = $1 and a.prompt_id in ('${HARD}', '${NOT_THIS_WEEK}') and ${onCaseload('t')}
         and a.sent_at is not null and a.visibility <> 'not-yet'
         and ((a.prompt_id = '${HARD}' and a.value is not null and a.value not in ('null', '""')
             and not exists (select from feedback f where f.practice_id = a.practice_id and f.answer_id = a.id))
           or (a.prompt_id = '${NOT_THIS_WEEK}' and t.sent_at is null and a.value #>> '{}' > access.today()::text))
       order by a.saved_at desc, a.id desc limit ${AT_MOST}`,
      [actor.practiceId, actor.personId],
    );
  }

  reviewsWaiting(tx: Transaction, actor: Actor): Promise<{ count: number } | null> {
    return firstRow(
      tx,
      `select count(*)::int as count from review r
       where r.practice_id = $1 and r.state = 'waiting' and ${JUDGES_REVIEW}`,
      [actor.practiceId, actor.personId],
    );
  }
}
