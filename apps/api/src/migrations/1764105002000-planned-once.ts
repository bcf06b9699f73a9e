import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Functions that every saved answer asks were planned anew each time, which took longer than running them. A function in
 * PL/pgSQL keeps its plans with the connection, and where it is told to, one plan for all that it is asked about. Whose
 * families somebody has who acts in no role of the staff’s is known without looking: nobody’s.
 */
export class PlannedOnce1764105002000 implements MigrationInterface {
  name = 'PlannedOnce1764105002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.takes_answers(task uuid) returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
        begin
          return exists (${TAKES_ANSWERS});
        end $$;
      create or replace function access.caseload_families() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$
        declare kept uuid[];
        begin
          if not access.acts_as('therapist') then return '{}'; end if;
          kept := access.remembered('caseload_families');
          if kept is not null then return kept; end if;
          return access.remember('caseload_families', (${CASELOAD}));
        end $$;
      revoke create on schema access from common_ground_relations;
      alter function access.complete_trace() set plan_cache_mode = force_generic_plan;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.takes_answers(task uuid) returns boolean language sql stable security definer
        set search_path = public, pg_temp as $$
          select exists (${TAKES_ANSWERS})
        $$;
      create or replace function access.caseload_families() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ declare kept uuid[] := access.remembered('caseload_families'); begin if kept is not null then return kept; end if; return access.remember('caseload_families', (${CASELOAD}
         and access.acts_as('therapist'))); end $$;
      revoke create on schema access from common_ground_relations;
      alter function access.complete_trace() reset plan_cache_mode;
    `);
  }
}

const TAKES_ANSWERS = `select from task t
              join share s on s.practice_id = t.practice_id and s.id = t.share_id
            where t.practice_id = access.practice() and t.person_id = access.person() and t.id = takes_answers.task
              and (s.open_until_on is null or s.open_until_on >= access.today())`;

const CASELOAD = `select coalesce(array_agg(c.family_id), '{}') from caseload c
         join staff_role r on r.practice_id = c.practice_id and r.person_id = c.therapist_id and r.role = 'therapist'
       where c.practice_id = access.practice() and c.therapist_id = access.person() and c.ended_at is null`;
