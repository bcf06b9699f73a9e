import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language somebody is written to is for themselves to say, and for whoever leads their family. */
export class OwnLanguage1764104733000 implements MigrationInterface {
  name = 'OwnLanguage1764104733000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      grant update (language) on person to common_ground_relations;
      create policy person_own_language on person for update to common_ground_relations
        using (true) with check (true);
      create function access.choose_language(chosen text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update person set language = chosen where practice_id = access.practice() and id = access.person()
        $$;
      alter function access.choose_language(text) owner to common_ground_relations;
      revoke all on function access.choose_language(text) from public;
      grant execute on function access.choose_language(text) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.choose_language(text);
      drop policy person_own_language on person;
      revoke update (language) on person from common_ground_relations;
    `);
  }
}
