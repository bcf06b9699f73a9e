import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What ends instead of being taken away, and when it is over for the role of the records. A caseload that ends in this
 * very transaction still stands behind the trace of its end.
 */
const IN_FORCE = {
  staff_role: 'ended_at is null',
  caseload: `ended_at is null or ended_at >= date_trunc('milliseconds', now())`,
} as const;

const MEMBER = `(select m.relation from member m where m.practice_id = new.practice_id and m.family_id = new.family_id
  and m.person_id = new.actor_id)`;
const ON_CASELOAD = `(select 'therapist' from caseload c where c.practice_id = new.practice_id
  and c.family_id = new.family_id and c.therapist_id = new.actor_id`;
const IN_ROLE = ` and exists (select from staff_role r where r.practice_id = c.practice_id
  and r.person_id = c.therapist_id and r.role = 'therapist'))`;

const completeTrace = (relations: string): string => `
  create or replace function access.complete_trace() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    new.at := now();
    new.written_in := pg_current_xact_id()::text::bigint;
    new.writer := session_user;
    new.actor_relation := coalesce(${relations},
      case
        when 'supervisor' = any (new.actor_roles) then 'supervisor'
        when 'therapist' = any (new.actor_roles) then
          case when new.family_id is null then 'therapist' else 'other-therapist' end
        when 'admin' = any (new.actor_roles) then 'admin'
        else 'nobody'
      end);
    if new.consent_ids <> '{}' then
      new.consent_versions := array(
        select coalesce(c.wording_version, '') from unnest(new.consent_ids) with ordinality as given (id, place)
          left join consent c on c.practice_id = new.practice_id and c.id = given.id
        order by given.place);
    end if;
    return new;
  end $$;`;

/**
 * An ended staff role and an ended caseload no longer exist to the role of the records either, as they do not to the
 * role that reads relations: no function of it can forget to look. So whoever works here no more opens no emergency and
 * loses the one they had, and is called by what they are now. Who leads a family is its therapist first, so that nobody
 * whose family they once were in is spared knowing of it. And an emergency can be ended before its hour is over, by
 * whoever opened it, and never be made longer.
 */
export class EndedForTheRecords1764101300000 implements MigrationInterface {
  name = 'EndedForTheRecords1764101300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, inForce] of Object.entries(IN_FORCE)) await this.#readable(runner, table, inForce);
    await runner.query(completeTrace(`${ON_CASELOAD}${IN_ROLE}, ${MEMBER}`));
    await runner.query(`
      grant create on schema access to common_ground_records;
      create function access.end_break_glass(glass uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$ begin
          update break_glass set ends_at = date_trunc('milliseconds', now())
          where practice_id = access.practice() and id = glass and person_id = access.person() and ends_at > now();
          return found;
        end $$;
      alter function access.end_break_glass(uuid) owner to common_ground_records;
      revoke all on function access.end_break_glass(uuid) from public;
      grant execute on function access.end_break_glass(uuid) to common_ground_app;
      revoke create on schema access from common_ground_records;

      grant update (ends_at) on break_glass to common_ground_records;
      create policy break_glass_end on break_glass for update to common_ground_records
        using (ends_at > now()) with check (ends_at <= now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy break_glass_end on break_glass;
      revoke update (ends_at) on break_glass from common_ground_records;
      drop function access.end_break_glass(uuid);
    `);
    await runner.query(completeTrace(`${MEMBER}, ${ON_CASELOAD})`));
    for (const table of Object.keys(IN_FORCE)) await this.#readable(runner, table, 'true');
  }

  async #readable(runner: QueryRunner, table: string, which: string): Promise<void> {
    await runner.query(`
      drop policy ${table}_records on ${table};
      create policy ${table}_records on ${table} for select to common_ground_records using (${which});
    `);
  }
}
