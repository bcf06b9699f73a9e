import type { PersonId, PracticeId, SafetyCard } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('practice')
export class PracticeEntity {
  @PrimaryColumn('uuid') id!: PracticeId;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('jsonb') safety!: SafetyCard;
  @Column('text', { name: 'exit_url' }) exitUrl!: string;
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
}
