import type { MigrationInterface, QueryRunner } from 'typeorm';

const LED = `practice_id = (select access.practice()) and family_id = any ((select access.caseload_families())::uuid[])`;
/** What the functions below ask each other; the application asks none of these about anybody. */
const AMONG_THEMSELVES = [
  'homework_of(uuid, uuid)',
  'safe_address(uuid, uuid)',
  'standing_asks(uuid, uuid, uuid)',
  'asked_reminder_is_due(reminder, date, timestamptz)',
];
const FOR_THE_APPLICATION = ['reminder_lines(uuid)', 'reminder_is_wanted(uuid, uuid, text, uuid)'];
const FUNCTIONS = [...AMONG_THEMSELVES, ...FOR_THE_APPLICATION];

/**
 * Reminders that a therapist asks for. Whoever is to be reminded has to have said yes to that, in the row only they read;
 * a therapist learns of it no more than whether they may ask. An ask is not a mail: the next round of reminders makes one
 * of it, or of several at once, at the hour the person chose.
 */
export class AskedReminders1764104300000 implements MigrationInterface {
  name = 'AskedReminders1764104300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reminder add column when_asked boolean not null default false;
      grant update (when_asked) on reminder to common_ground_app;
      alter table share add constraint share_of_family unique (practice_id, id, family_id);

