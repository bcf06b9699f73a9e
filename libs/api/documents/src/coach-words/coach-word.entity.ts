import type { CoachWordId, CoachWordSort, Language, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One word or phrase a practice added to what the language coach listens for. */
@Entity('coach_word')
export class CoachWordEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: CoachWordId;
  @Column('text') language!: Language;
  @Column('text') sort!: CoachWordSort;
  @Column('text') phrase!: string;
  @Column('text', { nullable: true }) gentler!: string | null;
  @Column('uuid', { name: 'added_by' }) addedBy!: PersonId;
  @Column('timestamp with time zone', { name: 'added_at', precision: 3, default: () => 'now()' })
  addedAt!: Date;
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy!: PersonId | null;
  @Column('timestamp with time zone', { name: 'removed_at', precision: 3, nullable: true })
  removedAt!: Date | null;
}
