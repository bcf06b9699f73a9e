import type { BlockId, FamilyId, HoldId, MemberId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('block')
export class BlockEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: BlockId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  /** The two are kept in the order of their ids, so that one pair is one row. */
  @Column('uuid', { name: 'one_id' }) oneId!: MemberId;
  @Column('uuid', { name: 'other_id' }) otherId!: MemberId;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'set_by' }) setBy!: PersonId;
  @Column('timestamp with time zone', { name: 'set_at', precision: 3, default: () => 'now()' })
  setAt!: Date;
  @Column('timestamp with time zone', { name: 'lifted_at', precision: 3, nullable: true })
  liftedAt!: Date | null;
}

@Entity('hold')
export class HoldEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: HoldId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'set_by' }) setBy!: PersonId;
  @Column('timestamp with time zone', { name: 'set_at', precision: 3, default: () => 'now()' })
  setAt!: Date;
  @Column('timestamp with time zone', { name: 'lifted_at', precision: 3, nullable: true })
  liftedAt!: Date | null;
}
