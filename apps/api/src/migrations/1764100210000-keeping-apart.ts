import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = 'practice_id = (select access.practice())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';

/** Where every task a person reads begins, and what a block or a hold adds to it. */
const MINE = 't.person_id = access.person()';
const MINE_AND_NOT_KEPT_APART = `${MINE}
         and t.member_id <> all ((select access.blocked_members())::uuid[])
         and not (t.member_id = any ((select access.held_members())::uuid[]) and exists (select from task o
           where o.practice_id = t.practice_id and o.share_id = t.share_id and o.id <> t.id))`;

/**
 * Blocks and holds: written and read by a family's therapists alone. Everybody else meets them only through
 * `live_tasks`, where what a block or a hold closes looks like anything else that is closed. The reasons are not even
 * for the role that reads relations.
 */
export class KeepingApart1764100210000 implements MigrationInterface {
  name = 'KeepingApart1764100210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table block (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        one_id uuid not null,
        other_id uuid not null check (one_id < other_id),
        reason text not null,
        set_by uuid not null,
        set_at timestamptz(3) not null default now(),
        lifted_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, family_id, one_id) references member (practice_id, family_id, id),
        foreign key (practice_id, family_id, other_id) references member (practice_id, family_id, id),
        foreign key (practice_id, set_by) references person
      );
      create unique index block_standing on block (practice_id, family_id, one_id, other_id) where lifted_at is null;

      create table hold (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        reason text not null,
        set_by uuid not null,
        set_at timestamptz(3) not null default now(),
        lifted_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, set_by) references person
      );
      create unique index hold_standing on hold (practice_id, member_id) where lifted_at is null;
      create index hold_by_family on hold (practice_id, family_id);
    `);
    for (const [table, people] of [
      ['block', 'one_id, other_id'],
      ['hold', 'member_id'],
    ] as const) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        grant select, insert, update (lifted_at) on ${table} to common_ground_app;
        create policy ${table}_select on ${table} for select to common_ground_app using (${ME} and ${LED});
        create policy ${table}_insert on ${table} for insert to common_ground_app
          with check (${ME} and ${LED} and set_by = (select access.person()) and lifted_at is null);
        create policy ${table}_update on ${table} for update to common_ground_app
          using (${ME} and ${LED}) with check (${ME} and ${LED});
        create trigger ${table}_once before update of lifted_at on ${table} for each row
          when (old.lifted_at is not null and new.lifted_at is distinct from old.lifted_at)
          execute function access.refuse_undoing();
        grant select (practice_id, id, family_id, ${people}, lifted_at) on ${table} to common_ground_relations;
        create policy ${table}_relations on ${table} for select to common_ground_relations using (true);
      `);
    }
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create function access.blocked_members() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(m.id), '{}') from member m
            join family f on f.practice_id = m.practice_id and f.id = m.family_id
            join member c on c.practice_id = m.practice_id and c.family_id = m.family_id and c.person_id = f.client_id
            join block b on b.practice_id = m.practice_id and b.family_id = m.family_id and b.lifted_at is null
              and b.one_id = least(m.id, c.id) and b.other_id = greatest(m.id, c.id)
          where m.practice_id = access.practice() and m.person_id = access.person() and m.id <> c.id); end $$;
      create function access.held_members() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(m.id), '{}') from member m
            join hold h on h.practice_id = m.practice_id and h.member_id = m.id and h.lifted_at is null
          where m.practice_id = access.practice() and m.person_id = access.person()); end $$;
    `);
    for (const name of ['blocked_members', 'held_members']) {
      // Not for the application: with them a person could ask whether somebody keeps them apart.
      await runner.query(`
        alter function access.${name}() owner to common_ground_relations;
        revoke all on function access.${name}() from public;
        grant execute on function access.${name}() to common_ground_relations;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
    await this.#retell(runner, MINE, MINE_AND_NOT_KEPT_APART);
  }

  /** Others have conditions of their own in this function: one is put in, and the rest stays as it is. */
  async #retell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.live_tasks()'::regprocedure) as text`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.live_tasks() does not ask whether ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_relations;
      ${text.replace(from, () => to)};
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, MINE_AND_NOT_KEPT_APART, MINE);
    await runner.query(`
      drop function access.blocked_members();
      drop function access.held_members();
      drop table block, hold;
    `);
  }
}
