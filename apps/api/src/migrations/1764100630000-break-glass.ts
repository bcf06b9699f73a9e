import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';

/** Tables that open to somebody with an emergency, by which column, through which array. */
const OPENED = {
  person: ['id', 'glass_people'],
  family: ['id', 'glass_families'],
  caseload: ['family_id', 'glass_families'],
  member: ['id', 'glass_members'],
  guardian: ['family_id', 'glass_families'],
  consent: ['id', 'glass_consents'],
  document: ['id', 'glass_documents'],
  document_version: ['id', 'glass_versions'],
} as const;

const FUNCTIONS = [
  'is_staff_as(text)',
  'break_glass(uuid, text, text, text)',
  'glass_families()',
  'glass_people()',
  'glass_members()',
  'glass_consents()',
  'glass_documents()',
  'glass_versions()',
  'records_overview()',
] as const;

const TOLD = [
  'responses.read',
  'homework.print',
  'feedback.give',
  'documents.read',
  'documents.print',
  'documents.compare',
  'reviews.read',
  'reviews.decide',
];
/** People are also told of emergencies, of erasing, and of who looked at what was given of theirs. */
const TOLD_NOW = [...TOLD, 'disclosures.list', 'break-glass.open', 'break-glass.read', 'own-words.erase'];

const accessLogTelling = (actions: readonly string[]): string => `
  create or replace function access.access_log(after_at timestamptz, after_id uuid, most int)
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
        and a.action = any ('{${actions.join(',')}}')
        and (a.actor_relation = any ('{therapist,other-therapist,supervisor,admin}') or a.family_id = any (led))
        and (after_at is null or (a.at, a.id) < (after_at, after_id))
      order by a.at desc, a.id desc limit most;
  end $$;`;

/**
 * Emergency access: an hour with a family that is not on one's caseload. What may be read is worked out once, when the
 * glass is broken, and kept as lists of ids; nothing that is shared, added or consented to afterwards comes in. Drafts,
 * answers and reviews have no part in it. The reason stands in a table of its own, because an admin, who may see that
 * it happened, does not read it.
 */
