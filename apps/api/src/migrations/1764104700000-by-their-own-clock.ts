import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What the function said before, and what it says now: each line is put in where it belongs. */
const RETOLD: readonly (readonly [from: string, to: string])[] = [
  ['link text, moved integer)', 'link text, moved integer, own_zone text)'],
  ["s.content ->> 'link', s.moved;", `s.content ->> 'link', s.moved, ${ownZone('r')};`],
  ["s.minutes, '', '', s.moved\n", `s.minutes, '', '', s.moved, ${ownZone('r')}\n`],
];

/** A letter about an hour says when it is by the clock that its reader chose to be reminded by, where they chose one. */
export class ByTheirOwnClock1764104700000 implements MigrationInterface {
  name = 'ByTheirOwnClock1764104700000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, from, to), text));
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, to, from), text));
  }

  /** What a function answers cannot be changed in its place. */
  async #retell(runner: QueryRunner, how: (text: string) => string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.session_letter(uuid, uuid)'::regprocedure) as text`,
    )) as { text: string }[];
    await runner.query(`
      drop function access.session_letter(uuid, uuid);
      ${how(found[0]?.text ?? '')};
      grant create on schema access to ${RELATIONS};
      alter function access.session_letter(uuid, uuid) owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
      revoke all on function access.session_letter(uuid, uuid) from public;
      grant execute on function access.session_letter(uuid, uuid) to common_ground_app;
    `);
  }
}

/** The letter goes to the person of this place and tells nobody else which clock they chose. */
function ownZone(asking: string): string {
  return `(select z.time_zone from member y join reminder z on z.practice_id = y.practice_id and z.person_id = y.person_id
                where y.practice_id = ${asking}.practice_id and y.id = ${asking}.member_id)`;
}

function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`access.session_letter does not say: ${from}`);
  return text.replace(from, () => to);
}
