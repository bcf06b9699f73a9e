import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
const OPEN_TO_ME = 'id = any ((select access.open_pages())::uuid[])';

/**
 * What each person takes home from an hour: a page of their own, made when it is given, so that what was written down
 * for others is not in the row at all. It is read while they could come and the consent behind it holds.
 */
export class PagesToTakeHome1764103600000 implements MigrationInterface {
  name = 'PagesToTakeHome1764103600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table take_home_page (
        practice_id uuid not null,
        id uuid not null,
        session_id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        content jsonb not null,
        notice_with_share jsonb,
        given_by uuid not null,
        given_at timestamptz(3) not null default now(),
        taken_back_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, session_id, family_id) references family_session (practice_id, id, family_id),
        foreign key (practice_id, session_id) references session_run,
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, given_by) references person
      );
      create unique index take_home_page_once on take_home_page (practice_id, session_id, member_id)
        where taken_back_at is null;
      create index take_home_page_by_member on take_home_page (practice_id, member_id);
      create index take_home_page_by_family on take_home_page (practice_id, family_id);
      alter table take_home_page enable row level security;
      alter table take_home_page force row level security;
      grant select, insert, update (taken_back_at) on take_home_page to common_ground_app;
      create trigger take_home_page_once before update of taken_back_at on take_home_page for each row
        when (old.taken_back_at is not null and new.taken_back_at is distinct from old.taken_back_at)
        execute function access.refuse_undoing();

      grant select (practice_id, id, session_id, family_id, member_id, taken_back_at) on take_home_page
        to common_ground_relations;
      create policy take_home_page_relations on take_home_page for select to common_ground_relations using (true);

      -- The pages of the person in context that reach them as things are: nobody took them back, they could come to
      -- that hour today, and they are the client, or the client releases plans to them and nothing keeps the two apart.
      create function access.open_pages() returns uuid[] language plpgsql stable
        security definer set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(p.id), '{}') from take_home_page p
            join session_reply r on r.practice_id = p.practice_id and r.session_id = p.session_id
              and r.member_id = p.member_id and r.id = any ((select access.open_askings() as sight)::uuid[])
            join member m on m.practice_id = p.practice_id and m.id = p.member_id
          where p.practice_id = access.practice() and p.taken_back_at is null
            and (m.relation = 'client' or (not m.id = any ((select access.blocked_members() as sight)::uuid[])
              and exists (select from consent c
                where c.practice_id = p.practice_id and c.family_id = p.family_id and c.member_id = p.member_id
                  and c.revoked_at is null and 'support-plan' = any (c.kinds)
                  and (c.until_on is null or c.until_on >= access.today()))))); end $$;
      grant create on schema access to common_ground_relations;
      alter function access.open_pages() owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.open_pages() from public;
      grant execute on function access.open_pages() to common_ground_app;

      create policy take_home_page_select on take_home_page for select to common_ground_app
        using (${HERE} and (${LED} or ${OPEN_TO_ME}));
      create policy take_home_page_insert on take_home_page for insert to common_ground_app
        with check (${HERE} and ${LED} and given_by = (select access.person()) and taken_back_at is null);
      create policy take_home_page_update on take_home_page for update to common_ground_app
        using (${HERE} and ${LED}) with check (${HERE} and ${LED});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table take_home_page; drop function access.open_pages();`);
  }
}
