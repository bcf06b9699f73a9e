import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What a function said before, and what it says now: each line is put in where it belongs. */
interface Retold {
  readonly signature: string;
  readonly lines: readonly (readonly [from: string, to: string])[];
}

const RETOLD: readonly Retold[] = [
  {
    signature: 'my_family_sessions()',
    lines: [
      ['words text, revision integer)', 'words text, revision integer, part text)'],
      [
        'r.reply, r.words, r.revision\n',
        // A place that was taken over stands for the one that took it.
        `r.reply, r.words, r.revision, coalesce((
              select one.person ->> 'role' from jsonb_array_elements(s.content -> 'people') as one (person)
                join member was on was.practice_id = r.practice_id and was.id = (one.person ->> 'id')::uuid
              where one.person ->> 'side' = 'family' and coalesce(was.merged_into, was.id) = r.member_id limit 1),
              'participant')\n`,
      ],
    ],
  },
  {
    signature: 'followed_hour(uuid)',
    lines: [
      ['my_turn boolean, play jsonb)', 'my_turn boolean, play jsonb, ground_rules jsonb)'],
      [
        'and x.person_id = access.person())) end',
        `and x.person_id = access.person())) end,
            case when r.begun_at is not null and r.ends is null then s.content -> 'groundRules' end`,
      ],
    ],
  },
];

/** Whoever is asked to an hour is told what their own part in it is, and while it runs what everybody agreed on. */
export class WhatEachDoes1764104701000 implements MigrationInterface {
  name = 'WhatEachDoes1764104701000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { signature, lines } of RETOLD)
      await this.#retell(runner, signature, (text) =>
        lines.reduce((told, [from, to]) => put(signature, told, from, to), text),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature, lines } of RETOLD)
      await this.#retell(runner, signature, (text) =>
        lines.reduce((told, [from, to]) => put(signature, told, to, from), text),
      );
  }

  /** What a function answers cannot be changed in its place. */
  async #retell(runner: QueryRunner, signature: string, how: (text: string) => string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.${signature}'::regprocedure) as text`,
    )) as { text: string }[];
    await runner.query(`
      drop function access.${signature};
      ${how(found[0]?.text ?? '')};
      grant create on schema access to ${RELATIONS};
      alter function access.${signature} owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
      revoke all on function access.${signature} from public;
      grant execute on function access.${signature} to common_ground_app;
    `);
  }
}

function put(signature: string, text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`access.${signature} does not say: ${from}`);
  return text.replace(from, () => to);
}
