import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks, and in which practice: what the transaction was told. */
const TOLD = ['practice', 'person'] as const;

/**
 * Every policy asks who asks, and in which practice. As expressions they become part of the statement that asks, where
 * calling a function a dozen times took a tenth of a short statement. Where nobody was told of they fail as before.
 */
export class WhoAsksInLine1764105001000 implements MigrationInterface {
  name = 'WhoAsksInLine1764105001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.nobody(what text) returns text language plpgsql stable set search_path = pg_catalog as $$
        begin
          raise exception 'no % in context', what using errcode = 'insufficient_privilege';
        end $$;
    `);
    for (const what of TOLD) {
      await runner.query(`
        create or replace function access.${what}() returns uuid language sql stable
          return coalesce(nullif(current_setting('app.${what}_id', true), ''), access.nobody('${what}'))::uuid;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const what of TOLD) {
      await runner.query(`
        create or replace function access.${what}() returns uuid language plpgsql stable set search_path = pg_catalog as $$
          declare found text := nullif(current_setting('app.${what}_id', true), '');
          begin
            if found is null then
              raise exception 'no ${what} in context' using errcode = 'insufficient_privilege';
            end if;
            return found::uuid;
          end $$;
      `);
    }
    await runner.query(`drop function access.nobody(text)`);
  }
}
