import { leafOf } from './merkle';

/** One row of the audit, column by column, as text. What the seals are made over. */
export interface Trace {
  readonly practiceId: string;
  readonly id: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly actorId: string;
  readonly actorRoles: readonly string[];
  readonly actorRelation: string;
  readonly action: string;
  readonly because: string;
  readonly subjectIds: readonly string[];
  readonly familyId: string | null;
  readonly documentId: string | null;
  readonly taskId: string | null;
  readonly consentIds: readonly string[];
  readonly consentVersions: readonly string[];
  readonly fields: readonly string[];
  /** The number of the transaction, in digits. */
  readonly writtenIn: string;
  readonly writer: string;
}

export const COLUMNS = [
  'practiceId',
  'id',
  'at',
  'actorId',
  'actorRoles',
  'actorRelation',
  'action',
  'because',
  'subjectIds',
  'familyId',
  'documentId',
  'taskId',
  'consentIds',
  'consentVersions',
  'fields',
  'writtenIn',
  'writer',
] as const satisfies readonly (keyof Trace)[];

/**
 * The hash of a row. The database makes the same one in `access.leaves_to_seal` by its own means; that the two agree is
 * what the verifier lives on, and neither can be bent without the other noticing.
 */
export function leafOfTrace(trace: Trace): Buffer {
  return leafOf(`[${COLUMNS.map((column) => JSON.stringify(trace[column])).join(', ')}]`);
}
