import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const IS_ME = 'person_id = (select access.person())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
/** Opened already: what opens later, or waits for another piece, is nothing to anybody but the therapist. */
const OPENED = 'given_at <= now()';
const TO_COME = '(sent_at is null and (given_at is null or given_at > now()))';
const WITHDRAWN = '(sent_at is null and given_at is null)';

/** One condition of a function that others change too: each line is replaced where it stands by now. */
const RETOLD: readonly (readonly [signature: string, from: string, to: string])[] = [
  ['live_tasks()', 't.person_id = access.person()', 't.person_id = access.person() and t.given_at <= now()'],
  // Rounds of one person are no company for whoever is held.
  [
    'live_tasks()',
    'o.share_id = t.share_id and o.id <> t.id',
    'o.share_id = t.share_id and o.member_id <> t.member_id',
  ],
  [
    'merge_standing(uuid, uuid)',
    'o.practice_id = t.practice_id and o.share_id = t.share_id',
    'o.practice_id = t.practice_id and o.share_id = t.share_id and o.round = t.round',
  ],
  [
    'merge_places(uuid, uuid)',
    'o.share_id = t.share_id and o.id <> t.id',
    'o.share_id = t.share_id and o.round = t.round and o.id <> t.id',
  ],
];

/**
 * A share opens now, on a day, in a rhythm, or once another piece was sent. `task.given_at` says when; nothing is put
 * there for the time being and opened by a clock of ours: until that moment the row is unseen. Null means that nobody
 * knows the moment yet, or that there will be none.
 */
export class WhenAShareOpens1764102400000 implements MigrationInterface {
  name = 'WhenAShareOpens1764102400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table share
        add column starts_on date,
        add column after_document_id uuid,
        add column after_days int check (after_days >= 0),
        add column rhythm text check (rhythm in ('day', 'week')),
        add column until_on date,
        add column stopped_at timestamptz(3),
        add foreign key (practice_id, after_document_id, family_id) references document (practice_id, id, family_id),
        add check ((after_document_id is null) = (after_days is null)),
        add check ((rhythm is null) = (until_on is null)),
        add check (after_document_id is null or (starts_on is null and rhythm is null));
      create index share_after_document on share (practice_id, after_document_id) where after_document_id is not null;
      grant update (stopped_at) on share to common_ground_app;

      alter table task
        alter column given_at drop not null,
        add column round int not null default 1 check (round > 0),
        drop constraint task_practice_id_share_id_member_id_key,
        add unique (practice_id, share_id, member_id, round),
        add check (sent_at is null or given_at is not null);
      grant update (given_at) on task to common_ground_app;
      grant select (round) on task to common_ground_merging;

      drop policy task_select on task;
      drop policy task_update on task;
      create policy task_select on task for select to common_ground_app
        using (${HERE} and (${IS_ME} and ${OPENED} or ${LED}));
      create policy task_update on task for update to common_ground_app
        using (${HERE} and (${IS_ME} and ${OPENED} or ${LED} and ${TO_COME}))
        with check (${HERE} and (${IS_ME} and ${OPENED} or ${LED} and ${WITHDRAWN}));

      grant update (given_at) on task to common_ground_relations;
      create policy task_opened on task for update to common_ground_relations using (true) with check (true);
      -- Sending a piece and sharing another one after it take turns: neither misses the other.
      create function access.hold_what_follows(member uuid, document uuid) returns void language sql
        set search_path = pg_catalog, pg_temp as $$
          select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'what follows', member, document), 0))
        $$;
      grant execute on function access.hold_what_follows(uuid, uuid) to common_ground_app, common_ground_relations;

      -- Whoever sends one piece opens what waits for it, to themselves and nobody else.
      create function access.open_what_follows(done uuid) returns void language plpgsql
        security definer set search_path = public, pg_temp as $$
        begin
          perform access.hold_what_follows(t.member_id, t.document_id) from task t
            where t.practice_id = access.practice() and t.id = done and t.person_id = access.person();
          update task n set given_at = case when s.after_days = 0 then now()
            else (access.today() + s.after_days)::timestamp at time zone p.time_zone end
          from task t
            join share s on s.practice_id = t.practice_id and s.after_document_id = t.document_id
            join practice p on p.id = t.practice_id
          where t.practice_id = access.practice() and t.id = done and t.person_id = access.person()
            and t.sent_at is not null and s.stopped_at is null and s.revoked_at is null
            and n.practice_id = s.practice_id and n.share_id = s.id and n.member_id = t.member_id and n.given_at is null;
        end $$;
    `);
    await runner.query(`
      grant create on schema access to common_ground_relations;
      alter function access.open_what_follows(uuid) owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.open_what_follows(uuid) from public;
      grant execute on function access.open_what_follows(uuid) to common_ground_app;
    `);
    for (const [signature, from, to] of RETOLD) await this.#retell(runner, signature, from, to);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [signature, from, to] of [...RETOLD].reverse())
      await this.#retell(runner, signature, to, from);
    await runner.query(`
      drop function access.open_what_follows(uuid);
      drop function access.hold_what_follows(uuid, uuid);
      drop policy task_opened on task;
      revoke update (given_at) on task from common_ground_relations;
      drop policy task_select on task;
      drop policy task_update on task;
      create policy task_select on task for select to common_ground_app
        using (${HERE} and (${IS_ME} or ${LED}));
      create policy task_update on task for update to common_ground_app
        using (${HERE} and (${IS_ME})) with check (${HERE} and (${IS_ME}));
      revoke update (given_at) on task from common_ground_app;
      revoke select (round) on task from common_ground_merging;
      -- What nobody wrote in is lost to nobody. Where somebody did, the key below refuses, and nothing is undone.
      delete from task t where given_at is null or given_at > now()
        or (round > 1 and sent_at is null and not exists (select from answer a
          where a.practice_id = t.practice_id and a.task_id = t.id));
      alter table task
        drop column round,
        add unique (practice_id, share_id, member_id),
        alter column given_at set not null;
      revoke update (stopped_at) on share from common_ground_app;
      drop index share_after_document;
      alter table share
        drop column starts_on, drop column after_document_id, drop column after_days, drop column rhythm,
        drop column until_on, drop column stopped_at;
    `);
  }

  /** Changes one condition of a function and leaves every other one standing, whichever they are by the time this runs. */
  async #retell(runner: QueryRunner, signature: string, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef(p.oid) as text, pg_get_userbyid(p.proowner) as owner
       from pg_proc p where p.oid = 'access.${signature}'::regprocedure`,
    )) as { text: string; owner: string }[];
    const { text = '', owner = '' } = found[0] ?? {};
    if (!text.includes(from)) throw new Error(`access.${signature} does not ask whether ${from}`);
    await runner.query(`
      grant create on schema access to ${owner};
      ${text.replaceAll(from, to)};
      revoke create on schema access from ${owner};
    `);
  }
}
