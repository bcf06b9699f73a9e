import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWERS_ONLY = 'update answer a set value = null';
const REPLIES_TOO = `update session_reply r set words = '', revision = r.revision + 1
          where r.practice_id = here and r.family_id = asked.family_id
            and exists (select from member m where m.practice_id = here and m.id = r.member_id
              and m.person_id = any ((select access.records_of(asked.person_id) as sight)::uuid[]));
        ${ANSWERS_ONLY}`;

/** What somebody said when they were asked to an hour is theirs: to take along, and to have erased. */
export class OwnReplies1764102620000 implements MigrationInterface {
  name = 'OwnReplies1764102620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Their own words also where the asking is not open to them any more; of the hour itself nothing.
      create function access.my_replies() returns table (id uuid, family_id uuid, reply text, words text, replied_at timestamptz)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin return query
          select r.id, r.family_id, r.reply, r.words, r.replied_at from session_reply r
            join member m on m.practice_id = r.practice_id and m.id = r.member_id
            join member k on k.practice_id = m.practice_id and k.id = coalesce(m.merged_into, m.id)
          where r.practice_id = access.practice() and k.person_id = access.person() and r.reply is not null;
        end $$;
      grant create on schema access to common_ground_relations;
      alter function access.my_replies() owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.my_replies() from public;
      grant execute on function access.my_replies() to common_ground_app;

      grant select (practice_id, family_id, member_id, revision), update (words, revision) on session_reply
        to common_ground_records;
      create policy session_reply_records on session_reply for select to common_ground_records using (true);
      create policy session_reply_erase on session_reply for update to common_ground_records
        using (true) with check (words = '');
    `);
    await this.#retell(runner, ANSWERS_ONLY, REPLIES_TOO);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, REPLIES_TOO, ANSWERS_ONLY);
    await runner.query(`
      drop policy session_reply_erase on session_reply;
      drop policy session_reply_records on session_reply;
      revoke all on session_reply from common_ground_records;
      drop function access.my_replies();
    `);
  }

  async #retell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.erase_own_words(uuid)'::regprocedure) as text`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.erase_own_words does not say: ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_records;
      ${text.replace(from, () => to)};
      revoke create on schema access from common_ground_records;
    `);
  }
}
