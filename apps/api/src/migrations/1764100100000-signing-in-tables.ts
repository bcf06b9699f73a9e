import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the role of the functions may do to each table; the application itself reads and writes none of them. */
const TABLES: Readonly<Record<string, string>> = {
  second_factor: 'select, insert, update',
  recovery_code: 'select, insert, update',
  passkey: 'select, insert, update',
  passkey_challenge: 'select, insert, update, delete',
  sign_in_step: 'select, insert, update, delete',
  access_link: 'select, insert, update, delete',
  knock: 'select, insert, update, delete',
};

/**
 * The second factor, passkeys, links that let staff in, devices, and how often one address has knocked. Secrets and
 * their hashes are reached through functions alone, like passwords.
 */
export class SigningInTables1764100100000 implements MigrationInterface {
  name = 'SigningInTables1764100100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table signed_in
        add column id uuid not null default gen_random_uuid(),
        -- Not knowing how counts as the way that proves least.
        add column how text not null default 'code' check (how in ('persona', 'password', 'code', 'passkey')),
        -- A session of somebody on staff without a second factor opens nothing but getting one.
        add column opens text not null default 'everything' check (opens in ('everything', 'enrolling')),
        add column shared boolean not null default true,
        -- Which browser on which sort of device, in two coarse words.
        add column device text not null default '',
        -- When the person last proved to be the one they are.
        add column proven_at timestamptz(3);
      create unique index signed_in_by_id on signed_in (practice_id, id);
      create index signed_in_by_person on signed_in (practice_id, person_id);

      -- One address may belong to people of two practices; a code opens one place only.
      alter table credential drop constraint credential_name_hash_key;
      create unique index credential_by_code on credential (name_hash) where sort = 'code';
      create unique index credential_by_email on credential (name_hash, practice_id) where sort = 'email';

      create table second_factor (
        practice_id uuid not null,
        person_id uuid not null,
        -- The secret of the authenticator app, encrypted with a key the database does not hold.
        sealed bytea,
        since timestamptz(3),
        -- The newest time step a code was accepted for; none is ever accepted twice.
        step bigint not null default 0,
        pending_sealed bytea,
        pending_at timestamptz(3),
        failures int not null default 0,
        failing_since timestamptz(3),
        waits_until timestamptz(3),
        primary key (practice_id, person_id),
        foreign key (practice_id, person_id) references person
      );

      create table recovery_code (
        practice_id uuid not null,
        person_id uuid not null,
        -- SHA-256 of 80 random bits.
        code_hash bytea not null,
        made_at timestamptz(3) not null default now(),
        used_at timestamptz(3),
        replaced_at timestamptz(3),
        primary key (practice_id, person_id, code_hash),
        foreign key (practice_id, person_id) references person
      );

      create table passkey (
        practice_id uuid not null,
        id uuid not null,
        person_id uuid not null,
        -- What the authenticator calls it, in base64url.
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        device text not null,
        made_at timestamptz(3) not null default now(),
        used_at timestamptz(3),
        ended_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, person_id) references person
      );
      create index passkey_by_person on passkey (practice_id, person_id);

      -- Somebody who signs in with a passkey alone is nobody yet, so practice and person may be missing.
      create table passkey_challenge (
        challenge_hash bytea primary key,
        purpose text not null check (purpose in ('sign-in', 'second-factor', 'register', 'step-up')),
        practice_id uuid,
        person_id uuid,
        ends_at timestamptz(3) not null,
        used_at timestamptz(3)
      );

      -- Between the right password and the second factor.
      create table sign_in_step (
        practice_id uuid not null,
        token_hash bytea not null,
        person_id uuid not null,
        began_at timestamptz(3) not null default now(),
        ends_at timestamptz(3) not null,
        used_at timestamptz(3),
        primary key (practice_id, token_hash),
        unique (token_hash),
        foreign key (practice_id, person_id) references person
      );

      create table access_link (
        practice_id uuid not null,
        token_hash bytea not null,
        person_id uuid not null,
        made_by uuid not null,
        -- Whether whoever uses it also loses the second factor they had, because they lost the phone.
        clears_second_factor boolean not null,
        made_at timestamptz(3) not null default now(),
        ends_at timestamptz(3) not null,
        used_at timestamptz(3),
        replaced_at timestamptz(3),
        primary key (practice_id, token_hash),
        unique (token_hash),
        foreign key (practice_id, person_id) references person,
        foreign key (practice_id, made_by) references person
      );
      create index access_link_by_person on access_link (practice_id, person_id);

      -- How often one network address has tried a door that stands open; only a keyed hash of the address is kept.
      create table knock (
        sort text not null,
        address_hash bytea not null,
        began_at timestamptz(3) not null default now(),
        times int not null,
        primary key (sort, address_hash)
      );

      -- So that old answers can be thrown away by their age, by a role that cannot read them.
      grant select (practice_id, person_id, key, created_at), delete on idempotency to common_ground_relations;
      create policy idempotency_prune_see on idempotency for select to common_ground_relations using (true);
      create policy idempotency_prune on idempotency for delete to common_ground_relations using (true);
      create index idempotency_by_age on idempotency (created_at);
      grant delete on signed_in to common_ground_relations;
      create policy signed_in_prune on signed_in for delete to common_ground_relations using (true);
      grant insert on credential to common_ground_relations;
      create policy credential_make on credential for insert to common_ground_relations with check (true);
    `);
    for (const [table, commands] of Object.entries(TABLES)) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        grant ${commands} on ${table} to common_ground_relations;
        create policy ${table}_kept on ${table} for all to common_ground_relations using (true) with check (true);
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ${Object.keys(TABLES).join(', ')};
      drop policy credential_make on credential;
      revoke insert on credential from common_ground_relations;
      drop policy signed_in_prune on signed_in;
      revoke delete on signed_in from common_ground_relations;
      drop index idempotency_by_age;
      drop policy idempotency_prune on idempotency;
      drop policy idempotency_prune_see on idempotency;
      revoke select (practice_id, person_id, key, created_at), delete on idempotency from common_ground_relations;
      drop index credential_by_code, credential_by_email;
      alter table credential add constraint credential_name_hash_key unique (name_hash);
      drop index signed_in_by_id, signed_in_by_person;
      alter table signed_in drop column id, drop column how, drop column opens, drop column shared, drop column device,
        drop column proven_at;
    `);
  }
}
