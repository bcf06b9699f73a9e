import type {
  FamilyId,
  FamilySessionId,
  MemberId,
  NoticeWithShare,
  PersonId,
  PracticeId,
  TakeHomeContent,
  TakeHomePageId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person takes home from an hour. It never changes: another page takes its place, or it is taken back. */
@Entity('take_home_page')
export class TakeHomePageEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: TakeHomePageId;
  @Column('uuid', { name: 'session_id' }) sessionId!: FamilySessionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('jsonb') content!: TakeHomeContent;
  /** What went along with it in a family under 42 CFR Part 2, as it was then. */
  @Column('jsonb', { name: 'notice_with_share', nullable: true }) noticeWithShare!: NoticeWithShare | null;
  @Column('uuid', { name: 'given_by' }) givenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'given_at', precision: 3, default: () => 'now()' })
  givenAt!: Date;
  @Column('timestamp with time zone', { name: 'taken_back_at', precision: 3, nullable: true })
  takenBackAt!: Date | null;
}
