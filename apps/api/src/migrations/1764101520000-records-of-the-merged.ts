import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked about one record, and what has to be asked about all records that are the same human being. */
const RETOLD = {
  'access_log(timestamptz, uuid, int)': [
    [
      'me uuid := access.person();',
      `me uuid := access.person();
    mine uuid[] := access.records_of(me);`,
    ],
    ['a.subject_ids @> array[me] and a.actor_id <> me', 'a.subject_ids && mine and a.actor_id <> all (mine)'],
  ],
  'erase_own_words(uuid)': [
    ['i.person_id = asked.person_id', 'i.person_id = any (access.records_of(asked.person_id))'],
  ],
} as const;

/**
 * What was recorded is never rewritten, so it goes on naming the record that was given up. Whoever is told what was
 * done with what is theirs is told of all their records; and what a save was answered with is erased of all of them.
 */
export class RecordsOfTheMerged1764101520000 implements MigrationInterface {
  name = 'RecordsOfTheMerged1764101520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_records;
      create function access.records_of(someone uuid) returns uuid[]
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return array(select p.id from person p where p.practice_id = access.practice()
            and (p.id = someone or p.merged_into = someone));
        end $$;
      alter function access.records_of(uuid) owner to common_ground_records;
      revoke all on function access.records_of(uuid) from public;
    `);
    await this.#retell(runner, (text, [before, after]) => this.#put(text, before, after));
    await runner.query(`revoke create on schema access from common_ground_records;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_records;`);
    await this.#retell(runner, (text, [before, after]) => this.#put(text, after, before));
    await runner.query(`
      revoke create on schema access from common_ground_records;
      drop function access.records_of(uuid);
    `);
  }

  async #retell(
    runner: QueryRunner,
    change: (text: string, pair: readonly [string, string]) => string,
  ): Promise<void> {
    for (const [signature, pairs] of Object.entries(RETOLD)) {
      const found = (await runner.query(
        `select pg_get_functiondef('access.${signature}'::regprocedure) as text`,
      )) as { text: string }[];
      await runner.query(pairs.reduce(change, found[0]?.text ?? ''));
    }
  }

  #put(text: string, from: string, to: string): string {
    if (!text.includes(from)) throw new Error(`No function says any more: ${from}`);
    return text.replace(from, () => to);
  }
}
