import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = 'practice_id = (select access.practice())';
const oneOf = (reader: string): string => `family_id = any ((select access.${reader}())::uuid[])`;
const LED = oneOf('caseload_families');
const OWN = oneOf('client_families');
const SPOKEN_FOR = oneOf('guarded_families');
const IS_ME = '(select access.person())';

const BY_KIND = 'd.kind = any (c.kinds)';
const BY_KIND_OR_DOCUMENT = '(d.kind = any (c.kinds) or d.id = any (c.document_ids))';

/**
 * Consent is asked for by a therapist and decided by the client, or by a guardian whose right counts that day. A
 * release may name single documents besides kinds, and keeps which notice stood beside it and what took its place.
 */
export class AskingForConsent1764100500000 implements MigrationInterface {
  name = 'AskingForConsent1764100500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_request (
        practice_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        kinds text[] not null,
        document_ids uuid[] not null,
        -- [{documentId, kind, title}], each as it was called when it was asked about.
        documents jsonb not null,
        purpose text not null,
        until_on date,
        asked_by uuid not null,
        asked_at timestamptz(3) not null default now(),
        answer text check (answer in ('yes', 'not-now')),
        decided_by uuid,
        decided_at timestamptz(3),
        consent_id uuid,
        withdrawn_at timestamptz(3),
        primary key (practice_id, id),
        unique (practice_id, family_id, id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, family_id, member_id) references member (practice_id, family_id, id),
        foreign key (practice_id, asked_by) references person,
        foreign key (practice_id, decided_by) references person,
        check (cardinality(kinds) + cardinality(document_ids) > 0),
        check ((answer is null) = (decided_at is null) and (answer is null) = (decided_by is null)),
        check ((consent_id is not null) = (answer is not distinct from 'yes')),
        check (answer is null or withdrawn_at is null)
      );
      create index consent_request_by_family on consent_request (practice_id, family_id, asked_at);
      create index consent_request_by_asker on consent_request (practice_id, asked_by, decided_at);
      alter table consent_request enable row level security;
      alter table consent_request force row level security;

      alter table consent
        add column given_as text not null default 'client' check (given_as in ('client', 'guardian')),
        add column document_ids uuid[] not null default '{}',
        add column documents jsonb not null default '[]',
        add column request_id uuid,
        add column notice_version text,
        add column replaced_by uuid,
        add foreign key (practice_id, family_id, request_id) references consent_request (practice_id, family_id, id),
        add foreign key (practice_id, replaced_by) references consent,
        add check (cardinality(kinds) + cardinality(document_ids) > 0),
        -- Single documents are only ever named by what a therapist asked: nobody else knows them.
        add check (document_ids = '{}' or request_id is not null),
        add check (replaced_by is null or revoked_at is not null);
      alter table consent_request add foreign key (practice_id, consent_id) references consent;
      grant update (replaced_by) on consent to common_ground_app;

      grant select, insert, update (answer, decided_by, decided_at, consent_id, withdrawn_at)
        on consent_request to common_ground_app;
      create policy consent_request_select on consent_request for select to common_ground_app
        using (${ME} and (${LED} or ${OWN} or ${SPOKEN_FOR}));
      create policy consent_request_insert on consent_request for insert to common_ground_app
        with check (${ME} and ${LED} and asked_by = ${IS_ME} and answer is null and withdrawn_at is null
          and document_ids <@ (select access.worked_documents())::uuid[]);
      create policy consent_request_update on consent_request for update to common_ground_app
        using (${ME} and answer is null and withdrawn_at is null and (${LED} or ${OWN} or ${SPOKEN_FOR}))
        with check (${ME} and ((decided_by = ${IS_ME} and (${OWN} or ${SPOKEN_FOR}))
          or (withdrawn_at is not null and ${LED})));
      grant select on consent_request to common_ground_relations;
      create policy consent_request_relations on consent_request for select to common_ground_relations using (true);

      drop policy consent_select on consent;
      drop policy consent_insert on consent;
      drop policy consent_update on consent;
      create policy consent_select on consent for select to common_ground_app
        using (${ME} and (${LED} or (from_id = ${IS_ME} and given_as = 'client') or ${OWN} or ${SPOKEN_FOR}));
      create policy consent_insert on consent for insert to common_ground_app
        with check (${ME} and from_id = ${IS_ME}
          and ((given_as = 'client' and ${OWN}) or (given_as = 'guardian' and ${SPOKEN_FOR})));
      create policy consent_update on consent for update to common_ground_app
        using (${ME} and ((from_id = ${IS_ME} and given_as = 'client') or ${OWN} or ${SPOKEN_FOR}))
        with check (${ME} and ((from_id = ${IS_ME} and given_as = 'client') or ${OWN} or ${SPOKEN_FOR}));

      -- The people whom consents speak of, by name, for those who may decide or read them. A guardian sees nobody else
      -- of the family this way: only whom a consent or a request names, and the client.
      create function access.people_in_consents()
        returns table (family_id uuid, member_id uuid, person_id uuid, display_name text, relation text, state text)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        declare
          open uuid[] := access.caseload_families() || access.client_families();
          guarded uuid[] := access.guarded_families();
        begin
          return query
            select m.family_id, m.id, m.person_id, p.display_name, m.relation, m.state
            from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
            where m.practice_id = access.practice()
              and (m.family_id = any (open)
                or (m.family_id = any (guarded) and (m.relation = 'client'
                  or exists (select from consent c where c.practice_id = m.practice_id
                    and c.family_id = m.family_id and (c.member_id = m.id or c.from_id = m.person_id))
                  or exists (select from consent_request r where r.practice_id = m.practice_id
                    and r.family_id = m.family_id and (r.member_id = m.id or r.decided_by = m.person_id))))
                or exists (select from consent c where c.practice_id = m.practice_id and c.family_id = m.family_id
                  and c.from_id = access.person() and c.given_as = 'client'
                  and (c.member_id = m.id or c.from_id = m.person_id)));
        end $$;
      grant create on schema access to common_ground_relations;
      alter function access.people_in_consents() owner to common_ground_relations;
      revoke create on schema access from common_ground_relations;
      revoke all on function access.people_in_consents() from public;
      grant execute on function access.people_in_consents() to common_ground_app;
    `);
    await this.#retell(runner, BY_KIND, BY_KIND_OR_DOCUMENT);
  }

  /**
   * Changes one condition of what still reaches somebody and leaves every other one standing, whichever they are by the
   * time this runs.
   */
  async #retell(runner: QueryRunner, from: string, to: string): Promise<void> {
    const found = (await runner.query(
      `select pg_get_functiondef('access.live_tasks()'::regprocedure) as text`,
    )) as { text: string }[];
    const text = found[0]?.text ?? '';
    if (!text.includes(from)) throw new Error(`access.live_tasks() does not ask whether ${from}`);
    await runner.query(`
      grant create on schema access to common_ground_relations;
      ${text.replace(from, to)};
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#retell(runner, BY_KIND_OR_DOCUMENT, BY_KIND);
    await runner.query(`
      drop function access.people_in_consents();
      drop policy consent_select on consent;
      drop policy consent_insert on consent;
      drop policy consent_update on consent;
      revoke update (replaced_by) on consent from common_ground_app;
      alter table consent_request drop constraint consent_request_practice_id_consent_id_fkey;
      alter table consent
        drop column given_as, drop column document_ids, drop column documents, drop column request_id,
        drop column notice_version, drop column replaced_by;
      drop table consent_request;
      create policy consent_select on consent for select to common_ground_app
        using (${ME} and (from_id = ${IS_ME} or ${LED}));
      create policy consent_insert on consent for insert to common_ground_app
        with check (${ME} and (from_id = ${IS_ME} and ${OWN}));
      create policy consent_update on consent for update to common_ground_app
        using (${ME} and (from_id = ${IS_ME})) with check (${ME} and (from_id = ${IS_ME}));
    `);
  }
}
