/**
 * Pieces of SQL over a row `m` of `member`, for those who may know: under row-level security blocks and holds are there
 * for the family's therapists alone.
 */

/** Whether a block stands between member `m` and the client of the family. */
export function isBlockedFromClient(m: string): string {
  return `exists (select from block b
    join member k on k.practice_id = b.practice_id and k.family_id = b.family_id and k.relation = 'client'
      and k.id in (b.one_id, b.other_id)
    where b.practice_id = ${m}.practice_id and b.family_id = ${m}.family_id and b.lifted_at is null
      and k.id <> ${m}.id and ${m}.id in (b.one_id, b.other_id))`;
}

/** Whether member `m` is not suitable for a joint session for now. */
export function isHeld(m: string): string {
  return `exists (select from hold h
    where h.practice_id = ${m}.practice_id and h.member_id = ${m}.id and h.lifted_at is null)`;
}
