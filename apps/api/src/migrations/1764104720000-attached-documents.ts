import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRACTICE = 'practice_id = (select access.practice())';
const ME = '(select access.person())';
const WORKED = `family_id = any ((select access.caseload_families() as sight)::uuid[])`;
/** What is judged today: a second signature with what went along with the first. */
const JUDGED = `review_id = any (array(select coalesce(r.first_review_id, r.id) from review r
  where r.practice_id = (select access.practice()) and r.id = any ((select access.supervised_reviews() as sight)::uuid[])))`;
const WAITS = `exists (select from review r where r.practice_id = attached_document.practice_id
  and r.id = attached_document.review_id and r.family_id = attached_document.family_id
  and r.document_id <> attached_document.document_id and r.state = 'waiting')`;
/** One's own words, as they stand now, of a family one leads; nobody's answers are among them. */
const OWN_WORDS = `exists (select from document d join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
  where d.practice_id = attached_document.practice_id and d.id = attached_document.document_id
    and d.author_id = ${ME} and d.kind <> 'hour-plan' and d.kind = attached_document.kind and t.title = attached_document.title
    and t.content = attached_document.content)`;

/**
 * Other documents of the family that go along with one for review, as they stood when it was sent. Whoever judges that
 * review reads these words and nothing else of the document; those who lead the family see all, and take off what
 * nobody has judged yet.
 */
export class AttachedDocuments1764104720000 implements MigrationInterface {
  name = 'AttachedDocuments1764104720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table review add column first_review_id uuid,
        add foreign key (practice_id, first_review_id) references review (practice_id, id);
      -- A second signature is asked for by the approval of the very same version that came last.
      create function access.first_of_two() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        new.first_review_id := case new.act when 'co-sign' then (select r.id from review r
          where r.practice_id = new.practice_id and r.version_id = new.version_id and r.act = 'approve'
            and r.verdict = 'approve' order by r.decided_at desc limit 1) end;
        return new;
      end $$;
      revoke all on function access.first_of_two() from public;
      create trigger review_first_of_two before insert on review for each row execute function access.first_of_two();

      create table attached_document (
        practice_id uuid not null,
        review_id uuid not null,
        document_id uuid not null,
        family_id uuid not null,
        kind text not null,
        title text not null,
        content jsonb not null,
        attached_by uuid not null,
        attached_at timestamptz(3) not null default now(),
        taken_off_at timestamptz(3),
        primary key (practice_id, review_id, document_id),
        foreign key (practice_id, review_id) references review (practice_id, id),
        foreign key (practice_id, document_id, family_id) references document (practice_id, id, family_id),
        foreign key (practice_id, attached_by) references person
      );
      alter table attached_document enable row level security;
      alter table attached_document force row level security;
      grant select, insert, update (taken_off_at) on attached_document to common_ground_app;
      create policy attached_document_select on attached_document for select to common_ground_app
        using (${PRACTICE} and (${WORKED} or (taken_off_at is null and ${JUDGED})));
      create policy attached_document_insert on attached_document for insert to common_ground_app
        with check (${PRACTICE} and ${WORKED} and attached_by = ${ME} and taken_off_at is null and ${WAITS} and ${OWN_WORDS});
      create policy attached_document_update on attached_document for update to common_ground_app
        using (${PRACTICE} and ${WORKED} and taken_off_at is null and ${WAITS})
        with check (${PRACTICE} and ${WORKED} and taken_off_at is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table attached_document;
      drop trigger review_first_of_two on review;
      drop function access.first_of_two();
      alter table review drop column first_review_id;
    `);
  }
}
