import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const WORKS_ON = `(family_id = any ((select access.caseload_families())::uuid[])
  or (family_id is null and therapist_id = ${ME}))`;
const JUDGES = `supervisor_id::text || therapist_id::text = any ((select access.supervised_pairs())::text[])`;
const SUPERVISED = `review_id = any ((select access.supervised_reviews())::uuid[])`;

/** Who decides or takes back a review that waits: those who judge it today, or, as it was before, its supervisor. */
const decidedBy = (standIns: boolean): string => `${PRACTICE}
  and (${standIns ? `(${JUDGES})` : `supervisor_id = ${ME}`} or (${WORKS_ON} and state = 'withdrawn'))
  and (state <> 'decided' or (supervision_id is not null${standIns ? ` and decided_by = ${ME}` : ''}))`;

/** Whose name stands under an approval: whoever gave it, and, as it was before, whoever it was asked of. */
const signedBy = (standIns: boolean): string => `${PRACTICE} and signer_id = ${ME}
  and exists (select from review r where r.practice_id = signature.practice_id and r.id = signature.review_id
    and r.${standIns ? 'decided_by' : 'supervisor_id'} = signature.signer_id and r.verdict = 'approve'
    ${standIns ? 'and (signature.for_name is null) = (r.supervisor_id = r.decided_by)' : ''}
    and r.version_id = signature.version_id and r.version_hash = signature.version_hash)
  and ${SUPERVISED}`;

/** The pair of a review's two people on the practice's day on which it was decided. */
const DECIDED_UNDER = `select s.id from supervision s join practice c on c.id = s.practice_id
  where s.practice_id = new.practice_id and s.supervisor_id = new.supervisor_id and s.therapist_id = new.therapist_id
    and new.state = 'decided' and s.from_on <= (new.decided_at at time zone c.time_zone)::date
    and coalesce(s.until_on >= (new.decided_at at time zone c.time_zone)::date, true)`;

/** Who approved the version last: theirs is the first of the two signatures, and none of an earlier round is. */
const FIRST_HAND = `select r.decided_by from review r where r.practice_id = new.practice_id and r.version_id = new.version_id
  and r.act = 'approve' and r.verdict = 'approve' order by r.decided_at desc limit 1`;

/**
 * A verdict names whoever gave it, who is not always whom it was asked of; and where somebody stood in, the signature
 * says for whom. Two signatures stay those of two people. And comments that were sent without a verdict are told of by
 * mail as a verdict is.
 */
export class DecidedForASupervisor1764104010000 implements MigrationInterface {
  name = 'DecidedForASupervisor1764104010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review add decided_by uuid, add foreign key (practice_id, decided_by) references person;
      alter table review no force row level security;
      update review set decided_by = supervisor_id where state = 'decided';
      alter table review force row level security;
      alter table review add constraint review_decided_by check ((decided_by is null) = (state <> 'decided'));
      alter table review add commented_at timestamptz(3);
      grant update (decided_by, commented_at) on review to common_ground_app;
      alter policy review_update on review with check (${decidedBy(true)});
      alter table signature add for_name text check (for_name <> '');
      alter policy signature_insert on signature with check (${signedBy(true)});

