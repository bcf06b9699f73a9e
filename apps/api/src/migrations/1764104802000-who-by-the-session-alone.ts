import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const SIGNATURE = 'access.who(bytea, boolean)';

/** Whose a session is, `access.session` and `access.enter` tell by themselves; nothing calls `access.who` any more. */
export class WhoByTheSessionAlone1764104802000 implements MigrationInterface {
  name = 'WhoByTheSessionAlone1764104802000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${SIGNATURE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      create function access.who(hash bytea, touch boolean)
        returns table (practice_id uuid, person_id uuid, roles text[])
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare seen signed_in%rowtype;
        begin
          select * into seen from signed_in s
          where s.token_hash = hash and s.ended_at is null
            and s.seen_at + s.idle_for > now() and s.began_at + s.lasts_for > now();
          if not found then return; end if;
          -- A write a minute is enough to know who is idle, and keeps reads free of row locks.
          if touch and seen.seen_at < now() - interval '1 minute' then
            update signed_in s set seen_at = now() where s.token_hash = hash;
          end if;
          return query select seen.practice_id, seen.person_id, array(
            select r.role from staff_role r
              where r.practice_id = seen.practice_id and r.person_id = seen.person_id
            union
            select case when f.client_id = m.person_id then 'client' else 'member' end from member m
              join family f on f.practice_id = m.practice_id and f.id = m.family_id
              where m.practice_id = seen.practice_id and m.person_id = seen.person_id and m.state = 'confirmed'
            order by 1);
        end $$;
      alter function ${SIGNATURE} owner to ${RELATIONS};
      revoke all on function ${SIGNATURE} from public;
      grant execute on function ${SIGNATURE} to common_ground_app;
      revoke create on schema access from ${RELATIONS};
    `);
  }
}
