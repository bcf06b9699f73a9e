import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilyId, FamilyTherapist, FamilyTherapists, PersonId } from '@common-ground/contract';
import {
  canEndCaseload,
  mayChangeTherapists,
  mayEndCaseload,
  mayLeadFamily,
  type Actor,
  type CaseloadFacts,
} from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { CaseloadRepository, type CaseloadRow } from './caseload.repository';

/** Which therapists work with a family, and which of them leads. */
@Injectable()
export class CaseloadService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly caseload: CaseloadRepository,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<FamilyTherapists> {
    return this.database.as(actor, async (tx) => {
      const { facts, therapists } = await this.#standing(tx, actor, familyId);
      demand(mayLeadFamily(actor, facts));
      return this.#present(tx, actor, familyId, facts, therapists);
    });
  }

  add(actor: Actor, familyId: FamilyId, personId: PersonId): Promise<FamilyTherapists> {
    return this.#change(actor, familyId, async (tx, { facts, therapists }) => {
      const because = demand(mayChangeTherapists(actor, facts));
      if (therapists.some(({ id }) => id === personId))
        throw new Refusal('wrong-state', { because: 'on-caseload-already' });
      const colleagues = await this.caseload.colleagues(tx, actor, familyId);
      if (!colleagues.some(({ id }) => id === personId))
        throw Refusal.field('personId', 'not-a-therapist', 'This is no therapist of the practice.');
      await this.caseload.add(tx, actor, familyId, personId);
      await this.#record(tx, actor, 'therapists.add', because, familyId, personId);
    });
  }

  handOver(actor: Actor, familyId: FamilyId, to: PersonId): Promise<FamilyTherapists> {
    return this.#change(actor, familyId, async (tx, { facts, therapists }) => {
      const because = demand(mayChangeTherapists(actor, facts));
      if (!therapists.some(({ id }) => id === to)) throw new Refusal('not-found');
      if (to === actor.personId) return;
      if (!(await this.caseload.handOver(tx, actor, familyId, to))) throw new Refusal('wrong-state');
      await this.#record(tx, actor, 'therapists.hand-over', because, familyId, to);
    });
  }

  /** Ends somebody's part, one's own included; what they wrote stays with the family. */
  async end(actor: Actor, familyId: FamilyId, whose: PersonId): Promise<void> {
    await this.database.as(actor, async (tx) => {
      await this.caseload.holdStill(tx, actor, familyId);
      const { facts, therapists } = await this.#standing(tx, actor, familyId);
      const because = demand(mayEndCaseload(actor, facts, whose));
      const place = therapists.find(({ id }) => id === whose);
      if (place === undefined) throw new Refusal('not-found');
      if (!canEndCaseload(place)) throw new Refusal('wrong-state', { because: 'last-lead' });
      // The row is written first: afterwards the actor may be somebody who writes none for this family.
      await this.#record(tx, actor, 'therapists.end', because, familyId, whose);
      if (!(await this.caseload.end(tx, actor, familyId, whose))) throw new Refusal('wrong-state');
    });
  }

  #change(
    actor: Actor,
    familyId: FamilyId,
    act: (
      tx: Transaction,
      standing: { readonly facts: CaseloadFacts; readonly therapists: readonly CaseloadRow[] },
    ) => Promise<void>,
  ): Promise<FamilyTherapists> {
    return this.database.as(actor, async (tx) => {
      await this.caseload.holdStill(tx, actor, familyId);
      await act(tx, await this.#standing(tx, actor, familyId));
      const { facts, therapists } = await this.#standing(tx, actor, familyId);
      return this.#present(tx, actor, familyId, facts, therapists);
    });
  }

  async #standing(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
  ): Promise<{ facts: CaseloadFacts; therapists: CaseloadRow[] }> {
    const family = await this.families.require(tx, actor, familyId);
    const therapists = await this.caseload.list(tx, actor, familyId);
    const leads = therapists.some(({ id, leads: is }) => id === actor.personId && is);
    return { facts: { ...family, leads }, therapists };
  }

  async #present(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    facts: CaseloadFacts,
    therapists: readonly CaseloadRow[],
  ): Promise<FamilyTherapists> {
    const mayAdd = mayChangeTherapists(actor, facts).allowed;
    const items = therapists.map((place): FamilyTherapist => ({
      ...place,
      may: {
        handOver: mayAdd && !place.leads,
        end: canEndCaseload(place) && mayEndCaseload(actor, facts, place.id).allowed,
      },
    }));
    const colleagues = mayAdd ? await this.caseload.colleagues(tx, actor, familyId) : [];
    return { items, colleagues, may: { add: mayAdd } };
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: 'therapists.add' | 'therapists.hand-over' | 'therapists.end',
    because: string,
    familyId: FamilyId,
    subject: PersonId,
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [subject], familyId });
  }
}
