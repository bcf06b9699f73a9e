import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const MERGING = 'common_ground_merging';
const HERE = 'practice_id = (select access.practice())';
const MINE = 'author_id = (select access.person())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
const ANSWER_BEFORE = `${MINE} or (${LED} and sent_at is not null and visibility <> 'not-yet')`;

/** Only they ask one another; to the application they would tell what nobody is to be told. */
const INSIDE = ['are_apart(uuid, uuid)', 'reached_places(uuid[])', 'standing_offers(uuid[])', 'end_offer()'];
const FOR_THE_APPLICATION = [
  'companions(uuid)',
  'may_offer(uuid, uuid[])',
  'own_circles(uuid)',
  'open_offers(uuid[])',
  'openings()',
  'opened_answers()',
];

/** One line of a function that others change too: it is put in where it belongs, and the rest stays as it is. */
const RETOLD: readonly (readonly [signature: string, from: string, to: string])[] = [
  [
    'merge_people(uuid, uuid)',
    'update feedback set to_id = kept where practice_id = here and to_id = duplicate;',
    `update feedback set to_id = kept where practice_id = here and to_id = duplicate;
    update offer set author_id = kept where practice_id = here and author_id = duplicate;`,
  ],
  [
    'opened_to(uuid)',
    `union all select concat_ws(' ', 'joined', f, f)`,
    `union all select concat_ws(' ', 'answer', a.family_id, a.id) from answer a
              where a.practice_id = access.practice() and a.id = any ((select access.opened_answers() as sight)::uuid[])
            union all select concat_ws(' ', 'joined', f, f)`,
  ],
];

/**
 * An author offers one answer to a circle of those who got the same piece. The application reads an answer of somebody
 * else only by `opened_answers`, written here without a look at the rule of the program; nobody but its author and the
 * family's therapists reads that something was offered.
 */
