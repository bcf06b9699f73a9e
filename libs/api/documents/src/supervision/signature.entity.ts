import type {
  DocumentId,
  FamilyId,
  PersonId,
  PracticeId,
  ReviewAct,
  ReviewId,
  SignatureId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionId } from '../drafting/document.entity';

/** Who signed which version, under the name and with the credentials they had then. */
@Entity('signature')
export class SignatureEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: SignatureId;
  @Column('uuid', { name: 'review_id' }) reviewId!: ReviewId;
  @Column('text', { default: 'approve' }) act!: ReviewAct;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('text', { name: 'version_hash' }) versionHash!: string;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'signer_id' }) signerId!: PersonId;
  @Column('text') name!: string;
  @Column('text') credentials!: string;
  /** The supervisor for whom they stood in. */
  @Column('text', { name: 'for_name', nullable: true }) forName!: string | null;
  @Column('timestamp with time zone', { name: 'signed_at', precision: 3, default: () => 'now()' })
  signedAt!: Date;
}
