import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What the function said before, and what it says now: each line is put in where it belongs. */
const RETOLD: readonly (readonly [from: string, to: string])[] = [
  ['turn text, my_turn boolean', 'turn text, my_turn boolean, play jsonb'],
  [
    'coalesce(w.id = access.person(), false)',
    `coalesce(w.id = access.person(), false),
            case when r.ends is null then (r.play - 'parts') || jsonb_build_object('mine', (
              select coalesce(jsonb_agg(part ->> 'roleId'), '[]') from jsonb_array_elements(r.play -> 'parts') part
                join member x on x.practice_id = r.practice_id and x.family_id = r.family_id
                  and x.id::text = part ->> 'by' and x.person_id = access.person())) end`,
  ],
];

/** A script that is played in the hour: where everybody is in it, and on each phone which part is one’s own. */
export class PlayedTogether1764103710000 implements MigrationInterface {
  name = 'PlayedTogether1764103710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_run add column play jsonb;
      grant update (play) on session_run to common_ground_app;
      grant select (play) on session_run to ${RELATIONS};
    `);
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, from, to), text));
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, to, from), text));
    await runner.query(`
      revoke select (play) on session_run from ${RELATIONS};
      alter table session_run drop column play;
    `);
  }

  /** What a function answers cannot be changed in its place. */
  async #retell(runner: QueryRunner, how: (text: string) => string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.followed_hour(uuid)'::regprocedure) as text`,
    )) as { text: string }[];
    await runner.query(`
      drop function access.followed_hour(uuid);
      ${how(found[0]?.text ?? '')};
      grant create on schema access to ${RELATIONS};
      alter function access.followed_hour(uuid) owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
      revoke all on function access.followed_hour(uuid) from public;
      grant execute on function access.followed_hour(uuid) to common_ground_app;
    `);
  }
}

function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`access.followed_hour does not say: ${from}`);
  return text.replace(from, () => to);
}
