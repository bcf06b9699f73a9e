import type {
  ConsentAnswer,
  ConsentId,
  ConsentRequestId,
  DocumentId,
  DocumentKind,
  FamilyId,
  MemberId,
  NamedDocument,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consent_request')
export class ConsentRequestEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: ConsentRequestId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('text', { array: true }) kinds!: DocumentKind[];
  @Column('uuid', { name: 'document_ids', array: true }) documentIds!: DocumentId[];
  @Column('jsonb') documents!: NamedDocument[];
  @Column('text') purpose!: string;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
  @Column('uuid', { name: 'asked_by' }) askedBy!: PersonId;
  @Column('timestamp with time zone', { name: 'asked_at', precision: 3, default: () => 'now()' })
  askedAt!: Date;
  @Column('text', { nullable: true }) answer!: ConsentAnswer | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: PersonId | null;
  @Column('timestamp with time zone', { name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;
  @Column('uuid', { name: 'consent_id', nullable: true }) consentId!: ConsentId | null;
  @Column('timestamp with time zone', { name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}
