import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEGUN = `exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id)`;

/** One condition of a function that others change too: each line is replaced where it stands by now. */
const RETOLD: readonly (readonly [signature: string, from: string, to: string])[] = [
  // From the day after, it stays with whoever has begun or sent it, and is there for nobody else.
  [
    'reaching(text)',
    't.person_id = me and t.given_at <= now()',
    `t.person_id = me and t.given_at <= now()
            and (s.open_until_on is null or s.open_until_on >= (select access.today()) or t.sent_at is not null
              or ${BEGUN})`,
  ],
  // Nobody is reminded of what takes no answers any more.
  [
    'homework_of(uuid, uuid)',
    `when t.id <> all ((select access.live_tasks() as sight)::uuid[]) then 'closed'`,
    `when t.id <> all ((select access.live_tasks() as sight)::uuid[]) or s.open_until_on < access.today() then 'closed'`,
  ],
];

/**
 * A share may be open until a day. `share.open_until_on` is the last one, in the practice's time zone; what was answered
 * by then stays with its author and with whoever could read it.
 */
export class OpenUntil1764104730000 implements MigrationInterface {
  name = 'OpenUntil1764104730000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table share add column open_until_on date;
      grant update (open_until_on) on share to common_ground_app;

      grant create on schema access to common_ground_relations;
      create function access.takes_answers(task uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from task t
              join share s on s.practice_id = t.practice_id and s.id = t.share_id
            where t.practice_id = access.practice() and t.person_id = access.person() and t.id = takes_answers.task
              and (s.open_until_on is null or s.open_until_on >= access.today()))
        $$;
      alter function access.takes_answers(uuid) owner to common_ground_relations;
      revoke all on function access.takes_answers(uuid) from public;
      grant execute on function access.takes_answers(uuid) to common_ground_app;
      revoke create on schema access from common_ground_relations;

      drop policy answer_insert on answer;
      create policy answer_insert on answer for insert to common_ground_app
        with check (${OWN_AND_LIVE} and access.takes_answers(task_id));

      -- Nor is what was answered written anew, nor sent, whatever asks for it; who may read it stays its author's.
      create function access.demand_in_time() returns trigger language plpgsql
        set search_path = public, pg_temp as $$ begin
          -- What erases words or joins two records has a role of its own, which may not even ask.
          if current_user <> 'common_ground_app' then return new; end if;
          if not access.takes_answers((to_jsonb(new) ->> tg_argv[0])::uuid) then
            raise exception 'this takes no answers any more' using errcode = 'insufficient_privilege';
          end if;
          return new; end $$;
      create trigger answer_in_time before update of value on answer for each row
        when (old.value is distinct from new.value) execute function access.demand_in_time('task_id');
      create trigger task_in_time before update of sent_at on task for each row
        when (old.sent_at is null and new.sent_at is not null) execute function access.demand_in_time('id');
    `);
    for (const [signature, from, to] of RETOLD) await this.#retell(runner, signature, from, to);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [signature, from, to] of [...RETOLD].reverse())
      await this.#retell(runner, signature, to, from);
    await runner.query(`
      drop trigger task_in_time on task;
      drop trigger answer_in_time on answer;
      drop function access.demand_in_time();
      drop policy answer_insert on answer;
      create policy answer_insert on answer for insert to common_ground_app with check (${OWN_AND_LIVE});
      drop function access.takes_answers(uuid);
      revoke update (open_until_on) on share from common_ground_app;
      alter table share drop column open_until_on;
    `);
  }

  async #retell(runner: QueryRunner, signature: string, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef(p.oid) as text, pg_get_userbyid(p.proowner) as owner
       from pg_proc p where p.oid = 'access.${signature}'::regprocedure`,
    )) as { text: string; owner: string }[];
    const { text = '', owner = '' } = found[0] ?? {};
    if (!text.includes(from)) throw new Error(`access.${signature} does not ask whether ${from}`);
    await runner.query(`
      grant create on schema access to ${owner};
      ${text.replaceAll(from, () => to)};
      revoke create on schema access from ${owner};
    `);
  }
}

const OWN_AND_LIVE = `practice_id = (select access.practice()) and author_id = (select access.person())
          and task_id = any ((select access.live_tasks())::uuid[])`;
