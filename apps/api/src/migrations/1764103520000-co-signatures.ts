import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const ADMIN = '(select access.is_admin())';
const STAFF_PEOPLE = 'any ((select access.staff_people())::uuid[])';
const PAIRED = `${PRACTICE} and ${ADMIN} and supervisor_id <> ${ME} and set_by = ${ME}
  and supervisor_id = ${STAFF_PEOPLE} and therapist_id = ${STAFF_PEOPLE}`;

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

      alter table review add act text not null default 'approve' check (act in ('approve', 'co-sign')),
        add constraint review_act unique (practice_id, id, document_id, act);
      alter table signature add act text not null default 'approve',
        add constraint signature_act foreign key (practice_id, review_id, document_id, act)
          references review (practice_id, id, document_id, act);
      alter policy review_insert on review with check (${SUBMITTED} and act = 'approve');
      grant insert on review to common_ground_relations;
      create policy review_co_sign on review for insert to common_ground_relations
        with check (act = 'co-sign' and state = 'waiting');

      grant create on schema access to common_ground_relations;
      -- Who has to sign after an approval of this person's own, if their pair asks for it; and asks them.
      create function access.ask_co_signature(approved uuid) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          signer uuid;
        begin
          select s.co_signer_id into signer
          from review r
            join document d on d.practice_id = r.practice_id and d.id = r.document_id
            join supervision s on s.practice_id = r.practice_id and s.supervisor_id = r.supervisor_id
              and s.therapist_id = r.therapist_id and d.kind = any (s.co_signed_kinds)
              and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true)
          where r.practice_id = access.practice() and r.id = approved and r.supervisor_id = access.person()
            and r.act = 'approve' and r.verdict = 'approve' and d.state = 'submitted';
          if signer is null then return null; end if;
          insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round, note,
              state, act)
            select r.practice_id, gen_random_uuid(), r.document_id, r.version_id, r.family_id, r.therapist_id, signer, r.round,
              r.note, 'waiting', 'co-sign'
            from review r where r.practice_id = access.practice() and r.id = approved;
          return signer;
        end $$;
      alter function access.ask_co_signature(uuid) owner to common_ground_relations;
      revoke all on function access.ask_co_signature(uuid) from public;
      grant execute on function access.ask_co_signature(uuid) to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.ask_co_signature(uuid);
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
