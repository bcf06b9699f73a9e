import { Injectable } from '@nestjs/common';
import { GAVE_WAY, TASK_IS_LIVE } from '@common-ground/api/documents';
import { rows, type Transaction } from '@common-ground/api/platform';
import type {
  AnswerValue,
  FamilyId,
  PersonName,
  Relation,
  TaskId,
  Visibility,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { LENGTH_CHOICE, NOT_THIS_WEEK } from '@common-ground/rules/content';

export interface OwnTaskRow {
  readonly taskId: TaskId;
  readonly familyId: FamilyId;
  readonly title: string | null;
  readonly isSent: boolean;
  readonly answers: readonly {
    readonly value: AnswerValue;
    readonly visibility: Visibility;
    readonly sent: boolean;
  }[];
}

export interface OwnFamilyRow {
  readonly id: FamilyId;
  readonly relation: Relation;
  readonly therapists: readonly PersonName[];
}

@Injectable()
export class PrivacyRepository {
  /** The actor's homework that still reaches them, and whatever else they once wrote in; newest first. */
  tasks(tx: Transaction, actor: Actor): Promise<OwnTaskRow[]> {
    return rows(
      tx,
      `select t.id as "taskId", t.family_id as "familyId", t.sent_at is not null as "isSent",
         case when ${TASK_IS_LIVE} then (select v.title from document_version v
           where v.practice_id = t.practice_id and v.id = t.version_id) end as title,
         coalesce((select json_agg(json_build_object('value', a.value, 'visibility', a.visibility,
             'sent', a.sent_at is not null) order by a.id)
           from answer a where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2
             and a.prompt_id <> all ($3)), '[]') as answers
       from task t left join share s on s.practice_id = t.practice_id and s.id = t.share_id
       where t.practice_id = $1 and t.person_id = $2
         and (${TASK_IS_LIVE} and not ${GAVE_WAY} or exists (select from answer a
           where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2))
       order by t.given_at desc, t.id desc limit 200`,
      [actor.practiceId, actor.personId, [LENGTH_CHOICE, NOT_THIS_WEEK]],
    );
  }

  /** Families in which the actor is confirmed, each with those who lead it. */
  families(tx: Transaction, actor: Actor): Promise<OwnFamilyRow[]> {
    return rows(
      tx,
      `select m.family_id as id, m.relation,
         (select coalesce(json_agg(json_build_object('id', p.id, 'displayName', p.display_name)
             order by c.leads desc, p.display_name), '[]')
           from caseload c join person p on p.practice_id = c.practice_id and p.id = c.therapist_id
           where c.practice_id = m.practice_id and c.family_id = m.family_id and c.ended_at is null) as therapists
       from member m where m.practice_id = $1 and m.person_id = $2 and m.state = 'confirmed'
       order by m.added_at, m.id`,
      [actor.practiceId, actor.personId],
    );
  }
}
