import { Injectable } from '@nestjs/common';
import { CASELOAD } from '@common-ground/api/people';
import { iso, rows, type Transaction } from '@common-ground/api/platform';
import type { PersonName, ReviewSummary } from '@common-ground/contract';
import { holds, type Actor } from '@common-ground/rules/access';
import {
  JUDGES_REVIEW,
  REVIEW_IS_MINE_IN_ORDER,
  STANDS_IN,
  STANDS_IN_UNTIL,
  WORKS_ON,
} from '../drafting/sight';
import type { QueueSearch } from './queue-search';

/** Where a page of the queue ended. */
export interface QueuePlace {
  /** When the hour begins; `infinity` where there is none. */
  readonly dueAt: string;
  readonly submittedAt: string;
  readonly id: string;
}

/** What makes the statement of a queue another one: with every part in it, it takes longer to make ready than to run. */
interface Sort {
  /** How many rows are read. Said outright: a plan made for any number of rows sorts all of them. */
  readonly atMost: number;
  /** Whether documents of the actor's own can be in it, as only a therapist has some. */
  readonly ownToo: boolean;
  /** Whether it is narrowed. Of each way to narrow it PostgreSQL would believe that it leaves next to nothing. */
  readonly isNarrowed: boolean;
}

const NARROWED = `($4::uuid is null or r.document_id = $4) and ($5::uuid is null or r.therapist_id = $5)
  and ($6::text is null or exists (select from document k
    where k.practice_id = r.practice_id and k.id = r.document_id and k.kind = $6))
  and ($15::text is null or r.act = $15) and (not $7::boolean or cardinality(r.risks) > 0) and (not $8::boolean or r.round > 1)`;
/** What nobody asks about is only said, as every statement is given the same. */
const SAID =
  'unasked as (select $4::uuid, $5::uuid, $6::text, $7::boolean, $8::boolean, $14::boolean, $15::text)';
const wanted = ({ isNarrowed }: Sort): string =>
  `r.practice_id = $1 and r.state = $3${isNarrowed ? ` and ${NARROWED}` : ''}`;
const NO_HOUR = `'infinity'::timestamptz`;
/** Before every review there is. Said outright, so that an index says where a page begins. */
const BEFORE_ALL = {
  dueAt: '-infinity',
  submittedAt: '-infinity',
  id: '00000000-0000-0000-0000-000000000000',
};

const OURS = `exists (select from document d
  where d.practice_id = r.practice_id and d.id = r.document_id and ${WORKS_ON})`;

/** Reviews without an hour ahead, of those somebody sees on one ground, in the order in which an index has them. */
const waitingLongest = (sort: Sort, ground: string): string => `(
  select r.*, ${NO_HOUR} as due_at from review r
  where ${wanted(sort)} and ${ground}
    and not exists (select from hour h where h.document_id = r.document_id)
    and (r.submitted_at, r.id) > ($12::timestamptz, $13::uuid)
  order by r.submitted_at, r.id limit ${sort.atMost})`;

/** For whom the actor stands in: few people, each with a list that an index has in its order. */
const AWAY = `(select s.supervisor_id, array_agg(s.therapist_id) as therapist_ids from ${STANDS_IN}
  and access.acts_as('supervisor') group by s.supervisor_id) away`;
const OF_THEIRS = `r.supervisor_id = away.supervisor_id and array_position(away.therapist_ids, r.therapist_id) is not null`;

/** What therapists sent for review, of each family they lead. */
const LED = `(${CASELOAD} and $14::boolean) led`;
const OF_LED = `r.family_id = led.family_id`;
const OWN_WITHOUT_FAMILY = `$14::boolean and r.family_id is null and r.therapist_id = $2 and ${OURS}`;
const ownOnes = (sort: Sort): string => `
         union select w.* from ${LED} cross join lateral ${waitingLongest(sort, OF_LED)} w
         union ${waitingLongest(sort, OWN_WITHOUT_FAMILY)}`;

