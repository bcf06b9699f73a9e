import type { Language, PersonId, PracticeId, SafetyCard } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('practice')
export class PracticeEntity {
  @PrimaryColumn('uuid') id!: PracticeId;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('jsonb') safety!: SafetyCard;
  @Column('text', { name: 'exit_url' }) exitUrl!: string;
  /** Whom mail comes from; null for the practice's own name. */
  @Column('text', { name: 'sender_name', nullable: true }) senderName!: string | null;
  /** Null for every language the product speaks. */
  @Column('text', { array: true, nullable: true }) languages!: Language[] | null;
  @Column('boolean', { name: 'every_therapist_needs_review', default: false })
  everyTherapistNeedsReview!: boolean;
  @Column('int', { default: 1 }) revision!: number;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: PersonId | null;
  @Column('timestamp with time zone', { name: 'changed_at', precision: 3, nullable: true })
  changedAt!: Date | null;
  @Column('timestamp with time zone', { name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: PersonId;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text') language!: string;
  @Column('timestamp with time zone', { name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
  /** The record that took this one's place, when two were of the same human being. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto!: PersonId | null;
  @Column('timestamp with time zone', { name: 'merged_at', precision: 3, nullable: true })
  mergedAt!: Date | null;
  @Column('uuid', { name: 'merged_by', nullable: true }) mergedBy!: PersonId | null;
}
