import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `session_id uuid, minutes int, begun_at timestamptz, entered_at timestamptz, ended_at timestamptz, ends text,
  breathing boolean, entry jsonb, place int, total int, revision int`;
const TURN = 'turn text, my_turn boolean';

const WHAT = `select s.id, s.minutes, r.begun_at, r.entered_at, r.ended_at, r.ends, coalesce(r.breathing, false), e.entry,
            e.place::int, coalesce(jsonb_array_length(r.entries), 0), coalesce(r.revision, 0)`;
const WHOSE = `,
            w.display_name, coalesce(w.id = access.person(), false)`;
const FROM = `
          from session_reply a
            join family_session s on s.practice_id = a.practice_id and s.id = a.session_id and s.called_off_at is null
            left join session_run r on r.practice_id = s.practice_id and r.session_id = s.id
            left join lateral (
              select one.entry, one.place from jsonb_array_elements(r.entries) with ordinality as one (entry, place)
              where one.entry ->> 'id' = r.at_entry and r.ends is null) e on true`;
/** Somebody of the family who comes, as things are at this moment, or somebody of its staff. */
const WHO = `
            left join member m on m.practice_id = r.practice_id and m.family_id = r.family_id and r.ends is null
              and m.id::text = r.round ->> 'at' and exists (select from session_reply q
                where q.practice_id = r.practice_id and q.session_id = r.session_id and q.member_id = m.id
                  and q.reply is distinct from 'cannot' and access.asking_stands(q.practice_id, q.id))
            left join person w on w.practice_id = r.practice_id and r.ends is null
              and w.id::text = coalesce(m.person_id::text, r.round ->> 'at')`;
const WHERE = `
          where a.practice_id = access.practice() and a.session_id = hour and a.reply is distinct from 'cannot'
            and a.id = any ((select access.open_askings() as sight)::uuid[])`;

/** While everybody is asked once, each phone shows whose turn it is. */
export class WhoseTurn1764103110000 implements MigrationInterface {
  name = 'WhoseTurn1764103110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_run add column round jsonb;
      grant update (round) on session_run to common_ground_app;
      grant select (family_id, round) on session_run to common_ground_relations;
    `);
    await this.#tell(runner, `${COLUMNS}, ${TURN}`, `${WHAT}${WHOSE}${FROM}${WHO}${WHERE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#tell(runner, COLUMNS, `${WHAT}${FROM}${WHERE}`);
    await runner.query(`
      revoke select (family_id, round) on session_run from common_ground_relations;
      alter table session_run drop column round;
    `);
  }

  async #tell(runner: QueryRunner, columns: string, query: string): Promise<void> {
    await runner.query(`
      drop function access.followed_hour(uuid);
      create function access.followed_hour(hour uuid) returns table (${columns})
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin return query ${query};
        end $$;
      grant create on schema access to common_ground_relations;
      alter function access.followed_hour(uuid) owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.followed_hour(uuid) from public;
      grant execute on function access.followed_hour(uuid) to common_ground_app;
    `);
  }
}
