import type {
  FamilyId,
  GuardianId,
  GuardianKind,
  MemberId,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('guardian')
export class GuardianEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: GuardianId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('uuid', { name: 'for_member_id' }) forMemberId!: MemberId;
  @Column('uuid', { name: 'for_person_id' }) forPersonId!: PersonId;
  @Column('text') kind!: GuardianKind;
  @Column('text') evidence!: string;
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: PersonId;
  @Column('timestamp with time zone', { name: 'recorded_at', precision: 3, default: () => 'now()' })
  recordedAt!: Date;
  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}
