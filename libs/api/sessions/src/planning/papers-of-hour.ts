import { Injectable } from '@nestjs/common';
import { Parcels } from '@common-ground/api/documents';
import { practiceDay, type Transaction } from '@common-ground/api/platform';
import type { MemberId, PapersStanding } from '@common-ground/contract';
import { papersByDay, type Actor } from '@common-ground/rules/access';
import { PlanningRepository, type PlanRow } from './planning.repository';

/** Whether the papers of an hour may reach those who come, by the rules that a share of them is held to. */
@Injectable()
export class PapersOfHour {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly parcels: Parcels,
  ) {}

  async standing(
    tx: Transaction,
    actor: Actor,
    { family, content, startsOn }: PlanRow,
  ): Promise<ReadonlyMap<MemberId, PapersStanding>> {
    const ids = [...new Set(content.agenda.flatMap(({ documentIds }) => documentIds))];
    const papers = ids.length === 0 ? [] : await this.plans.papers(tx, actor, family.id, ids);
    if (papers.length === 0) return new Map();
    const today = await practiceDay(tx);
    const day = startsOn > today ? startsOn : today;
    const recipients = await this.parcels.recipients(tx, actor, family.id);
    return new Map(
      recipients.map((recipient) => {
        const { untilOn, missing } = papersByDay(recipient, papers, day);
        return [
          recipient.id,
          {
            ...{ isOwn: recipient.isClient, untilOn },
            missing: missing.map(({ paper: { id: documentId, title }, because }) => ({
              documentId,
              title,
              because,
            })),
          },
        ];
      }),
    );
  }
}
