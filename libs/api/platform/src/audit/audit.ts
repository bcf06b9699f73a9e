import { Injectable } from '@nestjs/common';
import type { ConsentId, DocumentId, FamilyId, PersonId, TaskId } from '@common-ground/contract';
import type { Action, Actor } from '@common-ground/rules/access';
import { newId } from '../database/new-id';
import type { Statement } from '../database/one-journey';
import { insertion, insertRow } from '../database/rows';
import type { Transaction } from '../database/transaction';
import { AuditEntity } from './audit.entity';

export interface AuditEntry {
  readonly action: Action;
  /** The rule that allowed it. */
  readonly because: string;
  /** Whose words or affairs these are. */
  readonly subjects: readonly PersonId[];
  readonly familyId?: FamilyId | null;
  readonly documentId?: DocumentId;
  readonly taskId?: TaskId;
  readonly consentIds?: readonly ConsentId[];
  readonly fields?: readonly string[];
}

@Injectable()
export class Audit {
  /** Writes one row in the caller's transaction: what is not recorded does not happen. */
  async record(tx: Transaction, actor: Actor, entry: AuditEntry): Promise<void> {
    await insertRow(tx, AuditEntity, rowOf(actor, entry));
  }

  /** The same as part of a statement that writes what is recorded; see `insertion`. */
  recording(
    tx: Transaction,
    actor: Actor,
    entry: AuditEntry,
    after: readonly unknown[],
    each: string,
  ): Statement {
    return insertion(tx, AuditEntity, rowOf(actor, entry), after, each);
  }
}

function rowOf(actor: Actor, entry: AuditEntry): Partial<AuditEntity> {
  return {
    practiceId: actor.practiceId,
    id: newId(),
    actorId: actor.personId,
    actorRoles: [...actor.roles],
    action: entry.action,
    because: entry.because,
    subjectIds: [...entry.subjects],
    familyId: entry.familyId ?? null,
    documentId: entry.documentId ?? null,
    taskId: entry.taskId ?? null,
    consentIds: [...(entry.consentIds ?? [])],
    fields: [...(entry.fields ?? [])],
  };
}
