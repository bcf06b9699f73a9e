import type {
  AskingId,
  FamilyId,
  FamilySessionId,
  MailId,
  MemberId,
  PersonId,
  PracticeId,
  SessionReply,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that somebody was asked to an hour, and what they answered. Whoever is asked anew gets a new row. */
@Entity('session_reply')
export class SessionReplyEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: AskingId;
  @Column('uuid', { name: 'session_id' }) sessionId!: FamilySessionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'asked_by' }) askedBy!: PersonId;
  @Column('timestamp with time zone', { name: 'asked_at', precision: 3, default: () => 'now()' })
  askedAt!: Date;
  @Column('text', { nullable: true }) reply!: SessionReply | null;
  @Column('text', { default: '' }) words!: string;
  @Column('timestamp with time zone', { name: 'replied_at', precision: 3, nullable: true })
  repliedAt!: Date | null;
  @Column('timestamp with time zone', { name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt!: Date | null;
  @Column('int', { default: 0 }) revision!: number;
  /** Which change of when and where the last letter told of, and which letter that was. */
  @Column('int', { name: 'told_moved', nullable: true }) toldMoved!: number | null;
  @Column('uuid', { name: 'told_by', nullable: true }) toldBy!: MailId | null;
}
