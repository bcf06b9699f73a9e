import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second signature is asked for by the approval of the very same version that came last. */
const THE_FIRST = `from review r where r.practice_id = new.practice_id and r.version_id = new.version_id
          and r.act = 'approve' and r.verdict = 'approve' order by r.decided_at desc limit 1`;
const AS_IT_WAS = `
        new.first_review_id := case new.act when 'co-sign' then (select r.id from review r
          where r.practice_id = new.practice_id and r.version_id = new.version_id and r.act = 'approve'
            and r.verdict = 'approve' order by r.decided_at desc limit 1) end;`;
/** And comes with what was known when the first was sent. */
const WITH_READERS = `
        new.first_review_id := null;
        if new.act = 'co-sign' then
          select r.id, r.replies_seen_by, r.replies_newly_seen_by
            into new.first_review_id, new.replies_seen_by, new.replies_newly_seen_by ${THE_FIRST};
        end if;`;
const firstOfTwo = (body: string): string => `
      create or replace function access.first_of_two() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin${body}
        return new;
      end $$;`;

/**
 * Who would read what is answered to a text, as it was when that text was sent for review, and who of them did not when
 * it was approved before. Whoever judges it may not look into the caseload of the family.
 */
export class WhoReadsTheAnswers1764104724000 implements MigrationInterface {
  name = 'WhoReadsTheAnswers1764104724000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review add column replies_seen_by uuid[] not null default '{}',
        add column replies_newly_seen_by uuid[] not null default '{}',
        add constraint review_newly_seen check (replies_newly_seen_by <@ replies_seen_by);
      ${firstOfTwo(WITH_READERS)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${firstOfTwo(AS_IT_WAS)}
      alter table review drop column replies_seen_by, drop column replies_newly_seen_by;
    `);
  }
}
