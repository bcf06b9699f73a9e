import type {
  CommentId,
  DocumentId,
  FamilyId,
  PersonId,
  PracticeId,
  ReviewAct,
  ReviewId,
  ReviewRisk,
  SuggestionAnswer,
  SupervisionId,
  Verdict,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionId } from '../drafting/document.entity';

@Entity('review')
export class ReviewEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: ReviewId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'therapist_id' }) therapistId!: PersonId;
  @Column('uuid', { name: 'supervisor_id' }) supervisorId!: PersonId;
  /** The supervision it was decided under; the database writes it down with the verdict. */
  @Column('uuid', { name: 'supervision_id', nullable: true }) supervisionId!: SupervisionId | null;
  /** Who gave the verdict, for the supervisor where they stood in. */
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: PersonId | null;
  @Column('text', { default: 'approve' }) act!: ReviewAct;
  /** Of a second signature, in which the first was given; the database writes it down. */
  @Column('uuid', { name: 'first_review_id', nullable: true }) firstReviewId!: ReviewId | null;
  @Column('int') round!: number;
  @Column('text') note!: string;
  @Column('text') state!: 'waiting' | 'decided' | 'withdrawn';
  @Column('text', { nullable: true }) verdict!: Exclude<Verdict, 'comment'> | null;
  @Column('text', { name: 'version_hash', nullable: true }) versionHash!: string | null;
  /** Therapists who would read what is answered, and who of them did not when it was approved before. */
  @Column('uuid', { name: 'replies_seen_by', array: true, default: '{}' }) repliesSeenBy!: PersonId[];
  @Column('uuid', { name: 'replies_newly_seen_by', array: true, default: '{}' })
  repliesNewlySeenBy!: PersonId[];
  @Column('text', { array: true, default: '{}' }) risks!: ReviewRisk[];
  @Column('timestamp with time zone', { name: 'submitted_at', precision: 3, default: () => 'now()' })
  submittedAt!: Date;
  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;
  /** When comments were last sent without a verdict. */
  @Column('timestamp with time zone', { name: 'commented_at', precision: 3, nullable: true })
  commentedAt!: Date | null;
}

@Entity('review_comment')
export class ReviewCommentEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: CommentId;
  @Column('uuid', { name: 'review_id' }) reviewId!: ReviewId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'therapist_id' }) therapistId!: PersonId;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text', { name: 'block_id' }) blockId!: string;
  @Column('text') quote!: string;
  @Column('text', { default: '' }) prefix!: string;
  @Column('text', { default: '' }) suffix!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) suggestion!: string | null;
  @Column('uuid', { name: 'reply_to', nullable: true }) replyTo!: CommentId | null;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('timestamp with time zone', { name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt!: Date | null;
  /** Thrown away by its author before it was sent. */
  @Column('timestamp with time zone', { name: 'discarded_at', precision: 3, nullable: true })
  discardedAt!: Date | null;
}

/** What became of the words a comment suggests. */
@Entity('suggestion_answer')
export class SuggestionAnswerEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'comment_id' }) commentId!: CommentId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('text') answer!: SuggestionAnswer;
  @Column('uuid', { name: 'answered_by' }) answeredBy!: PersonId;
  @Column('timestamp with time zone', { name: 'answered_at', precision: 3, default: () => 'now()' })
  answeredAt!: Date;
}
