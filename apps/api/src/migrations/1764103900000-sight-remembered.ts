import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';

/** Sight that several policies of one statement ask for, and that takes reading to work out. */
const REMEMBERED = ['caseload_families', 'known_people', 'staff_people', 'supervised_reviews'] as const;

/** What tasks, shares, documents and versions reach a person, told by one look instead of one for each. */
const REACHING = ['task', 'share', 'document', 'version'] as const;

/**
 * A statement reads several tables, and the policies of each ask the same functions what the person sees. What these
 * found is remembered for as long as it cannot have changed: in the same transaction, which has written nothing itself,
 * over the same snapshot of the database, for the same person in the same roles. A look that was remembered is
 * therefore the look that would be taken again. Any commit elsewhere makes another snapshot, and the first change of
 * one's own ends it. The settings are local to the transaction, as the person in them is.
 */
export class SightRemembered1764103900000 implements MigrationInterface {
  name = 'SightRemembered1764103900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${RELATIONS};

      create function access.as_it_stands() returns text language plpgsql stable as $$
      begin
        if pg_current_xact_id_if_assigned() is not null then return null; end if;
        return concat_ws('/', pg_current_snapshot(), coalesce(current_setting('app.practice_id', true), ''),
          coalesce(current_setting('app.person_id', true), ''), coalesce(current_setting('app.roles', true), ''), '');
      end $$;

      create function access.remembered(what text) returns uuid[] language plpgsql stable as $$
      declare
        stands text := access.as_it_stands();
        found text := current_setting('app.sight_' || what, true);
      begin
        if starts_with(found, stands) then return substr(found, length(stands) + 1)::uuid[]; end if;
        return null;
      end $$;

      create function access.remember(what text, sight uuid[]) returns uuid[] language plpgsql stable as $$
      declare stands text := access.as_it_stands();
      begin
        if stands is not null then perform set_config('app.sight_' || what, stands || sight::text, true); end if;
        return sight;
      end $$;

      -- A person's places and consents are few and looked up once; their tasks may be many.
      create function access.reaching(what text) returns uuid[] language plpgsql stable security definer
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
            and not (t.member_id = any ((select access.held_members())::uuid[]) and exists (select from task o
              where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id <> t.member_id))
            and (m.relation = 'client' or exists (select from covered c
              where c.member_id = t.member_id and (d.kind = any (c.kinds) or d.id = any (c.document_ids))));
        perform access.remember('task', coalesce(tasks, '{}')), access.remember('share', coalesce(shares, '{}')),
          access.remember('document', coalesce(documents, '{}')), access.remember('version', coalesce(versions, '{}'));
        return coalesce(case what when 'task' then tasks when 'share' then shares when 'document' then documents
          when 'version' then versions end, '{}');
      end $$;
      alter function access.reaching(text) owner to ${RELATIONS};
    `);
    for (const helper of ['as_it_stands()', 'remembered(text)', 'remember(text, uuid[])', 'reaching(text)']) {
      await runner.query(`
        revoke all on function access.${helper} from public;
        grant execute on function access.${helper} to ${RELATIONS};
      `);
    }
    for (const what of REACHING) {
      await runner.query(`
        create or replace function access.live_${what}s() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return access.reaching('${what}'); end $$;
      `);
    }
    for (const name of REMEMBERED) {
      await this.#retell(
        runner,
        name,
        String.raw`begin return \((.*)\); end`,
        `declare kept uuid[] := access.remembered('${name}'); begin if kept is not null then return kept; end if; ` +
          String.raw`return access.remember('${name}', (\1)); end`,
      );
    }
    await runner.query(`revoke create on schema access from ${RELATIONS};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to ${RELATIONS};`);
    for (const name of REMEMBERED) {
      await this.#retell(
        runner,
        name,
        String.raw`declare kept .* return access\.remember\('\w+', \((.*)\)\); end`,
        String.raw`begin return (\1); end`,
      );
    }
    const reader = (name: string, body: string): Promise<unknown> =>
      runner.query(`
        create or replace function access.${name}() returns uuid[] language plpgsql stable security definer
          set search_path = public, pg_temp as $$ begin return (${body}); end $$;
      `);
    await reader('live_tasks', LIVE_TASKS);
    for (const what of ['share', 'document', 'version']) {
      await reader(
        `live_${what}s`,
        `select coalesce(array_agg(distinct ${what}_id), '{}') from task where practice_id = access.practice() and id = any ((select access.live_tasks() as sight)::uuid[])`,
      );
    }
    await runner.query(`
      drop function access.reaching(text);
      drop function access.remember(text, uuid[]);
      drop function access.remembered(text);
      drop function access.as_it_stands();
      revoke create on schema access from ${RELATIONS};
    `);
  }

  async #retell(runner: QueryRunner, name: string, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select regexp_replace(pg_get_functiondef(oid), $2, $3, 's') as text, prosrc from pg_proc
       where oid = ('access.' || $1 || '()')::regprocedure and prosrc ~ $2`,
      [name, from, to],
    )) as { text: string }[];
    if (found[0] === undefined) throw new Error(`access.${name} is not what this migration knows.`);
    await runner.query(found[0].text);
  }
}

/** As it was, word for word: the migrations before this one look for its words when they are undone. */
const LIVE_TASKS = `select coalesce(array_agg(t.id), '{}')
       from task t
         join share s on s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null
         join member m on m.practice_id = t.practice_id and m.id = t.member_id and m.state = 'confirmed'
         join document d on d.practice_id = t.practice_id and d.id = t.document_id
       where t.practice_id = access.practice() and t.person_id = access.person() and t.given_at <= now()
         and t.member_id <> all ((select access.blocked_members())::uuid[])
         and not (t.member_id = any ((select access.held_members())::uuid[]) and exists (select from task o
           where o.practice_id = t.practice_id and o.share_id = t.share_id and o.member_id <> t.member_id))
         and (m.relation = 'client' or exists (select from consent c
           where c.practice_id = t.practice_id and c.family_id = t.family_id and c.member_id = t.member_id
             and c.revoked_at is null and (d.kind = any (c.kinds) or d.id = any (c.document_ids))
             and (c.until_on is null or c.until_on >= access.today())))`;
