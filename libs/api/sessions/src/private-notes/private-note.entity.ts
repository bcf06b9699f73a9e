import type { FamilyId, FamilySessionId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one therapist writes about one hour for themselves. */
@Entity('private_note')
export class PrivateNoteEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: FamilySessionId;
  @PrimaryColumn('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('text') preparation!: string;
  @Column('text') notes!: string;
  @Column('int') revision!: number;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
