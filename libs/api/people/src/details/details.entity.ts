import type { Channel, FamilyId, HouseholdId, MemberId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('household')
export class HouseholdEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: HouseholdId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text') name!: string;
  @Column('timestamp with time zone', { name: 'made_at', precision: 3, default: () => 'now()' })
  madeAt!: Date;
}

/** How a member can be reached without danger, and where they live. For the family's therapists alone. */
@Entity('safe_contact')
export class SafeContactEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text') channel!: Channel;
  @Column('text', { name: 'safe_hours', nullable: true }) safeHours!: string | null;
  @Column('int', { name: 'mail_days', array: true, nullable: true }) mailDays!: number[] | null;
  @Column('int', { name: 'mail_from', nullable: true }) mailFrom!: number | null;
  @Column('int', { name: 'mail_until', nullable: true }) mailUntil!: number | null;
  @Column('uuid', { name: 'household_id', nullable: true }) householdId!: HouseholdId | null;
  @Column('int') revision!: number;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
