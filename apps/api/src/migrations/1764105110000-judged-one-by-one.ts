import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/**
 * What a supervisor may read was listed whole, all that was ever handed in to them, for each page of twenty. Now whether
 * a document or a version was handed in to them is looked up for the few that are asked about; PostgreSQL still lists
 * them where many are. And families are found from one to the next, however many reviews there are of each.
 */
export class JudgedOneByOne1764105110000 implements MigrationInterface {
  name = 'JudgedOneByOne1764105110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      ${FROM_ONE_TO_THE_NEXT}
      revoke create on schema access from ${RELATIONS};
      alter policy document_select on document using (${HERE} and (${oneOf('live_documents')} or ${WORKED_ON}
        or exists (select from review r where r.practice_id = document.practice_id and r.document_id = document.id
          and ${OF_A_PAIR})));
      alter policy document_version_select on document_version using (${HERE} and (${oneOf('live_versions')}
        or ${WORKED_ON}
        or exists (select from review r where r.practice_id = document_version.practice_id
          and r.document_id = document_version.document_id and r.version_id = document_version.id
          and ${OF_A_PAIR})));
      create index template_tags on template (practice_id, language, tags, shelf, author_id)
        where taken_back_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index template_tags;
      alter policy document_version_select on document_version using (${HERE} and (${oneOf('live_versions')}
        or ${WORKED_ON} or ${oneOf('supervised_versions')}));
      alter policy document_select on document using (${HERE} and (${oneOf('live_documents')} or ${WORKED_ON}
        or ${oneOf('supervised_documents')}));
      grant create on schema access to ${RELATIONS};
      ${ALL_THAT_WAS_HANDED_IN}
      revoke create on schema access from ${RELATIONS};
    `);
  }
}

const HERE = 'practice_id = (select access.practice())';

function oneOf(sight: string): string {
  return `id = any ((select access.${sight}() as sight)::uuid[])`;
}

const WORKED_ON = `family_id = any ((select access.caseload_families() as sight)::uuid[])
        or (family_id is null and author_id = (select access.person()) and (select access.is_therapist()))`;

/** The policy on reviews says in addition that it was not taken back. */
const OF_A_PAIR = `r.supervisor_id::text || r.therapist_id::text = any ((select access.supervised_pairs() as sight)::text[])`;

const FROM_ONE_TO_THE_NEXT = `
      create or replace function access.supervised_families() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp set random_page_cost = 1 as $$ begin return array(
  with recursive step (practice_id, supervisor_id, therapist_id, family_id) as (
    select s.practice_id, s.supervisor_id, s.therapist_id, '00000000-0000-0000-0000-000000000000'::uuid
    from access.judged_pairs() s
    union
    select s.practice_id, s.supervisor_id, s.therapist_id, (select r.family_id from review r
      where r.practice_id = s.practice_id and r.supervisor_id = s.supervisor_id and r.therapist_id = s.therapist_id
        and r.state <> 'withdrawn' and r.family_id > s.family_id
      order by r.family_id limit 1)
    from step s where s.family_id is not null)
  select s.family_id from step s where s.family_id is not null); end $$;`;

/** As it was before. */
const ALL_THAT_WAS_HANDED_IN = `
      create or replace function access.supervised_families() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp set random_page_cost = 1 as $$ begin return (
  select coalesce(array_agg(distinct r.family_id) filter (where r.family_id is not null), '{}')
  from access.judged_pairs() s join review r on r.practice_id = s.practice_id
  and r.supervisor_id = s.supervisor_id and r.therapist_id = s.therapist_id and r.state <> 'withdrawn'); end $$;`;