export class BreakGlass1764100630000 implements MigrationInterface {
  name = 'BreakGlass1764100630000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table break_glass (
        practice_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        role text not null check (role in ('therapist', 'supervisor')),
        family_id uuid not null,
        opened_at timestamptz(3) not null default now(),
        ends_at timestamptz(3) not null,
        people uuid[] not null,
        members uuid[] not null,
        consents uuid[] not null,
        documents uuid[] not null,
        versions uuid[] not null,
        verdict text check (verdict in ('in-order', 'not-in-order')),
        reviewed_at timestamptz(3),
        reviewed_by uuid check (reviewed_by <> person_id),
        primary key (practice_id, id),
        foreign key (practice_id, person_id) references person,
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, reviewed_by) references person,
        check ((verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by is null))
      );
      create index break_glass_by_person on break_glass (practice_id, person_id, ends_at);
      create index break_glass_by_family on break_glass (practice_id, family_id);
      create index break_glass_by_time on break_glass (practice_id, opened_at desc, id desc);
      create table break_glass_reason (
        practice_id uuid not null,
        glass_id uuid not null,
        person_id uuid not null,
        family_id uuid not null,
        reason text not null check (length(reason) >= 20),
        primary key (practice_id, glass_id),
        foreign key (practice_id, glass_id) references break_glass
      );
      create trigger break_glass_once before update of reviewed_at on break_glass for each row
        when (old.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at)
        execute function access.refuse_undoing();
      alter table break_glass enable row level security;
      alter table break_glass force row level security;
      alter table break_glass_reason enable row level security;
      alter table break_glass_reason force row level security;
      grant create on schema access to common_ground_records;

      create function access.is_staff_as(wanted text) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return exists (select from staff_role where practice_id = access.practice() and person_id = access.person()
            and role = wanted);
        end $$;
    `);
    for (const [name, column] of [
      ['families', 'array[family_id]'],
      ['people', 'people'],
      ['members', 'members'],
      ['consents', 'consents'],
      ['documents', 'documents'],
      ['versions', 'versions'],
    ] as const) {
      // Whoever is no longer staff has no emergency either.
      await runner.query(`
        create function access.glass_${name}() returns uuid[]
          language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
            return (select coalesce(array_agg(distinct one), '{}') from break_glass, unnest(${column}) one
              where practice_id = access.practice() and person_id = access.person() and ends_at > now()
                and access.is_staff_as(role));
          end $$;
      `);
    }
    await runner.query(`
      -- Answers the id when exactly one client has this name, nothing when none has, and null when several have.
      -- A family on one's own caseload needs no emergency and is answered like one that is not there.
      create function access.break_glass(new_id uuid, client_name text, family_name text, why text)
        returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        here uuid := access.practice();
        me uuid := access.person();
        mine uuid[] := access.caseload_families();
        as_role text := case when access.is_staff_as('therapist') then 'therapist'
          when access.is_staff_as('supervisor') then 'supervisor' end;
        found_families uuid[];
        the_family uuid;
      begin
        if as_role is null then
          raise exception 'only therapists and supervisors have emergencies' using errcode = 'insufficient_privilege';
        end if;
        select array_agg(f.id) into found_families from family f
          join person p on p.practice_id = f.practice_id and p.id = f.client_id
        where f.practice_id = here and lower(btrim(p.display_name)) = lower(btrim(client_name))
          and (family_name is null or lower(btrim(f.name)) = lower(btrim(family_name)))
          and not f.id = any (mine);
        if found_families is null then return; end if;
        if cardinality(found_families) > 1 then return next null; return; end if;
        the_family := found_families[1];
        insert into break_glass (practice_id, id, person_id, role, family_id, ends_at, people, members, consents, documents,
            versions)
          select here, new_id, me, as_role, the_family, now() + interval '60 minutes',
            array(select m.person_id from member m where m.practice_id = here and m.family_id = the_family
              union select c.therapist_id from caseload c where c.practice_id = here and c.family_id = the_family),
            array(select m.id from member m where m.practice_id = here and m.family_id = the_family),
            array(select c.id from consent c where c.practice_id = here and c.family_id = the_family),
            array(select distinct s.document_id from share s where s.practice_id = here and s.family_id = the_family
              and s.revoked_at is null),
            array(select distinct s.version_id from share s where s.practice_id = here and s.family_id = the_family
              and s.revoked_at is null);
        insert into break_glass_reason (practice_id, glass_id, person_id, family_id, reason)
          values (here, new_id, me, the_family, why);
        return next new_id;
      end $$;

      create function access.records_overview() returns jsonb
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      declare
        here uuid := access.practice();
        last_seal seal%rowtype;
        last_check seal_check%rowtype;
      begin
        if not access.is_staff_as('admin') then return null; end if;
        select * into last_seal from seal where practice_id = here order by number desc limit 1;
        select * into last_check from seal_check where practice_id = here order by made_at desc limit 1;
        return jsonb_build_object(
          'lastSeal', case when last_seal.number is not null then jsonb_build_object('number', last_seal.number,
            'at', to_char(last_seal.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'rows', cardinality(last_seal.row_ids)) end,
          'unsealed', (select count(*) from audit a where a.practice_id = here
            and (a.written_in, a.id) > (coalesce(last_seal.up_to_written_in, -1),
              coalesce(last_seal.up_to_id, '00000000-0000-0000-0000-000000000000'))),
          'lastCheck', case when last_check.id is not null then jsonb_build_object('rows', last_check.rows_read,
            'at', to_char(last_check.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'findings', last_check.findings) end,
          'glassWaiting', (select count(*) from break_glass g where g.practice_id = here and g.reviewed_at is null),
          'erasuresWaiting', (select count(*) from erasure_request e where e.practice_id = here and e.state = 'waiting'));
      end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_records;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(accessLogTelling(TOLD_NOW));
    await runner.query(`
      revoke create on schema access from common_ground_records;
      grant select, insert on break_glass to common_ground_records;
      create policy break_glass_records on break_glass for select to common_ground_records using (true);
      create policy break_glass_open on break_glass for insert to common_ground_records with check (true);
      grant insert on break_glass_reason to common_ground_records;
      create policy break_glass_reason_open on break_glass_reason for insert to common_ground_records with check (true);
      grant select (document_id, version_id, family_id) on share to common_ground_records;

      grant select, update (verdict, reviewed_at, reviewed_by) on break_glass to common_ground_app;
      create policy break_glass_select on break_glass for select to common_ground_app
        using (${HERE} and (person_id = ${ME} or ${LED} or (select access.is_staff_as('admin'))
          or (select access.is_staff_as('supervisor'))));
      create policy break_glass_update on break_glass for update to common_ground_app
        using (${HERE} and person_id <> ${ME} and reviewed_at is null
          and ((select access.is_staff_as('admin')) or (select access.is_staff_as('supervisor'))))
        with check (${HERE} and person_id <> ${ME} and reviewed_by = ${ME});
      grant select on break_glass_reason to common_ground_app;
      create policy break_glass_reason_select on break_glass_reason for select to common_ground_app
        using (${HERE} and (person_id = ${ME} or ${LED} or (select access.is_staff_as('supervisor'))));
    `);
    for (const [table, [column, reader]] of Object.entries(OPENED)) {
      // Named so that it comes after the table's own rule: who needs no emergency is not asked about one.
      await runner.query(`create policy ${table}_select_through_glass on ${table} for select to common_ground_app
        using (${HERE} and ${column} = any ((select access.${reader}())::uuid[]));`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(accessLogTelling(TOLD));
    await runner.query(`
      ${Object.keys(OPENED)
        .map((table) => `drop policy ${table}_select_through_glass on ${table};`)
        .join('\n')}
      drop table break_glass_reason, break_glass;
      ${FUNCTIONS.map((signature) => `drop function access.${signature};`).join('\n')}
      revoke select (document_id, version_id, family_id) on share from common_ground_records;
    `);
  }
}
