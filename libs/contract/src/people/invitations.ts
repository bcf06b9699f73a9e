import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { MemberId } from '../ids';
import { IsNoWeakPin } from './pin';

export const INVITATION_WAYS = ['hand'] as const;
/** How an invitation reaches the person: handed over by the therapist. */
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
  readonly state: InvitationState;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly may: { readonly withdraw: boolean };
}
