import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['reviews_waiting()', 'review_months()'];

/**
 * How long texts wait for a review, for those who run the practice: numbers and the names of colleagues. Admins read no
 * review, so the database counts for them and says nothing else.
 */
export class ReviewTimes1764103420000 implements MigrationInterface {
  name = 'ReviewTimes1764103420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;

      create function access.reviews_waiting()
        returns table (supervisor_id uuid, therapist_id uuid, waiting int, since timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.supervisor_id, r.therapist_id, count(*)::int, min(r.submitted_at)
          from review r
          where r.practice_id = access.practice() and r.state = 'waiting' and (select access.is_admin())
          group by r.supervisor_id, r.therapist_id
        $$;

      -- By the month, in the practice's own time, in which the verdict was given.
      create function access.review_months()
        returns table (month text, decided int, median_hours float8, longest_hours float8, documents int, rounds int)
        language sql stable security definer set search_path = public, pg_temp as $$
          select to_char(r.decided_at at time zone p.time_zone, 'YYYY-MM'), count(*)::int,
            percentile_cont(0.5) within group (order by extract(epoch from r.decided_at - r.submitted_at) / 3600),
            max(extract(epoch from r.decided_at - r.submitted_at) / 3600)::float8,
            count(distinct r.document_id)::int, max(r.round)
          from review r join practice p on p.id = r.practice_id
          where r.practice_id = access.practice() and r.state = 'decided' and (select access.is_admin())
          group by 1
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature}`);
  }
}
