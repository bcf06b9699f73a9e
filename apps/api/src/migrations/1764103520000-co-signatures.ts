import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const ADMIN = '(select access.is_admin())';
const STAFF_PEOPLE = 'any ((select access.staff_people())::uuid[])';
const PAIRED = `${PRACTICE} and ${ADMIN} and supervisor_id <> ${ME} and set_by = ${ME}
  and supervisor_id = ${STAFF_PEOPLE} and therapist_id = ${STAFF_PEOPLE}`;

/** The pair of a review's two people on the practice's day on which it was decided: supervisions begin and end by it. */
const decidedUnder = (review: string): string => `
  select s.id from supervision s join practice c on c.id = s.practice_id
  where s.practice_id = ${review}.practice_id and s.supervisor_id = ${review}.supervisor_id
    and s.therapist_id = ${review}.therapist_id and ${review}.state = 'decided'
    and s.from_on <= (${review}.decided_at at time zone c.time_zone)::date
    and coalesce(s.until_on >= (${review}.decided_at at time zone c.time_zone)::date, true)`;

/** As it was before: who decides or takes back a review that waits. */
const DECIDED = `${PRACTICE} and (supervisor_id = ${ME} or ((family_id = any ((select access.caseload_families())::uuid[])
  or (family_id is null and therapist_id = ${ME})) and state = 'withdrawn'))`;

/** A review as its therapist asks for it. */
const SUBMITTED = `${PRACTICE} and (family_id = any ((select access.caseload_families())::uuid[])
  or (family_id is null and therapist_id = ${ME}))
  and document_id = any ((select access.worked_documents())::uuid[]) and state = 'waiting'`;

/**
 * A pair that asks for a second signature names who gives it and on which kinds of documents. The second signer is asked
 * by the first approval, in a review of their own of the very same version; nobody else can ask them.
 */
export class CoSignatures1764103520000 implements MigrationInterface {
  name = 'CoSignatures1764103520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table supervision
        add co_signer_id uuid check (co_signer_id not in (supervisor_id, therapist_id)),
        add co_signed_kinds text[] not null default '{}'
          check (co_signed_kinds <@ array['worksheet', 'role-play-script', 'boundary-plan', 'support-plan']),
        add foreign key (practice_id, co_signer_id) references person,
        add constraint supervision_co_signed check ((co_signer_id is null) = (co_signed_kinds = '{}')
          and (co_signer_id is null or strength = 'must-approve-and-co-sign'));
      alter policy supervision_insert on supervision with check (${PAIRED}
        and (co_signer_id is null or (co_signer_id <> ${ME} and co_signer_id = ${STAFF_PEOPLE})));

      alter table supervision
        add constraint supervision_people unique (practice_id, id, supervisor_id, therapist_id);
      alter table review add act text not null default 'approve' check (act in ('approve', 'co-sign')),
        add constraint review_act unique (practice_id, id, document_id, act),
        -- What a verdict is worth is asked of the pair it was given under, whatever pairs came or ended since.
        add supervision_id uuid,
        add foreign key (practice_id, supervision_id, supervisor_id, therapist_id)
          references supervision (practice_id, id, supervisor_id, therapist_id);
      alter table review no force row level security;
      alter table supervision no force row level security;
      alter table practice no force row level security;
      update review r set supervision_id = (${decidedUnder('r')} limit 1) where r.state = 'decided';
      alter table review force row level security;
      alter table supervision force row level security;
      alter table practice force row level security;
      alter policy review_update on review with check (${DECIDED} and (state <> 'decided' or supervision_id is not null));
      alter table signature add act text not null default 'approve',
        add constraint signature_act foreign key (practice_id, review_id, document_id, act)
          references review (practice_id, id, document_id, act);
      alter policy review_insert on review with check (${SUBMITTED} and act = 'approve');
      grant insert on review to common_ground_relations;
      create policy review_co_sign on review for insert to common_ground_relations
        with check (act = 'co-sign' and state = 'waiting');

      grant create on schema access to common_ground_relations;
      create function access.decide_under_pair() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          new.supervision_id := (${decidedUnder('new')});
          return new; end $$;
      alter function access.decide_under_pair() owner to common_ground_relations;
      revoke all on function access.decide_under_pair() from public;

      -- Who has to sign after an approval of this person's own, if their pair asks for it; and asks them.
      create function access.ask_co_signature(approved uuid) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          signer uuid;
        begin
          select s.co_signer_id into signer
          from review r
            join document d on d.practice_id = r.practice_id and d.id = r.document_id
            join supervision s on s.practice_id = r.practice_id and s.id = r.supervision_id
              and d.kind = any (s.co_signed_kinds)
          where r.practice_id = access.practice() and r.id = approved and r.supervisor_id = access.person()
            and r.act = 'approve' and r.verdict = 'approve' and d.state = 'submitted';
          if signer is null then return null; end if;
          if not access.works_here(access.practice(), signer, 'supervisor') or not exists (
              select from review r join supervision s on s.practice_id = r.practice_id and s.supervisor_id = signer
                and s.therapist_id = r.therapist_id and s.from_on <= access.today()
                and coalesce(s.until_on >= access.today(), true)
              where r.practice_id = access.practice() and r.id = approved) then
            raise exception 'the second signer could not read what they sign' using errcode = 'CG001';
          end if;
          insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round, note,
              risks, state, act)
            select r.practice_id, gen_random_uuid(), r.document_id, r.version_id, r.family_id, r.therapist_id, signer, r.round,
              r.note, r.risks, 'waiting', 'co-sign'
            from review r where r.practice_id = access.practice() and r.id = approved;
          return signer;
        end $$;
      alter function access.ask_co_signature(uuid) owner to common_ground_relations;
      revoke all on function access.ask_co_signature(uuid) from public;
      grant execute on function access.ask_co_signature(uuid) to common_ground_app;
      revoke create on schema access from common_ground_relations;
      create trigger review_decided before insert or update of state on review for each row
        execute function access.decide_under_pair();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.ask_co_signature(uuid);
      drop trigger review_decided on review;
      drop function access.decide_under_pair();
      alter policy review_update on review with check (${DECIDED});
      alter table review drop column supervision_id;
      alter table supervision drop constraint supervision_people;
      drop policy review_co_sign on review;
      revoke insert on review from common_ground_relations;
      alter policy review_insert on review with check (${SUBMITTED});
      alter table signature drop column act;
      alter table review drop column act;
      alter policy supervision_insert on supervision with check (${PAIRED});
      alter table supervision drop column co_signer_id, drop column co_signed_kinds;
    `);
  }
}
