import type { PersonId, PracticeId, ReminderHour, Weekday } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a person wants to be reminded that something of theirs is open. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: PersonId;
  @Column('int', { array: true }) days!: Weekday[];
  @Column('int') hour!: ReminderHour;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  /** Whether a therapist may ask for one, too. */
  @Column('boolean', { name: 'when_asked', default: false }) whenAsked!: boolean;
  @Column('int') revision!: number;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
  /** The last day, where the person is, on which a reminder was made: one a day at most. */
  @Column('date', { name: 'last_on', nullable: true }) lastOn!: string | null;
}
