import { Injectable } from '@nestjs/common';
import { firstRow, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { MailId, PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

@Injectable()
export class ReviewMailRepository {
  /** Null for who has never been on staff here. */
  async wanted(tx: Transaction, actor: Actor): Promise<boolean | null> {
    const found = await firstRow<{ wanted: boolean }>(
      tx,
      `select review_mail as wanted from staff where practice_id = $1 and person_id = $2`,
      [actor.practiceId, actor.personId],
    );
    return found?.wanted ?? null;
  }

  async standIns(tx: Transaction, supervisor: PersonId, therapist: PersonId): Promise<PersonId[]> {
    const found = await rows<{ id: PersonId }>(
      tx,
      `select distinct t.person_id as id from stand_in t
       where t.practice_id = access.practice() and t.supervisor_id = $1 and t.person_id <> $2
         and coalesce($2 = any (t.therapist_ids), true) and access.today() between t.from_on and t.until_on`,
      [supervisor, therapist],
    );
    return found.map(({ id }) => id);
  }

  async choose(tx: Transaction, wanted: boolean): Promise<void> {
    await perform(tx, `select access.choose_review_mail($1)`, [wanted]);
  }

  /** The mail that is to tell this person, and when; null when one is on its way, or none is wanted. */
  make(tx: Transaction, person: PersonId): Promise<{ id: MailId; afterSeconds: number } | null> {
    return firstRow(tx, `select id, after_seconds as "afterSeconds" from access.make_review_mail($1)`, [
      person,
    ]);
  }
}
