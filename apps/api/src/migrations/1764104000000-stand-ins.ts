import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const SUPERVISOR = `(select access.is_staff_as('supervisor'))`;
/** Those the person supervises today or will. */
const OWN_THERAPISTS = `array(select s.therapist_id from supervision s where s.practice_id = stand_in.practice_id
  and s.supervisor_id = stand_in.supervisor_id and coalesce(s.until_on >= access.today(), true))`;
/** Ending one that names somebody who is supervised no more takes nothing from anybody. */
const IS_OVER = 'until_on < greatest(from_on, (select access.today()))';
const OF_MINE = `(therapist_ids is null or therapist_ids <@ ${OWN_THERAPISTS})`;

const ROLE = `exists (select from staff_role where practice_id = access.practice() and person_id = access.person()
    and role = 'supervisor') and access.acts_as('supervisor')`;
/** Supervisions `s` of the person that are in force, in a session that acts in them, as they were found before. */
const OWN = `s.practice_id = access.practice() and s.supervisor_id = access.person()
  and s.from_on <= access.today() and (s.until_on is null or s.until_on >= access.today()) and ${ROLE}`;

/** A supervisor's reviews were found by themselves, and not by their pairs. */
const OWN_REVIEWS = `select coalesce(array_agg(r.id), '{}') from review r
  where r.practice_id = access.practice() and r.supervisor_id = access.person() and r.state <> 'withdrawn'
    and exists (select from supervision s
      where s.practice_id = r.practice_id and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id
        and s.from_on <= access.today() and (s.until_on is null or s.until_on >= access.today())) and ${ROLE}`;

/** What reviews of the pairs `s` are about. */
const ofReviews = (column: string, pairs: string): string => `
  select coalesce(array_agg(distinct r.${column}) filter (where r.${column} is not null), '{}')
  from ${pairs}`;
const JUDGED = `access.judged_pairs() s join review r on r.practice_id = s.practice_id
  and r.supervisor_id = s.supervisor_id and r.therapist_id = s.therapist_id and r.state <> 'withdrawn'`;
const SUPERVISED = `supervision s join review r on r.practice_id = s.practice_id and r.supervisor_id = s.supervisor_id
  and r.therapist_id = s.therapist_id and r.state <> 'withdrawn' where ${OWN}`;

/** Of which a statement remembers what was found, as long as it cannot have changed. */
const REMEMBERED = 'supervised_reviews';
const remembering = (body: string): string =>
  `declare kept uuid[] := access.remembered('${REMEMBERED}'); begin if kept is not null then return kept; end if; ` +
  `return access.remember('${REMEMBERED}', (${body})); end`;

const PAIR = `select coalesce(array_agg(s.supervisor_id::text || s.therapist_id::text), '{}')`;
const SUBJECTS = [
  ['supervised_documents', 'document_id'],
  ['supervised_versions', 'version_id'],
  ['supervised_families', 'family_id'],
] as const;

/**
 * Who judges for a supervisor who is away: what waits for these, on these days, and nothing else of theirs. Whoever
 * stands in does it for one supervisor and is no supervisor to anybody by it, so it is never passed on.
 */
