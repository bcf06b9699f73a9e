import type { FamilyId, FamilySessionId, PersonId, PracticeId, SessionPlan } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The part of a plan that has no column of its own. */
export type PlanContent = Omit<SessionPlan, 'startsOn' | 'startTime' | 'timeZone' | 'minutes'>;

/** The hour of one family, as its therapists plan it. */
@Entity('family_session')
export class FamilySessionEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: FamilySessionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  /** Day and time by the clock on the wall: a clock that is put forward does not move an appointment. */
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('time', { name: 'start_time' }) startTime!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('int') minutes!: number;
  @Column('jsonb') content!: PlanContent;
  @Column('int') revision!: number;
  /** How often day, time, zone, length, place or link were changed: the SEQUENCE of calendar entries. */
  @Column('int', { default: 0 }) moved!: number;
  @Column('timestamp with time zone', { name: 'called_off_at', precision: 3, nullable: true })
  calledOffAt!: Date | null;
  @Column('uuid', { name: 'planned_by' }) plannedBy!: PersonId;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  /** Everybody who ever wrote in it; the database writes it down. Nobody judges what they wrote. */
  @Column('uuid', { array: true, default: '{}' }) writers!: PersonId[];
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
