import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often one address has tried to use an invitation in vain. An unknown code belongs to no practice, so this is the
 * one table without any; it knows addresses by a keyed hash alone and forgets them after a day.
 */
export class GuessingCodes1764100402000 implements MigrationInterface {
  name = 'GuessingCodes1764100402000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation_try (
        address_hash bytea primary key,
        failures int not null,
        since timestamptz(3) not null
      );
      create index invitation_try_by_age on invitation_try (since);
      alter table invitation_try enable row level security;
      alter table invitation_try force row level security;
      grant select, insert, update, delete on invitation_try to common_ground_relations;
      create policy invitation_try_all on invitation_try to common_ground_relations using (true) with check (true);
      grant create on schema access to common_ground_relations;

      -- Counted as a failure before anything is looked up, so that guesses sent at once all count.
      create function access.try_invitation(address bytea) returns table (may boolean)
        language sql security definer set search_path = public, pg_temp as $$
          delete from invitation_try where since < now() - interval '1 day';
          insert into invitation_try as t (address_hash, failures, since) values (address, 1, now())
          on conflict (address_hash) do update set
            failures = case when t.since < now() - interval '10 minutes' then 1 else t.failures + 1 end,
            since = case when t.since < now() - interval '10 minutes' then now() else t.since end
          returning failures <= 100
        $$;

      create function access.note_invitation_used(address bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update invitation_try set failures = failures - 1 where address_hash = address and failures > 0
        $$;
    `);
    for (const signature of ['try_invitation(bytea)', 'note_invitation_used(bytea)']) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.note_invitation_used(bytea), access.try_invitation(bytea);
      drop table invitation_try;
    `);
  }
}
