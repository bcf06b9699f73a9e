import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
const OPEN_TO_ME = 'id = any ((select access.open_askings())::uuid[])';

const TOLD = "'{responses.read,";
const TOLD_ALSO = "'{sessions.read-replies,responses.read,";
const FOR_THE_APPLICATION = ['open_askings()', 'my_family_sessions()'];
const FUNCTIONS = ['asking_stands(uuid, uuid)', ...FOR_THE_APPLICATION];

/**
 * Who is asked to an hour, and what they answered. A member reads their own row while nothing keeps them from coming,
 * and of the hour what a calendar holds; the plan stays unseen. Whoever is asked anew gets a new row.
 */
export class AskedToSessions1764102600000 implements MigrationInterface {
  name = 'AskedToSessions1764102600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table family_session
        add column moved int not null default 0 check (moved >= 0),
        add column called_off_at timestamptz(3),
        add unique (practice_id, id, family_id);
      grant update (moved, called_off_at) on family_session to common_ground_app;

      create table session_reply (
        practice_id uuid not null,
        id uuid not null,
        session_id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        asked_by uuid not null,
        asked_at timestamptz(3) not null default now(),
        reply text check (reply in ('coming', 'cannot', 'ask-me')),
        words text not null default '',
        replied_at timestamptz(3),
        withdrawn_at timestamptz(3),
        revision int not null default 0,
        primary key (practice_id, id),
        foreign key (practice_id, session_id, family_id) references family_session (practice_id, id, family_id),
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, asked_by) references person,
        check ((reply is null) = (replied_at is null))
      );
      create unique index session_reply_once on session_reply (practice_id, session_id, member_id)
        where withdrawn_at is null;
      create index session_reply_by_member on session_reply (practice_id, member_id);
      create index session_reply_by_family on session_reply (practice_id, family_id);
      alter table session_reply enable row level security;
      alter table session_reply force row level security;
      grant select, insert, update (reply, words, replied_at, revision, withdrawn_at) on session_reply to common_ground_app;

      grant select (practice_id, id, family_id, starts_on, start_time, time_zone, minutes, content, moved, called_off_at)
        on family_session to common_ground_relations;
      create policy family_session_relations on family_session for select to common_ground_relations using (true);
      grant select on session_reply to common_ground_relations;
      create policy session_reply_relations on session_reply for select to common_ground_relations using (true);

      -- Whether somebody who was asked can come as things are: confirmed, not held, and not kept apart from another
      -- one who is asked.
      create function access.asking_stands(practice uuid, asking uuid) returns boolean language plpgsql stable
        security definer set search_path = public, pg_temp as $$ begin return exists (
          select from session_reply r
            join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.state = 'confirmed'
          where r.practice_id = practice and r.id = asking and r.withdrawn_at is null
            and not exists (select from hold h
              where h.practice_id = r.practice_id and h.member_id = r.member_id and h.lifted_at is null)
            and not exists (select from session_reply o
              join member n on n.practice_id = o.practice_id and n.id = o.member_id and n.state <> 'removed'
              join block b on b.practice_id = o.practice_id and b.lifted_at is null
                and b.one_id = least(o.member_id, r.member_id) and b.other_id = greatest(o.member_id, r.member_id)
              where o.practice_id = r.practice_id and o.session_id = r.session_id and o.withdrawn_at is null)); end $$;

      create function access.open_askings() returns uuid[] language plpgsql stable
        security definer set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(r.id), '{}') from session_reply r
            join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.person_id = access.person()
          where r.practice_id = access.practice() and access.asking_stands(r.practice_id, r.id)); end $$;

      -- The hours somebody is asked to: when and where, and never what for.
      create function access.my_family_sessions() returns table (id uuid, session_id uuid, asked_by uuid,
          starts_at timestamptz, time_zone text, minutes int, place text, link text, moved int, called_off boolean,
          reply text, words text, revision int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          select r.id, s.id, r.asked_by, (s.starts_on + s.start_time) at time zone s.time_zone, s.time_zone, s.minutes,
            s.content ->> 'place', s.content ->> 'link', s.moved, s.called_off_at is not null,
            r.reply, r.words, r.revision
          from session_reply r join family_session s on s.practice_id = r.practice_id and s.id = r.session_id
          where r.practice_id = access.practice() and r.id = any ((select access.open_askings() as sight)::uuid[]);
        end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        grant create on schema access to common_ground_relations;
        alter function access.${signature} owner to common_ground_relations;
        revoke create on schema access from common_ground_relations;
        revoke all on function access.${signature} from public;
      `);
    }
    for (const signature of FOR_THE_APPLICATION)
      await runner.query(`grant execute on function access.${signature} to common_ground_app;`);
    // A therapist asks and takes back; what is answered is said by the one who was asked.
    await runner.query(`
      create policy session_reply_select on session_reply for select to common_ground_app
        using (${HERE} and (${LED} or ${OPEN_TO_ME}));
      create policy session_reply_insert on session_reply for insert to common_ground_app
        with check (${HERE} and ${LED} and asked_by = (select access.person()) and reply is null and words = ''
          and revision = 0 and withdrawn_at is null);
      create policy session_reply_update on session_reply for update to common_ground_app
        using (${HERE} and (${OPEN_TO_ME} or ${LED} and withdrawn_at is null))
        with check (${HERE} and (${OPEN_TO_ME} and withdrawn_at is null or ${LED} and withdrawn_at is not null));
    `);
    await this.#tell(runner, TOLD, TOLD_ALSO);
  }

  /** One's own log tells when a therapist read what one said to being asked. */
  async #tell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.access_log(timestamptz, uuid, int)'::regprocedure) as text`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.access_log does not tell of ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_records;
      ${text.replace(from, () => to)};
      revoke create on schema access from common_ground_records;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#tell(runner, TOLD_ALSO, TOLD);
    await runner.query(`
      drop table session_reply;
      ${FUNCTIONS.map((signature) => `drop function access.${signature};`).join('\n')}
      drop policy family_session_relations on family_session;
      revoke all on family_session from common_ground_relations;
      revoke update (moved, called_off_at) on family_session from common_ground_app;
      alter table family_session drop constraint family_session_practice_id_id_family_id_key,
        drop column moved, drop column called_off_at;
    `);
  }
}
