import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
const ASKED = 'asking_id = any ((select access.open_askings())::uuid[])';
const OPEN = 'asking_id = any ((select access.askings_to_look_back())::uuid[])';

const FUNCTIONS = ['ended_hours()', 'askings_to_look_back()', 'my_look_backs()'];
/** Of looking back the records' role learns whose it is, and writes only that it is gone. */
const FOR_RECORDS = 'practice_id, asking_id, family_id, revision';

const REPLIES_ONLY = "update session_reply r set words = ''";
const LOOKS_TOO = `update look_back b set choice = null, words = '', sent_at = null, revision = b.revision + 1
          where b.practice_id = here and b.family_id = asked.family_id
            and exists (select from session_reply r join member m on m.practice_id = here and m.id = r.member_id
              where r.practice_id = here and r.id = b.asking_id
                and m.person_id = any ((select access.records_of(asked.person_id) as sight)::uuid[]));
        ${REPLIES_ONLY}`;
const TOLD = "'{sessions.show,";
const TOLD_ALSO = "'{sessions.read-look-backs,sessions.show,";

/**
 * What each person says about an hour afterwards. It hangs on being asked, and is read by its author while they could
 * come, and by the family's therapists once it was sent; a change takes it back until it is sent anew.
 */
export class LookingBack1764104100000 implements MigrationInterface {
  name = 'LookingBack1764104100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_reply add unique (practice_id, id, family_id);
      create table look_back (
        practice_id uuid not null,
        asking_id uuid not null,
        family_id uuid not null,
        question text not null check (question in ('said', 'pace', 'next')),
        choice text,
        words text not null,
        revision int not null,
        saved_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        primary key (practice_id, asking_id, question),
        foreign key (practice_id, asking_id, family_id) references session_reply (practice_id, id, family_id)
      );
      create index look_back_by_family on look_back (practice_id, family_id);
      alter table look_back enable row level security;
      alter table look_back force row level security;
      grant select, insert, update (choice, words, revision, saved_at, sent_at) on look_back to common_ground_app;

      grant select on look_back to common_ground_relations;
      create policy look_back_relations on look_back for select to common_ground_relations using (true);

      -- The hours that have ended and to which the person in context is asked, and until when they look back on each.
      create function access.ended_hours() returns table (asking_id uuid, until_at timestamptz, is_open boolean)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin return query
          select r.id, h.ended_at + interval '14 days', h.ended_at + interval '14 days' > now()
          from session_reply r
            join session_run h on h.practice_id = r.practice_id and h.session_id = r.session_id and h.ends is not null
          where r.practice_id = access.practice() and r.id = any ((select access.open_askings() as sight)::uuid[]);
        end $$;

      create function access.askings_to_look_back() returns uuid[] language plpgsql stable
        security definer set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(e.asking_id), '{}') from access.ended_hours() e where e.is_open); end $$;

      -- Their own words also where the hour is not open to them any more; of the hour itself nothing.
      create function access.my_look_backs() returns table (family_id uuid, question text, choice text, words text,
          saved_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin return query
          select b.family_id, b.question, b.choice, b.words, b.saved_at from look_back b
            join session_reply r on r.practice_id = b.practice_id and r.id = b.asking_id
            join member m on m.practice_id = r.practice_id and m.id = r.member_id
            join member k on k.practice_id = m.practice_id and k.id = coalesce(m.merged_into, m.id)
          where b.practice_id = access.practice() and k.person_id = access.person()
            and (b.choice is not null or b.words <> '');
        end $$;
    `);
    for (const signature of FUNCTIONS)
      await runner.query(`
        grant create on schema access to common_ground_relations;
        alter function access.${signature} owner to common_ground_relations;
        revoke create on schema access from common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    await runner.query(`
      create policy look_back_select on look_back for select to common_ground_app
        using (${HERE} and (${ASKED} or ${LED} and sent_at is not null));
      create policy look_back_insert on look_back for insert to common_ground_app
        with check (${HERE} and ${OPEN} and revision = 1 and sent_at is null);
      create policy look_back_update on look_back for update to common_ground_app
        using (${HERE} and ${OPEN}) with check (${HERE} and ${OPEN});

      grant select (id) on session_reply to common_ground_records;
      grant select (${FOR_RECORDS}), update (choice, words, sent_at, revision) on look_back to common_ground_records;
      create policy look_back_records on look_back for select to common_ground_records using (true);
      create policy look_back_erase on look_back for update to common_ground_records
        using (true) with check (choice is null and words = '' and sent_at is null);
    `);
    await this.#retell(runner, 'erase_own_words(uuid)', REPLIES_ONLY, LOOKS_TOO);
    await this.#retell(runner, 'access_log(timestamptz, uuid, int)', TOLD, TOLD_ALSO);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, 'access_log(timestamptz, uuid, int)', TOLD_ALSO, TOLD);
    await this.#retell(runner, 'erase_own_words(uuid)', LOOKS_TOO, REPLIES_ONLY);
    await runner.query(`
      drop table look_back;
      revoke select (id) on session_reply from common_ground_records;
      ${[...FUNCTIONS]
        .reverse()
        .map((signature) => `drop function access.${signature};`)
        .join('\n')}
      alter table session_reply drop constraint session_reply_practice_id_id_family_id_key;
    `);
  }

  async #retell(runner: QueryRunner, signature: string, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.${signature}'::regprocedure) as text`,
    )) as {
      text: string;
    }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.${signature} does not say: ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_records;
      ${text.replace(from, () => to)};
      revoke create on schema access from common_ground_records;
    `);
  }
}