/** Reviews somebody has to do with: first what is due before an hour, then what has waited longest. */
const queueOf = (sort: Sort): string => `
  with ${SAID},
   hour as materialized (select * from access.hours_ahead() where $3 = 'waiting'),
   page as (
     (select r.*, h.starts_at as due_at
      from hour h join review r on r.document_id = h.document_id and r.state = 'waiting'
      where ${wanted(sort)} and (${JUDGES_REVIEW} ${sort.ownToo ? `or ($14::boolean and ${OURS})` : ''})
        and (h.starts_at, r.submitted_at, r.id) > ($9::timestamptz, $10::timestamptz, $11::uuid)
      order by h.starts_at, r.submitted_at, r.id limit ${sort.atMost})
     union ${waitingLongest(sort, REVIEW_IS_MINE_IN_ORDER)}
     union select w.* from ${AWAY} cross join lateral ${waitingLongest(sort, OF_THEIRS)} w${sort.ownToo ? ownOnes(sort) : ''}
     order by due_at, submitted_at, id limit ${sort.atMost}
   ),
   told as materialized (
     select page.*, d.kind, d.author_id, d.state as document_state, v.title, v.written_at
     from page
       join document d on d.practice_id = page.practice_id and d.id = page.document_id
       join document_version v on v.practice_id = page.practice_id and v.id = page.version_id
   ),
   -- The same few people and families stand in all of them.
   people as materialized (
     select p.id, json_build_object('id', p.id, 'displayName', p.display_name) as name from person p
     where p.practice_id = $1 and p.id = any (
       (select array_agg(n.id) from told, unnest(array[therapist_id, supervisor_id, author_id, decided_by]) n (id))::uuid[])
   ),
   families as materialized (
     select f.id, json_build_object('id', f.id, 'name', f.name) as name from family f
     where f.practice_id = $1 and f.id = any ((select array_agg(family_id) from told)::uuid[])
   )
   select r.id, r.note, r.round, r.act, r.state, r.verdict, r.risks, ${iso('r.submitted_at')} as "submittedAt",
     ${iso('r.decided_at')} as "decidedAt", s.name as "from", t.name as "to", b.name as "decidedBy",
     case when r.supervisor_id <> $2 then ${STANDS_IN_UNTIL} end as "standsInUntilOn",
     json_build_object('id', r.document_id, 'kind', r.kind, 'title', r.title, 'state', r.document_state,
       'family', f.name, 'author', a.name, 'updatedAt', ${iso('r.written_at')}) as document,
     case when h.starts_at is not null then
       json_build_object('startsAt', ${iso('h.starts_at')}, 'timeZone', h.time_zone) end as hour
   from told r
     left join hour h on h.document_id = r.document_id
     left join families f on f.id = r.family_id
     left join people s on s.id = r.therapist_id
     left join people t on t.id = r.supervisor_id
     left join people a on a.id = r.author_id
     left join people b on b.id = r.decided_by
   order by r.due_at, r.submitted_at, r.id`;

@Injectable()
export class QueueRepository {
  /** Reviews the actor has to do with: first what is due before an hour, then what has waited longest. */
  list(
    tx: Transaction,
    actor: Actor,
    { state, documentId, from, kind, side, act, risky, again }: QueueSearch,
    after: QueuePlace | null,
    limit: number,
  ): Promise<ReviewSummary[]> {
    const due = after ?? BEFORE_ALL;
    const other = after?.dueAt === 'infinity' ? after : BEFORE_ALL;
    const isNarrowed = [documentId, from, kind, act].some((asked) => asked !== null) || risky || again;
    // Only a therapist has documents of their own in review.
    const ownToo = side === null && holds(actor, 'therapist');
    return rows(tx, queueOf({ atMost: Math.trunc(limit) + 1, ownToo, isNarrowed }), [
      ...[actor.practiceId, actor.personId, state, documentId, from, kind, risky, again],
      ...[due.dueAt, due.submittedAt, due.id, other.submittedAt, other.id],
      ownToo,
      act,
    ]);
  }

  /** Whose texts come to the actor today. */
  senders(tx: Transaction, actor: Actor): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName" from person p
       where p.practice_id = $1 and access.acts_as('supervisor') and p.id in (
         select s.therapist_id from supervision s
         where s.practice_id = $1 and s.supervisor_id = $2
           and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true)
         union select s.therapist_id from ${STANDS_IN})
       order by p.display_name, p.id`,
      [actor.practiceId, actor.personId],
    );
  }
}
