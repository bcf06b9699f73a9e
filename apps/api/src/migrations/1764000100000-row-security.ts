import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the application's role may do to each table. A command that is not here is not granted. */
const GRANTS: Readonly<Record<string, string>> = {
  practice: 'select',
  person: 'select, insert',
  staff_role: 'select',
  supervision: 'select',
  family: 'select, insert',
  caseload: 'select, insert',
  member: 'select, insert, update (state, contact)',
  consent: 'select, insert, update (revoked_at)',
  signed_in: '',
  demo_persona: '',
  credential: '',
  document: 'select, insert, update (state, updated_at)',
  document_draft: 'select, insert, update (revision, title, content, written_by, written_at)',
  document_draft_history: 'select, insert',
  document_version: 'select, insert',
  review: 'select, insert, update (state, verdict, summary, version_hash, decided_at)',
  review_comment: 'select, insert, update (sent_at)',
  share: 'select, insert, update (revoked_at)',
  task: 'select, insert, update (sent_at)',
  answer: 'select, insert, update (value, visibility, revision, saved_at, sent_at)',
  answer_history: 'select, insert',
  feedback: 'select, insert',
  idempotency: 'select, insert',
  audit: 'insert',
};

/** The tables from which relations between people are read, by a role that can do nothing else. */
const RELATION_TABLES = [
  'person',
  'staff_role',
  'supervision',
  'family',
  'caseload',
  'member',
  'consent',
  'document',
  'review',
  'share',
  'task',
  'answer',
  'demo_persona',
  'practice',
] as const;

/**
 * The third wall, written without a look at the first two: row-level security forced on every table, for a role that
 * owns nothing. Each policy compares columns of the row with an array worked out once per statement. The arrays come
 * from SECURITY DEFINER functions of a role that nobody can log in as. Without a person in the transaction's context
 * every one of them raises, so a forgotten context is an error and never an empty list.
 */
export class RowSecurity1764000100000 implements MigrationInterface {
  name = 'RowSecurity1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema access;
      grant usage on schema access to common_ground_app, common_ground_relations;
      grant create on schema access to common_ground_relations;
      grant usage on schema public to common_ground_app, common_ground_relations;

      create function access.person() returns uuid language plpgsql stable set search_path = pg_catalog as $$
      declare found text := nullif(current_setting('app.person_id', true), '');
      begin
        if found is null then
          raise exception 'no person in context' using errcode = 'insufficient_privilege';
        end if;
        return found::uuid;
      end $$;

