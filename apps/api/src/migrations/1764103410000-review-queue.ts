import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is risky about a text that was sent for review, as codes, and which of the texts that wait are on the agenda of
 * an hour to come. Of that hour its judges learn when it begins and nothing more.
 */
export class ReviewQueue1764103410000 implements MigrationInterface {
  name = 'ReviewQueue1764103410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review add column risks text[] not null default '{}'
        check (risks <@ array['safety-changed', 'limits-changed', 'sets-limits', 'several-people', 'kept-wording',
          'hard-to-read']);
      create index family_session_ahead on family_session (practice_id, starts_on) where called_off_at is null;
      grant create on schema access to common_ground_relations;

      create function access.hours_ahead() returns table (document_id uuid, starts_at timestamptz, time_zone text)
        language sql stable rows 20 security definer set search_path = public, pg_temp as $$
          select distinct on (r.document_id) r.document_id, h.starts_at, h.time_zone
          from (
            select s.family_id, s.time_zone, (s.starts_on + s.start_time) at time zone s.time_zone as starts_at,
              jsonb_path_query(s.content, '$.agenda[*].documentIds[*]') #>> '{}' as document_id
            from family_session s
            where s.practice_id = access.practice() and s.called_off_at is null
              -- An hour is planned by the clock of its own time zone, which may be a day ahead.
              and s.starts_on >= access.today() - 1
          ) h
            -- One at most waits of a document. Looked up one by one, few as they are, however many wait in all.
            cross join lateral (
              select w.* from review w
              where w.practice_id = access.practice() and w.document_id = h.document_id::uuid
                and w.family_id = h.family_id and w.state = 'waiting' limit 1
            ) r
          where h.starts_at > now()
            and (r.supervisor_id::text || r.therapist_id::text = any ((select access.supervised_pairs() as sight)::text[])
              or r.family_id = any ((select access.caseload_families() as sight)::uuid[]))
          order by r.document_id, h.starts_at
        $$;
      alter function access.hours_ahead() owner to common_ground_relations;
      revoke all on function access.hours_ahead() from public;
      grant execute on function access.hours_ahead() to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.hours_ahead();
      drop index family_session_ahead;
      alter table review drop column risks;
    `);
  }
}
