export { Audit, type AuditEntry } from './audit/audit';
export { AuditEntity } from './audit/audit.entity';
export { Caller } from './database/caller';
export { Database } from './database/database';
export type { Transaction } from './database/transaction';
export { newId } from './database/new-id';
export { withOnePlan } from './database/one-plan';
export {
  changedRows,
  firstRow,
  insertion,
  insertRow,
  iso,
  perform,
  practiceDay,
  rows,
} from './database/rows';
export { demandLabels, takeCensus, type Route } from './door/census';
export { DoorGuard } from './door/door.guard';
export {
  Asking,
  Asks,
  DoesNotTouchSession,
  FoundWithTheWork,
  FreshlyProven,
  InSession,
  Open,
  SignedIn,
  WhileEnrolling,
  type Label,
  type RequestWithActor,
  type SessionFacts,
} from './door/labels';
export { onOneLine, type Letter } from './mail/letter';
export { Mail, type NewMail, type SentMail } from './mail/mail';
export { MAIL_QUEUE } from './mail/mail-queue';
export { MailRoom, type LetterWriter, type MailDue } from './mail/mail-room';
export { DID_NOT_ARRIVE, MailEntity } from './mail/mail.entity';
export { ReturnMail } from './mail/return-mail';
export { KnockGuard, Knocks } from './door/knock.guard';
export { cookieName, hashOfToken, newToken, stepCookieName } from './door/session-token';
export { PlatformModule } from './platform.module';
export { ProblemFilter } from './problems/problem.filter';
export { demand, Refusal } from './problems/refusal';
export { IdempotencyEntity } from './repeats/idempotency.entity';
export { hashOfRequest, keyOf, Repeats, type SaveTerms } from './repeats/repeats';
export { EventStreams, type Followed } from './streams/event-streams';
export { Settings } from './settings/settings';
export { BodyPipe } from './wire/body.pipe';
export { Cursors, type Place } from './wire/cursors';
export { asId, CursorText, isId, Limit, optionIn, PathId, QueryId, revisionOf } from './wire/parameters';
