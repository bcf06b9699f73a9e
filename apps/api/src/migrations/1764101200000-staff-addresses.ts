import type { MigrationInterface, QueryRunner } from 'typeorm';

const LINK = 'access_link(bytea)';
const CHANGE = 'change_staff_address(uuid, text, bytea)';

/**
 * The address somebody on staff signs in with is the one the practice wrote down: a link says it instead of asking for
 * it, and an admin changes it in one place.
 */
export class StaffAddresses1764101200000 implements MigrationInterface {
  name = 'StaffAddresses1764101200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update (email) on staff to common_ground_relations;
      create policy staff_address on staff for update to common_ground_relations using (true) with check (true);
      drop function access.${LINK};
      grant create on schema access to common_ground_relations;

      create function access.access_link(hash bytea)
        returns table (practice_name text, display_name text, email text, has_address boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select c.name, p.display_name, s.email, exists (select from credential k
            where k.practice_id = l.practice_id and k.person_id = l.person_id and k.sort = 'email')
          from access_link l join practice c on c.id = l.practice_id
            join person p on p.practice_id = l.practice_id and p.id = l.person_id
            left join staff s on s.practice_id = l.practice_id and s.person_id = l.person_id
          where l.token_hash = hash and l.used_at is null and l.replaced_at is null and l.ends_at > now()
            and access.works_here(l.practice_id, l.person_id, null)
        $$;

      -- False when the actor is no admin, or the person was never on this practice's staff. Links that say the old
      -- address, and may have been sent to it, end.
      create function access.change_staff_address(person uuid, address text, hash bytea) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not access.works_here(access.practice(), access.person(), 'admin') then return false; end if;
          update staff s set email = address where s.practice_id = access.practice() and s.person_id = person;
          if not found then return false; end if;
          update credential c set name_hash = hash where c.practice_id = access.practice()
            and c.person_id = person and c.sort = 'email';
          update access_link l set replaced_at = now() where l.practice_id = access.practice()
            and l.person_id = person and l.used_at is null and l.replaced_at is null;
          return true;
        end $$;
    `);
    await this.#hand(runner, LINK);
    await this.#hand(runner, CHANGE);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.${CHANGE};
      drop function access.${LINK};
      drop policy staff_address on staff;
      revoke update (email) on staff from common_ground_relations;
      grant create on schema access to common_ground_relations;
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
    `);
    await this.#hand(runner, LINK);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async #hand(runner: QueryRunner, signature: string): Promise<void> {
    await runner.query(`
      alter function access.${signature} owner to common_ground_relations;
      revoke all on function access.${signature} from public;
      grant execute on function access.${signature} to common_ground_app;
    `);
  }
}
