import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** Tables whose rows may also be seen through broken glass, by a policy of its own. */
const GLASS = [
  'caseload',
  'consent',
  'document',
  'document_version',
  'family',
  'guardian',
  'member',
  'person',
] as const;

/**
 * Most of those who read are family members, and what they read reaches them. A policy is asked from left to right, and
 * several on one table from the last name to the first: what reaches a person now stands first and the rest is looked
 * for only where that says no. Whose name stands on a share that reaches one is found in the same look, so that a name
 * beside homework costs no look at everybody one knows.
 */
export class WhatReachesInOneLook1764104740000 implements MigrationInterface {
  name = 'WhatReachesInOneLook1764104740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index share_in_force on share (practice_id, family_id) where revoked_at is null;
      grant create on schema access to ${RELATIONS};
      ${REMEMBERED_APART}
      ${REACHING}
      create function access.live_senders() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return access.reaching('sender'); end $$;
      alter function access.live_senders() owner to ${RELATIONS};
      revoke all on function access.live_senders() from public;
      grant execute on function access.live_senders() to common_ground_app, ${RELATIONS};
    `);
    await this.#retell(runner, SENDERS_ARE_KNOWN, '');
    await runner.query(`
      revoke create on schema access from ${RELATIONS};
      ${GLASS.map((table) => `alter policy ${table}_select_through_glass on ${table} rename to ${table}_glass;`).join('\n')}
      alter policy share_select on share using (${HERE} and (${oneOf('id', 'live_shares')} or ${LED}));
      alter policy document_select on document using (${HERE} and (${oneOf('id', 'live_documents')} or ${WORKED_ON}
        or ${oneOf('id', 'supervised_documents')}));
      alter policy document_version_select on document_version using (${HERE} and (${oneOf('id', 'live_versions')}
        or ${WORKED_ON} or ${oneOf('id', 'supervised_versions')}));
      alter policy person_select on person using (${HERE} and (${oneOf('id', 'live_senders')}
        or ${oneOf('id', 'known_people')} or ${oneOf('id', 'staff_people')}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy person_select on person using (${HERE} and (${oneOf('id', 'known_people')}
        or ${oneOf('id', 'staff_people')}));
      alter policy document_version_select on document_version using (${HERE} and (${WORKED_ON}
        or ${oneOf('id', 'supervised_versions')} or ${oneOf('id', 'live_versions')}));
      alter policy document_select on document using (${HERE} and (${WORKED_ON}
        or ${oneOf('id', 'supervised_documents')} or ${oneOf('id', 'live_documents')}));
      alter policy share_select on share using (${HERE} and (${LED} or ${oneOf('id', 'live_shares')}));
      ${GLASS.map((table) => `alter policy ${table}_glass on ${table} rename to ${table}_select_through_glass;`).join('\n')}
      grant create on schema access to ${RELATIONS};
    `);
    await this.#retell(runner, BEFORE_THE_SUPERVISED, SENDERS_ARE_KNOWN + BEFORE_THE_SUPERVISED);
    await runner.query(`
      drop function access.live_senders();
      ${REMEMBERED_TOGETHER}
      ${REACHING_BEFORE}
      revoke create on schema access from ${RELATIONS};
      drop index share_in_force;
    `);
  }

  /** Says one part of what `known_people` looks through in other words. */
  async #retell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select replace(pg_get_functiondef(oid), $1, $2) as text from pg_proc
       where oid = 'access.known_people()'::regprocedure and position($1 in prosrc) > 0`,
      [from, to],
    )) as { text: string }[];
    if (found[0] === undefined) throw new Error('access.known_people is not what this migration knows.');
    await runner.query(found[0].text);
  }
}

const HERE = 'practice_id = (select access.practice())';

function oneOf(column: string, sight: string): string {
  return `${column} = any ((select access.${sight}() as sight)::uuid[])`;
}

const LED = oneOf('family_id', 'caseload_families');
const WORKED_ON = `${LED} or (family_id is null and author_id = (select access.person()) and (select access.is_therapist()))`;

