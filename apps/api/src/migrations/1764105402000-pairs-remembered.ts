import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const PAIRS = `select coalesce(array_agg(s.supervisor_id::text || s.therapist_id::text), '{}') from access.judged_pairs() s`;

/**
 * Whose texts somebody judges is asked by the walls of reviews, documents and versions, each anew in one statement. It is
 * remembered like what else they ask (`1764103900000-sight-remembered.ts` tells for how long), and in the same words.
 */
export class PairsRemembered1764105402000 implements MigrationInterface {
  name = 'PairsRemembered1764105402000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create or replace function access.supervised_pairs() returns text[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$
        declare
          stands text := access.as_it_stands();
          pairs text[];
        begin
          if current_setting('app.sight_at_supervised_pairs', true) = stands then
            return current_setting('app.sight_supervised_pairs', true)::text[];
          end if;
          pairs := (${PAIRS});
          if stands is not null then
            perform set_config('app.sight_supervised_pairs', pairs::text, true),
              set_config('app.sight_at_supervised_pairs', stands, true);
          end if;
          return pairs;
        end $$;
      revoke create on schema access from ${RELATIONS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create or replace function access.supervised_pairs() returns text[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (${PAIRS}); end $$;
      revoke create on schema access from ${RELATIONS};
    `);
  }
}
