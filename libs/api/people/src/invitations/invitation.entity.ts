import type {
  FamilyId,
  Invitation,
  InvitationId,
  InvitationWay,
  MailId,
  MemberId,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: InvitationId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('text') sort!: Invitation['sort'];
  @Column('text', { name: 'sent_by' }) sentBy!: InvitationWay;
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash!: Buffer | null;
  @Column('bytea', { name: 'code_hash', nullable: true }) codeHash!: Buffer | null;
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: MailId | null;
  @Column('uuid', { name: 'made_by' }) madeBy!: PersonId;
  @Column('timestamp with time zone', { name: 'made_at', precision: 3, default: () => 'now()' })
  madeAt!: Date;
  @Column('timestamp with time zone', { name: 'expires_at', precision: 3 }) expiresAt!: Date;
  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: 'used' | 'replaced' | 'withdrawn' | null;
}
