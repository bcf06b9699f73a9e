import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * To the role behind emergencies a staff role that has ended is none, as it is to the one that reads relations: a
 * supervisor who is one no more reads no emergencies, and the hour of somebody who left is over.
 */
export class EndedRoles1764101400000 implements MigrationInterface {
  name = 'EndedRoles1764101400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy staff_role_records on staff_role using (ended_at is null);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy staff_role_records on staff_role using (true);`);
  }
}
