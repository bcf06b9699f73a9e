import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentId, DocumentId, FamilyId, PersonId, PracticeId, TaskId } from '@common-ground/contract';

/** One read or change of personal content: who, what, about whom, by which rule. Never the content itself. */
@Entity('audit')
export class AuditEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) at!: Date;
  @Column('uuid', { name: 'actor_id' }) actorId!: PersonId;
  @Column('text', { name: 'actor_roles', array: true }) actorRoles!: string[];
  @Column('text') action!: string;
  @Column('text') because!: string;
  @Column('uuid', { name: 'subject_ids', array: true }) subjectIds!: PersonId[];
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('uuid', { name: 'document_id', nullable: true }) documentId!: DocumentId | null;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: TaskId | null;
  @Column('uuid', { name: 'consent_ids', array: true }) consentIds!: ConsentId[];
  @Column('text', { array: true }) fields!: string[];
  /** What the actor was to the family at that moment. This and all below is filled in by the database alone. */
  @Column('text', { name: 'actor_relation', default: '' }) actorRelation!: string;
  /** The version of the words each consent was given under, in the order of `consentIds`. */
  @Column('text', { name: 'consent_versions', array: true, default: () => "'{}'" })
  consentVersions!: string[];
  /** The number of the transaction: what the seals are made in order of. */
  @Column('bigint', { name: 'written_in', default: 0 }) writtenIn!: string;
  /** Who was signed in to the database. */
  @Column('text', { default: 'common_ground_app' }) writer!: string;
}
