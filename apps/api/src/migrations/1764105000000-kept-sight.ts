import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** What the kept sight of a person tells, and which function is asked for it. */
const KINDS = ['task', 'share', 'document', 'version', 'sender'] as const;

/**
 * Whatever `access.look_at_reaching` looks at, except what never changes (a document’s kind and family) and answers: they
 * count only for what is over, and of that none is written any more when a sight is kept.
 */
const WATCHED = ['member', 'hold', 'block', 'share', 'consent', 'task'] as const;

/** Whether kept sight `k` is good now. */
const STANDS = `k.good_from <= now() and k.good_until > now() and not exists (select from gone_sight g
              where g.practice_id = k.practice_id and g.person_id = k.person_id)`;

/** One more than its sessions’ facts: whether nothing stood in the way of keeping what reaches the person. */
const SESSION = `practice_id uuid, person_id uuid, roles text[], id uuid, how text, opens text, shared boolean, fresh boolean`;

/**
 * What reaches a person is worked out once and kept until something changes of which it was made: whoever changes that
 * says in the same transaction that it is gone. So for everybody who sees the change the sight is gone, and for everybody
 * who does not see it yet the sight is as it was. Where there is none it is worked out, as before. That it is gone is
 * told by a row of its own and not by taking the kept one away: two who change something of one family would wait for
 * each other there, each perhaps for a row that the other has.
 *
 * A sight may only be kept if nothing of what it is made of is being changed at that moment: a change that is not
 * committed yet is not seen by whoever works it out, and has told already that what there was is gone. So who changes
 * anything of a family holds its turn together with all others who do, until the end of their transaction, and who keeps a
 * sight must have all turns of the person alone, and does without where that is not so at once. Nobody waits for long:
 * keeping is the last thing that is done in its transaction.
 */
export class KeptSight1764105000000 implements MigrationInterface {
  name = 'KeptSight1764105000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Long lists of ids do not press well, and are read as they lie in the row as long as they fit there. It refers
      -- to nobody: what waits for the row of a person could itself be waited for.
      create table kept_sight (
        practice_id uuid not null,
        person_id uuid not null,
        good_from timestamptz(3) not null,
        good_until timestamptz(3) not null,
        ${KINDS.map((kind) => `${kind}s uuid[] not null`).join(', ')},
        primary key (practice_id, person_id)
      ) with (toast_tuple_target = 8160, fillfactor = 70);
      alter table kept_sight ${KINDS.map((kind) => `alter ${kind}s set storage external`).join(', ')};
      alter table kept_sight enable row level security;
      alter table kept_sight force row level security;
      grant select, insert, update, delete on kept_sight to ${RELATIONS};
      create policy kept_sight_kept on kept_sight for all to ${RELATIONS} using (true) with check (true);

      create table gone_sight (practice_id uuid not null, person_id uuid not null);
      create index gone_sight_of on gone_sight (practice_id, person_id);
      alter table gone_sight enable row level security;
      alter table gone_sight force row level security;
      grant select, insert, delete on gone_sight to ${RELATIONS};
      create policy gone_sight_kept on gone_sight for all to ${RELATIONS} using (true) with check (true);

