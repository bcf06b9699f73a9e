import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  LIMITS,
  type FamilyId,
  type LikelyDuplicate,
  type LikelyDuplicates,
  type Member,
  type MemberId,
  type MergedRecord,
  type PersonRecord,
} from '@common-ground/contract';
import { mayLeadFamily, mayMerge, mergeHindrance, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { likenesses, weightOf } from './likeness';
import { MergingRepository } from './merging.repository';

/** Finding out that somebody is here twice, and making one record of the two. */
@Injectable()
export class MergingService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly merging: MergingRepository,
    private readonly audit: Audit,
  ) {}

  /** Who of the actor's families may be the same human being, and what stands in the way. */
  duplicates(actor: Actor, familyId: FamilyId, memberId: MemberId): Promise<LikelyDuplicates> {
    return this.database.as(actor, async (tx) => {
      const { personId } = await this.#requireMember(tx, actor, familyId, memberId);
      const candidates = await this.merging.candidates(tx, actor);
      const asked = candidates.find(({ id }) => id === personId);
      if (asked === undefined) throw new Refusal('not-found');
      const likely = candidates
        .filter(({ id }) => id !== personId)
        .map((candidate) => ({ id: candidate.id, because: likenesses(asked, candidate) }))
        .filter(({ because }) => because.length > 0)
        .sort((one, other) => weightOf(other.because) - weightOf(one.because))
        .slice(0, LIMITS.likelyDuplicates);

      const found = await this.merging.records(tx, actor, [personId, ...likely.map(({ id }) => id)]);
      const recordOf = (id: string): PersonRecord => demandFound(found.find((record) => record.id === id));
      const items: LikelyDuplicate[] = [];
      for (const { id, because } of likely) {
        const facts = await this.merging.facts(tx, personId, id);
        const swapped = {
          ...facts,
          keptIsConfirmed: facts.duplicateIsConfirmed,
          duplicateIsConfirmed: facts.keptIsConfirmed,
        };
        const hindrances = { keepingAsked: mergeHindrance(facts), keepingThis: mergeHindrance(swapped) };
        items.push({ ...recordOf(id), because, hindrances });
      }
      return { record: recordOf(personId), items, next: null };
    });
  }

  /** The record of the member in the path stays; the other one is given up and everything of it moves. */
  merge(
    actor: Actor,
    familyId: FamilyId,
    memberId: MemberId,
    duplicateId: Member['personId'],
  ): Promise<MergedRecord> {
    return this.database.as(actor, async (tx) => {
      const { personId } = await this.#requireMember(tx, actor, familyId, memberId);
      if (personId === duplicateId) throw new Refusal('wrong-state', { because: 'same-record' });
      await this.merging.hold(tx, personId, duplicateId);
      const facts = await this.merging.facts(tx, personId, duplicateId);
      const judgement = mayMerge(actor, facts);
      if (!judgement.allowed && judgement.refused === 'forbidden')
        throw new Refusal('not-allowed', { because: judgement.because });
      const because = demand(judgement);
      const hindrance = mergeHindrance(facts);
      if (hindrance !== null) throw new Refusal('wrong-state', { because: hindrance });

      const merged = await this.merging.merge(tx, actor, personId, duplicateId);
      for (const { id, isPaused } of merged) {
        await this.audit.record(tx, actor, {
          action: 'members.merge',
          because,
          subjects: [personId, duplicateId],
          familyId: id,
          fields: isPaused ? ['paused'] : [],
        });
      }
      return {
        member: await this.#requireMember(tx, actor, familyId, memberId),
        pausedIn: merged.filter(({ isPaused }) => isPaused).map(({ id, name }) => ({ id, name })),
      };
    });
  }

  async #requireMember(tx: Transaction, actor: Actor, familyId: FamilyId, id: MemberId): Promise<Member> {
    const family = await this.families.require(tx, actor, familyId);
    demand(mayLeadFamily(actor, family));
    return this.families.member(tx, actor, family, id);
  }
}

function demandFound<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Refusal('not-found');
  return row;
}
