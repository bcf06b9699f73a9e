import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const ADMIN = '(select access.is_admin())';
const ME = '(select access.person())';

/** Words a practice would rather read differently, beside those the product knows. Taken off the list a row stays. */
export class CoachWords1764101830000 implements MigrationInterface {
  name = 'CoachWords1764101830000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coach_word (
        practice_id uuid not null,
        id uuid not null,
        language text not null check (language in ('en', 'es')),
        sort text not null,
        phrase text not null,
        gentler text,
        added_by uuid not null,
        added_at timestamptz(3) not null default now(),
        removed_by uuid,
        removed_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, added_by) references person,
        foreign key (practice_id, removed_by) references person,
        check ((removed_by is null) = (removed_at is null))
      );
      create unique index coach_word_once on coach_word (practice_id, language, lower(phrase)) where removed_at is null;
      alter table coach_word enable row level security;
      alter table coach_word force row level security;
      grant select, insert, update (removed_by, removed_at) on coach_word to common_ground_app;
      create policy coach_word_select on coach_word for select to common_ground_app using (${HERE});
      create policy coach_word_insert on coach_word for insert to common_ground_app
        with check (${HERE} and ${ADMIN} and added_by = ${ME} and removed_at is null);
      create policy coach_word_update on coach_word for update to common_ground_app
        using (${HERE} and ${ADMIN} and removed_at is null)
        with check (${HERE} and ${ADMIN} and removed_by = ${ME});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table coach_word`);
  }
}
