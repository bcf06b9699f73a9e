import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const HERE = 'practice_id = (select access.practice())';
const MINE = 'author_id = (select access.person())';
const FUNCTIONS = ['may_be_shown(uuid, uuid)', 'show_offers(uuid, uuid[])'];
const HAS_ENDED = 'hour_has_ended(uuid)';

const TOLD = "'{sessions.read-replies,";
const TOLD_ALSO = "'{sessions.show,sessions.read-shown,sessions.read-replies,";

/**
 * What is open to each other may be shown on the screen of an hour, where everybody whose words would stand there said
 * so for that hour. What was shown is not closed by its author before it has ended; that it was is written here and nowhere else.
 */
export class ShownInAnHour1764103700000 implements MigrationInterface {
  name = 'ShownInAnHour1764103700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table offer
        add column on_screen boolean not null default false,
        add column shown_at timestamptz(3),
        add column shown_in uuid,
        add constraint offer_shown_in foreign key (practice_id, shown_in, family_id)
          references family_session (practice_id, id, family_id),
        add check ((shown_at is null) = (shown_in is null)),
        add check (shown_at is null or on_screen);
      grant update (shown_at, shown_in) on offer to ${RELATIONS};
      drop policy offer_ends on offer;
      create policy offer_ends on offer for update to ${RELATIONS} using (true)
        with check (closed_at is not null or shown_at is not null);
      drop policy offer_insert on offer;
      create policy offer_insert on offer for insert to common_ground_app
        with check (${HERE} and ${MINE} and closed_at is null and shown_at is null and access.may_offer(answer_id, circle));

      create function access.hour_has_ended(hour uuid) returns boolean language plpgsql stable security definer
        set search_path = public, pg_temp as $$ begin return exists (select from session_run r
          where r.practice_id = access.practice() and r.session_id = hour and r.ends is not null); end $$;

      -- Whoever is left out takes along whoever needed them, until nobody does.
      create function access.may_be_shown(hour uuid, offered uuid) returns boolean language plpgsql stable
        security definer set search_path = public, pg_temp as $$
        declare
          family uuid := (select s.family_id from family_session s join session_run r
              on r.practice_id = s.practice_id and r.session_id = s.id and r.ends is null
            where s.practice_id = access.practice() and s.id = hour and s.called_off_at is null);
          present uuid[] := array(select q.member_id from session_reply q where q.practice_id = access.practice()
              and q.session_id = hour and q.reply is distinct from 'cannot'
              and access.asking_stands(q.practice_id, q.id));
          agreed uuid[] := array(select o.offer_id from access.open_offers(array[family]) o
              join offer f on f.practice_id = access.practice() and f.id = o.offer_id
            where f.on_screen and coalesce(f.shown_in = hour, true)
              and o.member_id = any (present) and o.circle && present);
          kept uuid[];
        begin
          loop
            kept := array(
              with among as (select o.*, a.prompt_id from access.open_offers(array[family]) o
                join answer a on a.practice_id = access.practice() and a.id = o.answer_id
                where o.offer_id = any (agreed))
              select mine.offer_id from among mine where not exists (select from unnest(mine.circle) one
                where one = any (present) and not exists (select from among r
                  where r.member_id = one and r.version_id = mine.version_id and r.round = mine.round
                    and r.prompt_id = mine.prompt_id and mine.member_id = any (r.circle)
                    and not access.are_apart(r.member_id, mine.member_id))));
            exit when cardinality(kept) = cardinality(agreed);
            agreed := kept;
          end loop;
          return offered = any (agreed);
        end $$;

      -- Writes down that an hour shows these, for a therapist of the family; whatever may not be shown is left out.
      create function access.show_offers(hour uuid, offered uuid[]) returns setof uuid language plpgsql
        security definer set search_path = public, pg_temp as $$ begin return query
          update offer o set shown_at = now(), shown_in = hour
          where o.practice_id = access.practice() and o.id = any (offered) and o.closed_at is null
            and o.family_id = any ((select access.caseload_families() as sight)::uuid[])
            and o.shown_in is distinct from hour and access.may_be_shown(hour, o.id)
          returning o.id; end $$;
    `);
    for (const signature of [HAS_ENDED, ...FUNCTIONS])
      await runner.query(`
        grant create on schema access to ${RELATIONS};
        alter function access.${signature} owner to ${RELATIONS};
        revoke create on schema access from ${RELATIONS};
        revoke all on function access.${signature} from public;
      `);
    await runner.query(`
      grant execute on function access.show_offers(uuid, uuid[]), access.hour_has_ended(uuid) to common_ground_app;
      grant execute on function access.may_be_shown(uuid, uuid) to ${RELATIONS};
      grant execute on function access.caseload_families() to ${RELATIONS};
      drop policy offer_update on offer;
      create policy offer_update on offer for update to common_ground_app
        using (${HERE} and ${MINE} and (shown_in is null or access.hour_has_ended(shown_in)))
        with check (${HERE} and ${MINE});
    `);
    await this.#tell(runner, TOLD, TOLD_ALSO);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#tell(runner, TOLD_ALSO, TOLD);
    await runner.query(`
      ${[...FUNCTIONS]
        .reverse()
        .map((signature) => `drop function access.${signature};`)
        .join('\n')}
      drop policy offer_update on offer;
      drop function access.${HAS_ENDED};
      create policy offer_update on offer for update to common_ground_app
        using (${HERE} and ${MINE}) with check (${HERE} and ${MINE});
      drop policy offer_insert on offer;
      create policy offer_insert on offer for insert to common_ground_app
        with check (${HERE} and ${MINE} and closed_at is null and access.may_offer(answer_id, circle));
      drop policy offer_ends on offer;
      create policy offer_ends on offer for update to ${RELATIONS} using (true) with check (closed_at is not null);
      revoke update (shown_at, shown_in) on offer from ${RELATIONS};
      alter table offer drop column on_screen, drop column shown_at, drop column shown_in;
    `);
  }

  /** One's own log tells when one's words stood on a screen. */
  async #tell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.access_log(timestamptz, uuid, int)'::regprocedure) as text`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.access_log does not tell of ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_records;
      ${text.replace(from, () => to)};
      revoke create on schema access from common_ground_records;
    `);
  }
}
