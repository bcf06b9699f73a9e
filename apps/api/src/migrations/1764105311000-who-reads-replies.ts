import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/**
 * Who reads the replies of a family is told to those who belong to it. It stands beside each piece of homework that is opened,
 * and the rows that say so are behind walls which ask for much more than that.
 */
export class WhoReadsReplies1764105311000 implements MigrationInterface {
  name = 'WhoReadsReplies1764105311000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create function access.readers_of_replies(family uuid) returns json language plpgsql stable security definer
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
        declare here uuid := access.practice();
        begin
          return (select coalesce(json_agg(json_build_object('id', p.id, 'displayName', p.display_name)
              order by c.leads desc, p.display_name), '[]')
            from caseload c join person p on p.practice_id = here and p.id = c.therapist_id
            where c.practice_id = here and c.family_id = family and c.ended_at is null
              and exists (select from member m where m.practice_id = here and m.family_id = family
                and m.person_id = access.person() and m.state = 'confirmed'));
        end $$;
      revoke all on function access.readers_of_replies(uuid) from public;
      grant execute on function access.readers_of_replies(uuid) to common_ground_app;
      alter function access.readers_of_replies(uuid) owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function access.readers_of_replies(uuid)`);
  }
}
