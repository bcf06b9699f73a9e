import type { Language, NoticeId, NoticeSort, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One dated text for families. Written once and never changed. */
@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: NoticeId;
  @Column('text') sort!: NoticeSort;
  @Column('text') language!: Language;
  @Column('int') version!: number;
  @Column('text') text!: string;
  @Column('date', { name: 'in_force_from' }) inForceFrom!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: PersonId;
  @Column('timestamp with time zone', { name: 'written_at', precision: 3, default: () => 'now()' })
  writtenAt!: Date;
}
