import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const AHEAD = 's.called_off_at is null';
const AND_NOT_ENDED = `not exists (select from session_run e
      where e.practice_id = s.practice_id and e.session_id = s.id and e.ended_at is not null)`;

/** An hour that was held before its day is not ahead any more: nothing is due before it. */
export class EndedIsNotAhead1764105301000 implements MigrationInterface {
  name = 'EndedIsNotAhead1764105301000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, AHEAD, `${AHEAD} and ${AND_NOT_ENDED}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, `${AHEAD} and ${AND_NOT_ENDED}`, AHEAD);
  }

  async #retell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.hours_ahead()'::regprocedure) as text`,
    )) as { text: string }[];
    const parts = (found[0]?.text ?? '').split(from);
    // The papers on the agenda of an hour, and its own plan.
    if (parts.length !== 3) throw new Error(`access.hours_ahead does not say twice: ${from}`);
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      ${parts.join(to)};
      alter function access.hours_ahead() owner to ${RELATIONS};
      revoke create on schema access from ${RELATIONS};
    `);
  }
}
