import type {
  DocumentId,
  FamilyId,
  MemberId,
  NoticeWithShare,
  PersonId,
  PracticeId,
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
  @Column('timestamp with time zone', { name: 'shared_at', precision: 3, default: () => 'now()' })
  sharedAt!: Date;
  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
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
  @Column('timestamp with time zone', { name: 'given_at', precision: 3, default: () => 'now()' })
  givenAt!: Date;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
  @Column('jsonb', { name: 'notice_with_share', nullable: true }) noticeWithShare!: NoticeWithShare | null;
}
