import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A guess at a known name is written down and waits for the disk; one at an unknown name, or at one that has to wait,
 * wrote nothing and was answered sooner. Now it leaves a note in the write-ahead log that nobody reads, and waits alike.
 */
export class AsLongForStrangers1764101810000 implements MigrationInterface {
  name = 'AsLongForStrangers1764101810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      alter function access.attempt(text, bytea) rename to counted_attempt;
      revoke all on function access.counted_attempt(text, bytea) from common_ground_app;
      create function access.attempt(wanted_sort text, wanted_name bytea)
        returns table (practice_id uuid, person_id uuid, secret_hash text)
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          return query select * from access.counted_attempt(wanted_sort, wanted_name);
          if not found then
            perform pg_logical_emit_message(true, 'common-ground', 'a guess');
          end if;
        end $$;
      alter function access.attempt(text, bytea) owner to common_ground_relations;
      revoke all on function access.attempt(text, bytea) from public;
      grant execute on function access.attempt(text, bytea) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      drop function access.attempt(text, bytea);
      alter function access.counted_attempt(text, bytea) rename to attempt;
      grant execute on function access.attempt(text, bytea) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }
}
