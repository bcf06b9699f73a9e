import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reaches a person was one large statement, and starting it cost more than running it. Now a few small ones are
 * asked in turn, each by an index, and what is rare (somebody kept apart, a day that has passed) is looked at only where
 * there is such a thing. Whose name stands on a share is found with the shares themselves.
 */
export class ReachingInSmallSteps1764104800000 implements MigrationInterface {
  name = 'ReachingInSmallSteps1764104800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index share_in_force;
      create index share_in_force on share (practice_id, family_id) include (id, document_id, shared_by, open_until_on)
        where revoked_at is null;
      ${REACHING}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${REACHING_BEFORE}
      drop index share_in_force;
      create index share_in_force on share (practice_id, family_id) where revoked_at is null;
    `);
  }
}

/**
 * A member's family and a text's are one where a task has both, and a person has one place in a family: so a text that
 * is covered in its family is covered for the place that the task is of. Tables are looked at by their indexes however
 * small they are, since one plan serves every practice. What was found is kept as `access.remember` keeps it, with one
 * mark for all five.
 */
const REACHING = `
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

/** As it was before. */
const REACHING_BEFORE = `
  create or replace function access.reaching(what text) returns uuid[] language plpgsql stable security definer
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
  declare
    kept uuid[] := access.remembered(what);
    here uuid := access.practice();
    me uuid := access.person();
    places uuid[];
    families uuid[];
    clients uuid[];
    held uuid[];
    tasks uuid[];
    shares uuid[];
    documents uuid[];
    versions uuid[];
    senders uuid[];
  begin
    if kept is not null then return kept; end if;
    select array_agg(m.id), array_agg(m.family_id), array_agg(m.id) filter (where m.relation = 'client'),
        array_agg(m.id) filter (where m.id = any ((select access.held_members())::uuid[]))
      into places, families, clients, held
      from member m
      where m.practice_id = here and m.person_id = me and m.state = 'confirmed'
        and m.id <> all ((select access.blocked_members())::uuid[]);
    if places is not null then
      with in_force as materialized (
        select s.id, s.shared_by, coalesce(s.open_until_on < (select access.today()), false) as is_over from share s
        where s.practice_id = here and s.family_id = any (families) and s.revoked_at is null),
      given as materialized (
        select t.id, t.share_id, t.document_id, t.version_id, t.member_id from task t
        where t.practice_id = here and t.person_id = me and t.given_at <= now()
          and (t.share_id in (select s.id from in_force s)) is true
          and ((t.share_id in (select s.id from in_force s where s.is_over)) is not true or t.sent_at is not null
            or exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id))
          and not (coalesce(t.member_id = any (held), false) and exists (select from task o
            where o.practice_id = here and o.share_id = t.share_id and o.member_id <> t.member_id))),
      reached as materialized (
        select g.id, g.share_id, g.document_id, g.version_id from given g
        where g.member_id = any (clients) or ((g.member_id, g.document_id) in (
          select c.member_id, d.id
          from consent c join document d on d.kind = any (c.kinds) or d.id = any (c.document_ids)
          where c.practice_id = here and c.member_id = any (places) and c.revoked_at is null
            and (c.until_on is null or c.until_on >= (select access.today()))
            and d.practice_id = here and d.id in (select document_id from given))) is true)
      select array_agg(r.id), array_agg(distinct r.share_id), array_agg(distinct r.document_id),
          array_agg(distinct r.version_id), array(select distinct s.shared_by from in_force s
            where (s.id in (select share_id from reached)) is true)
        into tasks, shares, documents, versions, senders
        from reached r;
    end if;
    perform access.remember('task', coalesce(tasks, '{}')), access.remember('share', coalesce(shares, '{}')),
      access.remember('document', coalesce(documents, '{}')), access.remember('version', coalesce(versions, '{}')),
      access.remember('sender', coalesce(senders, '{}'));
    return coalesce(case what when 'task' then tasks when 'share' then shares when 'document' then documents
      when 'version' then versions when 'sender' then senders end, '{}');
  end $$;`;
