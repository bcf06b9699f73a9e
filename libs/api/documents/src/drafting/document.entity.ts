import type { Outline } from '@common-ground/rules/content';
import type {
  DocumentContent,
  DocumentId,
  DocumentState,
  FamilyId,
  Id,
  PersonId,
  PracticeId,
  ReviewedKind,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type VersionId = Id<'version'>;

/** The envelope: what a document is, and none of its words. */
@Entity('document')
export class DocumentEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: DocumentId;
  @Column('text') kind!: ReviewedKind;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text') state!: DocumentState;
  /** The template it was begun from: the id of one kept here, or the name of one of the product. */
  @Column('text', { name: 'from_template_id', nullable: true }) fromTemplateId!: string | null;
  @Column('timestamp with time zone', { name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
  @Column('timestamp with time zone', { name: 'updated_at', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}

@Entity('document_draft')
export class DraftEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('int') revision!: number;
  @Column('text') title!: string;
  @Column('jsonb') content!: DocumentContent;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}

@Entity('document_draft_history')
export class DraftHistoryEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @PrimaryColumn('int') revision!: number;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text') title!: string;
  @Column('jsonb') content!: DocumentContent;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}

@Entity('document_version')
export class VersionEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: VersionId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('text') kind!: ReviewedKind;
  @Column('int') number!: number;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text') title!: string;
  @Column('jsonb') content!: DocumentContent;
  @Column('int') format!: number;
  /** What lists say about a version, worked out once so that no list reads whole contents. */
  @Column('jsonb') outline!: Outline;
  @Column('text') hash!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
