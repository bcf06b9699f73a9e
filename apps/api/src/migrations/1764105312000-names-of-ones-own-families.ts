import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/**
 * Mostly it is the people of their own families whom a therapist reads the names of. To find those, everybody one knows was
 * looked up. They are asked for before that now; the last look, which finds everybody, decides as it did.
 */
export class NamesOfOnesOwnFamilies1764105312000 implements MigrationInterface {
  name = 'NamesOfOnesOwnFamilies1764105312000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create function access.caseload_people() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
        begin
          return (select coalesce(array_agg(m.person_id), '{}') from member m where m.practice_id = access.practice()
            and m.family_id = any ((select access.caseload_families() as sight)::uuid[]));
        end $$;
      revoke all on function access.caseload_people() from public;
      grant execute on function access.caseload_people() to common_ground_app;
      alter function access.caseload_people() owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
      ${namesBy(['live_senders', 'staff_people', 'caseload_people', 'known_people'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${namesBy(['live_senders', 'staff_people', 'known_people'])}
      drop function access.caseload_people();
    `);
  }
}

const namesBy = (looks: readonly string[]): string => `
  alter policy person_select on person using (practice_id = (select access.practice())
    and (${looks.map((look) => `id = any ((select access.${look}() as sight)::uuid[])`).join(' or ')}));`;
