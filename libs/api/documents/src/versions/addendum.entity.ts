import type { AddendumId, DocumentId, FamilyId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionId } from '../drafting/document.entity';

/** What was added to a signed version, under the name and with the credentials its author had then. */
@Entity('addendum')
export class AddendumEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: AddendumId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('text', { name: 'version_hash' }) versionHash!: string;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text') name!: string;
  @Column('text') credentials!: string;
  @Column('text') text!: string;
  @Column('timestamp with time zone', { name: 'added_at', precision: 3, default: () => 'now()' })
  addedAt!: Date;
}
