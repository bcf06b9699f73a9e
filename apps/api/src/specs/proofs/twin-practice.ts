import type { PracticeRows } from './rows-of-a-practice';

/** What opens most, in every column that opens or shuts something. */
const OPEN: Readonly<Record<string, unknown>> = {
  ended_at: null,
  revoked_at: null,
  open_until_on: null,
  state: 'confirmed',
  from_on: '2026-01-01',
  until_on: '2999-01-01',
  visibility: 'family',
  given_at: '2026-01-01T00:00:00Z',
  sent_at: '2026-01-01T00:00:00Z',
  closed_at: null,
  waits: false,
  ends_at: '2999-01-01T00:00:00Z',
};

const DECIDED = {
  ...{
    state: 'decided',
    verdict: 'approve',
    decided_at: '2026-01-01T00:00:00Z',
    version_hash: '0'.repeat(64),
  },
} as const;

/**
 * The same people and things, by the same ids, in another practice where everything is open: whoever looks beyond
 * their own practice is tempted by each of them.
 */
export function twinOf(rows: PracticeRows, practiceId: string): PracticeRows {
  const { practiceId: _, ...tables } = rows;
  const opened = Object.entries(tables).map(([table, all]) => [
    table,
    (all as readonly Readonly<Record<string, unknown>>[])
      .map((row) => ({
        ...row,
        ...Object.fromEntries(
          Object.entries(OPEN).filter(
            ([column]) => column in row && !(column === 'state' && table !== 'member'),
          ),
        ),
        // What was withdrawn here stands there.
        ...(table === 'review' && row['state'] === 'withdrawn' ? DECIDED : {}),
        // What keeps apart here does not there, and the other way round: that, too, belongs to one practice.
        ...('lifted_at' in row
          ? { lifted_at: row['lifted_at'] === null ? '2026-01-01T00:00:00Z' : null }
          : {}),
        practice_id: practiceId,
      }))
      // Of a person one role of a sort stands, and the token of a session is that of one.
      .filter((row, at, every) =>
        table === 'staff_role' ? every.findIndex((one) => sameRole(one, row)) === at : table !== 'signed_in',
      ),
  ]);
  return { ...(Object.fromEntries(opened) as Omit<PracticeRows, 'practiceId'>), practiceId };
}

function sameRole(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return one['person_id'] === other['person_id'] && one['role'] === other['role'];
}
