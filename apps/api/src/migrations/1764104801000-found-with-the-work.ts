import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/**
 * A request's session is found in the same journey as its work. The server says whom it remembers the session to be of;
 * `access.enter` compares that with how it is now, and only then says who asks. Where anything differs it fails, and
 * what was sent along is not run: the server then looks in its own journey, as for a session it does not know.
 * It writes nothing: a sign of life that is due goes the other way too.
 */
export class FoundWithTheWork1764104801000 implements MigrationInterface {
  name = 'FoundWithTheWork1764104801000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      ${SESSION}
      create function access.enter(hash bytea, touch boolean, practice uuid, person uuid, had text[], acting text)
        returns void language plpgsql security definer set search_path = public, pg_temp
        set plan_cache_mode = force_generic_plan as $$
        declare entered text;
        begin
          select s.how into entered from signed_in s
          where s.token_hash = hash and s.practice_id = practice and s.person_id = person and s.opens = 'everything'
            and ${STANDS} and not (touch and ${IS_DUE});
          if not found or had is distinct from ${rolesOf('practice', 'person', 'entered')} then
            raise exception 'the session is not as it was remembered' using errcode = 'CG002';
          end if;
          perform set_config('app.person_id', person::text, true), set_config('app.practice_id', practice::text, true),
            set_config('app.roles', acting, true);
        end $$;
      alter function access.enter(bytea, boolean, uuid, uuid, text[], text) owner to ${RELATIONS};
      revoke all on function access.enter(bytea, boolean, uuid, uuid, text[], text) from public;
      grant execute on function access.enter(bytea, boolean, uuid, uuid, text[], text) to common_ground_app;
      revoke create on schema access from ${RELATIONS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.enter(bytea, boolean, uuid, uuid, text[], text);
      grant create on schema access to ${RELATIONS};
      ${SESSION_BEFORE}
      revoke create on schema access from ${RELATIONS};
    `);
  }
}

const STANDS = `s.ended_at is null and s.seen_at + s.idle_for > now() and s.began_at + s.lasts_for > now()`;

/** A write a minute is enough to know who is idle, and keeps reads free of row locks. */
const IS_DUE = `s.seen_at < now() - interval '1 minute'`;

/** Of the staff's and of the family's; a session entered with a PIN opens nothing of the staff's. */
const rolesOf = (practice: string, person: string, how: string): string => `array(
            select r.role from staff_role r
              where ${how} <> 'code' and r.practice_id = ${practice} and r.person_id = ${person}
            union
            select case when f.client_id = m.person_id then 'client' else 'member' end from member m
              join family f on f.practice_id = m.practice_id and f.id = m.family_id
              where m.practice_id = ${practice} and m.person_id = ${person} and m.state = 'confirmed'
            order by 1)`;

/** In one look at the session instead of two, one inside the other. */
const SESSION = `
      create or replace function access.session(hash bytea, touch boolean)
        returns table (practice_id uuid, person_id uuid, roles text[], id uuid, how text, opens text, shared boolean,
          fresh boolean)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare seen signed_in%rowtype;
        begin
          select * into seen from signed_in s where s.token_hash = hash and ${STANDS};
          if not found then return; end if;
          if touch and seen.seen_at < now() - interval '1 minute' then
            update signed_in s set seen_at = now() where s.token_hash = hash;
          end if;
          return query select seen.practice_id, seen.person_id,
            ${rolesOf('seen.practice_id', 'seen.person_id', 'seen.how')},
            seen.id, seen.how, seen.opens, seen.shared,
            seen.how = 'persona' or coalesce(seen.proven_at > now() - interval '5 minutes', false);
        end $$;`;

const SESSION_BEFORE = `
      create or replace function access.session(hash bytea, touch boolean)
        returns table (practice_id uuid, person_id uuid, roles text[], id uuid, how text, opens text, shared boolean,
          fresh boolean)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin
          return query select w.practice_id, w.person_id,
              case when s.how = 'code' then array(select r from unnest(w.roles) r where r in ('client', 'member'))
                else w.roles end,
              s.id, s.how, s.opens, s.shared,
              s.how = 'persona' or coalesce(s.proven_at > now() - interval '5 minutes', false)
            from access.who(hash, touch) w join signed_in s on s.token_hash = hash;
        end $$;`;
