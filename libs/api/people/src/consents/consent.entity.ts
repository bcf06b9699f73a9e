import type {
  ConsentId,
  ConsentRequestId,
  DocumentId,
  DocumentKind,
  FamilyId,
  GivenAs,
  Language,
  MemberId,
  NamedDocument,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: ConsentId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'from_id' }) fromId!: PersonId;
  @Column('text', { name: 'given_as', default: 'client' }) givenAs!: GivenAs;
  @Column('uuid', { name: 'member_id' }) memberId!: MemberId;
  @Column('text', { array: true }) kinds!: DocumentKind[];
  @Column('uuid', { name: 'document_ids', array: true, default: '{}' }) documentIds!: DocumentId[];
  @Column('jsonb', { default: [] }) documents!: NamedDocument[];
  @Column('uuid', { name: 'request_id', nullable: true }) requestId!: ConsentRequestId | null;
  @Column('text') purpose!: string;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
  @Column('text') wording!: string;
  @Column('text', { name: 'wording_version' }) wordingVersion!: string;
  @Column('text') language!: Language;
  @Column('text', { name: 'notice_version', nullable: true }) noticeVersion!: string | null;
  @Column('text') signature!: string;
  @Column('timestamp with time zone', { name: 'given_at', precision: 3, default: () => 'now()' })
  givenAt!: Date;
  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy!: ConsentId | null;
}
