import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = 'practice_id = (select access.practice()) and person_id = (select access.person())';
/** What the functions below ask each other; the application asks none of these about anybody. */
const AMONG_THEMSELVES = [
  'reminder_is_due(int[], int, text, date, timestamptz)',
  'reminder_place(uuid, uuid)',
  'has_open_homework(uuid, uuid)',
];
const FOR_THE_APPLICATION = [
  'my_reminder_address()',
  'make_reminders()',
  'reminder_is_wanted(uuid, uuid, text)',
];
const FUNCTIONS = [...AMONG_THEMSELVES, ...FOR_THE_APPLICATION];

/**
 * When people want to be reminded. A row is its person's alone: not even the therapists of the family read it. What is
 * due is worked out by functions that hand out nothing but the ids of the mails they made.
 */
export class Reminders1764102430000 implements MigrationInterface {
  name = 'Reminders1764102430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder (
        practice_id uuid not null,
        person_id uuid not null,
        days int[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7]),
        hour int not null check (hour between 7 and 21),
        time_zone text not null,
        revision int not null,
        written_at timestamptz(3) not null default now(),
        last_on date,
        primary key (practice_id, person_id),
        foreign key (practice_id, person_id) references person
      );
      alter table reminder enable row level security;
      alter table reminder force row level security;
      grant select, insert, update (days, hour, time_zone, revision, written_at) on reminder to common_ground_app;
      create policy reminder_select on reminder for select to common_ground_app using (${MINE});
      create policy reminder_insert on reminder for insert to common_ground_app
        with check (${MINE} and revision = 1 and last_on is null);
      create policy reminder_update on reminder for update to common_ground_app using (${MINE}) with check (${MINE});
      grant select, update (last_on) on reminder to common_ground_relations;
      create policy reminder_relations on reminder for select to common_ground_relations using (true);
      create policy reminder_note on reminder for update to common_ground_relations using (true) with check (true);
      grant select (practice_id, member_id, channel) on safe_contact to common_ground_relations;
      create policy safe_contact_relations on safe_contact for select to common_ground_relations using (true);
      grant insert on mail to common_ground_relations;
      create policy mail_reminder on mail for insert to common_ground_relations
        with check (sort = 'reminder' and sent_at is null and came_back_at is null);

      grant create on schema access to common_ground_relations;

      -- Within two hours from the hour that was chosen, as the clocks of that place show it, and once a day: whatever the
      -- clocks do in between. Whoever was away for longer does not write in the middle of the night instead.
      create function access.reminder_is_due(days int[], hour int, time_zone text, last_on date, at timestamptz)
        returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
          select extract(isodow from there.clock)::int = any (days)
            and extract(hour from there.clock)::int between hour and hour + 1
            and (last_on is null or last_on < there.clock::date)
          from (select at at time zone time_zone as clock) there
        $$;

      -- The oldest place of a person that is confirmed and of which it is written down that e-mail is safe.
      create function access.reminder_place(practice uuid, person uuid) returns table (family_id uuid, address text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.family_id, trim(m.contact) from member m
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
          where m.practice_id = practice and m.person_id = person and m.state = 'confirmed' and m.contact like '%@%' and s.channel = 'email'
          order by m.added_at, m.id limit 1
        $$;

      create function access.my_reminder_address() returns text
        language sql stable security definer set search_path = public, pg_temp as $$
          select address from access.reminder_place(access.practice(), access.person())
        $$;

      -- Whether a worksheet is open to this person now that they neither sent nor put off. It asks as them; who asks
      -- is as before when it is over, since the settings are the function's own.
      create function access.has_open_homework(practice uuid, person uuid) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp
        set app.practice_id = '' set app.person_id = '' set app.roles = '' as $$
        begin
          perform set_config('app.practice_id', practice::text, true), set_config('app.person_id', person::text, true),
            set_config('app.roles', '{}', true);
          return exists (select from task t
              join share s on s.practice_id = t.practice_id and s.id = t.share_id
              join document d on d.practice_id = t.practice_id and d.id = t.document_id
            where t.practice_id = practice and t.id = any ((select access.live_tasks() as sight)::uuid[])
              and d.kind = 'worksheet' and t.sent_at is null
              and not exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id
                and w.prompt_id = '~not-this-week' and w.value #>> '{}' > access.today()::text)
              and not (s.rhythm is not null and exists (select from task n
                where n.practice_id = t.practice_id and n.share_id = t.share_id and n.member_id = t.member_id
                  and n.round > t.round and n.given_at <= now())
                and not exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id)));
        end $$;

      create function access.make_reminders() returns setof uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          due reminder%rowtype;
          place record;
          made uuid;
        begin
          for due in select * from reminder r
            where access.reminder_is_due(r.days, r.hour, r.time_zone, r.last_on, now()) for update skip locked loop
            select * into place from access.reminder_place(due.practice_id, due.person_id);
            continue when place.address is null or not access.has_open_homework(due.practice_id, due.person_id);
            update reminder set last_on = (now() at time zone due.time_zone)::date
              where practice_id = due.practice_id and person_id = due.person_id;
            made := gen_random_uuid();
            insert into mail (practice_id, id, sort, about_id, family_id, to_address, language, made_by)
              select p.practice_id, made, 'reminder', p.id, place.family_id, place.address, p.language, p.id
              from person p where p.practice_id = due.practice_id and p.id = due.person_id;
            return next made;
          end loop;
        end $$;

      -- Asked once more when the mail goes out, which may be a while later.
      create function access.reminder_is_wanted(practice uuid, person uuid, address text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from reminder r where r.practice_id = practice and r.person_id = person
              and access.reminder_is_due(r.days, r.hour, r.time_zone, null, now()))
            and exists (select from access.reminder_place(practice, person) p where p.address = reminder_is_wanted.address)
            and access.has_open_homework(practice, person)
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
      `);
    }
    for (const signature of FOR_THE_APPLICATION)
      await runner.query(`grant execute on function access.${signature} to common_ground_app`);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of [...FUNCTIONS].reverse()) await runner.query(`drop function access.${signature}`);
    await runner.query(`
      drop policy safe_contact_relations on safe_contact;
      revoke select (practice_id, member_id, channel) on safe_contact from common_ground_relations;
      drop policy mail_reminder on mail;
      revoke insert on mail from common_ground_relations;
      drop table reminder;
    `);
  }
}
