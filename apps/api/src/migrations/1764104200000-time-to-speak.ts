import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much time each has had to speak, while whoever leads wants to see it: no hour that has ended holds any of it. */
export class TimeToSpeak1764104200000 implements MigrationInterface {
  name = 'TimeToSpeak1764104200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_run add column airtime jsonb, add column speaking_at timestamptz(3) not null default now(),
        add constraint session_run_airtime_ends check (ends is null or airtime is null);
      grant update (airtime, speaking_at) on session_run to common_ground_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session_run drop column airtime, drop column speaking_at;');
  }
}
