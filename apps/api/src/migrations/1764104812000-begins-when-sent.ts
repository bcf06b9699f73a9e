import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three days of an invitation by mail begin when it is written: before that it has no secret that could be used. */
export class BeginsWhenSent1764104812000 implements MigrationInterface {
  name = 'BeginsWhenSent1764104812000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant update (expires_at) on invitation to common_ground_relations;`);
    await this.#replace(
      runner,
      `update mail set held_until = until where id = wanted and sent_at is null and came_back_at is null;
          update invitation i set expires_at = greatest(i.expires_at, until + interval '72 hours')
          from mail m
          where m.id = wanted and m.sent_at is null and m.came_back_at is null
            and i.practice_id = m.practice_id and i.mail_id = m.id and i.ended_at is null`,
      `update invitation i set token_hash = token, code_hash = code, expires_at = now() + interval '72 hours'
          from mail m
          where i.practice_id = practice and i.id = wanted and i.sent_by = 'mail' and i.ended_at is null
            and m.practice_id = i.practice_id and m.id = i.mail_id
            and m.sent_at is null and m.came_back_at is null
          returning true`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#replace(
      runner,
      `update mail set held_until = until where id = wanted and sent_at is null and came_back_at is null`,
      `update invitation i set token_hash = token, code_hash = code
          from mail m
          where i.practice_id = practice and i.id = wanted and i.sent_by = 'mail' and i.ended_at is null
            and i.expires_at > now() and m.practice_id = i.practice_id and m.id = i.mail_id
            and m.sent_at is null and m.came_back_at is null
          returning true`,
    );
    await runner.query(`revoke update (expires_at) on invitation from common_ground_relations;`);
  }

  async #replace(runner: QueryRunner, hold: string, seal: string): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.hold_mail(wanted uuid, until timestamptz) returns void
        language sql security definer set search_path = public, pg_temp as $$
          ${hold}
        $$;
      create or replace function access.seal_invitation(practice uuid, wanted uuid, token bytea, code bytea)
        returns table (sealed boolean)
        language sql security definer set search_path = public, pg_temp as $$
          ${seal}
        $$;
      revoke create on schema access from common_ground_relations;
    `);
  }
}
