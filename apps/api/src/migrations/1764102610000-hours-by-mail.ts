import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hours by mail. What somebody was last told of when and where is kept with their asking, and by which mail: a letter
 * that has nothing new to say is not written, and one that is tried again says the same.
 */
export class HoursByMail1764102610000 implements MigrationInterface {
  name = 'HoursByMail1764102610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_reply add column told_moved int, add column told_by uuid,
        add check ((told_moved is null) = (told_by is null));
      grant update (told_moved, told_by) on session_reply to common_ground_relations;
      create policy session_reply_told on session_reply for update to common_ground_relations using (true) with check (true);

      -- What a mail about an hour has to say at the moment it goes out; no row when that is nothing any more.
      create function access.session_letter(practice uuid, wanted uuid) returns table (method text, asking uuid,
          starts_at timestamptz, time_zone text, minutes int, place text, link text, moved int)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin
          return query update session_reply r set told_moved = s.moved, told_by = m.id
            from mail m, family_session s
            where m.practice_id = practice and m.id = wanted and m.sort = 'session-asked'
              and m.sent_at is null and m.came_back_at is null
              and r.practice_id = m.practice_id and r.id = m.about_id
              and s.practice_id = r.practice_id and s.id = r.session_id and s.called_off_at is null
              and (s.starts_on + s.start_time) at time zone s.time_zone + make_interval(mins => s.minutes) > now()
              and access.asking_stands(r.practice_id, r.id)
              and exists (select from safe_contact c
                where c.practice_id = r.practice_id and c.member_id = r.member_id and c.channel = 'email')
              and (r.told_moved is null or r.told_moved < s.moved or r.told_by = m.id)
            returning 'REQUEST', r.id, (s.starts_on + s.start_time) at time zone s.time_zone, s.time_zone, s.minutes,
              s.content ->> 'place', s.content ->> 'link', s.moved;
          return query select 'CANCEL', r.id, (s.starts_on + s.start_time) at time zone s.time_zone, s.time_zone,
              s.minutes, '', '', s.moved
            from mail m
              join session_reply r on r.practice_id = m.practice_id and r.id = m.about_id
              join family_session s on s.practice_id = r.practice_id and s.id = r.session_id
            where m.practice_id = practice and m.id = wanted and m.sort = 'session-taken-back'
              and m.sent_at is null and m.came_back_at is null
              and r.told_moved is not null and (r.withdrawn_at is not null or s.called_off_at is not null);
        end $$;
      grant create on schema access to common_ground_relations;
      alter function access.session_letter(uuid, uuid) owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.session_letter(uuid, uuid) from public;
      grant execute on function access.session_letter(uuid, uuid) to common_ground_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.session_letter(uuid, uuid);
      drop policy session_reply_told on session_reply;
      alter table session_reply drop column told_moved, drop column told_by;
    `);
  }
}
