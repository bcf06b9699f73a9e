import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What the function said before, and what it says now: each line is put in where it belongs. */
const RETOLD: readonly (readonly [from: string, to: string])[] = [
  ['ground_rules jsonb)', 'ground_rules jsonb, asked text)'],
  [
    `then s.content -> 'groundRules' end`,
    `then s.content -> 'groundRules' end,
            case when w.id is not null then s.content ->> 'goRound' end`,
  ],
];

/** While everybody is asked once, each phone says what is asked, and not only whose turn it is to answer. */
export class WhatIsAskedInTurn1764105300000 implements MigrationInterface {
  name = 'WhatIsAskedInTurn1764105300000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, from, to), text));
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, (text) => RETOLD.reduce((told, [from, to]) => put(told, to, from), text));
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
