import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOR_BOTH = 'and not exists (select from session_reply o';
const NOT_FOR_THE_CLIENT = "and (m.relation = 'client' or not exists (select from session_reply o";
const THE_END = 'and o.withdrawn_at is null)); end';
const THE_END_OF_BOTH = 'and o.withdrawn_at is null))); end';

/** A block between a member and the client closes the hour for the member; the client sees no difference. */
export class TheClientsHourStays1764102630000 implements MigrationInterface {
  name = 'TheClientsHourStays1764102630000';

  up(runner: QueryRunner): Promise<void> {
    return this.#retell(runner, [FOR_BOTH, NOT_FOR_THE_CLIENT], [THE_END, THE_END_OF_BOTH]);
  }

  down(runner: QueryRunner): Promise<void> {
    return this.#retell(runner, [NOT_FOR_THE_CLIENT, FOR_BOTH], [THE_END_OF_BOTH, THE_END]);
  }

  async #retell(runner: QueryRunner, ...changes: readonly (readonly [string, string])[]): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.asking_stands(uuid, uuid)'::regprocedure) as text`,
    )) as { text: string }[];
    let text = found[0]?.text ?? '';
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`access.asking_stands does not say: ${from}`);
      text = text.replace(from, () => to);
    }
    await runner.query(`
      grant create on schema access to common_ground_relations;
      ${text};
      revoke create on schema access from common_ground_relations;
    `);
  }
}
