import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervisions `s` of the person that are in force, in a session that acts in them. */
const IN_FORCE = `s.practice_id = access.practice() and s.supervisor_id = access.person()
  and s.from_on <= access.today() and (s.until_on is null or s.until_on >= access.today())
  and exists (select from staff_role where practice_id = access.practice() and person_id = access.person()
    and role = 'supervisor') and access.acts_as('supervisor')`;

/** What each of them is about, as it was found before: by the ids of all reviews. */
const BY_IDS = `practice_id = access.practice() and id = any ((select access.supervised_reviews() as sight)::uuid[])`;

const READERS: readonly (readonly [name: string, column: string])[] = [
  ['supervised_documents', 'document_id'],
  ['supervised_versions', 'version_id'],
  ['supervised_families', 'family_id'],
];

const BY_PAIRS = `state <> 'withdrawn'
  and supervisor_id::text || therapist_id::text = any ((select access.supervised_pairs())::text[])`;
const BY_ID = `id = any ((select access.supervised_reviews())::uuid[])`;

/** A review is seen by those who lead its document, and by its judge. */
const seenBy = (judge: string): string => `
  alter policy review_select on review using (practice_id = (select access.practice()) and (
    family_id = any ((select access.caseload_families())::uuid[])
    or (family_id is null and therapist_id = (select access.person())) or (${judge})))`;

/**
 * A supervisor with ten thousand texts before them reads as few pages of the database as one with ten: what they may
 * see is read from indexes that hold nothing else, and a review says by its own two people whether it is theirs.
 */
export class QueueAtAnyLength1764103400000 implements MigrationInterface {
  name = 'QueueAtAnyLength1764103400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations;`);
    for (const [name, column] of READERS) {
      await runner.query(`
        create index review_${name} on review (practice_id, supervisor_id, therapist_id, ${column})
          where state <> 'withdrawn';
        create or replace function access.${name}() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return (
            select coalesce(array_agg(distinct r.${column}) filter (where r.${column} is not null), '{}')
            from supervision s
              join review r on r.practice_id = s.practice_id and r.supervisor_id = s.supervisor_id
                and r.therapist_id = s.therapist_id and r.state <> 'withdrawn'
            where ${IN_FORCE}); end $$;
      `);
    }
    await runner.query(`
      create function access.supervised_pairs() returns text[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(s.supervisor_id::text || s.therapist_id::text), '{}')
          from supervision s where ${IN_FORCE}); end $$;
      alter function access.supervised_pairs() owner to common_ground_relations;
      revoke all on function access.supervised_pairs() from public;
      grant execute on function access.supervised_pairs() to common_ground_app;
    `);
    await runner.query(seenBy(BY_PAIRS));
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(seenBy(BY_ID));
    await runner.query(`drop function access.supervised_pairs()`);
    await runner.query(`grant create on schema access to common_ground_relations;`);
    for (const [name, column] of READERS) {
      await runner.query(`
        create or replace function access.${name}() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return (
            select coalesce(array_agg(distinct ${column}) filter (where ${column} is not null), '{}')
            from review where ${BY_IDS}); end $$;
        drop index review_${name};
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }
}
