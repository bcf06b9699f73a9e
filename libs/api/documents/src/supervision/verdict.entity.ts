import type {
  DocumentId,
  FamilyId,
  PersonId,
  PracticeId,
  ReviewId,
  Verdict,
  VerdictId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionId } from '../drafting/document.entity';

/** What somebody decided or said about exactly one version, under the name and with the credentials they had then. */
@Entity('verdict')
export class VerdictEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: VerdictId;
  @Column('uuid', { name: 'review_id' }) reviewId!: ReviewId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('text', { name: 'version_hash' }) versionHash!: string;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('text') verdict!: Verdict;
  @Column('text') summary!: string;
  @Column('uuid', { name: 'judge_id' }) judgeId!: PersonId;
  @Column('text') name!: string;
  @Column('text') credentials!: string;
  /** The supervisor they stood in for, by the name of then; null where it was asked of them. */
  @Column('text', { name: 'for_name', nullable: true }) forName!: string | null;
  @Column('timestamp with time zone', { name: 'given_at', precision: 3, default: () => 'now()' })
  givenAt!: Date;
}