      grant create on schema access to ${RELATIONS};
      ${LOOKING}
      ${KEEPING}
      ${FORGETTING}
    `);
    for (const kind of KINDS) {
      await runner.query(`
        create or replace function access.live_${kind}s() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
          declare sight uuid[];
          begin
            select k.${kind}s into sight from kept_sight k
            where k.practice_id = access.practice() and k.person_id = access.person() and ${STANDS};
            if found then return sight; end if;
            return access.reaching('${kind}');
          end $$;
      `);
    }
    for (const table of WATCHED) {
      await runner.query(`
        create trigger ${table}_comes_to_sight after insert on ${table}
          referencing new table as changed for each statement execute function access.rows_change_sight();
        create trigger ${table}_leaves_sight after delete on ${table}
          referencing old table as changed for each statement execute function access.rows_change_sight();
        create trigger ${table}_changes_sight after update on ${table}
          referencing old table as before new table as after for each statement
          execute function access.changed_rows_change_sight();
      `);
    }
    await runner.query(`
      create trigger practice_changes_sight after update on practice for each row
        when (old.time_zone is distinct from new.time_zone) execute function access.day_changes_sight();
      drop function access.session(bytea, boolean);
      ${session('settled boolean', KEEPS)}
      revoke create on schema access from ${RELATIONS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};
      drop function access.session(bytea, boolean);
      ${session('', '')}
      drop trigger practice_changes_sight on practice;
    `);
    for (const table of WATCHED) {
      await runner.query(`
        drop trigger ${table}_comes_to_sight on ${table};
        drop trigger ${table}_leaves_sight on ${table};
        drop trigger ${table}_changes_sight on ${table};
      `);
    }
    for (const kind of KINDS) {
      await runner.query(`
        create or replace function access.live_${kind}s() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return access.reaching('${kind}'); end $$;
      `);
    }
    await runner.query(`
      drop function access.day_changes_sight();
      drop function access.changed_rows_change_sight();
      drop function access.rows_change_sight();
      drop function access.forget_sight(uuid, uuid[], uuid[]);
      drop function access.keep_sight(uuid, uuid);
      drop function access.end_of_day(date, text);
      drop function access.turn_of(uuid);
      ${REACHING_BEFORE}
      drop function access.look_at_reaching();
      drop table gone_sight;
      drop table kept_sight;
      revoke create on schema access from ${RELATIONS};
    `);
  }
}

/**
 * As it was (`1764104800000-reaching-in-small-steps.ts` tells of its steps), and whether what was found may be kept: not
 * the day after a share was open, when an answer that was begun in time may still be on its way. Older ones have all
 * their answers: nobody can write or delete any.
 */
const LOOKING = `
  create function access.look_at_reaching(out tasks uuid[], out shares uuid[], out documents uuid[], out versions uuid[],
      out senders uuid[], out keeps boolean) language plpgsql stable security definer
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  declare
    here uuid := access.practice();
    me uuid := access.person();
    places uuid[];
    families uuid[];
    guests uuid[];
    held uuid[];
    apart boolean;
    blocked uuid[] := '{}';
    standing uuid[];
    givers uuid[];
    given uuid[];
    over uuid[];
    just_over boolean;
    kept_back uuid[] := '{}';
    covered uuid[];
  begin
    tasks := '{}'; shares := '{}'; documents := '{}'; versions := '{}'; senders := '{}'; keeps := true;
    select array_agg(m.id), array_agg(m.family_id), array_agg(m.id) filter (where m.relation <> 'client'),
        array_agg(m.id) filter (where exists (select from hold h
          where h.practice_id = here and h.member_id = m.id and h.lifted_at is null)),
        bool_or(exists (select from block b
          where b.practice_id = here and b.family_id = m.family_id and b.lifted_at is null))
      into places, families, guests, held, apart
      from member m where m.practice_id = here and m.person_id = me and m.state = 'confirmed';
    if places is not null then
      if apart then blocked := access.blocked_members(); end if;
      select array_agg(s.id), array_agg(s.shared_by), array_agg(distinct s.document_id),
          array_agg(s.id) filter (where case when s.open_until_on is null then false
            else s.open_until_on < (select access.today()) end),
          bool_or(case when s.open_until_on is null then false else s.open_until_on = (select access.today()) - 1 end)
        into standing, givers, given, over, just_over
        from share s where s.practice_id = here and s.family_id = any (families) and s.revoked_at is null;
      if over is not null or held is not null then
        kept_back := array(select k.id from task k where k.practice_id = here and k.person_id = me
          and ((k.share_id = any (over) and k.sent_at is null
              and not exists (select from answer w where w.practice_id = here and w.task_id = k.id))
            or (k.member_id = any (held) and exists (select from task o
              where o.practice_id = here and o.share_id = k.share_id and o.member_id <> k.member_id))));
      end if;
      if guests is not null then
        covered := array(select d.id from consent c
            join document d on d.family_id = c.family_id and (d.kind = any (c.kinds) or d.id = any (c.document_ids))
          where c.practice_id = here and c.member_id = any (guests) and c.revoked_at is null
            and (c.until_on is null or c.until_on >= (select access.today()))
            and d.practice_id = here and d.id = any (given));
      end if;
      select coalesce(array_agg(t.id), '{}'), coalesce(array_agg(t.share_id), '{}'),
          coalesce(array_agg(distinct t.document_id), '{}'), coalesce(array_agg(distinct t.version_id), '{}')
        into tasks, shares, documents, versions
        from task t where t.practice_id = here and t.person_id = me and t.given_at <= now()
          and (t.share_id in (select unnest(standing))) is true
          and t.member_id = any (places) and t.member_id <> all (blocked) and t.id <> all (kept_back)
          and ((t.member_id = any (guests)) is not true or t.document_id = any (covered));
      senders := array(select distinct s.giver from unnest(standing, givers) s (id, giver)
        where (s.id in (select unnest(shares))) is true);
      keeps := not coalesce(just_over, false);
    end if;
  end $$;
  alter function access.look_at_reaching() owner to ${RELATIONS};
  revoke all on function access.look_at_reaching() from public;

