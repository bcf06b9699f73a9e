import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the functions over the records may read, and nothing else. */
const READABLE = ['audit', 'person', 'staff_role', 'family', 'caseload', 'member', 'consent'] as const;

/**
 * The application may write the audit and never read it; neither may the role that reads relations. What people are
 * shown of it comes from functions of a third role that nobody can sign in as. Each row now also says what the actor
 * was to the family at that moment, in which words the consents stood, which transaction wrote it and who was signed in
 * to the database: set by the database itself, so that no caller can say otherwise.
 */
export class RecordsRole1764100600000 implements MigrationInterface {
  name = 'RecordsRole1764100600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema public, access to common_ground_records;
      grant create on schema access to common_ground_records;
      grant execute on function access.caseload_families() to common_ground_records;

      alter table audit
        add column actor_relation text not null default '',
        add column consent_versions text[] not null default '{}',
        add column written_in bigint not null default 0,
        add column writer text not null default 'common_ground_app';
      create index audit_in_order on audit (practice_id, written_in, id);
      -- What people do with their own words is most of the audit and is never asked for by subject.
      create index audit_by_subject on audit using gin (subject_ids)
        where subject_ids <> array[actor_id] and subject_ids <> '{}';
    `);
    for (const table of READABLE) {
      await runner.query(`
        grant select on ${table} to common_ground_records;
        create policy ${table}_records on ${table} for select to common_ground_records using (true);
      `);
    }
    await runner.query(`
      create function access.complete_trace() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        new.at := now();
        new.written_in := pg_current_xact_id()::text::bigint;
        new.writer := session_user;
        new.actor_relation := coalesce(
          (select m.relation from member m where m.practice_id = new.practice_id and m.family_id = new.family_id
             and m.person_id = new.actor_id),
          (select 'therapist' from caseload c where c.practice_id = new.practice_id and c.family_id = new.family_id
             and c.therapist_id = new.actor_id),
          case
            when 'supervisor' = any (new.actor_roles) then 'supervisor'
            when 'therapist' = any (new.actor_roles) then
              case when new.family_id is null then 'therapist' else 'other-therapist' end
            when 'admin' = any (new.actor_roles) then 'admin'
            else 'nobody'
          end);
        if new.consent_ids <> '{}' then
          new.consent_versions := array(
            select coalesce(c.wording_version, '') from unnest(new.consent_ids) with ordinality as given (id, place)
              left join consent c on c.practice_id = new.practice_id and c.id = given.id
            order by given.place);
        end if;
        return new;
      end $$;

      -- Staff are named to everybody whose affairs they looked into. What one family member does is for the family's
      -- therapists alone. Only acts listed here are ever told, so that a silent act stays silent.
      create function access.access_log(after_at timestamptz, after_id uuid, most int)
        returns table (id uuid, at timestamptz, who text, relation text, action text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        here uuid := access.practice();
        me uuid := access.person();
        led uuid[] := access.caseload_families();
      begin
        return query
          select a.id, a.at, p.display_name, a.actor_relation, a.action
          from audit a join person p on p.practice_id = a.practice_id and p.id = a.actor_id
          where a.practice_id = here and a.subject_ids @> array[me] and a.actor_id <> me
            and a.subject_ids <> array[a.actor_id] and a.subject_ids <> '{}'
            and a.action = any ('{responses.read,homework.print,feedback.give,documents.read,documents.print,documents.compare,reviews.read,reviews.decide}')
            and (a.actor_relation = any ('{therapist,other-therapist,supervisor,admin}') or a.family_id = any (led))
            and (after_at is null or (a.at, a.id) < (after_at, after_id))
          order by a.at desc, a.id desc limit most;
      end $$;
    `);
    for (const signature of ['complete_trace()', 'access_log(timestamptz, uuid, int)']) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_records;
        revoke all on function access.${signature} from public;
      `);
    }
    await runner.query(`
      grant execute on function access.access_log(timestamptz, uuid, int) to common_ground_app;
      revoke create on schema access from common_ground_records;
      create trigger audit_complete before insert on audit for each row execute function access.complete_trace();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger audit_complete on audit;
      drop function access.access_log(timestamptz, uuid, int);
      drop function access.complete_trace();
      ${READABLE.map((table) => `drop policy ${table}_records on ${table};`).join('\n')}
      revoke all on ${READABLE.join(', ')} from common_ground_records;
      drop index audit_by_subject, audit_in_order;
      alter table audit drop column actor_relation, drop column consent_versions, drop column written_in, drop column writer;
      revoke execute on function access.caseload_families() from common_ground_records;
      revoke all on schema public, access from common_ground_records;
    `);
  }
}
