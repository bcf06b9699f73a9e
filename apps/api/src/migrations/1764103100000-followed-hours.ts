import type { MigrationInterface, QueryRunner } from 'typeorm';

const RUN_COLUMNS =
  'practice_id, session_id, entries, at_entry, begun_at, entered_at, ends, ended_at, breathing, revision';

/** Whoever is asked to an hour follows it: what people are at, never what is written down. A change is told at once. */
export class FollowedHours1764103100000 implements MigrationInterface {
  name = 'FollowedHours1764103100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_run add column breathing boolean not null default false,
        add check (not breathing or ends is null);
      grant update (breathing) on session_run to common_ground_app;

      grant select (${RUN_COLUMNS}) on session_run to common_ground_relations;
      create policy session_run_relations on session_run for select to common_ground_relations using (true);

      -- Where an hour stands, for whoever is asked to it and did not say that they cannot come. Before it has begun
      -- there is nothing to tell but how long it will be.
      create function access.followed_hour(hour uuid) returns table (session_id uuid, minutes int, begun_at timestamptz,
          entered_at timestamptz, ended_at timestamptz, ends text, breathing boolean, entry jsonb, place int, total int,
          revision int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin return query
          select s.id, s.minutes, r.begun_at, r.entered_at, r.ended_at, r.ends, coalesce(r.breathing, false), e.entry,
            e.place::int, coalesce(jsonb_array_length(r.entries), 0), coalesce(r.revision, 0)
          from session_reply a
            join family_session s on s.practice_id = a.practice_id and s.id = a.session_id and s.called_off_at is null
            left join session_run r on r.practice_id = s.practice_id and r.session_id = s.id
            left join lateral (
              select one.entry, one.place from jsonb_array_elements(r.entries) with ordinality as one (entry, place)
              where one.entry ->> 'id' = r.at_entry and r.ends is null) e on true
          where a.practice_id = access.practice() and a.session_id = hour and a.reply is distinct from 'cannot'
            and a.id = any ((select access.open_askings() as sight)::uuid[]);
        end $$;
      grant create on schema access to common_ground_relations;
      alter function access.followed_hour(uuid) owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.followed_hour(uuid) from public;
      grant execute on function access.followed_hour(uuid) to common_ground_app;

      -- Told to every process is which hour stands anew, and at which revision. What it is, each reader is told as
      -- themselves.
      create function access.tell_of_hour() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
        perform pg_notify('hour', new.session_id || ' ' || new.revision);
        return null; end $$;
      revoke all on function access.tell_of_hour() from public;
      create trigger session_run_told after insert or update on session_run for each row
        execute function access.tell_of_hour();
      create trigger session_pad_told after insert or update on session_pad for each row
        execute function access.tell_of_hour();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger session_pad_told on session_pad;
      drop trigger session_run_told on session_run;
      drop function access.tell_of_hour();
      drop function access.followed_hour(uuid);
      drop policy session_run_relations on session_run;
      revoke select (${RUN_COLUMNS}) on session_run from common_ground_relations;
      alter table session_run drop column breathing;
    `);
  }
}