  create or replace function access.reaching(what text) returns uuid[] language plpgsql stable security definer
    set search_path = public, pg_temp as $$
  declare
    stands text := access.as_it_stands();
    seen record;
  begin
    if current_setting('app.sight_at_reaching', true) = stands then
      return current_setting('app.sight_' || what, true)::uuid[];
    end if;
    seen := access.look_at_reaching();
    if stands is not null then
      perform set_config('app.sight_task', seen.tasks::text, true), set_config('app.sight_share', seen.shares::text, true),
        set_config('app.sight_document', seen.documents::text, true),
        set_config('app.sight_version', seen.versions::text, true),
        set_config('app.sight_sender', seen.senders::text, true), set_config('app.sight_at_reaching', stands, true);
    end if;
    return case what when 'task' then seen.tasks when 'share' then seen.shares when 'document' then seen.documents
      when 'version' then seen.versions when 'sender' then seen.senders end;
  end $$;`;

/**
 * Keeps what reaches a person until the next thing that time alone changes: the end of the practice’s day, or the next
 * task that is given later. Everybody has one, also who is in no family: that nothing reaches them is known as quickly.
 * @returns false where something of it is being changed right now, so that asking again may help
 */
const KEEPING = `
  create function access.turn_of(id uuid) returns bigint language sql immutable
    return pg_catalog.hashtextextended('sight ' || id::text, 0);
  alter function access.turn_of(uuid) owner to ${RELATIONS};
  revoke all on function access.turn_of(uuid) from public;

  -- Where clocks are put back at one o'clock there are two midnights: the day ends with the first.
  create function access.end_of_day(day date, zone text) returns timestamptz language sql stable
    return (select case when ((m - interval '1 hour') at time zone zone)::date > day then m - interval '1 hour' else m end
      from (select (day + 1)::timestamp at time zone zone as m) midnight);
  alter function access.end_of_day(date, text) owner to ${RELATIONS};
  revoke all on function access.end_of_day(date, text) from public;

  create function access.keep_sight(practice uuid, person uuid) returns boolean language plpgsql security definer
    set search_path = public, pg_temp set app.practice_id = '' set app.person_id = '' as $$
  declare
    place uuid;
    seen record;
    ends timestamptz;
  begin
    if exists (select from kept_sight k where k.practice_id = practice and k.person_id = person and ${STANDS}) then
      return true;
    end if;
    -- With a snapshot from before the turns it would keep what has been changed since.
    if current_setting('transaction_isolation') <> 'read committed' then return false; end if;
    if not pg_try_advisory_xact_lock_shared(access.turn_of(practice))
      or not pg_try_advisory_xact_lock(access.turn_of(person)) then return false; end if;
    for place in select distinct m.family_id from member m where m.practice_id = practice and m.person_id = person loop
      if not pg_try_advisory_xact_lock(access.turn_of(place)) then return false; end if;
    end loop;
    perform set_config('app.practice_id', practice::text, true), set_config('app.person_id', person::text, true);
    seen := access.look_at_reaching();
    if not seen.keeps then return true; end if;
    select least(min(t.given_at), access.end_of_day(access.today(), p.time_zone)) into ends
      from practice p left join task t on t.practice_id = p.id and t.person_id = person and t.given_at > now()
      where p.id = practice group by p.time_zone;
    delete from gone_sight g where g.practice_id = practice and g.person_id = person;
    insert into kept_sight as k (practice_id, person_id, good_from, good_until, ${KINDS.map((kind) => `${kind}s`).join(', ')})
      values (practice, person, date_trunc('milliseconds', now()), ends, ${KINDS.map((kind) => `seen.${kind}s`).join(', ')})
      on conflict on constraint kept_sight_pkey do update set good_from = excluded.good_from,
        good_until = excluded.good_until, ${KINDS.map((kind) => `${kind}s = excluded.${kind}s`).join(', ')};
    return true;
  end $$;
  alter function access.keep_sight(uuid, uuid) owner to ${RELATIONS};
  revoke all on function access.keep_sight(uuid, uuid) from public;`;

/**
 * Says of what is kept of these people, and of everybody who has a place in these families, that it is gone; once, however
 * often it changes. Of very many families it holds the practice’s turn instead, alone: the database has room for so many
 * turns and no more.
 */
const FORGETTING = `
  create function access.forget_sight(practice uuid, families uuid[], people uuid[]) returns void language plpgsql
    security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
  declare
    one uuid;
    everybody boolean := families is null or cardinality(families) > 100;
  begin
    -- Later than its snapshot may have been kept what such a transaction could not see, and so not say of.
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'what reaches people is changed in transactions that see what was committed before each statement';
    end if;
    if everybody then
      perform pg_advisory_xact_lock(access.turn_of(practice));
      people := array(select k.person_id from kept_sight k where k.practice_id = practice);
    else
      for one in select distinct o from unnest(families || people) o where o is not null order by o loop
        perform pg_advisory_xact_lock_shared(access.turn_of(one));
      end loop;
      people := people || array(select m.person_id from member m
        where m.practice_id = practice and m.family_id = any (families));
    end if;
    insert into gone_sight (practice_id, person_id)
      select k.practice_id, k.person_id from kept_sight k
      where k.practice_id = practice and k.person_id = any (people) and not exists (select from gone_sight g
        where g.practice_id = k.practice_id and g.person_id = k.person_id);
  end $$;
  alter function access.forget_sight(uuid, uuid[], uuid[]) owner to ${RELATIONS};
  revoke all on function access.forget_sight(uuid, uuid[], uuid[]) from public;