      grant create on schema access to common_ground_relations;
      create or replace function access.decide_under_pair() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          new.supervision_id := (${DECIDED_UNDER});
          if new.state = 'decided' then
            new.decided_by := coalesce(new.decided_by, new.supervisor_id);
            if new.act = 'co-sign' and new.verdict = 'approve' and new.decided_by = (${FIRST_HAND}) then
              raise exception 'two signatures are those of two people' using errcode = 'insufficient_privilege';
            end if;
          end if;
          return new; end $$;
    `);
    await runner.query(`
      -- Whether the person wrote any draft of it, also where they lead the family no more and read none of them.
      create function access.wrote_in(document uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from document_draft_history h where h.practice_id = access.practice()
            and h.document_id = document and h.written_by = access.person())
        $$;
      alter function access.wrote_in(uuid) owner to common_ground_relations;
      revoke all on function access.wrote_in(uuid) from public;
      grant execute on function access.wrote_in(uuid) to common_ground_app;
      grant select (practice_id, document_id, written_by) on document_draft_history to common_ground_relations;
      create policy document_draft_history_relations on document_draft_history for select
        to common_ground_relations using (true);
    `);
    await this.#askCoSignature(runner, true);
    await this.#mail(runner, true);
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant create on schema access to common_ground_relations;`);
    await this.#mail(runner, false);
    await this.#askCoSignature(runner, false);
    await runner.query(`
      create or replace function access.decide_under_pair() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin
          new.supervision_id := (${DECIDED_UNDER});
          return new; end $$;
      drop function access.wrote_in(uuid);
      drop policy document_draft_history_relations on document_draft_history;
      revoke select (practice_id, document_id, written_by) on document_draft_history from common_ground_relations;
      revoke create on schema access from common_ground_relations;
      alter policy signature_insert on signature with check (${signedBy(false)});
      alter table signature drop column for_name;
      alter policy review_update on review with check (${decidedBy(false)});
      alter table review drop column decided_by, drop column commented_at;
    `);
  }

  /** Whoever approves asks, and nobody is asked to sign what they have approved themselves. */
  async #askCoSignature(runner: QueryRunner, standIns: boolean): Promise<void> {
    await runner.query(`
      create or replace function access.ask_co_signature(approved uuid) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          signer uuid;
        begin
          select s.co_signer_id into signer
          from review r
            join document d on d.practice_id = r.practice_id and d.id = r.document_id
            join supervision s on s.practice_id = r.practice_id and s.id = r.supervision_id
              and d.kind = any (s.co_signed_kinds)
          where r.practice_id = access.practice() and r.id = approved
            and r.${standIns ? 'decided_by' : 'supervisor_id'} = access.person()
            and r.act = 'approve' and r.verdict = 'approve' and d.state = 'submitted';
          if signer is null then return null; end if;
          if ${standIns ? 'signer = access.person() or' : ''} not access.works_here(access.practice(), signer, 'supervisor')
            or not exists (
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
    `);
  }

  /** Those who stand in are told of what waits as the supervisor is; what came of it goes to the therapist. */
  async #mail(runner: QueryRunner, standIns: boolean): Promise<void> {
    const isOf = (practice: string): string =>
      standIns ? `or access.stands_in(${practice}, person, r.supervisor_id, r.therapist_id)` : '';
    const toldAt = standIns ? 'coalesce(r.decided_at, r.commented_at)' : 'r.decided_at';
    if (standIns)
      await runner.query(`
        create function access.stands_in(practice uuid, person uuid, supervisor uuid, therapist uuid) returns boolean
          language sql stable security definer set search_path = public, pg_temp as $$
            select exists (select from stand_in t join practice c on c.id = t.practice_id
              where t.practice_id = practice and t.person_id = person and t.supervisor_id = supervisor
                and coalesce(therapist = any (t.therapist_ids), true)
                and (now() at time zone c.time_zone)::date between t.from_on and t.until_on
                and access.works_here(practice, person, 'supervisor') and access.works_here(practice, supervisor, 'supervisor'))
              and therapist <> person
          $$;
        alter function access.stands_in(uuid, uuid, uuid, uuid) owner to common_ground_relations;
        revoke all on function access.stands_in(uuid, uuid, uuid, uuid) from public;
      `);
    await runner.query(`
      create or replace function access.make_review_mail(person uuid) returns table (id uuid, after_seconds int)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          told staff%rowtype;
          due timestamptz;
          made uuid := gen_random_uuid();
        begin
          select * into told from staff s
            where s.practice_id = access.practice() and s.person_id = person and s.review_mail and s.email is not null
              and exists (select from review r where r.practice_id = s.practice_id
                and (person in (r.supervisor_id, r.therapist_id) ${isOf('r.practice_id')})
                and (r.document_id = any ((select access.worked_documents() as sight)::uuid[])
                  or r.id = any ((select access.supervised_reviews() as sight)::uuid[])
                  -- Whoever signs second hears of it from who approved the same version first.
                  or exists (select from review a where a.practice_id = r.practice_id and a.version_id = r.version_id
                    and a.verdict = 'approve' and a.${standIns ? 'decided_by' : 'supervisor_id'} = access.person()
                    and a.id = any ((select access.supervised_reviews() as sight)::uuid[]))))
            for update;
          if not found or told.review_mail_at > now() then return; end if;
          due := greatest(now(), told.review_mail_at + interval '1 hour');
          update staff set review_mail_at = due
            where practice_id = told.practice_id and person_id = told.person_id;
          insert into mail (practice_id, id, sort, about_id, to_address, language, made_by)
            select p.practice_id, made, 'review', p.id, told.email, p.language, p.id
            from person p where p.practice_id = told.practice_id and p.id = told.person_id;
          return query select made, extract(epoch from due - now())::int;
        end $$;

      create or replace function access.review_mail_is_wanted(practice uuid, person uuid, address text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from staff s
            where s.practice_id = practice and s.person_id = person and s.review_mail and s.email = address
              and access.works_here(practice, person, null))
            and exists (select from review r where r.practice_id = practice
              and ((r.state = 'waiting' and (r.supervisor_id = person ${isOf('practice')}))
                or (r.therapist_id = person and ${toldAt} > now() - interval '1 day')))
        $$;
    `);
    if (!standIns) await runner.query(`drop function access.stands_in(uuid, uuid, uuid, uuid)`);
  }
}
