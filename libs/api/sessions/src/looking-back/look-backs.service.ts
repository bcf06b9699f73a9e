import { Injectable } from '@nestjs/common';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand } from '@common-ground/api/platform';
import type { FamilySessionId, LookBacks, PersonLookingBack } from '@common-ground/contract';
import { mayPlanSession, type Actor } from '@common-ground/rules/access';
import { PlanningService } from '../planning/planning.service';
import { LookingBackRepository, type LookingBackRow } from './looking-back.repository';

/** What people said about an hour: the side of its therapists, who read what was sent to them. */
@Injectable()
export class LookBacksService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly looks: LookingBackRepository,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<LookBacks> {
    return this.database.as(actor, async (tx) => {
      const { family } = await this.planning.require(tx, actor, id);
      const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, family.id)));
      const people = await this.looks.ofHour(tx, actor, id);
      const subjects = people.filter(({ answers }) => answers.length > 0).map(({ personId }) => personId);
      if (subjects.length > 0)
        await this.audit.record(tx, actor, {
          ...{ action: 'sessions.read-look-backs', because, subjects, familyId: family.id },
        });
      return { id, family, people: people.map(present) };
    });
  }
}

function present({ memberId, displayName, relation, answers }: LookingBackRow): PersonLookingBack {
  return { memberId, displayName, relation, answers };
}
