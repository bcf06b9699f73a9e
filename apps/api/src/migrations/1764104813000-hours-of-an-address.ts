import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_ONE_FAMILY = `join member m on m.practice_id = l.practice_id and m.family_id = l.family_id and m.state <> 'removed'
              and lower(btrim(m.contact)) = lower(btrim(l.to_address))`;

/** Whoever reads along in a mailbox does so whichever family a letter is about: hours of an address go for all of them. */
export class HoursOfAnAddress1764104813000 implements MigrationInterface {
  name = 'HoursOfAnAddress1764104813000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#replace(
      runner,
      `join member m on l.family_id is not null and m.practice_id = l.practice_id and m.state <> 'removed'
              and (lower(btrim(m.contact)) = lower(btrim(l.to_address)) or m.person_id in (
                select k.person_id from member k
                where k.practice_id = l.practice_id and k.family_id = l.family_id and k.state <> 'removed'
                  and lower(btrim(k.contact)) = lower(btrim(l.to_address))))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#replace(runner, IN_ONE_FAMILY);
  }

  async #replace(runner: QueryRunner, whose: string): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.mail_hours(wanted uuid)
        returns table (days int[], from_hour int, until_hour int, time_zone text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.mail_days, s.mail_from, s.mail_until, p.time_zone
          from mail l
            join practice p on p.id = l.practice_id
            ${whose}
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id and s.mail_days is not null
          where l.id = wanted
        $$;
      revoke create on schema access from common_ground_relations;
    `);
  }
}
