import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = [
  'keep_pending_authenticator(bytea)',
  'pending_authenticator()',
  'confirm_authenticator(bigint, uuid)',
  'end_authenticator()',
  'replace_recovery_codes(bytea[])',
  'change_password(text, uuid)',
  'my_sessions()',
  'end_session(uuid)',
  'end_other_sessions(uuid)',
  'add_challenge(bytea, text, uuid, uuid)',
  'take_challenge(bytea, text)',
  'passkeys_of(uuid, uuid)',
  'passkey(text)',
  'use_passkey(text, bigint)',
  'keep_passkey(uuid, text, bytea, bigint, text[], text)',
  'my_passkeys()',
  'end_passkey(uuid)',
  'open_after_enrolling(uuid)',
  'make_access_link(uuid, bytea, boolean)',
  'access_link(bytea)',
  'use_access_link(bytea, bytea, text)',
] as const;

/**
 * What people do about their own ways in: each of these speaks of the person in context and of nobody else, except for
 * links that let staff in, which an admin makes for a colleague.
 */
export class OwnWaysIn1764100120000 implements MigrationInterface {
  name = 'OwnWaysIn1764100120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations;`);
    await this.#authenticator(runner);
    await this.#devices(runner);
    await this.#passkeys(runner);
    await this.#accessLinks(runner);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async #authenticator(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.keep_pending_authenticator(secret bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
          insert into second_factor (practice_id, person_id, pending_sealed, pending_at)
          values (access.practice(), access.person(), secret, now())
          on conflict (practice_id, person_id) do update set pending_sealed = secret, pending_at = now()
        $$;

      create function access.pending_authenticator() returns table (sealed bytea)
        language sql stable security definer set search_path = public, pg_temp as $$
          select pending_sealed from second_factor where practice_id = access.practice() and person_id = access.person()
            and pending_sealed is not null and pending_at > now() - interval '30 minutes'
        $$;

      -- What the page showed becomes the secret. Whoever enrolled with this session may go on with it; whoever else
      -- stood at the same point with the password alone is out.
      create function access.confirm_authenticator(taken bigint, session uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update second_factor set sealed = pending_sealed, since = now(), step = taken, pending_sealed = null,
            pending_at = null, failures = 0, failing_since = null, waits_until = null
          where practice_id = access.practice() and person_id = access.person() and pending_sealed is not null;
          if not found then return false; end if;
          perform access.open_after_enrolling(session);
          return true;
        end $$;

      create function access.open_after_enrolling(session uuid) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update signed_in set ended_at = now() where practice_id = access.practice() and person_id = access.person()
            and opens = 'enrolling' and id <> session and ended_at is null;
          update signed_in set opens = 'everything', proven_at = now() where practice_id = access.practice()
            and person_id = access.person() and id = session and opens = 'enrolling' and ended_at is null;
        end $$;

      -- Staff keep at least one second factor.
      create function access.end_authenticator() returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update second_factor set sealed = null, since = null, pending_sealed = null
          where practice_id = access.practice() and person_id = access.person() and sealed is not null
            and (not access.works_here(access.practice(), access.person(), null)
              or exists (select from passkey k where k.practice_id = access.practice()
                and k.person_id = access.person() and k.ended_at is null));
          return found;
        end $$;

      create function access.replace_recovery_codes(hashes bytea[]) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update recovery_code set replaced_at = now() where practice_id = access.practice()
            and person_id = access.person() and used_at is null and replaced_at is null;
          insert into second_factor (practice_id, person_id) values (access.practice(), access.person())
            on conflict (practice_id, person_id) do nothing;
          insert into recovery_code (practice_id, person_id, code_hash)
            select access.practice(), access.person(), hash from unnest(hashes) hash;
        end $$;

      create function access.change_password(hash text, session uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update credential set secret_hash = hash where practice_id = access.practice()
            and person_id = access.person() and sort = 'email';
          if not found then return false; end if;
          perform access.end_other_sessions(session);
          return true;
        end $$;
    `);
  }

  async #devices(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.my_sessions()
        returns table (id uuid, device text, how text, shared boolean, began_at timestamptz, seen_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select id, device, how, shared, began_at, seen_at from signed_in
          where practice_id = access.practice() and person_id = access.person() and ended_at is null
            and seen_at + idle_for > now() and began_at + lasts_for > now()
          order by seen_at desc, id
        $$;

      create function access.end_session(session uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update signed_in set ended_at = now() where practice_id = access.practice() and person_id = access.person()
            and id = session and ended_at is null;
          return found;
        end $$;

      create function access.end_other_sessions(session uuid) returns int
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare ended int;
        begin
          update signed_in set ended_at = now() where practice_id = access.practice() and person_id = access.person()
            and id <> session and ended_at is null;
          get diagnostics ended = row_count;
          return ended;
        end $$;
    `);
  }

  async #passkeys(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.add_challenge(hash bytea, what_for text, practice uuid, person uuid) returns void
        language sql security definer set search_path = public, pg_temp as $$
          insert into passkey_challenge (challenge_hash, purpose, practice_id, person_id, ends_at)
          values (hash, what_for, practice, person, now() + interval '5 minutes')
        $$;

      create function access.take_challenge(hash bytea, what_for text) returns table (practice_id uuid, person_id uuid)
        language sql security definer set search_path = public, pg_temp as $$
          update passkey_challenge set used_at = now()
          where challenge_hash = hash and purpose = what_for and used_at is null and ends_at > now()
          returning practice_id, person_id
        $$;

