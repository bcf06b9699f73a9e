import type { DocumentId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one supervisor has read of one document: each part with a digest of what it meant then. */
@Entity('reading')
export class ReadingEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('jsonb') parts!: Readonly<Record<string, string>>;
  @Column('timestamp with time zone', { name: 'read_at', precision: 3, default: () => 'now()' })
  readAt!: Date;
}
