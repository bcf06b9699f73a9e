import type { FamilyId, Language, MailId, PersonId, PracticeId } from '@common-ground/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Why a mail will never arrive: the other side refused it for good, it was tried until there was no more sense in it, or it
 * was taken and returned later. The others never left us: where it was to go is not safe any more, what it is about has
 * begun or is over, or no hour is safe for all whose address it is.
 */
export const MAIL_CAME_BACK = [
  'refused',
  'given-up',
  'returned',
  'not-safe',
  'too-late',
  'no-hours',
] as const;
export type MailCameBack = (typeof MAIL_CAME_BACK)[number];

/** Those that went out and did not arrive, as SQL. */
export const DID_NOT_ARRIVE = `('refused', 'given-up', 'returned')`;

/** One mail on its way. What it says is written when it is sent and kept nowhere. */
@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: PracticeId;
  @PrimaryColumn('uuid') id!: MailId;
  /** Who writes it, see `MailRoom.writes`. */
  @Column('text') sort!: string;
  /** What it is about, by the id of a row of its writer's. */
  @Column('uuid', { name: 'about_id' }) aboutId!: string;
  @Column('uuid', { name: 'family_id', nullable: true }) familyId!: FamilyId | null;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  @Column('text') language!: Language;
  @Column('uuid', { name: 'made_by' }) madeBy!: PersonId;
  @Column('timestamp with time zone', { name: 'made_at', precision: 3, default: () => 'now()' })
  madeAt!: Date;
  /** It waits for hours that are safe for whoever gets it. */
  @Column('timestamp with time zone', { name: 'held_until', precision: 3, nullable: true })
  heldUntil!: Date | null;
  /** Of a mail that goes out once at most: since when it is being handed over, or was by a process that ended. */
  @Column('timestamp with time zone', { name: 'handing_at', precision: 3, nullable: true })
  handingAt!: Date | null;
  @Column('timestamp with time zone', { name: 'sent_at', precision: 3, nullable: true })
  sentAt!: Date | null;
  @Column('timestamp with time zone', { name: 'came_back_at', precision: 3, nullable: true })
  cameBackAt!: Date | null;
  @Column('text', { name: 'came_back_because', nullable: true }) cameBackBecause!: MailCameBack | null;
}
