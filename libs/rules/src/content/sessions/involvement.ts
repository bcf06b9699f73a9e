import type { InvolvementChoice, InvolvementRecord } from '@common-ground/contract';

/** The record of an hour with the people and things that were chosen for it, in the order in which they stand there. */
export function involvementRecord(
  whole: InvolvementRecord,
  { memberIds, entryIds, actionIds, decision }: Readonly<InvolvementChoice>,
): InvolvementRecord {
  const { begunAt, endedAt, timeZone, minutes, end, purpose, staff, nextOn } = whole;
  return {
    ...{ begunAt, endedAt, timeZone, minutes, end, purpose, staff, nextOn },
    people: whole.people.filter(({ memberId }) => memberIds.includes(memberId)),
    entries: whole.entries.filter(({ id }) => entryIds.includes(id)),
    decision: decision ? whole.decision : '',
    actions: whole.actions.filter(({ id }) => actionIds.includes(id)),
  };
}
