import type {
  BreakGlassId,
  ConsentId,
  DocumentId,
  FamilyId,
  GlassVerdict,
  MemberId,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('break_glass')
export class BreakGlassEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: BreakGlassId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('text') role!: 'therapist' | 'supervisor';
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('timestamp with time zone', { name: 'opened_at', precision: 3, default: () => 'now()' })
  openedAt!: Date;
  @Column('timestamp with time zone', { name: 'ends_at', precision: 3 }) endsAt!: Date;
  @Column('uuid', { array: true }) people!: PersonId[];
  @Column('uuid', { array: true }) members!: MemberId[];
  @Column('uuid', { array: true }) consents!: ConsentId[];
  @Column('uuid', { array: true }) documents!: DocumentId[];
  @Column('uuid', { array: true }) versions!: string[];
  @Column('text', { nullable: true }) verdict!: GlassVerdict | null;
  @Column('timestamp with time zone', { name: 'reviewed_at', precision: 3, nullable: true })
  reviewedAt!: Date | null;
  @Column('uuid', { name: 'reviewed_by', nullable: true }) reviewedBy!: PersonId | null;
}

@Entity('break_glass_reason')
export class BreakGlassReasonEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'glass_id' }) glassId!: BreakGlassId;
  @Column('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text') reason!: string;
}
