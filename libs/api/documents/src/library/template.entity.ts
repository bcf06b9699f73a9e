import type {
  DocumentContent,
  DocumentKind,
  Id,
  KeptShelf,
  Language,
  Licence,
  PersonId,
  PracticeId,
  TemplateSummary,
} from '@common-ground/contract';
import type { Outline } from '@common-ground/rules/content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TemplateId = Id<'template'>;

/** Something a therapist keeps to begin from, for themself or for the practice. */
@Entity('template')
export class TemplateEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: TemplateId;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('text') shelf!: KeptShelf;
  @Column('text') kind!: DocumentKind;
  @Column('text') title!: string;
  @Column('text') language!: Language;
  @Column('text', { array: true }) tags!: string[];
  @Column('text') source!: string;
  @Column('text') licence!: Licence;
  @Column('date', { name: 'licence_until_on', nullable: true }) licenceUntilOn!: string | null;
  @Column('date', { name: 'last_checked_on' }) lastCheckedOn!: string;
  @Column('jsonb') content!: DocumentContent;
  @Column('jsonb') outline!: Outline;
  @Column('jsonb', { nullable: true }) reading!: TemplateSummary['reading'];
  @Column('text') words!: string;
  /** Both as it is searched, kept by a trigger and read by the search alone. */
  @Column({ type: 'tsvector', insert: false, update: false, select: false }) vector!: string;
  @Column({ type: 'text', insert: false, update: false, select: false }) card!: string;
  @Column('int', { default: 1 }) revision!: number;
  @Column('timestamp with time zone', { name: 'kept_at', precision: 3, default: () => 'now()' })
  keptAt!: Date;
  @Column('timestamp with time zone', { name: 'taken_back_at', precision: 3, nullable: true })
  takenBackAt!: Date | null;
}
