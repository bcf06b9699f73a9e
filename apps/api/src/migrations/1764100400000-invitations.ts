import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invitations. Neither the code nor the secret of the link is kept, only what they are recognised by. Whoever uses one
 * is unknown to the database until then, so it is found, and used, through functions of the relations role.
 */
export class Invitations1764100400000 implements MigrationInterface {
  name = 'Invitations1764100400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        person_id uuid not null,
        sort text not null check (sort in ('accept', 'new-pin')),
        sent_by text not null check (sent_by in ('hand')),
        -- SHA-256 of 256 random bits.
        token_hash bytea not null unique,
        -- HMAC-SHA-256 of the short code, with a key the database does not know: a code is short enough to be tried out.
        code_hash bytea not null unique,
        made_by uuid not null,
        made_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_because text check (ended_because in ('used', 'replaced', 'withdrawn')),
        primary key (practice_id, id),
        foreign key (practice_id, family_id, member_id, person_id) references member (practice_id, family_id, id, person_id),
        foreign key (practice_id, made_by) references person,
        check ((ended_at is null) = (ended_because is null))
      );
      create unique index invitation_open on invitation (practice_id, member_id) where ended_at is null;
      create index invitation_by_member on invitation (practice_id, member_id, made_at desc);
      create index invitation_by_family on invitation (practice_id, family_id);
      alter table invitation enable row level security;
      alter table invitation force row level security;
      grant select, insert, update (ended_at, ended_because) on invitation to common_ground_app;
      create policy invitation_select on invitation for select to common_ground_app
        using (practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[]));
      create policy invitation_insert on invitation for insert to common_ground_app
        with check (practice_id = (select access.practice()) and made_by = (select access.person())
          and family_id = any ((select access.caseload_families())::uuid[]) and ended_at is null);
      create policy invitation_update on invitation for update to common_ground_app
        using (practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[]))
        with check (practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[]));
      create trigger invitation_once before update of ended_at on invitation for each row
        when (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
        execute function access.refuse_undoing();

      grant select, update (ended_at, ended_because) on invitation to common_ground_relations;
      create policy invitation_relations on invitation for select to common_ground_relations using (true);
      create policy invitation_use on invitation for update to common_ground_relations using (true) with check (true);
      grant update (state) on member to common_ground_relations;
      create policy member_accept on member for update to common_ground_relations using (true) with check (true);
      grant insert on credential to common_ground_relations;
      create policy credential_choose on credential for insert to common_ground_relations with check (true);

      grant create on schema access to common_ground_relations;
    `);
    await runner.query(`
      -- An open invitation by the secret of its link; of a short code nothing is told before it is used.
      create function access.invitation_glimpse(token bytea) returns table (practice_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select p.name from invitation i join practice p on p.id = i.practice_id
          where i.token_hash = token and i.ended_at is null and i.expires_at > now()
        $$;

      create function access.invited(token bytea, code bytea)
        returns table (practice_id uuid, person_id uuid, invitation_id uuid, practice_name text, by_token boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select i.practice_id, i.person_id, i.id, p.name, i.token_hash = token
          from invitation i join practice p on p.id = i.practice_id
          where (i.token_hash = token or i.code_hash = code) and i.ended_at is null and i.expires_at > now()
        $$;

      -- Uses an invitation, once. The member's row is locked first, as making and removing do it too: of two that meet,
      -- the second sees what the first has done. Answers whether the person signs in with this code and PIN from now on,
      -- and nothing at all when the invitation is over.
      create function access.use_invitation(wanted uuid, name bytea, secret text)
        returns table (has_new_code boolean, accepted boolean)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          place record; used record; keeps boolean;
        begin
          select m.id, m.state into place from invitation i
            join member m on m.practice_id = i.practice_id and m.id = i.member_id
          where i.practice_id = access.practice() and i.id = wanted and i.person_id = access.person()
          for update of m;
          if not found then return; end if;
          update invitation i set ended_at = now(), ended_because = 'used'
          where i.practice_id = access.practice() and i.id = wanted and i.ended_at is null and i.expires_at > now()
            and place.state = any (case i.sort when 'accept' then array['invited', 'accepted'] else array['confirmed', 'paused'] end)
          returning i.sort into used;
          if not found then return; end if;

          -- Whoever comes in by a code already, for another family, keeps it: they sign in once and see both.
          keeps := used.sort = 'accept'
            and exists (select from credential c where c.practice_id = access.practice()
              and c.person_id = access.person() and c.sort = 'code')
            and exists (select from member m where m.practice_id = access.practice() and m.person_id = access.person()
              and m.id <> place.id and m.state in ('confirmed', 'paused'));
          if not keeps then
            insert into credential as c (practice_id, person_id, sort, name_hash, secret_hash)
            values (access.practice(), access.person(), 'code', name, secret)
            on conflict (practice_id, person_id, sort) do update
              set name_hash = excluded.name_hash, secret_hash = excluded.secret_hash, failures = 0, failing_since = null,
                waits_until = null;
            update signed_in s set ended_at = now()
            where s.practice_id = access.practice() and s.person_id = access.person() and s.ended_at is null;
          end if;
          update member m set state = 'accepted'
          where m.practice_id = access.practice() and m.id = place.id and m.state = 'invited';
          return query select not keeps, used.sort = 'accept';
        end $$;

      -- A lost phone must not stay signed in: ends every session of somebody in a family on the caller's caseload.
      create function access.end_sessions_of(wanted uuid) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update signed_in s set ended_at = now()
          where s.practice_id = access.practice() and s.person_id = wanted and s.ended_at is null
            and exists (select from member m where m.practice_id = s.practice_id and m.person_id = s.person_id
              and m.family_id = any (access.caseload_families()))
        $$;

      -- An invitation is for a state: somebody confirmed is not made to accept any more, and nobody comes back after
      -- they were removed. Whatever moves a member ends what no longer fits.
      create function access.end_invitations() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update invitation i set ended_at = now(), ended_because = 'withdrawn'
          where i.practice_id = new.practice_id and i.member_id = new.id and i.ended_at is null
            and new.state <> all (case i.sort when 'accept' then array['invited', 'accepted'] else array['confirmed', 'paused'] end);
          return null;
        end $$;
    `);
    for (const [signature, caller] of [
      ['invitation_glimpse(bytea)', 'common_ground_app'],
      ['invited(bytea, bytea)', 'common_ground_app'],
      ['use_invitation(uuid, bytea, text)', 'common_ground_app'],
      ['end_sessions_of(uuid)', 'common_ground_app'],
      ['end_invitations()', null],
    ] as const) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        ${caller === null ? '' : `grant execute on function access.${signature} to ${caller};`}
      `);
    }
    await runner.query(`
      create trigger member_moved after update of state on member for each row
        when (new.state is distinct from old.state) execute function access.end_invitations();
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger member_moved on member;
      drop function access.end_invitations(), access.end_sessions_of(uuid), access.use_invitation(uuid, bytea, text),
        access.invited(bytea, bytea), access.invitation_glimpse(bytea);
      drop policy credential_choose on credential;
      revoke insert on credential from common_ground_relations;
      drop policy member_accept on member;
      revoke update (state) on member from common_ground_relations;
      drop table invitation;
    `);
  }
}
