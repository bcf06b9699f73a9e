import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = `practice_id = (select access.practice())`;
const ME = '(select access.person())';
const WORKED = `document_id = any ((select access.worked_documents())::uuid[])`;
const SUPERVISED = `version_id = any ((select access.supervised_versions())::uuid[])`;

/**
 * An approval as it was signed: by whom, under which name and with which credentials then, and over which hash. The key
 * to the version holds the hash, so that no signature stands over another text; nothing of a signature ever changes.
 */
export class Signatures1764103500000 implements MigrationInterface {
  name = 'Signatures1764103500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table staff add credentials text not null default '' check (length(credentials) <= 60);
      grant update (credentials) on staff to common_ground_app;
      create policy staff_update on staff for update to common_ground_app
        using (${PRACTICE} and (select access.is_admin()) and person_id <> ${ME})
        with check (${PRACTICE} and (select access.is_admin()) and person_id <> ${ME});

      alter table document_version add constraint document_version_hash unique (practice_id, document_id, id, hash);
      create table signature (
        practice_id uuid not null,
        id uuid not null,
        review_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        version_hash text not null,
        family_id uuid,
        signer_id uuid not null,
        name text not null check (name <> ''),
        credentials text not null,
        signed_at timestamptz(3) not null default now(),
        primary key (practice_id, id),
        unique (practice_id, review_id),
        foreign key (practice_id, review_id, document_id) references review (practice_id, id, document_id),
        foreign key (practice_id, document_id, version_id, version_hash)
          references document_version (practice_id, document_id, id, hash),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, signer_id) references person
      );
      create index signature_by_version on signature (practice_id, version_id, signed_at);

      -- What was approved before this was signed under the name its supervisor has today.
      alter table review no force row level security;
      alter table person no force row level security;
      insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, family_id, signer_id,
          name, credentials, signed_at)
        select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, r.version_hash, r.family_id,
          r.supervisor_id, p.display_name, '', r.decided_at
        from review r join person p on p.practice_id = r.practice_id and p.id = r.supervisor_id
        where r.verdict = 'approve';
      alter table review force row level security;
      alter table person force row level security;

      alter table signature enable row level security;
      alter table signature force row level security;
      grant select, insert on signature to common_ground_app;
      create policy signature_select on signature for select to common_ground_app
        using (${PRACTICE} and (${WORKED} or ${SUPERVISED}));
      create policy signature_insert on signature for insert to common_ground_app
        with check (${PRACTICE} and signer_id = ${ME}
          and exists (select from review r where r.practice_id = signature.practice_id and r.id = signature.review_id
            and r.supervisor_id = signature.signer_id and r.verdict = 'approve'
            and r.version_id = signature.version_id and r.version_hash = signature.version_hash)
          and review_id = any ((select access.supervised_reviews())::uuid[]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table signature;
      alter table document_version drop constraint document_version_hash;
      drop policy staff_update on staff;
      revoke update (credentials) on staff from common_ground_app;
      alter table staff drop column credentials;
    `);
  }
}
