import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What is written down to one document, and may only be by those who work on it. */
const WRITTEN = ['document_draft', 'document_draft_history', 'document_version'] as const;

/**
 * Whoever saves a draft works on one document, and whether they do is asked of that one: to look for all they work on
 * takes as long as they have many, and only to find this one among them. And a colleague is found among the staff before
 * everybody one knows is looked up.
 */
export class OneDocumentAtATime1764105100000 implements MigrationInterface {
  name = 'OneDocumentAtATime1764105100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create function access.works_on(wanted uuid) returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
      declare
        here uuid := access.practice();
        me uuid := access.person();
        led uuid;
        author uuid;
      begin
        if not access.is_therapist() then return false; end if;
        select d.family_id, d.author_id into led, author from document d where d.practice_id = here and d.id = wanted;
        if led is null then return coalesce(author = me, false); end if;
        return exists (select from caseload c where c.practice_id = here and c.family_id = led and c.therapist_id = me
          and c.ended_at is null);
      end $$;
      alter function access.works_on(uuid) owner to ${RELATIONS};
      revoke all on function access.works_on(uuid) from public;
      grant execute on function access.works_on(uuid) to common_ground_app, ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
      ${WRITTEN.map((table) => ownWords(table, 'access.works_on(document_id)')).join('')}
      alter policy person_select on person using (${HERE} and (${oneOf('id', 'live_senders')}
        or ${oneOf('id', 'staff_people')} or ${oneOf('id', 'known_people')}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy person_select on person using (${HERE} and (${oneOf('id', 'live_senders')}
        or ${oneOf('id', 'known_people')} or ${oneOf('id', 'staff_people')}));
      ${WRITTEN.map((table) => ownWords(table, AMONG_ALL)).join('')}
      drop function access.works_on(uuid);
    `);
  }
}

const HERE = 'practice_id = (select access.practice())';

function oneOf(column: string, sight: string): string {
  return `${column} = any ((select access.${sight}() as sight)::uuid[])`;
}

const AMONG_ALL = 'document_id = any ((select access.worked_documents())::uuid[])';

function ownWords(table: string, ofOne: string): string {
  return `
      alter policy ${table}_insert on ${table} with check (${HERE} and (written_by = (select access.person())
        and (family_id = any ((select access.caseload_families())::uuid[])
          or (family_id is null and author_id = (select access.person()) and (select access.is_therapist())))
        and ${ofOne}));`;
}
