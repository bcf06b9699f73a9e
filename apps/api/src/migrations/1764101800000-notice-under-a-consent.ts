import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices are counted by language, so which one stood under a consent is only told together with the language of its
 * words. Those from before tell their language by their first
 * word, and stood over no notice.
 */
export class NoticeUnderAConsent1764101800000 implements MigrationInterface {
  name = 'NoticeUnderAConsent1764101800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consent add column language text check (language in ('en', 'es'));
      alter table consent no force row level security;
      update consent set language = case when wording like 'Yo, %' then 'es' else 'en' end;
      alter table consent force row level security;
      alter table consent alter column language set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table consent drop column language`);
  }
}
