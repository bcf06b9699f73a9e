import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A script as somebody of the family is given it. Who plays a role is said in its words alone: no member's id goes
 * along, and where a block stands between the reader and whoever is cast, the role looks like one that nobody plays.
 */
export class CastInScripts1764102200000 implements MigrationInterface {
  name = 'CastInScripts1764102200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create function access.script_as_given(content jsonb, family uuid) returns jsonb language plpgsql stable
        security definer set search_path = public, pg_temp as $$
        declare apart text[];
        begin
          if not jsonb_path_exists(content, '$.roles[*].castTo') then return content; end if;
          apart := array(
            select (case b.one_id when m.id then b.other_id else b.one_id end)::text from member m
              join block b on b.practice_id = m.practice_id and b.family_id = m.family_id and b.lifted_at is null
                and m.id in (b.one_id, b.other_id)
            where m.practice_id = access.practice() and m.family_id = family and m.person_id = access.person());
          return jsonb_set(content, '{roles}', (
            select jsonb_agg(case when role ->> 'castTo' = any (apart) then role - 'castTo' || '{"castAs": ""}'
              else role - 'castTo' end order by place)
            from jsonb_array_elements(content -> 'roles') with ordinality as cast_role(role, place)));
        end $$;
      alter function access.script_as_given(jsonb, uuid) owner to common_ground_relations;
      revoke all on function access.script_as_given(jsonb, uuid) from public;
      grant execute on function access.script_as_given(jsonb, uuid) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function access.script_as_given(jsonb, uuid)`);
  }
}
