import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { MemberId } from '../ids';
import { IsNoWeakPin } from './pin';

export const INVITATION_WAYS = ['hand', 'mail'] as const;
/** How an invitation reaches the person: handed over by the therapist, or sent to their address. */
export type InvitationWay = (typeof INVITATION_WAYS)[number];

/** The invitation a therapist makes for one member; by hand when nothing is said. */
export class MakeInvitation {
  @IsOptional()
  @IsIn(INVITATION_WAYS)
  by?: InvitationWay;
}

/** Answered once, when an invitation is made; code and link cannot be read again. */
export interface NewInvitation {
  /** Nine letters and digits in groups of three, without those that look alike. */
  readonly code: string;
  readonly url: string;
  readonly expiresAt: string;
}

/** Answered for one by mail: only the person who gets the mail learns its link. */
export interface MailedInvitation {
  readonly code: null;
  readonly url: null;
  readonly expiresAt: string;
  /** When the mail goes out, where it waits for hours that are safe; null where it goes at once. */
  readonly heldUntil: string | null;
}

/** How somebody could be invited now, for the page that asks. */
export interface InvitationOffer {
  readonly sort: 'accept' | 'new-pin';
  /** Whether a mail could be sent, and otherwise why not; null where the practice sends no mail at all. */
  readonly mail:
    | { readonly possible: true; readonly to: string }
    | { readonly possible: false; readonly because: MailHindrance }
    | null;
}

/**
 * `in-person-only`: a new code and PIN. `contact-shared`: the address belongs to somebody else as well. `not-safe`: it is
 * written down that they are reached in another way, or in none.
 */
export type MailHindrance = 'in-person-only' | 'no-address' | 'contact-shared' | 'not-safe';

/** `kept-back`: it was not sent, since it was not safe any more when its time came. */
export const MAIL_STATES = ['under-way', 'sent', 'came-back', 'kept-back'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What opening an invitation link tells, and no name of anybody. One that is over looks as if it had never been. */
export interface InvitationGlimpse {
  readonly state: 'open';
  readonly practiceName: string;
}

/** The short code or the secret of the link, and the six digits the person has chosen. */
export class RedeemInvitation {
  @IsString()
  @Length(1, 60)
  code!: string;

  @Matches(/^\d{6}$/u)
  @IsNoWeakPin()
  pin!: string;
}

export interface RedeemedInvitation {
  readonly practiceName: string;
  /** The code to sign in with from now on; null for somebody who has one already and keeps it, with its PIN. */
  readonly code: string | null;
}

export const INVITATION_STATES = ['open', 'run-out', 'used', 'replaced', 'withdrawn'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** The latest invitation of one member, for their therapists. Neither code nor link can be read again. */
export interface Invitation {
  readonly memberId: MemberId;
  /** What using it does: the person accepts their place, or somebody who has one gets a new code and PIN. */
  readonly sort: 'accept' | 'new-pin';
  readonly by: InvitationWay;
  /** How its mail stands; null for one handed over. */
  readonly mail: MailState | null;
  /** When a mail under way goes out that waits for hours that are safe. */
  readonly heldUntil: string | null;
  readonly state: InvitationState;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly may: { readonly withdraw: boolean };
}