const SENDERS_ARE_KNOWN = `         union all
         select shared_by from share where practice_id = access.practice() and id = any ((select access.live_shares() as sight)::uuid[])
`;
const BEFORE_THE_SUPERVISED = `         union all
         select client_id from family where practice_id = access.practice() and id = any ((select access.supervised_families() as sight)::uuid[])
`;

/** What was found, and beside it where it was found: long lists are not cut apart to be read. */
const REMEMBERED_APART = `
  create or replace function access.remembered(what text) returns uuid[] language plpgsql stable as $$
  begin
    if current_setting('app.sight_at_' || what, true) = access.as_it_stands() then
      return current_setting('app.sight_' || what, true)::uuid[];
    end if;
    return null;
  end $$;

  create or replace function access.remember(what text, sight uuid[]) returns uuid[] language plpgsql stable as $$
  declare stands text := access.as_it_stands();
  begin
    if stands is not null then
      perform set_config('app.sight_' || what, sight::text, true), set_config('app.sight_at_' || what, stands, true);
    end if;
    return sight;
  end $$;`;

/**
 * A person's places are few and looked up first: whoever has none is done. Which shares stand is read family by family,
 * and each text once, however many tasks there are of it. One plan serves everybody; making one for each person would
 * cost more than running it. (What stands before IS TRUE is looked up in one table for all, and not row by row.)
 */
const REACHING = `
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

/** As both were before. */
const REMEMBERED_TOGETHER = `
      create or replace function access.remembered(what text) returns uuid[] language plpgsql stable as $$
      declare
        stands text := access.as_it_stands();
        found text := current_setting('app.sight_' || what, true);
      begin
        if starts_with(found, stands) then return substr(found, length(stands) + 1)::uuid[]; end if;
        return null;
      end $$;

      create or replace function access.remember(what text, sight uuid[]) returns uuid[] language plpgsql stable as $$
      declare stands text := access.as_it_stands();
      begin
        if stands is not null then perform set_config('app.sight_' || what, stands || sight::text, true); end if;
        return sight;
      end $$;`;

const REACHING_BEFORE = `
      create or replace function access.reaching(what text) returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$
      declare
        kept uuid[] := access.remembered(what);
        here uuid := access.practice();
        me uuid := access.person();
        tasks uuid[];
        shares uuid[];
        documents uuid[];
        versions uuid[];
      begin
        if kept is not null then return kept; end if;
        with place as materialized (
          select m.id, m.relation from member m
          where m.practice_id = here and m.person_id = me and m.state = 'confirmed'
            and m.id <> all ((select access.blocked_members())::uuid[])),
        covered as materialized (
          select c.member_id, c.kinds, c.document_ids from place m join consent c on c.member_id = m.id
          where c.practice_id = here and c.revoked_at is null
            and (c.until_on is null or c.until_on >= (select access.today())))
        select array_agg(t.id), array_agg(distinct t.share_id), array_agg(distinct t.document_id),
            array_agg(distinct t.version_id)
          into tasks, shares, documents, versions
          from task t
            join place m on m.id = t.member_id
            join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
            join document d on d.practice_id = t.practice_id and d.id = t.document_id
          where t.practice_id = here and t.person_id = me and t.given_at <= now()
            and (s.open_until_on is null or s.open_until_on >= (select access.today()) or t.sent_at is not null
              or exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id))
            and not (t.member_id = any ((select access.held_members())::uuid[]) and exists (select from task o
              where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id <> t.member_id))
            and (m.relation = 'client' or exists (select from covered c
              where c.member_id = t.member_id and (d.kind = any (c.kinds) or d.id = any (c.document_ids))));
        perform access.remember('task', coalesce(tasks, '{}')), access.remember('share', coalesce(shares, '{}')),
          access.remember('document', coalesce(documents, '{}')), access.remember('version', coalesce(versions, '{}'));
        return coalesce(case what when 'task' then tasks when 'share' then shares when 'document' then documents
          when 'version' then versions end, '{}');
      end $$;`;
