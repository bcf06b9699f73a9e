import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The functions below by signature, to be given away, taken from everybody, and taken back on the way down. */
const FUNCTIONS = [
  'works_here(uuid, uuid, text)',
  'has_second_factor(uuid, uuid)',
  'ways_of(uuid, uuid)',
  'attempt_own(uuid, uuid, text)',
  'note_right(uuid, uuid, text)',
  'practice_names(uuid[])',
  'open_session(uuid, uuid, bytea, text, boolean, text)',
  'session(bytea, boolean)',
  'begin_step(uuid, uuid, bytea)',
  'step(bytea)',
  'finish_step(bytea)',
  'attempt_second_factor(uuid, uuid)',
  'take_time_step(uuid, uuid, bigint)',
  'take_recovery_code(uuid, uuid, bytea)',
  'prove_session(uuid)',
  'knock(bytea, text)',
  'prune(integer)',
] as const;

/** Counts a guess before anything is looked at, unless it has to wait; by the numbers of access.attempt. */
function counted(table: 'credential' | 'second_factor', whose: string, answers: string): string {
  return `update ${table} c set
            failures = case when seen.is_new then 1 else c.failures + 1 end,
            failing_since = case when seen.is_new then now() else c.failing_since end,
            waits_until = case when not seen.is_new and c.failures + 1 >= 10
              then now() + least(interval '30 seconds' * power(2, least(c.failures - 9, 5)), interval '15 minutes') end
          from (select k.ctid as place, k.failing_since is null or (k.failing_since < now() - interval '10 minutes'
              and coalesce(k.waits_until < now() - interval '15 minutes', true)) as is_new
            from ${table} k where ${whose} and not coalesce(k.waits_until > now(), false) for update) seen
          where c.ctid = seen.place
          returning ${answers}`;
}

/**
 * Signing in, the second factor and the limits, as functions of the role nobody can log in as. Before somebody is
 * signed in there is no person in context, so these are told whom they are about by the program; each does one thing.
 */
export class SigningIn1764100110000 implements MigrationInterface {
  name = 'SigningIn1764100110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations;`);
    await this.#people(runner);
    await this.#sessions(runner);
    await this.#secondFactor(runner);
    await this.#limits(runner);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async #people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether somebody is on staff, in a certain role or (null) in any.
      create function access.works_here(practice uuid, person uuid, wanted text) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return exists (select from staff_role r where r.practice_id = practice and r.person_id = person
            and (wanted is null or r.role = wanted));
        end $$;

      create function access.has_second_factor(practice uuid, person uuid) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return exists (select from second_factor s where s.practice_id = practice and s.person_id = person
              and s.sealed is not null)
            or exists (select from passkey k where k.practice_id = practice and k.person_id = person and k.ended_at is null);
        end $$;

