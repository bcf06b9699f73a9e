import type { AskedMember, AskingId, MemberId, PersonId } from '@common-ground/contract';
import type { Company } from '../planning/company';
import type { PlanRow } from '../planning/planning.repository';

export interface AskedRow extends Pick<
  AskedMember,
  'reply' | 'words' | 'repliedAt' | 'heldUntil' | 'keptBack'
> {
  readonly id: AskingId;
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly askedAt: string;
}

/** Somebody who is asked no more, and does not know it yet. */
export type TakenBackRow = NonNullable<AskedMember['takenBack']> &
  Pick<AskedMember, 'memberId' | 'heldUntil' | 'keptBack'>;

/**
 * What the therapists of a family read about who is asked: those who are to come, whoever was asked besides, and whoever
 * waits for the letter that they are asked no more.
 */
export function presentAsked(
  { content: { people } }: Pick<PlanRow, 'content'>,
  rows: readonly AskedRow[],
  company: Company,
  isOpen: boolean,
  takenBack: readonly TakenBackRow[] = [],
): AskedMember[] {
  const planned = company.today(people).filter(({ side }) => side === 'family');
  const wanted = [
    ...planned,
    ...rows.map(({ memberId: id }) => ({ side: 'family', id, role: 'participant' }) as const),
  ];
  return company.members.flatMap((member): AskedMember[] => {
    const row = rows.find(({ memberId }) => memberId === member.id) ?? null;
    const isPlanned = planned.some(({ id }) => id === member.id);
    const stuck = row ?? takenBack.find(({ memberId }) => memberId === member.id) ?? null;
    if (stuck === null && !isPlanned) return [];
    const staysAway = company.staysAway(member.id, wanted);
    return [
      {
        ...{ memberId: member.id, displayName: member.displayName, relation: member.relation },
        seesIt:
          row !== null && (staysAway === null || (staysAway === 'blocked' && member.relation === 'client')),
        ...{ isPlanned, staysAway, askedAt: row?.askedAt ?? null, reply: row?.reply ?? null },
        ...{ words: row?.words ?? '', repliedAt: row?.repliedAt ?? null },
        ...{ heldUntil: stuck?.heldUntil ?? null, keptBack: stuck?.keptBack ?? null },
        takenBack: stuck !== null && 'at' in stuck ? { at: stuck.at } : null,
        may: { ask: isOpen && isPlanned && row === null && staysAway === null, takeBack: row !== null },
      },
    ];
  });
}