      create function access.passkeys_of(practice uuid, person uuid)
        returns table (credential_id text, transports text[])
        language sql stable security definer set search_path = public, pg_temp as $$
          select credential_id, transports from passkey
          where practice_id = practice and person_id = person and ended_at is null
        $$;

      create function access.passkey(wanted text)
        returns table (practice_id uuid, person_id uuid, public_key bytea, counter bigint, transports text[])
        language sql stable security definer set search_path = public, pg_temp as $$
          select practice_id, person_id, public_key, counter, transports from passkey
          where credential_id = wanted and ended_at is null
        $$;

      create function access.use_passkey(wanted text, counted bigint) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update passkey set used_at = now(), counter = counted where credential_id = wanted and ended_at is null
        $$;

      create function access.keep_passkey(passkey_id uuid, called text, key bytea, counted bigint, ways text[],
          on_device text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          insert into passkey (practice_id, id, person_id, credential_id, public_key, counter, transports, device)
          values (access.practice(), passkey_id, access.person(), called, key, counted, ways, on_device)
        $$;

      create function access.my_passkeys()
        returns table (id uuid, device text, made_at timestamptz, used_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select id, device, made_at, used_at from passkey
          where practice_id = access.practice() and person_id = access.person() and ended_at is null
          order by made_at, id
        $$;

      -- 'gone', 'unknown', or 'last' when somebody on staff would be left without a second factor.
      create function access.end_passkey(passkey_id uuid) returns text
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          perform from passkey k where k.practice_id = access.practice() and k.person_id = access.person()
            and k.ended_at is null order by k.id for update;
          if not exists (select from passkey k where k.practice_id = access.practice()
              and k.person_id = access.person() and k.id = passkey_id and k.ended_at is null) then
            return 'unknown';
          end if;
          if access.works_here(access.practice(), access.person(), null)
            and not exists (select from second_factor s where s.practice_id = access.practice()
              and s.person_id = access.person() and s.sealed is not null)
            and not exists (select from passkey k where k.practice_id = access.practice()
              and k.person_id = access.person() and k.id <> passkey_id and k.ended_at is null) then
            return 'last';
          end if;
          update passkey set ended_at = now() where practice_id = access.practice() and id = passkey_id;
          return 'gone';
        end $$;
    `);
  }

  async #accessLinks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An admin lets a colleague in, for 72 hours; a newer link ends the ones before. Null when that is not for them.
      create function access.make_access_link(person uuid, hash bytea, clears boolean) returns timestamptz
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare until timestamptz := now() + interval '72 hours';
        begin
          if not access.works_here(access.practice(), access.person(), 'admin')
            or not access.works_here(access.practice(), person, null) then
            return null;
          end if;
          update access_link l set replaced_at = now() where l.practice_id = access.practice()
            and l.person_id = person and l.used_at is null and l.replaced_at is null;
          insert into access_link (practice_id, token_hash, person_id, made_by, clears_second_factor, ends_at)
          values (access.practice(), hash, person, access.person(), clears, until);
          return until;
        end $$;

      create function access.access_link(hash bytea)
        returns table (practice_name text, display_name text, has_address boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select c.name, p.display_name, exists (select from credential k where k.practice_id = l.practice_id
            and k.person_id = l.person_id and k.sort = 'email')
          from access_link l join practice c on c.id = l.practice_id
            join person p on p.practice_id = l.practice_id and p.id = l.person_id
          where l.token_hash = hash and l.used_at is null and l.replaced_at is null and l.ends_at > now()
            and access.works_here(l.practice_id, l.person_id, null)
        $$;

      -- Sets the password and ends every session there was. Nothing comes back when the link is over, or when nobody
      -- knows yet by which address the person signs in and none was given.
      create function access.use_access_link(hash bytea, address bytea, secret text)
        returns table (practice_id uuid, person_id uuid)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare link access_link%rowtype;
        begin
          select * into link from access_link l where l.token_hash = hash and l.used_at is null
            and l.replaced_at is null and l.ends_at > now() for update;
          if not found or not access.works_here(link.practice_id, link.person_id, null) then return; end if;
          update credential c set secret_hash = secret, failures = 0, failing_since = null, waits_until = null
          where c.practice_id = link.practice_id and c.person_id = link.person_id and c.sort = 'email';
          if not found then
            if address is null then return; end if;
            insert into credential (practice_id, person_id, sort, name_hash, secret_hash)
            values (link.practice_id, link.person_id, 'email', address, secret);
          end if;
          if link.clears_second_factor then
            update second_factor s set sealed = null, since = null, pending_sealed = null
            where s.practice_id = link.practice_id and s.person_id = link.person_id;
            update passkey k set ended_at = now() where k.practice_id = link.practice_id
              and k.person_id = link.person_id and k.ended_at is null;
            update recovery_code r set replaced_at = now() where r.practice_id = link.practice_id
              and r.person_id = link.person_id and r.used_at is null and r.replaced_at is null;
          end if;
          update signed_in s set ended_at = now() where s.practice_id = link.practice_id
            and s.person_id = link.person_id and s.ended_at is null;
          update access_link l set used_at = now() where l.practice_id = link.practice_id and l.token_hash = hash;
          return query select link.practice_id, link.person_id;
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature};`);
  }
}
