import type { FamilyId, MailId, MemberId, PersonId, PracticeId, ShareId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a therapist asked for somebody to be reminded of a share: one a day, share and person, and none is ever changed. */
@Entity('reminder_ask')
export class ReminderAskEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'share_id' }) shareId!: ShareId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('uuid', { name: 'asked_by' }) askedBy!: PersonId;
  /** The practice’s day. */
  @Column('date', { name: 'asked_on' }) askedOn!: string;
  @Column('timestamp with time zone', { name: 'asked_at', precision: 3, default: () => 'now()' })
  askedAt!: Date;
  /** The mail that was made of it, which may be one for several; null until the person’s hour has come. */
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: MailId | null;
}
