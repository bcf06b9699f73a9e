import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = 'practice_id = (select access.practice())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';

/**
 * Recorded authority: who speaks for whom, and on which days. Rows are never taken away; a right ends by its last day
 * or by the moment it was ended. What it rests on is for the family's therapists, so the role that reads relations
 * does not see that column.
 */
export class Guardians1764100200000 implements MigrationInterface {
  name = 'Guardians1764100200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guardian (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        person_id uuid not null,
        for_member_id uuid not null check (for_member_id <> member_id),
        for_person_id uuid not null,
        kind text not null
          check (kind in ('parental-responsibility', 'court-appointed', 'health-care-proxy', 'agency', 'other')),
        evidence text not null,
        from_on date not null,
        until_on date check (until_on >= from_on),
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null default now(),
        ended_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, family_id, member_id, person_id)
          references member (practice_id, family_id, id, person_id),
        foreign key (practice_id, family_id, for_member_id, for_person_id)
          references member (practice_id, family_id, id, person_id),
        foreign key (practice_id, recorded_by) references person
      );
      create index guardian_by_family on guardian (practice_id, family_id);
      create index guardian_by_person on guardian (practice_id, person_id);
      alter table guardian enable row level security;
      alter table guardian force row level security;

      grant select, insert, update (until_on, ended_at) on guardian to common_ground_app;
      create policy guardian_select on guardian for select to common_ground_app using (${ME} and ${LED});
      create policy guardian_insert on guardian for insert to common_ground_app
        with check (${ME} and ${LED} and recorded_by = (select access.person()) and ended_at is null);
      create policy guardian_update on guardian for update to common_ground_app
        using (${ME} and ${LED}) with check (${ME} and ${LED});
      create trigger guardian_once before update of ended_at on guardian for each row
        when (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
        execute function access.refuse_undoing();

      grant select (practice_id, id, family_id, member_id, person_id, for_member_id, for_person_id, from_on, until_on,
        ended_at) on guardian to common_ground_relations;
      create policy guardian_relations on guardian for select to common_ground_relations using (true);
    `);
    await this.#reader(runner, 'guarded_clients', 'g.for_person_id');
    await this.#reader(runner, 'guarded_families', 'g.family_id');
  }

  /** Of the rights that count today: `column`, where somebody confirmed speaks for the client of a family. */
  async #reader(runner: QueryRunner, name: string, column: string): Promise<void> {
    await runner.query(`
      create function access.${name}() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(distinct ${column}), '{}') from guardian g
            join member m on m.practice_id = g.practice_id and m.id = g.member_id and m.state = 'confirmed'
            join family f on f.practice_id = g.practice_id and f.id = g.family_id and f.client_id = g.for_person_id
          where g.practice_id = access.practice() and g.person_id = access.person() and g.ended_at is null
            and g.from_on <= access.today() and (g.until_on is null or g.until_on >= access.today())); end $$;
      grant create on schema access to common_ground_relations;
      alter function access.${name}() owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.${name}() from public;
      grant execute on function access.${name}() to common_ground_app, common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.guarded_clients();
      drop function access.guarded_families();
      drop table guardian;
    `);
  }
}
