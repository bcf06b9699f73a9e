import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A version says which kind of document it is a version of. What a family reads is a version; to say of which kind it is, its
 * document was looked up as well, behind walls of its own.
 */
export class AVersionKnowsItsKind1764105310000 implements MigrationInterface {
  name = 'AVersionKnowsItsKind1764105310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document_version add column kind text;
      alter table document no force row level security;
      alter table document_version no force row level security;
      update document_version v set kind = d.kind from document d
        where d.practice_id = v.practice_id and d.id = v.document_id;
      alter table document_version force row level security;
      alter table document force row level security;
      alter table document_version alter column kind set not null;
    `);
    await runner.query(`
      alter table document add constraint document_kind unique (practice_id, id, kind);
      alter table document_version add constraint document_version_kind
        foreign key (practice_id, document_id, kind) references document (practice_id, id, kind);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document_version drop column kind;
      alter table document drop constraint document_kind;
    `);
  }
}