      create function access.ways_of(practice uuid, person uuid)
        returns table (staff boolean, authenticator boolean, passkeys int, recovery_codes int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return query select access.works_here(practice, person, null),
            exists (select from second_factor s where s.practice_id = practice and s.person_id = person
              and s.sealed is not null),
            (select count(*)::int from passkey k where k.practice_id = practice and k.person_id = person
              and k.ended_at is null),
            (select count(*)::int from recovery_code c where c.practice_id = practice and c.person_id = person
              and c.used_at is null and c.replaced_at is null);
        end $$;

      create function access.practice_names(wanted uuid[]) returns table (id uuid, name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select p.id, p.name from practice p where p.id = any (wanted) order by p.name, p.id
        $$;

      -- As access.attempt, for somebody already known: a guess at one's own password or PIN counts the same way.
      create function access.attempt_own(practice uuid, person uuid, wanted_sort text) returns table (secret_hash text)
        language sql security definer set search_path = public, pg_temp as $$
          ${counted('credential', 'k.practice_id = practice and k.person_id = person and k.sort = wanted_sort', 'c.secret_hash')}
        $$;

      create function access.note_right(practice uuid, person uuid, wanted_sort text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update credential set failures = 0, failing_since = null, waits_until = null
          where practice_id = practice and person_id = person and sort = wanted_sort and failures > 0
        $$;
    `);
  }

  async #sessions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Staff: 15 minutes without a sign of life, 12 hours in all. Family: 24 hours in all; on their own device half an
      -- hour without a sign of life. Answers whether the session opens anything but getting a second factor.
      create function access.open_session(practice uuid, person uuid, hash bytea, entered text, is_shared boolean,
          on_device text) returns text
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          staff boolean := entered <> 'code' and access.works_here(practice, person, null);
          what text := case when staff and entered = 'password' and not access.has_second_factor(practice, person)
            then 'enrolling' else 'everything' end;
        begin
          insert into signed_in (practice_id, token_hash, person_id, how, opens, shared, device, proven_at, idle_for, lasts_for)
          values (practice, hash, person, entered, what, is_shared, on_device, now(),
            case when staff or is_shared then interval '15 minutes' else interval '30 minutes' end,
            case when staff then interval '12 hours' else interval '24 hours' end);
          return what;
        end $$;

      -- Who a session belongs to, and what sort of session it is. One entered with a PIN opens nothing of the staff's.
      -- The people of the demo sign in without proving anything, so nothing is asked of them again.
      create function access.session(hash bytea, touch boolean)
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
        end $$;

      create function access.prove_session(session uuid) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update signed_in set proven_at = now() where practice_id = access.practice()
            and person_id = access.person() and id = session and ended_at is null
        $$;

      create function access.begin_step(practice uuid, person uuid, hash bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
          insert into sign_in_step (practice_id, token_hash, person_id, ends_at)
          values (practice, hash, person, now() + interval '5 minutes')
        $$;

      create function access.step(hash bytea) returns table (practice_id uuid, person_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select practice_id, person_id from sign_in_step
          where token_hash = hash and used_at is null and ends_at > now()
        $$;

      create function access.finish_step(hash bytea) returns table (practice_id uuid, person_id uuid)
        language sql security definer set search_path = public, pg_temp as $$
          update sign_in_step set used_at = now() where token_hash = hash and used_at is null and ends_at > now()
          returning practice_id, person_id
        $$;
    `);
  }

  async #secondFactor(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Counted before the code is looked at, and waiting as passwords do: see access.attempt.
      create function access.attempt_second_factor(practice uuid, person uuid)
        returns table (sealed bytea, step bigint)
        language sql security definer set search_path = public, pg_temp as $$
          ${counted('second_factor', 'k.practice_id = practice and k.person_id = person', 'c.sealed, c.step')}
        $$;

      -- True for one request only, however many bring the same code at once.
      create function access.take_time_step(practice uuid, person uuid, taken bigint) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update second_factor set step = taken, failures = 0, failing_since = null, waits_until = null
          where practice_id = practice and person_id = person and sealed is not null and step < taken;
          return found;
        end $$;

      create function access.take_recovery_code(practice uuid, person uuid, hash bytea) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update recovery_code set used_at = now()
          where practice_id = practice and person_id = person and code_hash = hash and used_at is null
            and replaced_at is null;
          if not found then return false; end if;
          update second_factor set failures = 0, failing_since = null, waits_until = null
          where practice_id = practice and person_id = person;
          return true;
        end $$;
    `);
  }

  async #limits(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether one address may try again. A clinic's people share an address, so this is far above what they need and
      -- far below what guessing needs; a window of ten minutes, and afterwards everything is forgotten.
      create function access.knock(address_hash bytea, sort text) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare counted int;
        begin
          insert into knock as k (sort, address_hash, times) values ($2, $1, 1)
          on conflict on constraint knock_pkey do update set
            times = case when k.began_at < now() - interval '10 minutes' then 1 else k.times + 1 end,
            began_at = case when k.began_at < now() - interval '10 minutes' then now() else k.began_at end
          returning times into counted;
          return counted <= 300;
        end $$;

      -- Throws away what nobody needs any more, so many rows of each sort at most. Of several processes one does it.
      create function access.prune(most int) returns int
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          gone int := 0;
          batch int;
        begin
          if not pg_try_advisory_xact_lock(hashtext('access.prune')) then return 0; end if;
          delete from signed_in where (practice_id, token_hash) in (select practice_id, token_hash from signed_in
            where coalesce(ended_at, least(seen_at + idle_for, began_at + lasts_for)) < now() - interval '30 days' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          delete from idempotency where (practice_id, person_id, key) in (select practice_id, person_id, key
            from idempotency where created_at < now() - interval '30 days' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          delete from sign_in_step where token_hash in (select token_hash from sign_in_step
            where ends_at < now() - interval '1 day' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          delete from passkey_challenge where challenge_hash in (select challenge_hash from passkey_challenge
            where ends_at < now() - interval '1 day' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          delete from access_link where token_hash in (select token_hash from access_link
            where ends_at < now() - interval '90 days' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          delete from knock k where (k.sort, k.address_hash) in (select o.sort, o.address_hash from knock o
            where o.began_at < now() - interval '1 day' limit most);
          get diagnostics batch = row_count; gone := gone + batch;
          return gone;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of [...FUNCTIONS].reverse())
      await runner.query(`drop function access.${signature};`);
  }
}
