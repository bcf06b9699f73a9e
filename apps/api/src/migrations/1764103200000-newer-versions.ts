import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task of a share that its person never touched: not sent, and not a single answer, whatever that says. */
const UNTOUCHED = `t.practice_id = access.practice() and t.share_id = wanted and t.sent_at is null
  and t.family_id = any ((select access.caseload_families() as sight)::uuid[])
  and not exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id)`;
/** A round that made room for the next one: its person has that one instead. */
const GAVE_WAY = `exists (select from task n where n.practice_id = t.practice_id and n.share_id = t.share_id
  and n.member_id = t.member_id and n.round > t.round and n.given_at <= now())`;
const FUNCTIONS = ['untouched_members(uuid)', 'take_back_untouched(uuid, uuid[])'];

/**
 * Whoever has not begun a piece can be given the newer version of it instead. Therapists read no answer before it is
 * sent, so the database looks whether there is one and says no more than that. What is taken back from some moves to a
 * share of its own that was taken back: whatever holds for such a share holds for it, and nothing has to be told anew.
 */
export class NewerVersions1764103200000 implements MigrationInterface {
  name = 'NewerVersions1764103200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant insert, update (revoked_at) on share to common_ground_relations;
      create policy share_split on share for insert to common_ground_relations with check (revoked_at is not null);
      create policy share_emptied on share for update to common_ground_relations
        using (revoked_at is null) with check (revoked_at is not null);
      grant update (share_id) on task to common_ground_relations;
      grant create on schema access to common_ground_relations;

      -- Who could still be given another version instead of this one, to those who lead the family.
      create function access.untouched_members(wanted uuid) returns uuid[]
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(array_agg(distinct t.member_id), '{}') from task t
            join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
          where ${UNTOUCHED} and (t.given_at is not null or s.stopped_at is null) and not ${GAVE_WAY}
        $$;

      -- Takes it back from those of the members who have not begun, and says what each of them had of it.
      create function access.take_back_untouched(wanted uuid, members uuid[])
        returns table (member_id uuid, person_id uuid, round int, given_at timestamptz)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          split uuid := gen_random_uuid();
          stands public.share%rowtype;
          taken uuid[];
        begin
          select s.* into stands from share s where s.practice_id = access.practice() and s.id = wanted
            and s.revoked_at is null and s.family_id = any ((select access.caseload_families() as sight)::uuid[])
            for no key update;
          if not found then return; end if;
          -- Whoever saves a first answer at this moment has it saved before, or finds that the piece was taken back.
          perform from task t where t.practice_id = stands.practice_id and t.share_id = wanted order by t.id for update;
          taken := array(select t.id from task t where ${UNTOUCHED} and t.member_id = any (members));
          return query select t.member_id, t.person_id, t.round, t.given_at::timestamptz from task t
            where t.practice_id = stands.practice_id and t.id = any (taken)
              and (t.given_at is not null or stands.stopped_at is null) and not ${GAVE_WAY}
            order by t.id;
          if not exists (select from task t where t.practice_id = stands.practice_id and t.share_id = wanted
            and t.id <> all (taken)) then
            update share s set revoked_at = now() where s.practice_id = stands.practice_id and s.id = wanted;
          elsif cardinality(taken) > 0 then
            stands.id := split;
            stands.revoked_at := now();
            insert into share select stands.*;
            update task t set share_id = split where t.practice_id = stands.practice_id and t.id = any (taken);
          end if;
        end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature}`);
    await runner.query(`
      revoke update (share_id) on task from common_ground_relations;
      drop policy share_emptied on share;
      drop policy share_split on share;
      revoke insert, update (revoked_at) on share from common_ground_relations;
    `);
  }
}
