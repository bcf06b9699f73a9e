import { Injectable } from '@nestjs/common';
import {
  changedRows,
  firstRow,
  newId,
  perform,
  rows,
  type Place,
  type Transaction,
} from '@common-ground/api/platform';
import type { ChangeStandIn, NewStandIn, PersonName, StandIn, StandInId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { personAt } from '../families/sight';

export interface StandInRow extends Omit<StandIn, 'state' | 'may'> {
  readonly isForMe: boolean;
  readonly isMe: boolean;
  readonly today: string;
}

const SELECT = `
  select t.id, ${personAt('t', 'supervisor_id')} as supervisor, ${personAt('t', 'person_id')} as person,
    case when t.therapist_ids is not null then coalesce((
      select json_agg(json_build_object('id', p.id, 'displayName', p.display_name) order by p.display_name, p.id)
      from person p where p.practice_id = t.practice_id and p.id = any (t.therapist_ids)), '[]') end as therapists,
    t.from_on::text as "fromOn", t.until_on::text as "untilOn", access.today()::text as today,
    (select coalesce(json_agg(json_build_object('untilOn', b.was ->> 'untilOn', 'changedAt', b.was ->> 'changedAt',
        'therapists', case when jsonb_typeof(b.was -> 'therapistIds') = 'array' then coalesce((
          select json_agg(json_build_object('id', p.id, 'displayName', p.display_name) order by p.display_name, p.id)
          from person p where p.practice_id = t.practice_id
            and p.id::text in (select jsonb_array_elements_text(b.was -> 'therapistIds'))), '[]') end) order by b.at), '[]')
      from jsonb_array_elements(t.before) with ordinality b (was, at)) as before,
    t.supervisor_id = $2 as "isForMe", t.person_id = $2 as "isMe"
  from stand_in t where t.practice_id = $1 and $2 in (t.supervisor_id, t.person_id)`;

/** Its last day is over, or it was called off before it began. */
const IS_OVER = 't.until_on < greatest(t.from_on, access.today())';

@Injectable()
export class StandInRepository {
  /** Between the actor and others, today or to come, the latest first. */
  list(tx: Transaction, actor: Actor): Promise<StandInRow[]> {
    return rows(tx, `${SELECT} and not (${IS_OVER}) order by t.from_on desc, t.id desc`, [
      actor.practiceId,
      actor.personId,
    ]);
  }

  /** Those that are over, the one that ended last first. */
  ended(tx: Transaction, actor: Actor, after: Place | null, limit: number): Promise<StandInRow[]> {
    return rows(
      tx,
      `${SELECT} and ${IS_OVER} and ($3::date is null or (t.until_on, t.id) < ($3::date, $4::uuid))
       order by t.until_on desc, t.id desc limit $5`,
      [actor.practiceId, actor.personId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  find(tx: Transaction, actor: Actor, id: StandInId): Promise<StandInRow | null> {
    return firstRow(tx, `${SELECT} and t.id = $3`, [actor.practiceId, actor.personId, id]);
  }

  /** Everybody else who supervises here. */
  colleagues(tx: Transaction, actor: Actor): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName" from person p
       where p.practice_id = $1 and p.id <> $2 and p.id in (select r.person_id from staff_role r
         where r.practice_id = $1 and r.role = 'supervisor' and r.ended_at is null)
       order by p.display_name, p.id`,
      [actor.practiceId, actor.personId],
    );
  }

  /** Whom the actor supervises today or will. */
  therapists(tx: Transaction, actor: Actor): Promise<PersonName[]> {
    return rows(
      tx,
      `select p.id, p.display_name as "displayName" from person p
       where p.practice_id = $1 and p.id in (select s.therapist_id from supervision s
         where s.practice_id = $1 and s.supervisor_id = $2
           and coalesce(s.until_on >= greatest(s.from_on, access.today()), true))
       order by p.display_name, p.id`,
      [actor.practiceId, actor.personId],
    );
  }

  /** Null where the same person stands in from that day already. */
  async add(tx: Transaction, actor: Actor, body: NewStandIn): Promise<StandInId | null> {
    const id = newId<'stand-in'>();
    const { personId, therapistIds = null, fromOn, untilOn } = body;
    const changed = await changedRows(
      tx,
      `insert into stand_in (practice_id, id, supervisor_id, person_id, therapist_ids, from_on, until_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [actor.practiceId, id, actor.personId, personId, therapistIds, fromOn, untilOn],
    );
    return changed === 1 ? id : null;
  }

  async change(tx: Transaction, actor: Actor, id: StandInId, body: ChangeStandIn): Promise<void> {
    await perform(
      tx,
      `update stand_in set until_on = $3, therapist_ids = $4 where practice_id = $1 and id = $2`,
      [actor.practiceId, id, body.untilOn, body.therapistIds ?? null],
    );
  }

  /** At once: yesterday was the last day, or it never began. */
  async end(tx: Transaction, actor: Actor, id: StandInId): Promise<void> {
    await perform(
      tx,
      `update stand_in set until_on = greatest(access.today(), from_on) - 1 where practice_id = $1 and id = $2`,
      [actor.practiceId, id],
    );
  }
}
