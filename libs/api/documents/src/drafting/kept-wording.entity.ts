import type { DocumentId, Id, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words that an author keeps, knowing what the language coach says of them. */
@Entity('kept_wording')
export class KeptWordingEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: Id<'kept-wording'>;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('text') sort!: string;
  @Column('text') quote!: string;
  @Column('uuid', { name: 'kept_by' }) keptBy!: PersonId;
  @Column('timestamp with time zone', { name: 'kept_at', precision: 3, default: () => 'now()' })
  keptAt!: Date;
  @Column('timestamp with time zone', { name: 'reconsidered_at', precision: 3, nullable: true })
  reconsideredAt!: Date | null;
}