      create table reminder_ask (
        practice_id uuid not null,
        id uuid not null,
        share_id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        person_id uuid not null,
        asked_by uuid not null,
        asked_on date not null,
        asked_at timestamptz(3) not null default now(),
        mail_id uuid,
        primary key (practice_id, id),
        unique (practice_id, share_id, member_id, asked_on),
        foreign key (practice_id, share_id, family_id) references share (practice_id, id, family_id),
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, person_id) references person,
        foreign key (practice_id, asked_by) references person,
        foreign key (practice_id, mail_id) references mail
      );
      create index reminder_ask_by_share on reminder_ask (practice_id, share_id, member_id, asked_at);
      create index reminder_ask_by_person on reminder_ask (practice_id, person_id, asked_at);
      create index reminder_ask_by_family on reminder_ask (practice_id, family_id);
      alter table reminder_ask enable row level security;
      alter table reminder_ask force row level security;
      grant select, insert on reminder_ask to common_ground_app;
      create policy reminder_ask_select on reminder_ask for select to common_ground_app using (${LED});
      create policy reminder_ask_insert on reminder_ask for insert to common_ground_app
        with check (${LED} and asked_by = (select access.person()) and asked_on = (select access.today())
          and mail_id is null);
      grant select, update (mail_id) on reminder_ask to common_ground_relations;
      create policy reminder_ask_relations on reminder_ask for select to common_ground_relations using (true);
      create policy reminder_ask_note on reminder_ask for update to common_ground_relations
        using (true) with check (true);

      grant create on schema access to common_ground_relations;

      -- All homework that has opened to a person, round by round, and how it stands. It asks as them; who asks is as
      -- before when it is over, since the settings are the function's own. Older rounds stay where something was begun in
      -- them, which nobody else may learn: what a therapist is told of goes by the newest alone. Nor may they learn of what
      -- was put off and is kept for oneself.
      create function access.homework_of(practice uuid, person uuid)
        returns table (task_id uuid, share_id uuid, member_id uuid, standing text, is_newest boolean,
          is_put_off_aloud boolean)
        language plpgsql stable security definer set search_path = public, pg_temp
        set app.practice_id = '' set app.person_id = '' set app.roles = '' as $$
        begin
          perform set_config('app.practice_id', practice::text, true), set_config('app.person_id', person::text, true),
            set_config('app.roles', '{}', true);
          return query select t.id, t.share_id, t.member_id, case
              when t.sent_at is not null then 'sent'
              when t.id <> all ((select access.live_tasks() as sight)::uuid[]) then 'closed'
              when exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id
                and w.prompt_id = '~not-this-week' and w.value #>> '{}' > access.today()::text) then 'put-off'
              else 'waits' end, not newer.is_there,
              exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id
                and w.prompt_id = '~not-this-week' and w.sent_at is not null and w.visibility <> 'not-yet')
            from task t join share s on s.practice_id = t.practice_id and s.id = t.share_id
              join document d on d.practice_id = t.practice_id and d.id = t.document_id
              cross join lateral (select exists (select from task n
                where n.practice_id = t.practice_id and n.share_id = t.share_id and n.member_id = t.member_id
                  and n.round > t.round and n.given_at <= now()) as is_there) newer
            where t.practice_id = practice and t.person_id = person and t.given_at <= now() and d.kind = 'worksheet'
              and not (s.rhythm is not null and t.sent_at is null and newer.is_there
                and not exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id));
        end $$;

      create or replace function access.has_open_homework(practice uuid, person uuid) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return exists (select from access.homework_of(practice, person) h where h.standing = 'waits');
        end $$;

      -- The address of one place, where it is confirmed and e-mail is written down as the safe way.
      create function access.safe_address(practice uuid, member uuid) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
          select trim(m.contact) from member m
            join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
          where m.practice_id = practice and m.id = member and m.state = 'confirmed' and m.contact like '%@%'
            and s.channel = 'email'
        $$;

      -- Asks that a mail may still be made of, or that one was made of: not a day and more old, by somebody who still leads
      -- the family, of a share that goes on and of which this person's newest round waits.
      create function access.standing_asks(practice uuid, person uuid, made uuid) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select a.id from reminder_ask a
            join share s on s.practice_id = a.practice_id and s.id = a.share_id
              and s.revoked_at is null and s.stopped_at is null
            join caseload c on c.practice_id = a.practice_id and c.family_id = a.family_id
              and c.therapist_id = a.asked_by and c.ended_at is null
          where a.practice_id = practice and a.person_id = person and a.mail_id is not distinct from made
            and a.asked_at > now() - interval '26 hours'
            and access.safe_address(a.practice_id, a.member_id) is not null
            and exists (select from access.homework_of(practice, person) h
              where h.share_id = a.share_id and h.member_id = a.member_id and h.is_newest and h.standing = 'waits')
        $$;

      -- What a therapist asks for comes on any day of the week, at the hour that was chosen.
      create function access.asked_reminder_is_due(chosen reminder, last_on date, at timestamptz) returns boolean
        language sql stable set search_path = public, pg_temp as $$
          select chosen.when_asked
            and access.reminder_is_due('{1,2,3,4,5,6,7}', chosen.hour, chosen.time_zone, last_on, at)
        $$;

      create or replace function access.make_reminders() returns setof uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          due reminder%rowtype;
          place record;
          asks uuid[];
          made uuid;
        begin
          for due in select * from reminder r
            where access.reminder_is_due(r.days, r.hour, r.time_zone, r.last_on, now())
              or (access.asked_reminder_is_due(r, r.last_on, now()) and exists (select from reminder_ask a
                where a.practice_id = r.practice_id and a.person_id = r.person_id and a.mail_id is null
                  and a.asked_at > now() - interval '26 hours'))
            for update skip locked loop
            select * into place from access.reminder_place(due.practice_id, due.person_id);
            asks := case when due.when_asked
              then array(select access.standing_asks(due.practice_id, due.person_id, null)) else '{}' end;
            continue when place.address is null or (asks = '{}' and not (
              access.reminder_is_due(due.days, due.hour, due.time_zone, due.last_on, now())
              and access.has_open_homework(due.practice_id, due.person_id)));
            update reminder set last_on = (now() at time zone due.time_zone)::date
              where practice_id = due.practice_id and person_id = due.person_id;
            made := gen_random_uuid();
            insert into mail (practice_id, id, sort, about_id, family_id, to_address, language, made_by)
              select p.practice_id, made, 'reminder', p.id, place.family_id, place.address, p.language, p.id
              from person p where p.practice_id = due.practice_id and p.id = due.person_id;
            update reminder_ask set mail_id = made where practice_id = due.practice_id and id = any (asks);
            return next made;
          end loop;
        end $$;

      -- Asked once more when the mail goes out, which may be a while later.
      drop function access.reminder_is_wanted(uuid, uuid, text);
      create function access.reminder_is_wanted(practice uuid, person uuid, address text, made uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from access.reminder_place(practice, person) p where p.address = reminder_is_wanted.address)
            and exists (select from reminder r where r.practice_id = practice and r.person_id = person
              and ((access.reminder_is_due(r.days, r.hour, r.time_zone, null, now())
                  and access.has_open_homework(practice, person))
                or (access.asked_reminder_is_due(r, null, now())
                  and exists (select from access.standing_asks(practice, person, made)))))
        $$;

      -- For a therapist of the family: how a share stands with each of those it went to, and what was asked for last of it.
      create function access.reminder_lines(wanted uuid) returns table (member_id uuid, standing text,
          is_reachable boolean, wants_when_asked boolean, asked_by uuid, asked_on date, went_out_on date, is_on_its_way boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.member_id,
            coalesce((select case when h.standing = 'put-off' and not h.is_put_off_aloud then 'waits' else h.standing end
              from access.homework_of(m.practice_id, m.person_id) h
              where h.share_id = wanted and h.member_id = m.member_id and h.is_newest limit 1), 'to-come'),
            access.safe_address(m.practice_id, m.member_id) is not null,
            coalesce((select r.when_asked from reminder r
              where r.practice_id = m.practice_id and r.person_id = m.person_id), false),
            last.asked_by, last.asked_on, (l.sent_at at time zone p.time_zone)::date,
            last.asked_at > now() - interval '26 hours' and l.sent_at is null and l.came_back_at is null
          from (select distinct t.practice_id, t.member_id, t.person_id from task t
              where t.practice_id = access.practice() and t.share_id = wanted
                and t.family_id = any ((select access.caseload_families() as sight)::uuid[])) m
            join practice p on p.id = m.practice_id
            left join lateral (select a.* from reminder_ask a where a.practice_id = m.practice_id
              and a.share_id = wanted and a.member_id = m.member_id order by a.asked_at desc, a.id desc limit 1) last on true
            left join mail l on l.practice_id = last.practice_id and l.id = last.mail_id
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
    for (const signature of [...FUNCTIONS].reverse().filter((one) => !one.startsWith('homework_of')))
      await runner.query(`drop function access.${signature}`);
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.has_open_homework(practice uuid, person uuid) returns boolean
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

      create or replace function access.make_reminders() returns setof uuid
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

      drop function access.homework_of(uuid, uuid);
      create function access.reminder_is_wanted(practice uuid, person uuid, address text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from reminder r where r.practice_id = practice and r.person_id = person
              and access.reminder_is_due(r.days, r.hour, r.time_zone, null, now()))
            and exists (select from access.reminder_place(practice, person) p where p.address = reminder_is_wanted.address)
            and access.has_open_homework(practice, person)
        $$;
      alter function access.reminder_is_wanted(uuid, uuid, text) owner to common_ground_relations;
      revoke all on function access.reminder_is_wanted(uuid, uuid, text) from public;
      grant execute on function access.reminder_is_wanted(uuid, uuid, text) to common_ground_app;
      revoke create on schema access from common_ground_relations;

      drop table reminder_ask;
      alter table share drop constraint share_of_family;
      alter table reminder drop column when_asked;
    `);
  }
}
