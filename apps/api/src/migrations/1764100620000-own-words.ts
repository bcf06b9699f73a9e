import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';

/** Columns of other tables that the role of the records reads to say what was given to whom. No words among them. */
const READABLE = {
  task: 'practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, given_at',
  share: 'practice_id, id, shared_at, revoked_at',
  document: 'practice_id, id, kind',
} as const;

/**
 * What belongs to one person, asked for by that person: what was given of theirs to whom, and that their answers be
 * erased. Erasing is the one place where the past is rewritten, so one function does it, for one request that waits,
 * as the therapist who leads the family; the audit keeps that it happened.
 */
export class OwnWords1764100620000 implements MigrationInterface {
  name = 'OwnWords1764100620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasure_request (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        person_id uuid not null,
        asked_at timestamptz(3) not null default now(),
        state text not null check (state in ('waiting', 'done', 'refused')),
        decided_at timestamptz(3),
        decided_by uuid,
        because text,
        primary key (practice_id, id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, person_id) references person,
        foreign key (practice_id, decided_by) references person,
        check ((state = 'waiting') = (decided_at is null and decided_by is null)),
        check ((state = 'refused') = (because is not null))
      );
      create unique index erasure_waiting on erasure_request (practice_id, family_id, person_id) where state = 'waiting';
      create index erasure_by_person on erasure_request (practice_id, person_id);
      create index erasure_by_family on erasure_request (practice_id, family_id);
      alter table erasure_request enable row level security;
      alter table erasure_request force row level security;
      grant select, insert, update (state, decided_at, decided_by, because) on erasure_request to common_ground_app;
      create policy erasure_request_select on erasure_request for select to common_ground_app
        using (${HERE} and (person_id = ${ME} or ${LED}));
      create policy erasure_request_insert on erasure_request for insert to common_ground_app
        with check (${HERE} and person_id = ${ME} and state = 'waiting');
      -- Only a refusal is written this way. That it was done is for the function to say that does it.
      create policy erasure_request_update on erasure_request for update to common_ground_app
        using (${HERE} and ${LED} and state = 'waiting')
        with check (${HERE} and ${LED} and state = 'refused' and decided_by = ${ME});

      grant select, update (state, decided_at, decided_by) on erasure_request to common_ground_records;
      create policy erasure_request_records on erasure_request for select to common_ground_records using (true);
      create policy erasure_request_done on erasure_request for update to common_ground_records
        using (state = 'waiting') with check (state = 'done');
      grant select (practice_id, id, family_id, author_id, revision), update (value, revision) on answer to common_ground_records;
      create policy answer_records on answer for select to common_ground_records using (true);
      create policy answer_erase on answer for update to common_ground_records using (true) with check (value is null);
      grant select (practice_id, answer_id, author_id), update (value) on answer_history to common_ground_records;
      create policy answer_history_records on answer_history for select to common_ground_records using (true);
      create policy answer_history_erase on answer_history for update to common_ground_records
        using (true) with check (value is null);
      grant select (practice_id, person_id), update (request_hash, response) on idempotency to common_ground_records;
      create policy idempotency_records on idempotency for select to common_ground_records using (true);
      create policy idempotency_erase on idempotency for update to common_ground_records
        using (true) with check (response = '{}');

      create index audit_of_shares on audit (practice_id, document_id, at) where action = 'shares.share';
      grant create on schema access to common_ground_records;
      grant execute on function access.client_families() to common_ground_records;
    `);
    for (const [table, columns] of Object.entries(READABLE)) {
      await runner.query(`
        grant select (${columns}) on ${table} to common_ground_records;
        create policy ${table}_records on ${table} for select to common_ground_records using (true);
      `);
    }
    await runner.query(`
      create function access.erase_own_words(request uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        here uuid := access.practice();
        led uuid[] := access.caseload_families();
        asked erasure_request%rowtype;
      begin
        update erasure_request r set state = 'done', decided_at = now(), decided_by = access.person()
          where r.practice_id = here and r.id = request and r.state = 'waiting' and r.family_id = any (led)
          returning * into asked;
        if not found then return false; end if;
        update answer_history h set value = null from answer a
          where a.practice_id = here and a.family_id = asked.family_id and a.author_id = asked.person_id
            and h.practice_id = here and h.answer_id = a.id;
        -- With a new revision, so that nothing kept on a device is saved over it unseen.
        update answer a set value = null, revision = a.revision + 1
          where a.practice_id = here and a.family_id = asked.family_id and a.author_id = asked.person_id;
        -- What a save was answered with holds the answer too.
        update idempotency i set request_hash = 'erased', response = '{}'
          where i.practice_id = here and i.person_id = asked.person_id;
        return true;
      end $$;

      create function access.disclosures(family uuid, after_at timestamptz, after_id uuid, most int)
        returns table (id uuid, at timestamptz, kind text, document_id uuid, version_id uuid, member_name text,
          relation text, consent_id uuid, purpose text, wording_version text, until_on date, revoked_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        here uuid := access.practice();
      begin
        if not (family = any (access.caseload_families()) or family = any (access.client_families())) then return; end if;
        return query
          select t.id, s.shared_at, d.kind, t.document_id, t.version_id, p.display_name, m.relation, c.id, c.purpose,
            c.wording_version, c.until_on, s.revoked_at
          from task t
            join share s on s.practice_id = t.practice_id and s.id = t.share_id
            join document d on d.practice_id = t.practice_id and d.id = t.document_id
            join member m on m.practice_id = t.practice_id and m.id = t.member_id
            join person p on p.practice_id = t.practice_id and p.id = t.person_id
            left join lateral (select given.* from audit a
                join consent given on given.practice_id = a.practice_id and given.id = any (a.consent_ids)
                  and given.member_id = t.member_id
              where a.practice_id = t.practice_id and a.document_id = t.document_id and a.action = 'shares.share'
                and a.at = s.shared_at
              order by given.given_at desc limit 1) c on true
          where t.practice_id = here and t.family_id = family
            and (after_at is null or (s.shared_at, t.id) < (after_at, after_id))
          order by s.shared_at desc, t.id desc limit most;
      end $$;
    `);
    for (const signature of ['erase_own_words(uuid)', 'disclosures(uuid, timestamptz, uuid, int)']) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_records;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_records;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.disclosures(uuid, timestamptz, uuid, int);
      drop function access.erase_own_words(uuid);
      revoke execute on function access.client_families() from common_ground_records;
      drop index audit_of_shares;
      ${Object.entries(READABLE)
        .map(
          ([table, columns]) => `drop policy ${table}_records on ${table};
            revoke select (${columns}) on ${table} from common_ground_records;`,
        )
        .join('\n')}
      drop policy answer_records on answer;
      drop policy answer_erase on answer;
      revoke select (practice_id, id, family_id, author_id, revision), update (value, revision) on answer
        from common_ground_records;
      drop policy answer_history_records on answer_history;
      drop policy answer_history_erase on answer_history;
      revoke select (practice_id, answer_id, author_id), update (value) on answer_history from common_ground_records;
      drop policy idempotency_records on idempotency;
      drop policy idempotency_erase on idempotency;
      revoke select (practice_id, person_id), update (request_hash, response) on idempotency from common_ground_records;
      drop table erasure_request;
    `);
  }
}