export class StandIns1764104000000 implements MigrationInterface {
  name = 'StandIns1764104000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stand_in (
        practice_id uuid not null,
        id uuid not null,
        supervisor_id uuid not null,
        person_id uuid not null check (person_id <> supervisor_id),
        -- Whose texts they judge; null for those of everybody the supervisor supervises.
        therapist_ids uuid[] check (cardinality(therapist_ids) > 0 and person_id <> all (therapist_ids)),
        from_on date not null,
        until_on date not null,
        named_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, supervisor_id) references person,
        foreign key (practice_id, person_id) references person
      );
      create index stand_in_by_supervisor on stand_in (practice_id, supervisor_id);
      create index stand_in_by_person on stand_in (practice_id, person_id);
      -- What ended before it began never was, and the same can be said anew.
      create unique index stand_in_once on stand_in (practice_id, supervisor_id, person_id, from_on)
        where until_on >= from_on;
      alter table stand_in enable row level security;
      alter table stand_in force row level security;
      grant select, insert, update (therapist_ids, until_on) on stand_in to common_ground_app;
      grant select on stand_in to common_ground_relations;
      create policy stand_in_relations on stand_in for select to common_ground_relations using (true);
      create policy stand_in_select on stand_in for select to common_ground_app
        using (${PRACTICE} and (select access.has_staff_role()));
      create policy stand_in_insert on stand_in for insert to common_ground_app
        with check (${PRACTICE} and supervisor_id = ${ME} and ${SUPERVISOR} and ${OF_MINE}
          and from_on >= (select access.today())
          and exists (select from staff_role r where r.practice_id = stand_in.practice_id
            and r.person_id = stand_in.person_id and r.role = 'supervisor' and r.ended_at is null));
      -- What is over stays as it was: it says who could read what.
      create policy stand_in_update on stand_in for update to common_ground_app
        using (${PRACTICE} and supervisor_id = ${ME} and ${SUPERVISOR} and until_on >= greatest(from_on, (select access.today())))
        with check (${PRACTICE} and supervisor_id = ${ME} and ${SUPERVISOR} and (${IS_OVER} or ${OF_MINE}));

      grant create on schema access to common_ground_relations;
      create function access.judged_pairs() returns table (practice_id uuid, supervisor_id uuid, therapist_id uuid)
        language plpgsql stable rows 10 security definer set search_path = public, pg_temp as $$
        declare
          here uuid := access.practice();
          me uuid := access.person();
          today date := access.today();
        begin
          if not access.acts_as('supervisor') or not access.works_here(here, me, 'supervisor') then return; end if;
          return query select distinct s.practice_id, s.supervisor_id, s.therapist_id
            from (
              select me as judge, null::uuid[] as therapists
              union all
              select t.supervisor_id, t.therapist_ids from stand_in t
              where t.practice_id = here and t.person_id = me and t.from_on <= today and t.until_on >= today
                and access.works_here(here, t.supervisor_id, 'supervisor')
            ) g
              join supervision s on s.practice_id = here and s.supervisor_id = g.judge and s.therapist_id <> me
                and (g.therapists is null or s.therapist_id = any (g.therapists))
            where s.from_on <= today and (s.until_on is null or s.until_on >= today);
        end $$;
      alter function access.judged_pairs() owner to common_ground_relations;
      revoke all on function access.judged_pairs() from public;
    `);
    await this.#readers(runner, [
      ['supervised_pairs', 'text[]', `${PAIR} from access.judged_pairs() s`],
      [REMEMBERED, 'uuid[]', ofReviews('id', JUDGED)],
      ...SUBJECTS.map(([name, column]) => [name, 'uuid[]', ofReviews(column, JUDGED)] as const),
    ]);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations;`);
    await this.#readers(runner, [
      ['supervised_pairs', 'text[]', `${PAIR} from supervision s where ${OWN}`],
      [REMEMBERED, 'uuid[]', OWN_REVIEWS],
      ...SUBJECTS.map(([name, column]) => [name, 'uuid[]', ofReviews(column, SUPERVISED)] as const),
    ]);
    await runner.query(`
      drop function access.judged_pairs();
      revoke create on schema access from common_ground_relations;
      drop table stand_in;
    `);
  }
  async #readers(
    runner: QueryRunner,
    readers: readonly (readonly [name: string, type: string, body: string])[],
  ): Promise<void> {
    for (const [name, type, body] of readers)
      await runner.query(`
        create or replace function access.${name}() returns ${type} language plpgsql stable security definer
          set search_path = public, pg_temp as $$ ${name === REMEMBERED ? remembering(body) : `begin return (${body}); end`} $$;
      `);
  }
}
