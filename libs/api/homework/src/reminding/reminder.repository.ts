import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, rows, type Transaction } from '@common-ground/api/platform';
import type { MailId, ReminderChoice } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export interface ChosenRow extends ReminderChoice {
  readonly revision: number;
}

@Injectable()
export class ReminderRepository {
  chosen(tx: Transaction, actor: Actor): Promise<ChosenRow | null> {
    return firstRow(
      tx,
      `select days, hour, time_zone as "timeZone", when_asked as "whenAsked", revision from reminder
       where practice_id = $1 and person_id = $2`,
      [actor.practiceId, actor.personId],
    );
  }

  /** @returns whether the revision was still the newest; 0 is that of nothing chosen */
  async choose(
    tx: Transaction,
    actor: Actor,
    revision: number,
    { days, hour, timeZone, whenAsked }: ReminderChoice,
  ): Promise<boolean> {
    const values = [actor.practiceId, actor.personId, [...days].sort(), hour, timeZone, whenAsked];
    const changed =
      revision === 0
        ? await changedRows(
            tx,
            `insert into reminder (practice_id, person_id, days, hour, time_zone, when_asked, revision)
             values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing`,
            values,
          )
        : await changedRows(
            tx,
            `update reminder set days = $3, hour = $4, time_zone = $5, when_asked = $6, revision = revision + 1,
               written_at = now()
             where practice_id = $1 and person_id = $2 and revision = $7`,
            [...values, revision],
          );
    return changed === 1;
  }

  /** Where a reminder of the actor's would go: what stands in a place of theirs and may be used; else null. */
  async address(tx: Transaction): Promise<string | null> {
    const found = await firstRow<{ address: string | null }>(
      tx,
      'select access.my_reminder_address() as address',
    );
    return found?.address ?? null;
  }

  /** Makes every reminder that is due now, each once, and says which mails they are. */
  async makeThoseDue(tx: Transaction): Promise<readonly MailId[]> {
    const made = await rows<{ id: MailId }>(tx, 'select id from access.make_reminders() as made (id)');
    return made.map(({ id }) => id);
  }
}
