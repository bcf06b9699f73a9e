import { Injectable } from '@nestjs/common';
import { firstRow, type Transaction } from '@common-ground/api/platform';
import type { PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { DocumentRow } from '../drafting/document.repository';
import { standInsOf } from '../drafting/sight';

/** Who judges the plan of an hour, as the envelope of a document says it of its text. */
export type PlanJudges = Pick<DocumentRow, 'supervisors' | 'strengths' | 'everyTherapistNeedsReview'>;

@Injectable()
export class HourPlansRepository {
  /**
   * Everybody who supervises one of these people today, the strictest of them counting. Whoever wrote in the plan judges
   * it for nobody, and no pair counts under which one of them would sign second.
   */
  async judges(tx: Transaction, actor: Actor, of: readonly PersonId[]): Promise<PlanJudges> {
    const found = await firstRow<PlanJudges>(
      tx,
      `with pair as materialized (
         select s.* from supervision s where s.practice_id = $1 and s.therapist_id = any ($3::uuid[])
           and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true)
       )
       select array(select s.strength from pair s) as strengths,
         (select c.every_therapist_needs_review from practice c where c.id = $1) as "everyTherapistNeedsReview",
         coalesce((select json_agg(json_build_object('id', p.id, 'displayName', p.display_name,
             'strength', s.strength, 'standIns', ${standInsOf('s')}, 'therapistId', s.therapist_id,
             'counts', case when 'hour-plan' = any (s.co_signed_kinds) then s.co_signer_id <> all ($3::uuid[])
               else not exists (select from pair o where 'hour-plan' = any (o.co_signed_kinds)) end)
             order by s.therapist_id = $2 desc, p.display_name)
           from pair s join person p on p.practice_id = s.practice_id and p.id = s.supervisor_id
           where s.supervisor_id <> all ($3::uuid[])), '[]') as supervisors`,
      [actor.practiceId, actor.personId, [...new Set([actor.personId, ...of])]],
    );
    return found ?? { supervisors: [], strengths: [], everyTherapistNeedsReview: false };
  }
}
