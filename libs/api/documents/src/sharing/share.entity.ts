import type {
  DocumentId,
  FamilyId,
  MemberId,
  NoticeWithShare,
  PersonId,
  PracticeId,
  RhythmUnit,
  ShareId,
  TaskId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionId } from '../drafting/document.entity';

@Entity('share')
export class ShareEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: ShareId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'shared_by' }) sharedBy!: PersonId;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('uuid', { name: 'after_document_id', nullable: true }) afterDocumentId!: DocumentId | null;
  @Column('int', { name: 'after_days', nullable: true }) afterDays!: number | null;
  @Column('text', { nullable: true }) rhythm!: RhythmUnit | null;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
  @Column('date', { name: 'open_until_on', nullable: true }) openUntilOn!: string | null;
  @Column('timestamp with time zone', { name: 'shared_at', precision: 3, default: () => 'now()' })
  sharedAt!: Date;
  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
  @Column('timestamp with time zone', { name: 'stopped_at', precision: 3, nullable: true })
  stoppedAt!: Date | null;
  @Column('int', { default: 1 }) revision!: number;
}

/** One person's part of a share: the piece of homework they were given. */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: TaskId;
  @Column('uuid', { name: 'share_id' }) shareId!: ShareId;
  @Column('uuid', { name: 'document_id' }) documentId!: DocumentId;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  /** When it opens to its person; null while it waits for another piece, or once it was stopped before. */
  @Column('timestamp with time zone', {
    name: 'given_at',
    precision: 3,
    nullable: true,
    default: () => 'now()',
  })
  givenAt!: Date | null;
  /** Which time of a rhythm it is, from 1. */
  @Column('int', { default: 1 }) round!: number;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('jsonb', { name: 'notice_with_share', nullable: true }) noticeWithShare!: NoticeWithShare | null;
}