      create function access.practice() returns uuid language plpgsql stable set search_path = pg_catalog as $$
      declare found text := nullif(current_setting('app.practice_id', true), '');
      begin
        if found is null then
          raise exception 'no practice in context' using errcode = 'insufficient_privilege';
        end if;
        return found::uuid;
      end $$;
    `);

    for (const table of Object.keys(GRANTS)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      if (GRANTS[table] !== '')
        await runner.query(`grant ${GRANTS[table]} on ${table} to common_ground_app;`);
    }
    for (const table of RELATION_TABLES) {
      await runner.query(`
        grant select on ${table} to common_ground_relations;
        create policy ${table}_relations on ${table} for select to common_ground_relations using (true);
      `);
    }
    await runner.query(`
      grant select, insert, update on signed_in to common_ground_relations;
      create policy signed_in_read on signed_in for select to common_ground_relations using (true);
      create policy signed_in_open on signed_in for insert to common_ground_relations with check (true);
      create policy signed_in_touch on signed_in for update to common_ground_relations using (true) with check (true);
      grant select, update on credential to common_ground_relations;
      create policy credential_read on credential for select to common_ground_relations using (true);
      create policy credential_note on credential for update to common_ground_relations using (true) with check (true);
    `);

    await this.#relations(runner);
    await this.#signIn(runner);
    await this.#policies(runner);
    await this.#onceAndForAll(runner);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async #relations(runner: QueryRunner): Promise<void> {
    // PL/pgSQL keeps the plans of a session; before PostgreSQL 18 a function in SQL is planned anew at each call.
    const reader = async (name: string, type: string, body: string): Promise<void> => {
      await runner.query(`
        create function access.${name}() returns ${type} language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return (${body}); end $$;
        alter function access.${name}() owner to common_ground_relations;
        revoke all on function access.${name}() from public;
        grant execute on function access.${name}() to common_ground_app, common_ground_relations;
      `);
    };
    const me = `practice_id = access.practice()`;

    await reader(
      'today',
      'date',
      `select (now() at time zone time_zone)::date from practice where id = access.practice()`,
    );
    await reader(
      'has_staff_role',
      'boolean',
      `select exists (select from staff_role where ${me} and person_id = access.person())`,
    );
    await reader(
      'is_therapist',
      'boolean',
      `select exists (select from staff_role where ${me} and person_id = access.person() and role = 'therapist')`,
    );
    await reader(
      'caseload_families',
      'uuid[]',
      `select coalesce(array_agg(c.family_id), '{}') from caseload c
         join staff_role r on r.practice_id = c.practice_id and r.person_id = c.therapist_id and r.role = 'therapist'
       where c.practice_id = access.practice() and c.therapist_id = access.person()`,
    );
    await reader(
      'worked_documents',
      'uuid[]',
      `select coalesce(array_agg(id), '{}') from document
       where ${me} and (family_id = any (access.caseload_families())
         or (family_id is null and author_id = access.person() and access.is_therapist()))`,
    );
    await reader(
      'unplaced_people',
      'uuid[]',
      `select coalesce(array_agg(p.id), '{}') from person p
       where p.practice_id = access.practice()
         and not exists (select from member m where m.practice_id = p.practice_id and m.person_id = p.id)
         and not exists (select from staff_role r where r.practice_id = p.practice_id and r.person_id = p.id)`,
    );
    await reader(
      'opened_families',
      'uuid[]',
      `select coalesce(array_agg(id), '{}') from family where ${me} and opened_by = access.person()`,
    );
    await reader(
      'joined_families',
      'uuid[]',
      `select coalesce(array_agg(family_id), '{}') from member
       where ${me} and person_id = access.person() and state = 'confirmed'`,
    );
    await reader(
      'client_families',
      'uuid[]',
      `select coalesce(array_agg(f.id), '{}') from family f
         join member m on m.practice_id = f.practice_id and m.family_id = f.id and m.person_id = f.client_id
       where f.practice_id = access.practice() and f.client_id = access.person() and m.state = 'confirmed'`,
    );
    await reader(
      'supervised_reviews',
      'uuid[]',
      `select coalesce(array_agg(r.id), '{}') from review r
       where r.practice_id = access.practice() and r.supervisor_id = access.person() and r.state <> 'withdrawn'
         and exists (select from supervision s
           where s.practice_id = r.practice_id and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id
             and s.from_on <= access.today() and (s.until_on is null or s.until_on >= access.today()))`,
    );
    await reader(
      'supervised_documents',
      'uuid[]',
      `select coalesce(array_agg(distinct document_id), '{}') from review
       where ${me} and id = any (access.supervised_reviews())`,
    );
    await reader(
      'supervised_versions',
      'uuid[]',
      `select coalesce(array_agg(distinct version_id), '{}') from review
       where ${me} and id = any (access.supervised_reviews())`,
    );
    await reader(
      'supervised_families',
      'uuid[]',
      `select coalesce(array_agg(distinct family_id) filter (where family_id is not null), '{}') from review
       where ${me} and id = any (access.supervised_reviews())`,
    );
    await reader(
      'live_tasks',
      'uuid[]',
      `select coalesce(array_agg(t.id), '{}')
       from task t
         join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
         join member m on m.practice_id = t.practice_id and m.id = t.member_id and m.state = 'confirmed'
         join document d on d.practice_id = t.practice_id and d.id = t.document_id
       where t.practice_id = access.practice() and t.person_id = access.person()
         and (m.relation = 'client' or exists (select from consent c
           where c.practice_id = t.practice_id and c.family_id = t.family_id and c.member_id = t.member_id
             and c.revoked_at is null and d.kind = any (c.kinds)
             and (c.until_on is null or c.until_on >= access.today())))`,
    );
    await reader(
      'live_documents',
      'uuid[]',
      `select coalesce(array_agg(distinct document_id), '{}') from task where ${me} and id = any (access.live_tasks())`,
    );
    await reader(
      'live_versions',
      'uuid[]',
      `select coalesce(array_agg(distinct version_id), '{}') from task where ${me} and id = any (access.live_tasks())`,
    );
    await reader(
      'live_shares',
      'uuid[]',
      `select coalesce(array_agg(distinct share_id), '{}') from task where ${me} and id = any (access.live_tasks())`,
    );
    await reader(
      'readable_answers',
      'uuid[]',
      `select coalesce(array_agg(id), '{}') from answer
       where ${me} and family_id = any (access.caseload_families()) and sent_at is not null and visibility <> 'not-yet'`,
    );
    await reader(
      'known_people',
      'uuid[]',
      `select coalesce(array_agg(distinct id), '{}') from (
         select access.person() as id
         union all
         select person_id from staff_role where ${me} and access.has_staff_role()
         union all
         select person_id from member where ${me} and family_id = any (access.caseload_families())
         union all
         select client_id from family where ${me} and id = any (access.opened_families())
         union all
         select person_id from member where ${me} and family_id = any (access.client_families())
         union all
         select therapist_id from caseload where ${me} and family_id = any (access.joined_families())
         union all
         select shared_by from share where ${me} and id = any (access.live_shares())
         union all
         select client_id from family where ${me} and id = any (access.supervised_families())
       ) known`,
    );
  }

  /** Opening and reading sessions happens before anybody is in context, so it is done by functions alone. */
  async #signIn(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.persona(wanted text) returns table (practice_id uuid, person_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select practice_id, person_id from demo_persona where persona = wanted
        $$;

      create function access.personas() returns table (persona text, display_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select d.persona, p.display_name from demo_persona d
            join person p on p.practice_id = d.practice_id and p.id = d.person_id order by d.place
        $$;

      -- Every attempt counts as a failure until it turns out right, and is counted before the secret is looked at: a
      -- hundred guesses sent at once are a hundred guesses. Nine are free within ten minutes; from the tenth on each
      -- waits twice as long as the one before, from half a minute to a quarter of an hour. Whoever waits is not made to
      -- wait longer, and nobody is locked out for good.
      create function access.attempt(wanted_sort text, wanted_name bytea)
        returns table (practice_id uuid, person_id uuid, secret_hash text)
        language sql security definer set search_path = public, pg_temp as $$
          update credential c set
            failures = case when seen.is_new then 1 else c.failures + 1 end,
            failing_since = case when seen.is_new then now() else c.failing_since end,
            waits_until = case when not seen.is_new and c.failures + 1 >= 10
              then now() + least(interval '30 seconds' * power(2, least(c.failures - 9, 5)), interval '15 minutes') end
          from (select k.ctid as place, k.failing_since is null or (k.failing_since < now() - interval '10 minutes'
              and coalesce(k.waits_until < now() - interval '15 minutes', true)) as is_new
            from credential k where k.sort = wanted_sort and k.name_hash = wanted_name
              and not coalesce(k.waits_until > now(), false) for update) seen
          where c.ctid = seen.place
          returning c.practice_id, c.person_id, c.secret_hash
        $$;

      create function access.note_success(wanted_sort text, wanted_name bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update credential set failures = 0, failing_since = null, waits_until = null
          where sort = wanted_sort and name_hash = wanted_name and failures > 0
        $$;

      create function access.sign_in(practice uuid, person uuid, hash bytea)
        returns void language plpgsql security definer set search_path = public, pg_temp as $$
        declare staff boolean := exists (
          select from staff_role r where r.practice_id = practice and r.person_id = person);
        begin
          insert into signed_in (practice_id, token_hash, person_id, idle_for, lasts_for)
          values (practice, hash, person, interval '15 minutes',
            case when staff then interval '12 hours' else interval '24 hours' end);
        end $$;

      create function access.sign_out(hash bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update signed_in set ended_at = now() where token_hash = hash and ended_at is null
        $$;

      create function access.who(hash bytea, touch boolean)
        returns table (practice_id uuid, person_id uuid, roles text[])
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare seen signed_in%rowtype;
        begin
          select * into seen from signed_in s
          where s.token_hash = hash and s.ended_at is null
            and s.seen_at + s.idle_for > now() and s.began_at + s.lasts_for > now();
          if not found then return; end if;
          -- A write a minute is enough to know who is idle, and keeps reads free of row locks.
          if touch and seen.seen_at < now() - interval '1 minute' then
            update signed_in s set seen_at = now() where s.token_hash = hash;
          end if;
          return query select seen.practice_id, seen.person_id, array(
            select r.role from staff_role r
              where r.practice_id = seen.practice_id and r.person_id = seen.person_id
            union
            select case when f.client_id = m.person_id then 'client' else 'member' end from member m
              join family f on f.practice_id = m.practice_id and f.id = m.family_id
              where m.practice_id = seen.practice_id and m.person_id = seen.person_id and m.state = 'confirmed'
            order by 1);
        end $$;
    `);
    for (const signature of [
      'persona(text)',
      'personas()',
      'attempt(text, bytea)',
      'note_success(text, bytea)',
      'sign_in(uuid, uuid, bytea)',
      'sign_out(bytea)',
      'who(bytea, boolean)',
    ]) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
  }

  async #policies(runner: QueryRunner): Promise<void> {
    const policy = async (
      table: string,
      command: string,
      using: string | null,
      check?: string,
    ): Promise<void> => {
      const clauses = [
        using === null ? '' : `using (practice_id = (select access.practice()) and (${using}))`,
        check === undefined ? '' : `with check (practice_id = (select access.practice()) and (${check}))`,
      ];
      await runner.query(
        `create policy ${table}_${command} on ${table} for ${command} to common_ground_app ${clauses.join(' ')};`,
      );
    };
    const me = '(select access.person())';
    const oneOf = (column: string, reader: string): string =>
      `${column} = any ((select access.${reader}())::uuid[])`;
    const led = oneOf('family_id', 'caseload_families');
    /** Leads the family, or wrote a document that has none. */
    const worksOn = `(${led} or (family_id is null and author_id = ${me} and (select access.is_therapist())))`;
    const worksOnReview = `(${led} or (family_id is null and therapist_id = ${me}))`;

    await runner.query(`create policy practice_select on practice for select to common_ground_app
      using (id = (select access.practice()));`);
    await policy('person', 'select', oneOf('id', 'known_people'));
    await policy('person', 'insert', null, '(select access.is_therapist())');
    await policy('staff_role', 'select', `person_id = ${me} or (select access.has_staff_role())`);
    await policy('supervision', 'select', '(select access.has_staff_role())');
    await policy(
      'family',
      'select',
      `${oneOf('id', 'caseload_families')} or opened_by = ${me} or ${oneOf('id', 'joined_families')}
        or ${oneOf('id', 'supervised_families')}`,
    );
    await policy('family', 'insert', null, `opened_by = ${me} and (select access.is_therapist())`);
    await policy(
      'caseload',
      'select',
      `therapist_id = ${me} or ${led} or ${oneOf('family_id', 'joined_families')}`,
    );
    await policy(
      'caseload',
      'insert',
      null,
      `therapist_id = ${me} and ${oneOf('family_id', 'opened_families')}`,
    );
    await policy(
      'member',
      'select',
      `person_id = ${me} or ${led} or ${oneOf('family_id', 'client_families')}`,
    );
    // A person already placed somewhere is never drawn into another family by knowing their id.
    await policy(
      'member',
      'insert',
      null,
      `${led} and state = 'invited' and ${oneOf('person_id', 'unplaced_people')}`,
    );
    await policy('member', 'update', led, led);
    await policy('consent', 'select', `from_id = ${me} or ${led}`);
    await policy('consent', 'insert', null, `from_id = ${me} and ${oneOf('family_id', 'client_families')}`);
    await policy('consent', 'update', `from_id = ${me}`, `from_id = ${me}`);

    await policy(
      'document',
      'select',
      `${worksOn} or ${oneOf('id', 'supervised_documents')} or ${oneOf('id', 'live_documents')}`,
    );
    await policy('document', 'insert', null, `author_id = ${me} and ${worksOn}`);
    await policy(
      'document',
      'update',
      `${worksOn} or (${oneOf('id', 'supervised_documents')} and state = 'submitted')`,
      `${worksOn} or (${oneOf('id', 'supervised_documents')} and state in ('approved', 'returned'))`,
    );
    await policy('document_draft', 'select', worksOn);
    const ofMyDocument = oneOf('document_id', 'worked_documents');
    await policy('document_draft', 'insert', null, `written_by = ${me} and ${worksOn} and ${ofMyDocument}`);
    await policy('document_draft', 'update', worksOn, `written_by = ${me} and ${worksOn}`);
    await policy('document_draft_history', 'select', worksOn);
    await policy(
      'document_draft_history',
      'insert',
      null,
      `written_by = ${me} and ${worksOn} and ${ofMyDocument}`,
    );
    await policy(
      'document_version',
      'select',
      `${worksOn} or ${oneOf('id', 'supervised_versions')} or ${oneOf('id', 'live_versions')}`,
    );
    await policy('document_version', 'insert', null, `written_by = ${me} and ${worksOn} and ${ofMyDocument}`);

    await policy('review', 'select', `${worksOnReview} or ${oneOf('id', 'supervised_reviews')}`);
    await policy('review', 'insert', null, `${worksOnReview} and ${ofMyDocument} and state = 'waiting'`);
    await policy(
      'review',
      'update',
      `state = 'waiting' and (${worksOnReview} or ${oneOf('id', 'supervised_reviews')})`,
      `supervisor_id = ${me} or (${worksOnReview} and state = 'withdrawn')`,
    );
    await policy(
      'review_comment',
      'select',
      `author_id = ${me} or (sent_at is not null
        and (${worksOnReview} or ${oneOf('document_id', 'supervised_documents')}))`,
    );
    await policy(
      'review_comment',
      'insert',
      null,
      `author_id = ${me} and (${ofMyDocument} or ${oneOf('review_id', 'supervised_reviews')})`,
    );
    await policy('review_comment', 'update', `author_id = ${me}`, `author_id = ${me}`);

    await policy('share', 'select', `${led} or ${oneOf('id', 'live_shares')}`);
    await policy('share', 'insert', null, `shared_by = ${me} and ${led} and ${ofMyDocument}`);
    await policy('share', 'update', led, led);
    await policy('task', 'select', `person_id = ${me} or ${led}`);
    await policy('task', 'insert', null, `${led} and ${ofMyDocument}`);
    await policy('task', 'update', `person_id = ${me}`, `person_id = ${me}`);

    await policy(
      'answer',
      'select',
      `author_id = ${me} or (${led} and sent_at is not null and visibility <> 'not-yet')`,
    );
    await policy('answer', 'insert', null, `author_id = ${me} and ${oneOf('task_id', 'live_tasks')}`);
    await policy(
      'answer',
      'update',
      `author_id = ${me}`,
      `author_id = ${me} and ${oneOf('task_id', 'live_tasks')}`,
    );
    await policy('answer_history', 'select', `author_id = ${me}`);
    await policy('answer_history', 'insert', null, `author_id = ${me}`);
    await policy('feedback', 'select', `to_id = ${me} or ${led}`);
    await policy(
      'feedback',
      'insert',
      null,
      `by_id = ${me} and ${led} and ${oneOf('answer_id', 'readable_answers')}`,
    );

    await policy('idempotency', 'select', `person_id = ${me}`);
    await policy('idempotency', 'insert', null, `person_id = ${me}`);
    await policy('audit', 'insert', null, `actor_id = ${me}`);
  }

  /** What was taken back or sent stays so: no later update may undo it, whoever asks. */
  async #onceAndForAll(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.refuse_undoing() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'what was taken back or sent stays so' using errcode = 'insufficient_privilege';
      end $$;
    `);
    for (const [table, column] of [
      ['consent', 'revoked_at'],
      ['share', 'revoked_at'],
      ['task', 'sent_at'],
    ] as const) {
      await runner.query(`
        create trigger ${table}_once before update of ${column} on ${table} for each row
          when (old.${column} is not null and new.${column} is distinct from old.${column})
          execute function access.refuse_undoing();
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = Object.keys(GRANTS);
    await runner.query(`
      do $$ declare p record; begin
        for p in select policyname, tablename from pg_policies where schemaname = 'public' loop
          execute format('drop policy %I on %I', p.policyname, p.tablename);
        end loop;
      end $$;
      revoke all on ${tables.join(', ')} from common_ground_app, common_ground_relations;
      ${tables.map((table) => `alter table ${table} no force row level security; alter table ${table} disable row level security;`).join('\n')}
      drop schema access cascade;
    `);
  }
}