export class Offers1764102700000 implements MigrationInterface {
  name = 'Offers1764102700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        answer_id uuid not null,
        author_id uuid not null,
        circle uuid[] not null check (cardinality(circle) > 0),
        waits boolean not null,
        offered_at timestamptz(3) not null default now(),
        closed_at timestamptz(3),
        primary key (practice_id, id),
        constraint offer_of_answer foreign key (practice_id, answer_id, family_id, author_id)
          references answer (practice_id, id, family_id, author_id) deferrable initially immediate
      );
      create unique index offer_standing on offer (practice_id, answer_id) where closed_at is null;
      create index offer_by_family on offer (practice_id, family_id) where closed_at is null;
      create index offer_by_author on offer (practice_id, author_id);
      alter table offer enable row level security;
      alter table offer force row level security;
      grant select on offer to ${RELATIONS};
      grant update (closed_at) on offer to ${RELATIONS};
      create policy offer_relations on offer for select to ${RELATIONS} using (true);
      create policy offer_ends on offer for update to ${RELATIONS} using (true) with check (closed_at is not null);
      grant select (practice_id, author_id), update (author_id) on offer to ${MERGING};
      create policy offer_merging_select on offer for select to ${MERGING} using (true);
      create policy offer_merging_update on offer for update to ${MERGING} using (true) with check (true);
      grant select (id, family_id) on answer to ${MERGING};
      grant create on schema access to ${RELATIONS};
    `);
    await this.#inside(runner);
    await this.#forTheApplication(runner);
    for (const signature of [...INSIDE, ...FOR_THE_APPLICATION]) {
      await runner.query(`
        alter function access.${signature} owner to ${RELATIONS};
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to ${RELATIONS};
      `);
    }
    for (const signature of FOR_THE_APPLICATION)
      await runner.query(`grant execute on function access.${signature} to common_ground_app;`);
    await runner.query(`
      revoke create on schema access from ${RELATIONS};
      grant execute on function access.opened_answers() to ${MERGING};

      create trigger offer_once before update of closed_at on offer for each row
        when (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
        execute function access.refuse_undoing();
      -- What was offered is these words for these people: other words, or none for the family, are offered anew.
      create trigger answer_offered after update on answer for each row
        when (old.visibility = 'family' and (new.visibility <> 'family' or new.sent_at is null
          or new.value is distinct from old.value))
        execute function access.end_offer();

      grant select, insert, update (closed_at) on offer to common_ground_app;
      create policy offer_select on offer for select to common_ground_app
        using (${HERE} and (${MINE} or (${LED} and closed_at is null)));
      create policy offer_insert on offer for insert to common_ground_app
        with check (${HERE} and ${MINE} and closed_at is null and access.may_offer(answer_id, circle));
      create policy offer_update on offer for update to common_ground_app
        using (${HERE} and ${MINE}) with check (${HERE} and ${MINE});
      drop policy answer_select on answer;
      create policy answer_select on answer for select to common_ground_app
        using (${HERE} and (${ANSWER_BEFORE} or id = any ((select access.opened_answers())::uuid[])));
    `);
    for (const [signature, from, to] of RETOLD) await this.#retell(runner, signature, from, to);
  }

  async #inside(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function access.are_apart(one uuid, other uuid) returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return exists (select from block b
          where b.practice_id = access.practice() and b.lifted_at is null
            and b.one_id = least(one, other) and b.other_id = greatest(one, other)); end $$;

      -- Pieces that were given to people of these families: the share stands, its person is confirmed, and the client, or
      -- covered by a consent. Whoever is held, or kept from the client, is kept away from it, and nobody may tell: their
      -- name stays where it was, and nothing is read or opened by them.
      create function access.reached_places(families uuid[]) returns table (task_id uuid, member_id uuid,
          person_id uuid, version_id uuid, round int, has_sent boolean, is_kept boolean)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          select t.id, t.member_id, t.person_id, t.version_id, t.round, t.sent_at is not null,
            exists (select from hold h
              where h.practice_id = t.practice_id and h.member_id = t.member_id and h.lifted_at is null)
            or exists (select from member c where c.practice_id = t.practice_id and c.family_id = t.family_id
              and c.relation = 'client' and access.are_apart(c.id, t.member_id))
          from task t
            join share s on s.practice_id = t.practice_id and s.id = t.share_id
            join member m on m.practice_id = t.practice_id and m.id = t.member_id
            join document d on d.practice_id = t.practice_id and d.id = t.document_id
          where t.practice_id = access.practice() and t.family_id = any (families) and t.given_at <= now()
            and s.revoked_at is null and m.state = 'confirmed'
            and (m.relation = 'client' or exists (select from consent c
              where c.practice_id = t.practice_id and c.member_id = t.member_id and c.revoked_at is null
                and (d.kind = any (c.kinds) or d.id = any (c.document_ids))
                and (c.until_on is null or c.until_on >= access.today()))); end $$;

      -- What is offered of these families today, by people whom the piece reaches.
      create function access.standing_offers(families uuid[]) returns table (offer_id uuid, answer_id uuid,
          prompt_id text, member_id uuid, person_id uuid, version_id uuid, round int, circle uuid[], waits boolean)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          select o.id, a.id, a.prompt_id, p.member_id, p.person_id, p.version_id, p.round, o.circle, o.waits
          from offer o
            join answer a on a.practice_id = o.practice_id and a.id = o.answer_id
            join access.reached_places(families) p on p.task_id = a.task_id and p.has_sent and not p.is_kept
          where o.practice_id = access.practice() and o.family_id = any (families) and o.closed_at is null
            and a.sent_at is not null and a.visibility = 'family'; end $$;

      create function access.end_offer() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          update offer o set closed_at = now()
            where o.practice_id = new.practice_id and o.answer_id = new.id and o.closed_at is null;
          return null;
        end $$;
    `);
  }

  async #forTheApplication(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who else got the piece that the person sent, by name; nothing about what they did with it.
      create function access.companions(mine uuid) returns table (member_id uuid, display_name text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          with reached as (select r.* from access.reached_places((select access.joined_families() as sight)::uuid[]) r)
          select distinct o.member_id, p.display_name
          from reached m
            join reached o on o.version_id = m.version_id and o.round = m.round and o.member_id <> m.member_id
            join person p on p.practice_id = access.practice() and p.id = o.person_id
          where m.task_id = mine and m.person_id = access.person() and m.has_sent and not m.is_kept
            and not access.are_apart(m.member_id, o.member_id); end $$;

      create function access.may_offer(answer uuid, chosen uuid[]) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return exists (
          select from answer a where a.practice_id = access.practice() and a.id = answer
            and a.author_id = access.person() and a.sent_at is not null and a.visibility = 'family'
            and chosen <@ array(select c.member_id from access.companions(a.task_id) c)); end $$;

      -- Whom the person chose, by the names they chose them by; whatever has come between them since.
      create function access.own_circles(mine uuid) returns table (offer_id uuid, member_id uuid, display_name text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          select o.id, m.id, p.display_name
          from offer o
            join answer a on a.practice_id = o.practice_id and a.id = o.answer_id
            join member m on m.practice_id = o.practice_id and m.id = any (o.circle)
            join person p on p.practice_id = m.practice_id and p.id = m.person_id
          where o.practice_id = access.practice() and o.author_id = access.person() and o.closed_at is null
            and a.task_id = mine; end $$;

      -- Offers that wait for nobody any more. Whoever is awaited, and why, stays in here.
      create function access.open_offers(families uuid[]) returns table (offer_id uuid, answer_id uuid, member_id uuid,
          person_id uuid, version_id uuid, round int, circle uuid[])
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin return query
          with standing as (select s.* from access.standing_offers(families) s)
          select o.offer_id, o.answer_id, o.member_id, o.person_id, o.version_id, o.round, o.circle
          from standing o
          where not o.waits or not exists (select from unnest(o.circle) one where not exists (
            select from standing r where r.member_id = one and r.version_id = o.version_id and r.round = o.round
              and r.prompt_id = o.prompt_id and o.member_id = any (r.circle)
              and not access.are_apart(o.member_id, r.member_id))); end $$;

      -- What others opened to the person, beside which of the person's own pieces, and whose voice it is.
      create function access.openings() returns table (answer_id uuid, beside uuid, display_name text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          families uuid[] := array(select o.family_id from offer o where o.practice_id = access.practice()
            and o.closed_at is null and o.family_id = any ((select access.joined_families() as sight)::uuid[]));
        begin
          -- Asked with every look at answers, and most families have opened nothing.
          if cardinality(families) = 0 then return; end if;
          return query
          select distinct o.answer_id, r.task_id, p.display_name
          from access.open_offers(families) o
            join access.reached_places(families) r on r.version_id = o.version_id and r.round = o.round
              and r.member_id = any (o.circle) and r.has_sent and not r.is_kept
            join person p on p.practice_id = access.practice() and p.id = o.person_id
          where r.person_id = access.person() and not access.are_apart(o.member_id, r.member_id); end $$;

      create function access.opened_answers() returns uuid[] language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return (
          select coalesce(array_agg(distinct o.answer_id), '{}') from access.openings() o); end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [signature, from, to] of [...RETOLD].reverse())
      await this.#retell(runner, signature, to, from);
    await runner.query(`
      drop policy answer_select on answer;
      create policy answer_select on answer for select to common_ground_app using (${HERE} and (${ANSWER_BEFORE}));
      drop trigger answer_offered on answer;
      drop table offer;
      revoke select (id, family_id) on answer from ${MERGING};
      ${[...FOR_THE_APPLICATION, ...INSIDE].map((signature) => `drop function access.${signature};`).join('\n')}
    `);
  }

  async #retell(runner: QueryRunner, signature: string, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef(p.oid) as text from pg_proc p where p.oid = 'access.${signature}'::regprocedure`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.${signature} does not say ${from}`);
    await runner.query(`
      grant create on schema access to ${MERGING};
      ${text.replace(from, () => to)};
      revoke create on schema access from ${MERGING};
    `);
  }
}
