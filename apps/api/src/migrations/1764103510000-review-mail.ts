import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = [
  'choose_review_mail(boolean)',
  'make_review_mail(uuid)',
  'review_mail_is_wanted(uuid, uuid, text)',
];

/**
 * Mail that says that something waits in reviews, and not what: at most one an hour for each person, whatever happens
 * in it, and none for who does not want any. It is looked at once more when it goes out.
 */
export class ReviewMail1764103510000 implements MigrationInterface {
  name = 'ReviewMail1764103510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table staff add review_mail boolean not null default true, add review_mail_at timestamptz(3);
      grant update (review_mail, review_mail_at) on staff to common_ground_relations;
      create policy mail_review on mail for insert to common_ground_relations
        with check (sort = 'review' and family_id is null and sent_at is null and came_back_at is null);
      grant create on schema access to common_ground_relations;

      create function access.choose_review_mail(wanted boolean) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update staff set review_mail = wanted
          where practice_id = access.practice() and person_id = access.person()
        $$;

      -- For somebody who has a review together with who asks. The row is that person's own, so that nobody learns their
      -- address from it; its moment keeps a second mail away while the first is on its way, and for an hour after.
      create function access.make_review_mail(person uuid) returns table (id uuid, after_seconds int)
        language plpgsql security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          told staff%rowtype;
          due timestamptz;
          made uuid := gen_random_uuid();
        begin
          select * into told from staff s
            where s.practice_id = access.practice() and s.person_id = person and s.review_mail and s.email is not null
              and exists (select from review r where r.practice_id = s.practice_id and person in (r.supervisor_id, r.therapist_id)
                and (r.document_id = any ((select access.worked_documents() as sight)::uuid[])
                  or r.id = any ((select access.supervised_reviews() as sight)::uuid[])
                  -- Whoever signs second hears of it from who approved the same version first.
                  or exists (select from review a where a.practice_id = r.practice_id and a.version_id = r.version_id
                    and a.verdict = 'approve' and a.supervisor_id = access.person()
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

      -- Something waits for them, or came back to them within a day; and they still work here under this address.
      create function access.review_mail_is_wanted(practice uuid, person uuid, address text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from staff s
            where s.practice_id = practice and s.person_id = person and s.review_mail and s.email = address
              and access.works_here(practice, person, null))
            and exists (select from review r where r.practice_id = practice
              and ((r.supervisor_id = person and r.state = 'waiting')
                or (r.therapist_id = person and r.decided_at > now() - interval '1 day')))
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of [...FUNCTIONS].reverse()) await runner.query(`drop function access.${signature}`);
    await runner.query(`
      drop policy mail_review on mail;
      revoke update (review_mail, review_mail_at) on staff from common_ground_relations;
      alter table staff drop column review_mail, drop column review_mail_at;
    `);
  }
}
