import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['begin_handing_mail(uuid)', 'note_mail_not_taken(uuid)'] as const;

/**
 * Some mails go out once or not at all. `mail.handing_at` is written before the words go to the server for mail: a
 * process that finds it there does not know whether they were taken, and sends nothing.
 */
export class HandedOverOnce1764104732000 implements MigrationInterface {
  name = 'HandedOverOnce1764104732000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail add column handing_at timestamptz(3);
      grant update (handing_at) on mail to common_ground_relations;
      grant create on schema access to common_ground_relations;

      -- One row for the first who asks, and none for everybody after.
      create function access.begin_handing_mail(wanted uuid) returns setof uuid
        language sql security definer set search_path = public, pg_temp as $$
          update mail set handing_at = now()
          where id = wanted and handing_at is null and sent_at is null and came_back_at is null
          returning id
        $$;

      -- The server for mail said no, or was never reached: it may be tried again.
      create function access.note_mail_not_taken(wanted uuid) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update mail set handing_at = null where id = wanted and sent_at is null and came_back_at is null
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
      revoke update (handing_at) on mail from common_ground_relations;
      alter table mail drop column handing_at;
    `);
  }
}
