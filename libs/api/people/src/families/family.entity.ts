import type {
  FamilyId,
  MemberId,
  MemberState,
  PersonId,
  PracticeId,
  Relation,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('family')
export class FamilyEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: FamilyId;
  @Column('text') name!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: PersonId;
  @Column('uuid', { name: 'opened_by' }) openedBy!: PersonId;
  @Column('boolean', { name: 'part_2', default: false }) part2!: boolean;
  @Column('timestamp with time zone', { name: 'opened_at', precision: 3, default: () => 'now()' })
  openedAt!: Date;
}

@Entity('caseload')
export class CaseloadEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @PrimaryColumn('uuid', { name: 'therapist_id' }) therapistId!: PersonId;
  @Column('boolean') leads!: boolean;
  @Column('timestamp with time zone', { name: 'since_at', precision: 3, default: () => 'now()' })
  sinceAt!: Date;
  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
}

@Entity('member')
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: MemberId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('text') relation!: Relation;
  @Column('text') state!: MemberState;
  @Column('text', { nullable: true }) contact!: string | null;
  @Column('timestamp with time zone', { name: 'added_at', precision: 3, default: () => 'now()' })
  addedAt!: Date;
  /** The place in the same family that took this one's, when two records were of the same human being. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto!: MemberId | null;
}
