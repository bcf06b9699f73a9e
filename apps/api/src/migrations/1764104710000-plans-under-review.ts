import type { MigrationInterface, QueryRunner } from 'typeorm';

const WRITTEN = ['worksheet', 'role-play-script', 'boundary-plan', 'support-plan'];
const REVIEWED = [...WRITTEN, 'hour-plan'];

/** The papers on the agenda of an hour to come. */
const PAPERS = `select s.family_id, s.time_zone, (s.starts_on + s.start_time) at time zone s.time_zone as starts_at,
    jsonb_path_query(s.content, '$.agenda[*].documentIds[*]') #>> '{}' as document_id
  from family_session s
  where s.practice_id = access.practice() and s.called_off_at is null
    -- An hour is planned by the clock of its own time zone, which may be a day ahead.
    and s.starts_on >= access.today() - 1`;

/** And its own plan, which has its id. */
const PLANS = `select s.family_id, s.time_zone, (s.starts_on + s.start_time) at time zone s.time_zone, s.id::text
  from family_session s
  where s.practice_id = access.practice() and s.called_off_at is null and s.starts_on >= access.today() - 1`;

/**
 * The plan of an hour goes to review as a document of its own kind, with the id of its hour. It is never shared. Whoever
 * ever wrote in it is written down, so that nobody judges their own words.
 */
export class PlansUnderReview1764104710000 implements MigrationInterface {
  name = 'PlansUnderReview1764104710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${kinds('document', 'document_kind_check', `kind in ('${REVIEWED.join("', '")}')`)}
      ${kinds('supervision', 'supervision_co_signed_kinds_check', coSigned(REVIEWED))}
      create function access.demand_hour_of_plan() returns trigger language plpgsql as $$ begin
        if not exists (select from family_session s
            where s.practice_id = new.practice_id and s.id = new.id and s.family_id = new.family_id) then
          raise exception 'there is no such hour of this family' using errcode = 'foreign_key_violation';
        end if;
        return new; end $$;
      create trigger document_of_hour before insert on document for each row when (new.kind = 'hour-plan')
        execute function access.demand_hour_of_plan();
      create function access.refuse_sharing_plans() returns trigger language plpgsql as $$ begin
        if exists (select from document d
            where d.practice_id = new.practice_id and d.id = new.document_id and d.kind = 'hour-plan') then
          raise exception 'the plan of an hour is not shared' using errcode = 'insufficient_privilege';
        end if;
        return new; end $$;
      create trigger share_no_plan before insert on share for each row execute function access.refuse_sharing_plans();

      alter table family_session add column writers uuid[] not null default '{}';
      -- Nobody knows who else wrote in it before: everybody may have who leads the family today.
      alter table family_session no force row level security;
      alter table caseload no force row level security;
      update family_session s set writers = array(select distinct unnest(array[s.planned_by, s.written_by]
        || array(select c.therapist_id from caseload c
          where c.practice_id = s.practice_id and c.family_id = s.family_id and c.ended_at is null)));
      alter table caseload force row level security;
      alter table family_session force row level security;
      create function access.remember_writers() returns trigger language plpgsql as $$ begin
        new.writers := case when tg_op = 'INSERT' then array[new.written_by]
          else array(select distinct unnest(old.writers || new.written_by)) end;
        return new; end $$;
      create trigger family_session_writers before insert or update of content on family_session for each row
        execute function access.remember_writers();
      grant select (writers) on family_session to common_ground_relations;

      grant create on schema access to common_ground_relations;
      ${wroteIn(`or exists (select from family_session s where s.practice_id = access.practice() and s.id = document
            and access.person() = any (s.writers))`)}
      ${hoursAhead(`${PAPERS} union all ${PLANS}`)}
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was sent, and what was said of it, is not thrown away.
      alter table document no force row level security;
      do $$ begin
        if exists (select from document where kind = 'hour-plan') then
          raise exception 'Plans of hours were sent to supervision, so this cannot be undone.';
        end if; end $$;
      alter table document force row level security;
      grant create on schema access to common_ground_relations;
      ${hoursAhead(PAPERS)}
      ${wroteIn('')}
      revoke create on schema access from common_ground_relations;
      revoke select (writers) on family_session from common_ground_relations;
      drop trigger family_session_writers on family_session;
      drop function access.remember_writers();
      alter table family_session drop column writers;
      drop trigger share_no_plan on share;
      drop function access.refuse_sharing_plans();
      drop trigger document_of_hour on document;
      drop function access.demand_hour_of_plan();
      -- Whoever signs plans alone signs nothing, and is asked for nothing, where plans are not reviewed.
      alter table supervision no force row level security;
      update supervision set
        co_signed_kinds = array_remove(co_signed_kinds, 'hour-plan'),
        co_signer_id = case when co_signed_kinds = '{hour-plan}' then null else co_signer_id end,
        strength = case when co_signed_kinds = '{hour-plan}' then 'must-approve' else strength end
      where 'hour-plan' = any (co_signed_kinds);
      alter table supervision force row level security;
      ${kinds('supervision', 'supervision_co_signed_kinds_check', coSigned(WRITTEN))}
      ${kinds('document', 'document_kind_check', `kind in ('${WRITTEN.join("', '")}')`)}
    `);
  }
}

function kinds(table: string, name: string, check: string): string {
  return `alter table ${table} drop constraint ${name}, add constraint ${name} check (${check});`;
}

function coSigned(these: readonly string[]): string {
  return `co_signed_kinds <@ array['${these.join("', '")}']`;
}

/** Whether the person wrote any draft of it, also where they lead the family no more and read none of them. */
function wroteIn(besides: string): string {
  return `
    create or replace function access.wrote_in(document uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from document_draft_history h where h.practice_id = access.practice()
          and h.document_id = document and h.written_by = access.person())
        ${besides}
      $$;
    alter function access.wrote_in(uuid) owner to common_ground_relations;`;
}

/** When what waits is needed, for those who judge it and those who lead its family. */
function hoursAhead(named: string): string {
  return `
    create or replace function access.hours_ahead() returns table (document_id uuid, starts_at timestamptz, time_zone text)
      language sql stable rows 20 security definer set search_path = public, pg_temp as $$
        select distinct on (r.document_id) r.document_id, h.starts_at, h.time_zone
        from (${named}) h (family_id, time_zone, starts_at, document_id)
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
    alter function access.hours_ahead() owner to common_ground_relations;`;
}
