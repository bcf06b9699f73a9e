import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLE = 'common_ground_merging';

/** Keys that name a person beside a place or an answer: a merge moves both ends, and is right only at its end. */
const MOVED_TOGETHER = [
  ['task', 'task_practice_id_family_id_member_id_person_id_fkey'],
  ['guardian', 'guardian_practice_id_family_id_member_id_person_id_fkey'],
  ['guardian', 'guardian_practice_id_family_id_for_member_id_for_person_id_fkey'],
  ['invitation', 'invitation_practice_id_family_id_member_id_person_id_fkey'],
  ['feedback', 'feedback_practice_id_answer_id_family_id_to_id_fkey'],
] as const;

/** Everything the role that merges may do, column by column. No word of anybody is among what it reads. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  person: [
    'select (practice_id, id, merged_into, merged_at, merged_by)',
    'update (merged_into, merged_at, merged_by)',
  ],
  member: ['select', 'update (person_id, state, contact, merged_into)'],
  family: ['select (practice_id, id, client_id)', 'update (client_id)'],
  staff: ['select (practice_id, person_id)'],
  task: [
    'select (practice_id, id, share_id, family_id, member_id, person_id, sent_at)',
    'update (member_id, person_id)',
    'delete',
  ],
  answer: ['select (practice_id, task_id, author_id)', 'update (author_id)'],
  answer_history: ['select (practice_id, author_id)', 'update (author_id)'],
  feedback: ['select (practice_id, to_id)', 'update (to_id)'],
  guardian: [
    'select (practice_id, member_id, person_id, for_member_id, for_person_id)',
    'update (member_id, person_id, for_member_id, for_person_id)',
  ],
  consent: ['select (practice_id, member_id, from_id)', 'update (member_id, from_id)'],
  consent_request: ['select (practice_id, member_id, decided_by)', 'update (member_id, decided_by)'],
  erasure_request: ['select (practice_id, family_id, person_id, state)', 'update (person_id)'],
  invitation: [
    'select (practice_id, member_id, person_id, ended_at)',
    'update (person_id, ended_at, ended_because)',
  ],
  block: ['select (practice_id, one_id, other_id, lifted_at)', 'update (one_id, other_id, lifted_at)'],
  hold: ['select (practice_id, member_id, lifted_at)', 'update (member_id, lifted_at)'],
  safe_contact: ['select (practice_id, member_id)', 'update (member_id)'],
  credential: ['select (practice_id, person_id)', 'delete'],
  passkey: ['select (practice_id, person_id, ended_at)', 'update (ended_at)'],
  signed_in: ['select (practice_id, person_id, ended_at)', 'update (ended_at)'],
  demo_persona: ['select (practice_id, person_id)', 'update (person_id)', 'delete'],
};

const commandOf = (right: string): string => right.split(' ')[0] ?? right;

/**
 * Two records of one human being become one. The record that is given up stays as a row that says which one took its
 * place; so does its place in a family where both had one. What may be rewritten for that is a short list of columns,
 * and one role, that nobody can sign in as, may rewrite them.
 */
export class MergedRecords1764101500000 implements MigrationInterface {
  name = 'MergedRecords1764101500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column merged_into uuid check (merged_into <> id),
        add column merged_at timestamptz(3),
        add column merged_by uuid,
        add foreign key (practice_id, merged_into) references person,
        add foreign key (practice_id, merged_by) references person,
        add check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merged_by is null));
      create index person_by_merge on person (practice_id, merged_into) where merged_into is not null;
      alter table member
        add column merged_into uuid check (merged_into <> id),
        add foreign key (practice_id, family_id, merged_into) references member (practice_id, family_id, id),
        add check (merged_into is null or state = 'removed');
      grant usage on schema public, access to ${ROLE};
    `);
    for (const [table, key] of MOVED_TOGETHER)
      await runner.query(`alter table ${table} alter constraint ${key} deferrable initially immediate;`);
    for (const [table, rights] of Object.entries(RIGHTS)) {
      for (const right of rights) {
        const command = commandOf(right);
        const check = command === 'update' ? ' with check (true)' : '';
        await runner.query(`
          grant ${right} on ${table} to ${ROLE};
          create policy ${table}_merging_${command} on ${table} for ${command} to ${ROLE} using (true)${check};
        `);
      }
    }
    await this.#newPlaces(runner);
  }

  /**
   * A record that was given up takes part in nothing any more: no place is made for it, and the place it had stays
   * removed. Whoever makes one at this very moment waits for the merge.
   */
  async #newPlaces(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant create on schema access to ${ROLE};
      create function access.refuse_merged() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$
        declare into_other uuid;
        begin
          select p.merged_into into into_other from person p
          where p.practice_id = new.practice_id and p.id = new.person_id for share;
          if into_other is not null or new.merged_into is not null then
            raise exception 'this record was made one with another' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      alter function access.refuse_merged() owner to ${ROLE};
      revoke all on function access.refuse_merged() from public;
      revoke create on schema access from ${ROLE};
      create trigger member_of_merged before insert on member for each row execute function access.refuse_merged();
      create trigger member_merged before update of state on member for each row
        when (old.merged_into is not null and new.state is distinct from old.state)
        execute function access.refuse_undoing();
      alter policy person_insert on person with check (practice_id = (select access.practice())
        and merged_into is null and ((select access.is_therapist()) or (select access.is_admin())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy person_insert on person with check (practice_id = (select access.practice())
        and ((select access.is_therapist()) or (select access.is_admin())));
      drop trigger member_merged on member;
      drop trigger member_of_merged on member;
      drop function access.refuse_merged();
    `);
    for (const [table, rights] of Object.entries(RIGHTS)) {
      for (const right of rights)
        await runner.query(`
          drop policy ${table}_merging_${commandOf(right)} on ${table};
          revoke ${right} on ${table} from ${ROLE};
        `);
    }
    for (const [table, key] of MOVED_TOGETHER)
      await runner.query(`alter table ${table} alter constraint ${key} not deferrable;`);
    await runner.query(`
      revoke usage on schema public, access from ${ROLE};
      alter table member drop column merged_into;
      alter table person drop column merged_by, drop column merged_at, drop column merged_into;
    `);
  }
}
