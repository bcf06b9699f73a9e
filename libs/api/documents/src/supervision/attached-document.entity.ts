import type {
  DocumentContent,
  DocumentId,
  DocumentKind,
  FamilyId,
  PersonId,
  PracticeId,
  ReviewId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another document of the family that went along with a review, in the words it had then. */
@Entity('attached_document')
export class AttachedDocumentEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'review_id' }) reviewId!: ReviewId;
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text') kind!: DocumentKind;
  @Column('text') title!: string;
  @Column('jsonb') content!: DocumentContent;
  @Column('uuid', { name: 'attached_by' }) attachedBy!: PersonId;
  @Column('timestamp with time zone', { name: 'attached_at', precision: 3, default: () => 'now()' })
  attachedAt!: Date;
  @Column('timestamp with time zone', { name: 'taken_off_at', precision: 3, nullable: true })
  takenOffAt!: Date | null;
}
