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

/** What the therapists of a family read about who is asked: those who are to come, and whoever was asked besides. */
export function presentAsked(
  { content: { people } }: Pick<PlanRow, 'content'>,
  rows: readonly AskedRow[],
  company: Company,
  isOpen: boolean,
): AskedMember[] {
  const planned = company.today(people).filter(({ side }) => side === 'family');
  const wanted = [
    ...planned,
    ...rows.map(({ memberId: id }) => ({ side: 'family', id, role: 'participant' }) as const),
  ];
  return company.members.flatMap((member): AskedMember[] => {
    const row = rows.find(({ memberId }) => memberId === member.id) ?? null;
    const isPlanned = planned.some(({ id }) => id === member.id);
    if (row === null && !isPlanned) return [];
    const staysAway = company.staysAway(member.id, wanted);
    return [
      {
        ...{ memberId: member.id, displayName: member.displayName, relation: member.relation },
        seesIt:
          row !== null && (staysAway === null || (staysAway === 'blocked' && member.relation === 'client')),
        ...{ isPlanned, staysAway, askedAt: row?.askedAt ?? null, reply: row?.reply ?? null },
        ...{ words: row?.words ?? '', repliedAt: row?.repliedAt ?? null, heldUntil: row?.heldUntil ?? null },
        keptBack: row?.keptBack ?? null,
        may: { ask: isOpen && row === null && staysAway === null, takeBack: row !== null },
      },
    ];
  });
}
