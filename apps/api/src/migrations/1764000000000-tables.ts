import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the main job. Every key starts with `practice_id`: it is the boundary between practices today and
 * the shard key later. What somebody may read as a whole stands in a table of its own, so that a row-level policy is
 * enough to keep it apart: a draft is not in the same row as the envelope a supervisor or a mother may see.
 */
export class Tables1764000000000 implements MigrationInterface {
  name = 'Tables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice (
        id uuid primary key,
        name text not null,
        time_zone text not null,
        safety jsonb not null,
        exit_url text not null,
        created_at timestamptz(3) not null default now()
      );

      create table person (
        practice_id uuid not null references practice,
        id uuid not null,
        display_name text not null,
        language text not null check (language in ('en', 'es')),
        created_at timestamptz(3) not null default now(),
        primary key (practice_id, id)
      );

      create table staff_role (
        practice_id uuid not null,
        person_id uuid not null,
        role text not null check (role in ('therapist', 'supervisor', 'admin')),
        primary key (practice_id, person_id, role),
        foreign key (practice_id, person_id) references person
      );

      create table supervision (
        practice_id uuid not null,
        id uuid not null,
        supervisor_id uuid not null,
        therapist_id uuid not null check (therapist_id <> supervisor_id),
        strength text not null check (strength in ('may-read', 'must-approve', 'must-approve-and-co-sign')),
        from_on date not null,
        until_on date,
        primary key (practice_id, id),
        foreign key (practice_id, supervisor_id) references person,
        foreign key (practice_id, therapist_id) references person
      );
      create index supervision_by_supervisor on supervision (practice_id, supervisor_id);
      create index supervision_by_therapist on supervision (practice_id, therapist_id);

      create table family (
        practice_id uuid not null,
        id uuid not null,
        name text not null,
        client_id uuid not null,
        opened_by uuid not null,
        opened_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, client_id) references person,
        foreign key (practice_id, opened_by) references person
      );

      create index family_by_opener on family (practice_id, opened_by);
      create index family_by_client on family (practice_id, client_id);

      create table caseload (
        practice_id uuid not null,
        family_id uuid not null,
        therapist_id uuid not null,
        leads boolean not null,
        primary key (practice_id, family_id, therapist_id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, therapist_id) references person
      );
      create index caseload_by_therapist on caseload (practice_id, therapist_id);

      create table member (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        person_id uuid not null,
        relation text not null,
        state text not null check (state in ('invited', 'accepted', 'confirmed', 'paused', 'removed')),
        contact text,
        added_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, family_id, person_id),
        unique (practice_id, family_id, id),
        unique (practice_id, family_id, id, person_id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, person_id) references person
      );
      create index member_by_person on member (practice_id, person_id);

      create table consent (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        from_id uuid not null,
        member_id uuid not null,
        kinds text[] not null,
        purpose text not null,
        until_on date,
        wording text not null,
        wording_version text not null,
        signature text not null,
        given_at timestamptz(3) not null default now(),
        revoked_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, from_id) references person,
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id)
      );
      create index consent_by_member on consent (practice_id, member_id);
      create index consent_by_family on consent (practice_id, family_id);

      create table signed_in (
        practice_id uuid not null,
        token_hash bytea not null,
        person_id uuid not null,
        began_at timestamptz(3) not null default now(),
        seen_at timestamptz(3) not null default now(),
        idle_for interval not null,
        lasts_for interval not null,
        ended_at timestamptz(3),
        primary key (practice_id, token_hash),
        unique (token_hash),
        foreign key (practice_id, person_id) references person
      );

      create table credential (
        practice_id uuid not null,
        person_id uuid not null,
        sort text not null check (sort in ('email', 'code')),
        -- SHA-256 of the address in small letters, or of the code without its dashes.
        name_hash bytea not null unique,
        -- Argon2id of the password or the PIN.
        secret_hash text not null,
        failures int not null default 0,
        failing_since timestamptz(3),
        waits_until timestamptz(3),
        primary key (practice_id, person_id, sort),
        foreign key (practice_id, person_id) references person
      );

      create table demo_persona (
        practice_id uuid not null,
        person_id uuid not null,
        persona text not null unique,
        place int not null,
        primary key (practice_id, person_id),
        foreign key (practice_id, person_id) references person
      );

      create table document (
        practice_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('worksheet', 'role-play-script', 'boundary-plan', 'support-plan')),
        family_id uuid,
        author_id uuid not null,
        state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'shared')),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, id, family_id),
        unique (practice_id, id, author_id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, author_id) references person
      );
      create index document_by_family on document (practice_id, family_id, updated_at desc, id desc);
      create index document_by_author on document (practice_id, author_id, updated_at desc, id desc);

      create table document_draft (
        practice_id uuid not null,
        document_id uuid not null,
        family_id uuid,
        author_id uuid not null,
        revision int not null check (revision > 0),
        title text not null,
        content jsonb not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, document_id),
        foreign key (practice_id, document_id, author_id) references document (practice_id, id, author_id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, written_by) references person
      );

      create table document_draft_history (
        practice_id uuid not null,
        document_id uuid not null,
        revision int not null,
        family_id uuid,
        author_id uuid not null,
        title text not null,
        content jsonb not null,
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, document_id, revision),
        foreign key (practice_id, document_id, author_id) references document (practice_id, id, author_id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id)
      );

      create table document_version (
        practice_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        number int not null check (number > 0),
        family_id uuid,
        author_id uuid not null,
        title text not null,
        content jsonb not null,
        format int not null,
        outline jsonb not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        written_by uuid not null,
        written_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, document_id, number),
        unique (practice_id, document_id, id),
        foreign key (practice_id, document_id, author_id) references document (practice_id, id, author_id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, written_by) references person
      );

      create table review (
        practice_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        family_id uuid,
        therapist_id uuid not null,
        supervisor_id uuid not null check (supervisor_id <> therapist_id),
        round int not null check (round > 0),
        note text not null,
        state text not null check (state in ('waiting', 'decided', 'withdrawn')),
        verdict text check (verdict in ('approve', 'ask-for-changes')),
        summary text,
        version_hash text,
        submitted_at timestamptz(3) not null default now(),
        decided_at timestamptz(3),
        primary key (practice_id, id),
        unique (practice_id, id, document_id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, document_id, version_id) references document_version (practice_id, document_id, id),
        foreign key (practice_id, therapist_id) references person,
        foreign key (practice_id, supervisor_id) references person,
        check ((state = 'decided') = (verdict is not null and decided_at is not null and version_hash is not null))
      );
      create unique index review_waiting on review (practice_id, document_id) where state = 'waiting';
      create index review_by_document on review (practice_id, document_id, submitted_at);
      create index review_by_supervisor on review (practice_id, supervisor_id, state, submitted_at, id);
      create index review_by_therapist on review (practice_id, therapist_id, state, submitted_at, id);

      create table review_comment (
        practice_id uuid not null,
        id uuid not null,
        review_id uuid not null,
        document_id uuid not null,
        family_id uuid,
        therapist_id uuid not null,
        author_id uuid not null,
        block_id text not null,
        quote text not null,
        text text not null,
        reply_to uuid,
        written_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, review_id, document_id) references review (practice_id, id, document_id),
        foreign key (practice_id, author_id) references person,
        foreign key (practice_id, reply_to) references review_comment
      );
      create index review_comment_by_document on review_comment (practice_id, document_id, written_at, id);

      create table share (
        practice_id uuid not null,
        id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        family_id uuid not null,
        shared_by uuid not null,
        due_on date,
        note text,
        shared_at timestamptz(3) not null default now(),
        revoked_at timestamptz(3),
        primary key (practice_id, id),
        unique (practice_id, id, document_id, version_id, family_id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, document_id, version_id) references document_version (practice_id, document_id, id),
        foreign key (practice_id, shared_by) references person
      );
      create index share_by_document on share (practice_id, document_id, shared_at desc);

      create table task (
        practice_id uuid not null,
        id uuid not null,
        share_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        person_id uuid not null,
        given_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        primary key (practice_id, id),
        unique (practice_id, share_id, member_id),
        unique (practice_id, family_id, id),
        foreign key (practice_id, share_id, document_id, version_id, family_id)
          references share (practice_id, id, document_id, version_id, family_id),
        foreign key (practice_id, family_id, member_id, person_id)
          references member (practice_id, family_id, id, person_id)
      );
      create index task_by_person on task (practice_id, person_id, given_at desc, id desc);
      create index task_by_family on task (practice_id, family_id, given_at desc, id desc);
      create index task_by_document on task (practice_id, document_id);
      create index task_by_member on task (practice_id, member_id);

      create table answer (
        practice_id uuid not null,
        id uuid not null,
        task_id uuid not null,
        prompt_id text not null,
        family_id uuid not null,
        author_id uuid not null,
        value jsonb,
        visibility text not null check (visibility in ('not-yet', 'therapist', 'family')),
        revision int not null check (revision > 0),
        saved_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        primary key (practice_id, id),
        unique (practice_id, task_id, prompt_id),
        unique (practice_id, id, family_id, author_id),
        foreign key (practice_id, family_id, task_id) references task (practice_id, family_id, id),
        foreign key (practice_id, author_id) references person
      );
      create index answer_by_family on answer (practice_id, family_id);

      create table answer_history (
        practice_id uuid not null,
        answer_id uuid not null,
        revision int not null,
        author_id uuid not null,
        value jsonb,
        visibility text not null,
        saved_at timestamptz(3) not null default now(),
        primary key (practice_id, answer_id, revision),
        foreign key (practice_id, answer_id) references answer
      );

      create table feedback (
        practice_id uuid not null,
        id uuid not null,
        answer_id uuid not null,
        family_id uuid not null,
        by_id uuid not null,
        to_id uuid not null,
        text text not null,
        given_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        foreign key (practice_id, answer_id, family_id, to_id) references answer (practice_id, id, family_id, author_id),
        foreign key (practice_id, by_id) references person
      );
      create index feedback_by_answer on feedback (practice_id, answer_id, given_at);

      create table idempotency (
        practice_id uuid not null,
        person_id uuid not null,
        key text not null,
        request_hash text not null,
        response jsonb not null,
        created_at timestamptz(3) not null default now(),
        primary key (practice_id, person_id, key),
        foreign key (practice_id, person_id) references person
      );

      create table audit (
        practice_id uuid not null,
        id uuid not null,
        at timestamptz(3) not null default now(),
        actor_id uuid not null,
        actor_roles text[] not null,
        action text not null,
        because text not null,
        subject_ids uuid[] not null,
        family_id uuid,
        document_id uuid,
        task_id uuid,
        consent_ids uuid[] not null,
        fields text[] not null,
        primary key (practice_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit, idempotency, feedback, answer_history, answer, task, share, review_comment, review,
        document_version, document_draft_history, document_draft, document, demo_persona, credential, signed_in, consent, member,
        caseload, family, supervision, staff_role, person, practice;
    `);
  }
}