  create function access.rows_change_sight() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    perform access.forget_sight(c.practice_id, array_agg(distinct c.family_id),
        array_agg(distinct (to_jsonb(c) ->> 'person_id')::uuid))
      from changed c group by c.practice_id;
    return null;
  end $$;
  -- When homework was sent changes nothing of what reaches anybody: what is over and was not sent is looked at with its
  -- answers, and those are all there when a sight is kept.
  create function access.changed_rows_change_sight() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    perform access.forget_sight(c.practice_id, array_agg(distinct c.family_id), array_agg(distinct c.person_id))
      from before b join after a on a.practice_id = b.practice_id and a.id = b.id
        cross join lateral (values (b.practice_id, b.family_id, (to_jsonb(b) ->> 'person_id')::uuid),
          (a.practice_id, a.family_id, (to_jsonb(a) ->> 'person_id')::uuid)) c (practice_id, family_id, person_id)
      where to_jsonb(b) - 'sent_at' is distinct from to_jsonb(a) - 'sent_at'
      group by c.practice_id;
    return null;
  end $$;
  create function access.day_changes_sight() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    perform access.forget_sight(new.id, null, '{}');
    return null;
  end $$;
  ${['rows_change_sight', 'changed_rows_change_sight', 'day_changes_sight']
    .map(
      (name) => `
  alter function access.${name}() owner to ${RELATIONS};
  revoke all on function access.${name}() from public;`,
    )
    .join('')}`;

/** A database that has no room left for turns lets people in as before. */
const KEEPS = `
      begin
        keeps := access.keep_sight(seen.practice_id, seen.person_id);
      exception when insufficient_resources then null;
      end;`;

/** As it was, and beside it whether what reaches the person is kept now, or cannot be. */
const session = (also: string, of: string): string => `
  create function access.session(hash bytea, touch boolean) returns table (${SESSION}${also && `, ${also}`})
    language plpgsql security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare seen signed_in%rowtype;${also && ` keeps boolean := false;`}
    begin
      select * into seen from signed_in s where s.token_hash = hash
        and s.ended_at is null and s.seen_at + s.idle_for > now() and s.began_at + s.lasts_for > now();
      if not found then return; end if;
      if touch and seen.seen_at < now() - interval '1 minute' then
        update signed_in s set seen_at = now() where s.token_hash = hash;
      end if;${of}
      return query select seen.practice_id, seen.person_id,
        array(
          select r.role from staff_role r
            where seen.how <> 'code' and r.practice_id = seen.practice_id and r.person_id = seen.person_id
          union
          select case when f.client_id = m.person_id then 'client' else 'member' end from member m
            join family f on f.practice_id = m.practice_id and f.id = m.family_id
            where m.practice_id = seen.practice_id and m.person_id = seen.person_id and m.state = 'confirmed'
          order by 1),
        seen.id, seen.how, seen.opens, seen.shared,
        seen.how = 'persona' or coalesce(seen.proven_at > now() - interval '5 minutes', false)${also && ', keeps'};
    end $$;
  alter function access.session(bytea, boolean) owner to ${RELATIONS};
  revoke all on function access.session(bytea, boolean) from public;
  grant execute on function access.session(bytea, boolean) to common_ground_app;`;

/** As it was before. */
const REACHING_BEFORE = `
  create or replace function access.reaching(what text) returns uuid[] language plpgsql stable security definer
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  declare
    stands text := access.as_it_stands();
    here uuid := access.practice();
    me uuid := access.person();
    places uuid[];
    families uuid[];
    guests uuid[];
    held uuid[];
    apart boolean;
    blocked uuid[] := '{}';
    standing uuid[];
    givers uuid[];
    given uuid[];
    over uuid[];
    kept_back uuid[] := '{}';
    covered uuid[];
    tasks uuid[] := '{}';
    shares uuid[] := '{}';
    documents uuid[] := '{}';
    versions uuid[] := '{}';
    senders uuid[] := '{}';
  begin
    if current_setting('app.sight_at_reaching', true) = stands then
      return current_setting('app.sight_' || what, true)::uuid[];
    end if;
    select array_agg(m.id), array_agg(m.family_id), array_agg(m.id) filter (where m.relation <> 'client'),
        array_agg(m.id) filter (where exists (select from hold h
          where h.practice_id = here and h.member_id = m.id and h.lifted_at is null)),
        bool_or(exists (select from block b
          where b.practice_id = here and b.family_id = m.family_id and b.lifted_at is null))
      into places, families, guests, held, apart
      from member m where m.practice_id = here and m.person_id = me and m.state = 'confirmed';
    if places is not null then
      if apart then blocked := access.blocked_members(); end if;
      select array_agg(s.id), array_agg(s.shared_by), array_agg(distinct s.document_id),
          array_agg(s.id) filter (where case when s.open_until_on is null then false
            else s.open_until_on < (select access.today()) end)
        into standing, givers, given, over
        from share s where s.practice_id = here and s.family_id = any (families) and s.revoked_at is null;
      if over is not null or held is not null then
        kept_back := array(select k.id from task k where k.practice_id = here and k.person_id = me
          and ((k.share_id = any (over) and k.sent_at is null
              and not exists (select from answer w where w.practice_id = here and w.task_id = k.id))
            or (k.member_id = any (held) and exists (select from task o
              where o.practice_id = here and o.share_id = k.share_id and o.member_id <> k.member_id))));
      end if;
      if guests is not null then
        covered := array(select d.id from consent c
            join document d on d.family_id = c.family_id and (d.kind = any (c.kinds) or d.id = any (c.document_ids))
          where c.practice_id = here and c.member_id = any (guests) and c.revoked_at is null
            and (c.until_on is null or c.until_on >= (select access.today()))
            and d.practice_id = here and d.id = any (given));
      end if;
      select coalesce(array_agg(t.id), '{}'), coalesce(array_agg(t.share_id), '{}'),
          coalesce(array_agg(distinct t.document_id), '{}'), coalesce(array_agg(distinct t.version_id), '{}')
        into tasks, shares, documents, versions
        from task t where t.practice_id = here and t.person_id = me and t.given_at <= now()
          and (t.share_id in (select unnest(standing))) is true
          and t.member_id = any (places) and t.member_id <> all (blocked) and t.id <> all (kept_back)
          and ((t.member_id = any (guests)) is not true or t.document_id = any (covered));
      senders := array(select distinct s.giver from unnest(standing, givers) s (id, giver)
        where (s.id in (select unnest(shares))) is true);
    end if;
    if stands is not null then
      perform set_config('app.sight_task', tasks::text, true), set_config('app.sight_share', shares::text, true),
        set_config('app.sight_document', documents::text, true), set_config('app.sight_version', versions::text, true),
        set_config('app.sight_sender', senders::text, true), set_config('app.sight_at_reaching', stands, true);
    end if;
    return case what when 'task' then tasks when 'share' then shares when 'document' then documents
      when 'version' then versions when 'sender' then senders end;
  end $$;`;
