export { Audit, type AuditEntry } from './audit/audit';
export { AuditEntity } from './audit/audit.entity';
export { Database, type Transaction } from './database/database';
export { newId } from './database/new-id';
export { changedRows, firstRow, insertRow, iso, perform, rows } from './database/rows';
export { demandLabels, takeCensus, type Route } from './door/census';
export { DoorGuard } from './door/door.guard';
export {
  Asking,
  Asks,
  DoesNotTouchSession,
  Open,
  SignedIn,
  type Label,
  type RequestWithActor,
} from './door/labels';
export { cookieName, hashOfToken, newToken } from './door/session-token';
export { PlatformModule } from './platform.module';
export { ProblemFilter } from './problems/problem.filter';
export { demand, Refusal } from './problems/refusal';
export { Settings } from './settings/settings';
export { BodyPipe } from './wire/body.pipe';
export { Cursors, type Place } from './wire/cursors';
export { asId, CursorText, Limit, PathId, QueryId, revisionOf } from './wire/parameters';
