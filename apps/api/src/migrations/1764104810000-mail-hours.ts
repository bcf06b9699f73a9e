import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['mail_hours(uuid)', 'hold_mail(uuid, timestamptz)'] as const;

/**
 * When mail may go out to somebody, by the clock of the practice, beside the words for when it is safe to be in touch.
 * `mail.held_until` is the moment a letter waits for.
 */
export class MailHours1764104810000 implements MigrationInterface {
  name = 'MailHours1764104810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table safe_contact
        add column mail_days int[],
        add column mail_from int,
        add column mail_until int,
        add constraint safe_contact_mail_hours check (
          (mail_days is null and mail_from is null and mail_until is null)
          or (mail_days is not null and mail_from is not null and mail_until is not null
            and cardinality(mail_days) between 1 and 7 and mail_days <@ array[1, 2, 3, 4, 5, 6, 7]
            and mail_from >= 0 and mail_until <= 24 and mail_from < mail_until));
      grant update (mail_days, mail_from, mail_until) on safe_contact to common_ground_app;
      grant select (mail_days, mail_from, mail_until) on safe_contact to common_ground_relations;
      alter table mail add column held_until timestamptz(3);
      grant update (held_until) on mail to common_ground_relations;
      grant create on schema access to common_ground_relations;

      -- Whose address a mail of a family goes to, and when each of them may get it: one row for each who said so.
      create function access.mail_hours(wanted uuid)
        returns table (days int[], from_hour int, until_hour int, time_zone text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.mail_days, s.mail_from, s.mail_until, p.time_zone
          from mail l
            join practice p on p.id = l.practice_id
            join member m on m.practice_id = l.practice_id and m.family_id = l.family_id and m.state <> 'removed'
              and lower(btrim(m.contact)) = lower(btrim(l.to_address))
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id and s.mail_days is not null
          where l.id = wanted
        $$;

      create function access.hold_mail(wanted uuid, until timestamptz) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update mail set held_until = until where id = wanted and sent_at is null and came_back_at is null
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature}`);
    await runner.query(`
      alter table mail drop column held_until;
      alter table safe_contact drop constraint safe_contact_mail_hours,
        drop column mail_until, drop column mail_from, drop column mail_days;
    `);
  }
}
