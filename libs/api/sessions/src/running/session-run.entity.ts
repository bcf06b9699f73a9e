import type {
  CountedAirtime,
  FamilyId,
  FamilySessionId,
  GoRound,
  PersonId,
  PracticeId,
  RunEnd,
  RunEntry,
  ScriptPlay,
  SessionPadContent,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An hour while it is led. Its moments are the database's: no device and no process has a say in them. */
@Entity('session_run')
export class SessionRunEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: FamilySessionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'begun_by' }) begunBy!: PersonId;
  @Column('timestamp with time zone', { name: 'begun_at', precision: 3, default: () => 'now()' })
  begunAt!: Date;
  /** The agenda as it was when the hour began, and what became of each entry. */
  @Column('jsonb') entries!: readonly RunEntry[];
  @Column('text', { name: 'at_entry', nullable: true }) atEntry!: string | null;
  /** When people came to the entry they are at. */
  @Column('timestamp with time zone', { name: 'entered_at', precision: 3, default: () => 'now()' })
  enteredAt!: Date;
  /** Everybody pauses and breathes. */
  @Column('boolean', { default: false }) breathing!: boolean;
  /** Whose turn it is, and whose after that, while everybody is asked once. */
  @Column('jsonb', { nullable: true }) round!: GoRound | null;
  /** The script that everybody plays together. */
  @Column('jsonb', { nullable: true }) play!: ScriptPlay | null;
  /** How much time each has had to speak, while whoever leads wants to see it. Never of an hour that has ended. */
  @Column('jsonb', { nullable: true }) airtime!: CountedAirtime | null;
  /** When whoever speaks began to. */
  @Column('timestamp with time zone', { name: 'speaking_at', precision: 3, default: () => 'now()' })
  speakingAt!: Date;
  @Column('text', { nullable: true }) ends!: RunEnd | null;
  @Column('timestamp with time zone', { name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('uuid', { name: 'led_by' }) ledBy!: PersonId;
  @Column('timestamp with time zone', { name: 'led_at', precision: 3, default: () => 'now()' }) ledAt!: Date;
}

/** What is written down in an hour. */
@Entity('session_pad')
export class SessionPadEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: FamilySessionId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('jsonb') content!: SessionPadContent;
  @Column('int') revision!: number;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
