import { Injectable } from '@nestjs/common';
import { onCaseload, personAt } from '@common-ground/api/people';
import { rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, FamilySessionId, NewAnswers, PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { WrittenDown } from '@common-ground/rules/content';
import type { PlanRow } from '../planning/planning.repository';

export interface WrittenDownRow extends WrittenDown {
  readonly writtenById: PersonId;
}

/** What was agreed on longer ago is not brought up again by itself. */
const HOURS_BACK = 5;
const AT_MOST = 20;

@Injectable()
export class DueRepository {
  /** What was written down in the last hours of a family that have ended, the latest first. */
  writtenDown(tx: Transaction, actor: Actor, { id, family }: PlanRow): Promise<WrittenDownRow[]> {
    return rows(
      tx,
      `select s.id, s.starts_on::text as on, d.content -> 'actions' as actions, d.written_by as "writtenById"
       from session_run r
         join family_session s on s.practice_id = r.practice_id and s.id = r.session_id
         join session_pad d on d.practice_id = r.practice_id and d.session_id = r.session_id
       where r.practice_id = $1 and r.family_id = $3 and r.session_id <> $4 and r.ends is not null and ${onCaseload('r')}
       order by r.ended_at desc limit ${HOURS_BACK}`,
      [actor.practiceId, actor.personId, family.id, id],
    );
  }

  /** The entries of all other hours of a family that were not called off. */
  async onAgendas(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    besides: FamilySessionId,
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select e ->> 'id' as id
       from family_session s, jsonb_array_elements(coalesce(s.content -> 'agenda', '[]')) e
       where s.practice_id = $1 and s.family_id = $3 and s.id <> $4 and s.called_off_at is null and ${onCaseload('s')}`,
      [actor.practiceId, actor.personId, familyId, besides],
    );
    return found.map(({ id }) => id);
  }

  /**
   * How many answers came since the last hour of the family ended, task by task. Before there was one: none. What is said
   * about a piece as a whole, and which version was chosen, answers nothing that it asks.
   */
  newAnswers(tx: Transaction, actor: Actor, { id, family }: PlanRow): Promise<NewAnswers[]> {
    return rows(
      tx,
      `select t.id as "taskId", t.document_id as "documentId", v.title, ${personAt('t', 'person_id')} as person,
         count(*)::int as count
       from task t
         join answer a on a.practice_id = t.practice_id and a.task_id = t.id
         join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
       where t.practice_id = $1 and t.family_id = $3 and ${onCaseload('t')} and t.sent_at is not null
         and a.visibility <> 'not-yet' and a.prompt_id not like '~%' and a.value is not null and a.value <> 'null'
         and a.sent_at > (select max(r.ended_at) from session_run r
           where r.practice_id = $1 and r.family_id = $3 and r.session_id <> $4 and r.ends is not null)
       group by t.practice_id, t.id, t.document_id, v.title, t.person_id, t.sent_at
       order by t.sent_at desc, t.id desc limit ${AT_MOST}`,
      [actor.practiceId, actor.personId, family.id, id],
    );
  }
}
