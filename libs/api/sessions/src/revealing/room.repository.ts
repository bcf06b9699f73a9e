import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, MemberId, PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AskingRepository } from '../invitations/asking.repository';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';

/** Who of the family is in the room of an hour, as far as the program can know. */
@Injectable()
export class RoomRepository {
  constructor(
    private readonly askings: AskingRepository,
    private readonly planning: PlanningService,
  ) {}

  /** Whoever is asked, did not say that they cannot come, and is kept away by nothing today. */
  async here(tx: Transaction, actor: Actor, plan: PlanRow): Promise<MemberId[]> {
    const company = await this.planning.company(tx, actor, plan.family.id);
    const asked = (await this.askings.asked(tx, actor, plan.id)).filter(({ memberId }) =>
      company.members.some(({ id }) => id === memberId),
    );
    const people = asked.map(({ memberId }) => ({
      ...{ side: 'family' as const, id: memberId, role: 'participant' as const },
    }));
    const isAway = (id: MemberId): boolean => {
      const why = company.staysAway(id, people);
      const isClient = company.members.some((one) => one.id === id && one.relation === 'client');
      // A block between the client and somebody keeps that other one away: the hour is the client’s.
      return why !== null && !(isClient && why === 'blocked');
    };
    return asked.flatMap(({ memberId, reply }) => (reply === 'cannot' || isAway(memberId) ? [] : [memberId]));
  }

  async peopleAt(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    places: readonly MemberId[],
  ): Promise<PersonId[]> {
    const found = await rows<{ personId: PersonId }>(
      tx,
      `select m.person_id as "personId" from member m
       where m.practice_id = $1 and m.family_id = $2 and m.id = any ($3::uuid[])`,
      [actor.practiceId, familyId, [...places]],
    );
    return found.map(({ personId }) => personId);
  }
}
