import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FamilySessionId, MemberId } from '../ids';
import { LIMITS } from '../limits';
import type { PersonName, Relation } from '../people/people';
import type { FamilySessionSummary, SessionPlan, SessionRole, StaysAway } from './session';

/** What somebody who is asked to an hour can say. */
export const SESSION_REPLIES = ['coming', 'cannot', 'ask-me'] as const;
export type SessionReply = (typeof SESSION_REPLIES)[number];

/** Whom a therapist asks to an hour. */
export class SessionAsking {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.entries)
  @IsUUID('all', { each: true })
  memberIds!: MemberId[];
}

/** What somebody answers, over the revision in `If-Match`. */
export class SessionReplyDraft {
  @IsIn(SESSION_REPLIES)
  reply!: SessionReply;

  /** For the therapist alone; may be empty. */
  @IsString()
  @MaxLength(LIMITS.line)
  words!: string;
}

/**
 * `not-safe`: mail to that address is not safe any more. `too-late`: it would come after the hour has begun. `no-hours`: no
 * hour is safe for all whose address it is. `came-back`: it went out and did not arrive, and they answered nothing since.
 */
export type LetterKeptBack = 'not-safe' | 'too-late' | 'no-hours' | 'came-back';

/** Somebody of the family who is to come, or was asked. For its therapists alone. */
export interface AskedMember {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly relation: Relation;
  /** Stands in the plan among those who come. */
  readonly isPlanned: boolean;
  readonly askedAt: string | null;
  readonly reply: SessionReply | null;
  readonly words: string;
  readonly repliedAt: string | null;
  /** When the letter about it goes out that waits for hours that are safe; null where none waits. */
  readonly heldUntil: string | null;
  /** Why the last letter about it does not reach them, so that somebody has to tell them; null where nothing keeps it. */
  readonly keptBack: LetterKeptBack | null;
  /**
   * They are asked no more, and the letter that says so waits or does not reach them, as said above; null where they know, or
   * none is to be sent.
   */
  readonly takenBack: { readonly at: string } | null;
  /** Why they cannot be asked, or should not come any more. */
  readonly staysAway: StaysAway | null;
  /** Sees that they are asked. What stands in the way closes it, and a block never to the client. */
  readonly seesIt: boolean;
  readonly may: { readonly ask: boolean; readonly takeBack: boolean };
}

/** What somebody answered who was asked to an hour. */
export interface AnsweredAsking {
  readonly displayName: string;
  readonly reply: SessionReply;
  readonly repliedAt: string;
}

/** An hour that lies ahead, and what its people answered by now; the latest answer first. */
export interface SessionAhead extends FamilySessionSummary {
  readonly replies: readonly AnsweredAsking[];
}

/** An hour as somebody sees it who is asked to come: when, where and with whom to talk about it. */
export interface AskedSession extends Pick<SessionPlan, 'timeZone' | 'minutes' | 'place' | 'link'> {
  readonly id: FamilySessionId;
  readonly startsAt: string;
  readonly calledOff: boolean;
  /** It was led and ended, however long ago, and also where that was before its day. */
  readonly hasEnded: boolean;
  readonly askedBy: PersonName;
  /** What they do in the hour themselves; what others do is not told. */
  readonly role: SessionRole;
  readonly reply: SessionReply | null;
  readonly words: string;
  readonly revision: number;
  /** Once the hour has ended: whether they may still look back on it, and sent what they said, all of it or but for what they `changed` since; null before and long after. */
  readonly lookBack: 'open' | 'begun' | 'changed' | 'sent' | null;
  /** Whoever said that they cannot come does not follow the hour either. A page to take home is there once it was given. */
  readonly may: { readonly reply: boolean; readonly follow: boolean; readonly takeHome: boolean };
}
