import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when and for whom somebody stood in before it was changed or ended: whoever asks later who could read what has
 * to learn it. The database writes it down with each change, and nobody writes it over.
 */
export class StandInsAsTheyWere1764104722000 implements MigrationInterface {
  name = 'StandInsAsTheyWere1764104722000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stand_in add column before jsonb not null default '[]';
      create function access.stand_in_as_it_was() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
        if tg_op = 'INSERT' then
          new.before := '[]';
          return new;
        end if;
        new.before := old.before;
        if (new.until_on, new.therapist_ids) is distinct from (old.until_on, old.therapist_ids) then
          new.before := old.before || jsonb_build_array(jsonb_build_object('untilOn', old.until_on,
            'therapistIds', old.therapist_ids,
            'changedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
        end if;
        return new; end $$;
      revoke all on function access.stand_in_as_it_was() from public;
      create trigger stand_in_before before insert or update on stand_in for each row
        execute function access.stand_in_as_it_was();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger stand_in_before on stand_in;
      drop function access.stand_in_as_it_was();
      alter table stand_in drop column before;
    `);
  }
}
