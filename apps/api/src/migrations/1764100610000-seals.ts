import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURES = [
  'unsealed_practices()',
  'leaves_to_seal(uuid, int)',
  'add_seal(uuid, int, timestamptz, bigint, uuid, uuid[], bytea, bytea, bytea, text, bytea, bytea)',
] as const;

/**
 * Seals over the audit. Rows are sealed in the order of their transactions, and only those of transactions that began
 * before any that is still open: below that horizon nothing can be added any more, so a row that turns up there later
 * was put there by somebody else. The application gets hashes to sign and never the rows.
 */
export class Seals1764100610000 implements MigrationInterface {
  name = 'Seals1764100610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seal (
        practice_id uuid not null references practice,
        number int not null check (number > 0),
        made_at timestamptz(3) not null,
        up_to_written_in bigint not null,
        up_to_id uuid not null,
        row_ids uuid[] not null check (row_ids <> '{}'),
        -- The hash of each row, in the order of their ids.
        leaves bytea not null check (length(leaves) = 32 * cardinality(row_ids)),
        root bytea not null check (length(root) = 32),
        previous bytea not null check (length(previous) = 32),
        key_id text not null,
        hash bytea not null check (length(hash) = 32),
        signature bytea not null check (length(signature) = 64),
        primary key (practice_id, number)
      );
      -- What a run of the verifier came to; who runs it is the owner, so this is a notice and no proof.
      create table seal_check (
        practice_id uuid not null references practice,
        id uuid not null default gen_random_uuid(),
        made_at timestamptz(3) not null default now(),
        rows_read bigint not null,
        seals_read int not null,
        findings int not null,
        primary key (practice_id, id)
      );
      create index seal_check_by_time on seal_check (practice_id, made_at desc);
    `);
    for (const table of ['seal', 'seal_check']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        grant select, insert on ${table} to common_ground_records;
        create policy ${table}_records on ${table} for select to common_ground_records using (true);
        create policy ${table}_records_add on ${table} for insert to common_ground_records with check (true);
      `);
    }
    await runner.query(`
      grant select on practice to common_ground_records;
      create policy practice_records on practice for select to common_ground_records using (true);
      grant create on schema access to common_ground_records;

      create function access.leaves_to_seal(practice uuid, most int)
        returns table (id uuid, written_in bigint, leaf bytea)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
        after_written_in bigint;
        after_id uuid;
      begin
        select s.up_to_written_in, s.up_to_id into after_written_in, after_id from seal s
          where s.practice_id = practice order by s.number desc limit 1;
        return query
          select a.id, a.written_in, sha256('\\x00'::bytea || convert_to(json_build_array(a.practice_id, a.id,
              to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a.actor_id, a.actor_roles,
              a.actor_relation, a.action, a.because, a.subject_ids, a.family_id, a.document_id, a.task_id, a.consent_ids,
              a.consent_versions, a.fields, a.written_in::text, a.writer)::text, 'UTF8'))
          from audit a
          where a.practice_id = practice and a.written_in < horizon
            and (a.written_in, a.id) > (coalesce(after_written_in, -1), coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
          order by a.written_in, a.id limit most;
      end $$;

      create function access.unsealed_practices() returns table (practice_id uuid, number int, previous bytea)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      begin
        return query
          select p.id, coalesce(last.number, 0) + 1, coalesce(last.hash, ''::bytea) from practice p
            left join lateral (select s.number, s.hash from seal s where s.practice_id = p.id
              order by s.number desc limit 1) last on true
          where exists (select from access.leaves_to_seal(p.id, 1))
          order by p.id;
      end $$;

      create function access.add_seal(practice uuid, place int, made timestamptz, last_written_in bigint, last_id uuid,
          ids uuid[], hashes bytea, top bytea, before bytea, key text, own_hash bytea, signed bytea)
        returns void language sql security definer set search_path = public, pg_temp as $$
          insert into seal (practice_id, number, made_at, up_to_written_in, up_to_id, row_ids, leaves, root, previous,
            key_id, hash, signature)
          values (practice, place, made, last_written_in, last_id, ids, hashes, top, before, key, own_hash, signed)
        $$;
    `);
    for (const signature of SIGNATURES) {
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
      ${SIGNATURES.map((signature) => `drop function access.${signature};`).join('\n')}
      drop table seal_check, seal;
      drop policy practice_records on practice;
      revoke all on practice from common_ground_records;
    `);
  }
}
