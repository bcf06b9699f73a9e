import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose an address is, is asked for each reminder, letter and member shown, and is found without reading every member. */
export class WhoseAddress1764104907000 implements MigrationInterface {
  name = 'WhoseAddress1764104907000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index member_by_address on member (practice_id, lower(btrim(contact)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index member_by_address`);
  }
}
