import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has the cursor in which block of a draft. Known for twenty seconds to those who write the same draft, then thrown
 * away by whoever comes next; nobody reads the table itself.
 */
export class AtWork1764102850000 implements MigrationInterface {
  name = 'AtWork1764102850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is lost when the database stops is a few seconds of who stood where, so it is not logged.
      create unlogged table at_work (
        practice_id uuid not null,
        document_id uuid not null,
        person_id uuid not null,
        block_id text not null,
        seen_at timestamptz(3) not null,
        primary key (practice_id, document_id, person_id)
      );
      create index at_work_by_age on at_work (seen_at);
      alter table at_work enable row level security;
      alter table at_work force row level security;
      grant select, insert, update, delete on at_work to common_ground_relations;
      create policy at_work_all on at_work to common_ground_relations using (true) with check (true);
      grant create on schema access to common_ground_relations;

      -- Says in which block the person is, or with null that they are in none, and answers who else is where. In a draft
      -- that is not theirs to write nothing is said and nothing answered.
      create function access.come_to_work(document uuid, block text) returns table (person_id uuid, block_id text)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin
          if document <> all ((select access.worked_documents())::uuid[]) then return; end if;
          delete from at_work w where w.ctid = any (array(
            select o.ctid from at_work o where o.seen_at < now() - interval '1 minute' for update skip locked));
          if block is null then
            delete from at_work w where w.practice_id = access.practice() and w.document_id = document
              and w.person_id = access.person();
          else
            insert into at_work (practice_id, document_id, person_id, block_id, seen_at)
              values (access.practice(), document, access.person(), block, now())
            on conflict on constraint at_work_pkey do update set block_id = excluded.block_id, seen_at = now();
          end if;
          return query select w.person_id, w.block_id from at_work w
            where w.practice_id = access.practice() and w.document_id = document and w.person_id <> access.person()
              and w.seen_at > now() - interval '20 seconds';
        end $$;
      alter function access.come_to_work(uuid, text) owner to common_ground_relations;
      revoke all on function access.come_to_work(uuid, text) from public;
      grant execute on function access.come_to_work(uuid, text) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.come_to_work(uuid, text);
      drop table at_work;
    `);
  }
}
