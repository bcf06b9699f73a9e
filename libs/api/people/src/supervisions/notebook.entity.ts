import type { PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a supervisor and a therapist work on together, through all supervisions between the two. */
@Entity('supervision_notebook')
export class SupervisionNotebookEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'supervisor_id' }) supervisorId!: PersonId;
  @PrimaryColumn('uuid', { name: 'therapist_id' }) therapistId!: PersonId;
  @Column('text') goals!: string;
  @Column('text') themes!: string;
  @Column('int') revision!: number;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}

/** Each text that was ever saved in it. */
@Entity('supervision_notebook_history')
export class SupervisionNotebookHistoryEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'supervisor_id' }) supervisorId!: PersonId;
  @PrimaryColumn('uuid', { name: 'therapist_id' }) therapistId!: PersonId;
  @PrimaryColumn('int') revision!: number;
  @Column('text') goals!: string;
  @Column('text') themes!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
