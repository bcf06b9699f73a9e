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
const STATES = ['draft', 'submitted', 'approved'] as const satisfies readonly DocumentState[];

/** The latest of each state are found first, and what stands beside a document is looked up for those alone. */
const UNDER_WAY = `
  with mine as materialized (
    select d.practice_id, d.id, d.kind, d.state, d.family_id, d.updated_at, t.title
    from document d
      join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
    where d.practice_id = $1 and d.state in (${STATES.map((state) => `'${state}'`).join(', ')})
      -- What else there is to do with the plan of an hour stands where that hour is planned.
      and (d.kind <> 'hour-plan' or d.state = 'submitted')
      -- Which families are theirs is asked once, and not for each document.
      and case when d.family_id is null then d.author_id = $2 and ${isTherapist('d')}
        else d.family_id = any (array(${CASELOAD})) end)
  select d.id, d.kind, d.title, ${familyAt('d')} as family, ${iso('d.updated_at')} as "updatedAt", d.state, (
      select json_build_object('name', g.name, 'at', ${iso('g.given_at')}) from verdict g
        join review r on r.practice_id = g.practice_id and r.id = g.review_id and r.state = 'waiting'
      where d.state = 'submitted' and g.practice_id = $1 and g.document_id = d.id
      order by g.given_at desc, g.id desc limit 1) as said
  from (${STATES.map(
    (state) => `
    (select * from mine where state = '${state}' order by updated_at desc, id desc limit ${AT_MOST})`,
  ).join(' union all ')}) d
  order by d.updated_at desc, d.id desc`;

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

  /** What was sent lately. Of each family the latest are read and no more, however much came back before. */
  cameBack(tx: Transaction, actor: Actor): Promise<Today['cameBack']> {
    return rows(
      tx,
      `select t.id as "taskId", ${familyAt('t')} as family, t.title, ${iso('t.sent_at')} as "sentAt",
         ${personAt('t', 'person_id')} as person,
         exists (select from feedback f join answer a on a.practice_id = f.practice_id and a.id = f.answer_id
           where a.practice_id = t.practice_id and a.task_id = t.id)
           or exists (select from feedback f where f.practice_id = t.practice_id and f.task_id = t.id) as answered
       from (
         select l.* from caseload c
           cross join lateral (
             select t.practice_id, t.id, t.family_id, t.person_id, t.sent_at, v.title
             from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
             where t.practice_id = c.practice_id and t.family_id = c.family_id and t.sent_at is not null
               and (v.outline ->> 'prompts')::int > 0
             order by t.sent_at desc, t.id desc limit ${AT_MOST}) l
         where c.practice_id = $1 and c.therapist_id = $2 and c.ended_at is null and ${isTherapist('c')}
         order by l.sent_at desc, l.id desc limit ${AT_MOST}) t
       order by t.sent_at desc, t.id desc`,
      [actor.practiceId, actor.personId],
    );
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
