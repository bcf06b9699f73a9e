import type {
  AnswerId,
  AnswerValue,
  FamilyId,
  FeedbackId,
  PersonId,
  PracticeId,
  TaskId,
  Visibility,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('answer')
export class AnswerEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: AnswerId;
  @Column('uuid', { name: 'task_id' }) taskId!: TaskId;
  @Column('text', { name: 'prompt_id' }) promptId!: string;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('jsonb', { nullable: true }) value!: AnswerValue;
  @Column('text') visibility!: Visibility;
  @Column('int') revision!: number;
  @Column('timestamp with time zone', { name: 'saved_at', precision: 3, default: () => 'now()' })
  savedAt!: Date;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
}

@Entity('answer_history')
export class AnswerHistoryEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'answer_id' }) answerId!: AnswerId;
  @PrimaryColumn('int') revision!: number;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('jsonb', { nullable: true }) value!: AnswerValue;
  @Column('text') visibility!: Visibility;
  @Column('timestamp with time zone', { name: 'saved_at', precision: 3, default: () => 'now()' })
  savedAt!: Date;
}

@Entity('feedback')
export class FeedbackEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: FeedbackId;
  /** The answer it is about, or the piece as a whole: one of the two. */
  @Column('uuid', { name: 'answer_id', nullable: true }) answerId!: AnswerId | null;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: TaskId | null;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'by_id' }) byId!: PersonId;
  @Column('uuid', { name: 'to_id' }) toId!: PersonId;
  @Column('text') text!: string;
  @Column('timestamp with time zone', { name: 'given_at', precision: 3, default: () => 'now()' })
  givenAt!: Date;
}
