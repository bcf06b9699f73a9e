import type {
  AskingId,
  FamilyId,
  LookBackChoice,
  LookBackQuestion,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person says to one question about an hour they were asked to. */
@Entity('look_back')
export class LookBackEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'asking_id' }) askingId!: AskingId;
  @PrimaryColumn('text') question!: LookBackQuestion;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text', { nullable: true }) choice!: LookBackChoice | null;
  @Column('text') words!: string;
  @Column('int') revision!: number;
  @Column('timestamp with time zone', { name: 'saved_at', precision: 3, default: () => 'now()' })
  savedAt!: Date;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true }) sentAt!: Date | null;
}
