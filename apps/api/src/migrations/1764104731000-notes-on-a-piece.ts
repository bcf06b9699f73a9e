import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'practice_id = (select access.practice())';
const BY_ME = 'by_id = (select access.person())';
const LED = 'family_id = any ((select access.caseload_families())::uuid[])';
const TO_AN_ANSWER = 'answer_id = any ((select access.readable_answers())::uuid[])';
/** Somebody else's piece that came back, of the family that stands in the row. */
const TO_A_PIECE = `exists (select from task t where t.practice_id = feedback.practice_id and t.id = feedback.task_id
  and t.family_id = feedback.family_id and t.person_id = feedback.to_id and t.sent_at is not null
  and t.person_id <> (select access.person()))`;

/** What a therapist says is about one answer, or about the whole piece that somebody sent. */
export class NotesOnAPiece1764104731000 implements MigrationInterface {
  name = 'NotesOnAPiece1764104731000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback
        alter column answer_id drop not null,
        add column task_id uuid,
        add constraint feedback_about_one check ((answer_id is null) <> (task_id is null)),
        add constraint feedback_about_piece foreign key (practice_id, family_id, task_id)
          references task (practice_id, family_id, id);
      create index feedback_by_task on feedback (practice_id, task_id, given_at) where task_id is not null;
      drop policy feedback_insert on feedback;
      create policy feedback_insert on feedback for insert to common_ground_app
        with check (${HERE} and (${BY_ME} and ${LED} and (${TO_AN_ANSWER} or answer_id is null and ${TO_A_PIECE})));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy feedback_insert on feedback;
      create policy feedback_insert on feedback for insert to common_ground_app
        with check (${HERE} and (${BY_ME} and ${LED} and ${TO_AN_ANSWER}));
      drop index feedback_by_task;
      -- Without the piece there is nothing it could be about.
      alter table feedback no force row level security;
      delete from feedback where task_id is not null;
      alter table feedback force row level security;
      alter table feedback drop column task_id, alter column answer_id set not null;
    `);
  }
}
