import type {
  AnswerId,
  FamilyId,
  FamilySessionId,
  MemberId,
  OfferId,
  PersonId,
  PracticeId,
} from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An answer is offered by a row; closing it again is the end of that row and never its deletion. */
@Entity('offer')
export class OfferEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: OfferId;
  @Column('uuid', { name: 'family_id' }) familyId!: FamilyId;
  @Column('uuid', { name: 'answer_id' }) answerId!: AnswerId;
  @Column('uuid', { name: 'author_id' }) authorId!: PersonId;
  @Column('uuid', { array: true }) circle!: MemberId[];
  @Column('boolean') waits!: boolean;
  @Column('boolean', { name: 'on_screen', default: false }) onScreen!: boolean;
  @Column('timestamp with time zone', { name: 'offered_at', precision: 3, default: () => 'now()' })
  offeredAt!: Date;
  @Column('timestamp with time zone', { name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;
  /** When the screen of an hour showed it, and which. */
  @Column('timestamp with time zone', { name: 'shown_at', precision: 3, nullable: true })
  shownAt!: Date | null;
  @Column('uuid', { name: 'shown_in', nullable: true }) shownIn!: FamilySessionId | null;
}
