import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, perform, type Transaction } from '@common-ground/api/platform';
import { LANGUAGES, type ChangePractice, type PracticeSettings } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export type SettingsRow = Omit<PracticeSettings, 'may'>;

@Injectable()
export class SettingsRepository {
  find(tx: Transaction, actor: Actor): Promise<SettingsRow | null> {
    return firstRow(
      tx,
      `select c.name, coalesce(c.sender_name, c.name) as "senderName", c.exit_url as "exitUrl", c.safety,
              coalesce(c.languages, $2::text[]) as languages, c.time_zone as "timeZone",
              c.every_therapist_needs_review as "everyTherapistNeedsReview", access.today()::text as today, c.revision,
              (select p.display_name from person p where p.practice_id = c.id and p.id = c.changed_by) as "changedBy",
              ${iso('c.changed_at')} as "changedAt"
       from practice c where c.id = $1`,
      [actor.practiceId, LANGUAGES],
    );
  }

  /** Saves over one revision; false when another one stands there by now. */
  async change(tx: Transaction, actor: Actor, revision: number, to: ChangePractice): Promise<boolean> {
    const { practicePhone, practiceHours, emergencyNumber, crisisLine, checkedOn } = to.safety;
    const changed = await changedRows(
      tx,
      `update practice set sender_name = nullif($3, name), exit_url = $4, safety = $5, languages = $6, time_zone = $7,
         every_therapist_needs_review = $8, revision = revision + 1, changed_by = $9, changed_at = now()
       where id = $1 and revision = $2`,
      [
        actor.practiceId,
        revision,
        to.senderName,
        to.exitUrl,
        JSON.stringify({ practicePhone, practiceHours, emergencyNumber, crisisLine, checkedOn }),
        to.languages,
        to.timeZone,
        to.everyTherapistNeedsReview,
        actor.personId,
      ],
    );
    return changed === 1;
  }

  /** Whether PostgreSQL, which reckons the practice's days, knows a time zone by this very name. */
  async knowsTimeZone(tx: Transaction, name: string): Promise<boolean> {
    return (await firstRow(tx, `select from pg_timezone_names where name = $1`, [name])) !== null;
  }

  /** Lets one admin's act at a time change what belongs to the practice as a whole. */
  async lock(tx: Transaction, actor: Actor): Promise<void> {
    await perform(tx, `select from practice where id = $1 for update`, [actor.practiceId]);
  }
}
