import type { MigrationInterface, QueryRunner } from 'typeorm';

const IS_SHARED = 'address_is_shared(uuid, uuid)';
const ALONE = 'and not access.address_is_shared(m.practice_id, m.id)';

/**
 * A reminder goes to an address that is its reader's alone, as every other letter does: among those whom the therapists of
 * the family can see. A mailbox that is also of somebody they cannot see says nothing: that would tell them of another family.
 */
export class RemindedAlone1764104906000 implements MigrationInterface {
  name = 'RemindedAlone1764104906000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create function access.address_is_shared(practice uuid, member uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from member m
              join member o on o.practice_id = m.practice_id and o.person_id <> m.person_id and o.state <> 'removed'
                and lower(btrim(o.contact)) = lower(btrim(m.contact))
            where m.practice_id = practice and m.id = member
              and (o.family_id = m.family_id or exists (select from caseload here
                join caseload there on there.practice_id = here.practice_id and there.therapist_id = here.therapist_id
                  and there.family_id = o.family_id and there.ended_at is null
                where here.practice_id = m.practice_id and here.family_id = m.family_id and here.ended_at is null)))
        $$;
      alter function access.${IS_SHARED} owner to common_ground_relations;
      revoke all on function access.${IS_SHARED} from public;
      revoke create on schema access from common_ground_relations;
    `);
    await this.#look(runner, ALONE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#look(runner, '');
    await runner.query(`drop function access.${IS_SHARED};`);
  }

  async #look(runner: QueryRunner, more: string): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.reminder_place(practice uuid, person uuid) returns table (family_id uuid, address text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.family_id, trim(m.contact) from member m
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
          where m.practice_id = practice and m.person_id = person and m.state = 'confirmed' and m.contact like '%@%'
            and s.channel = 'email' ${more}
          order by m.added_at, m.id limit 1
        $$;
      create or replace function access.safe_address(practice uuid, member uuid) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
          select trim(m.contact) from member m
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
          where m.practice_id = practice and m.id = member and m.state = 'confirmed' and m.contact like '%@%'
            and s.channel = 'email' ${more}
        $$;
      revoke create on schema access from common_ground_relations;
    `);
  }
}
