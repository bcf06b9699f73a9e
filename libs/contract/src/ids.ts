declare const kindOfThing: unique symbol;

/**
 * A uuid that remembers what it points at, so a member's id cannot be passed where a person's is meant.
 * On the wire it is a plain string.
 */
export type Id<K extends string> = string & { readonly [kindOfThing]: K };

export type PracticeId = Id<'practice'>;
export type PersonId = Id<'person'>;
export type FamilyId = Id<'family'>;
export type MemberId = Id<'member'>;
export type GuardianId = Id<'guardian'>;
export type InvitationId = Id<'invitation'>;
export type BlockId = Id<'block'>;
export type HoldId = Id<'hold'>;
export type HouseholdId = Id<'household'>;
export type MailId = Id<'mail'>;
export type ConsentId = Id<'consent'>;
export type ConsentRequestId = Id<'consent-request'>;
export type NoticeId = Id<'notice'>;
export type CoachWordId = Id<'coach-word'>;
export type SupervisionId = Id<'supervision'>;
export type StandInId = Id<'stand-in'>;
export type DocumentId = Id<'document'>;
export type ReviewId = Id<'review'>;
export type SignatureId = Id<'signature'>;
export type VerdictId = Id<'verdict'>;
export type AddendumId = Id<'addendum'>;
export type CommentId = Id<'comment'>;
export type ShareId = Id<'share'>;
export type TaskId = Id<'task'>;
export type AnswerId = Id<'answer'>;
export type OfferId = Id<'offer'>;
export type FeedbackId = Id<'feedback'>;
export type BreakGlassId = Id<'break-glass'>;
export type ErasureId = Id<'erasure'>;
export type SessionId = Id<'session'>;
/** The hour a family spends together; a `SessionId` is of somebody who is signed in. */
export type FamilySessionId = Id<'family-session'>;
/** One time that one member was asked to one hour. */
export type AskingId = Id<'asking'>;
export type TakeHomePageId = Id<'take-home-page'>;
export type PasskeyId = Id<'passkey'>;
