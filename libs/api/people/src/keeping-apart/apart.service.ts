import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  BlockBetween,
  BlockId,
  FamilyId,
  Hold,
  HoldId,
  Holds,
  MemberId,
  NewBlock,
  NewHold,
  Page,
} from '@common-ground/contract';
import { mayLeadFamily, mayLift, type Action, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { FamilyRepository } from '../families/family.repository';
import { ApartRepository, type BlockRow, type HoldRow } from './apart.repository';

/**
 * Blocks and holds. Their audit rows name no subject: a person's own log of who did what about them would otherwise
 * give away that there is one.
 */
@Injectable()
export class ApartService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly apart: ApartRepository,
    private readonly audit: Audit,
  ) {}

  blocks(actor: Actor, familyId: FamilyId): Promise<Page<BlockBetween>> {
    return this.database.as(actor, async (tx) => {
      await this.#demandLead(tx, actor, familyId);
      const found = await this.apart.blocks(tx, actor, familyId);
      return { items: found.map(presentBlock), next: null };
    });
  }

  holds(actor: Actor, familyId: FamilyId): Promise<Holds> {
    return this.database.as(actor, async (tx) => {
      await this.#demandLead(tx, actor, familyId);
      const found = await this.apart.holds(tx, actor, familyId);
      const wouldClose = await this.apart.wouldClose(tx, actor, familyId);
      return { items: found.map(presentHold), next: null, wouldClose };
    });
  }

  setBlock(actor: Actor, familyId: FamilyId, body: NewBlock): Promise<BlockBetween> {
    return this.database.as(actor, async (tx) => {
      const because = await this.#demandLead(tx, actor, familyId);
      await this.#demandMembers(tx, actor, familyId, body.memberIds, (index) => `memberIds.${index}`);
      const id = await this.apart.setBlock(tx, actor, familyId, body.memberIds, body.reason);
      if (id === null) throw new Refusal('wrong-state', { because: 'blocked-already' });
      await this.#record(tx, actor, 'blocks.set', because, familyId);
      return presentBlock(demandFound(await this.apart.block(tx, actor, id)));
    });
  }

  setHold(actor: Actor, familyId: FamilyId, body: NewHold): Promise<Hold> {
    return this.database.as(actor, async (tx) => {
      const because = await this.#demandLead(tx, actor, familyId);
      await this.#demandMembers(tx, actor, familyId, [body.memberId], () => 'memberId');
      const id = await this.apart.setHold(tx, actor, familyId, body.memberId, body.reason);
      if (id === null) throw new Refusal('wrong-state', { because: 'held-already' });
      await this.#record(tx, actor, 'holds.set', because, familyId);
      return presentHold(demandFound(await this.apart.hold(tx, actor, id)));
    });
  }

  /** Lifting what is lifted already changes nothing and says so with the same answer. */
  liftBlock(actor: Actor, id: BlockId): Promise<BlockBetween> {
    return this.database.as(actor, async (tx) => {
      const { familyId } = demandFound(await this.apart.block(tx, actor, id));
      const because = demand(mayLift(actor, await this.families.require(tx, actor, familyId)));
      if (await this.apart.lift(tx, actor, 'block', id)) {
        await this.#record(tx, actor, 'blocks.lift', because, familyId);
      }
      return presentBlock(demandFound(await this.apart.block(tx, actor, id)));
    });
  }

  liftHold(actor: Actor, id: HoldId): Promise<Hold> {
    return this.database.as(actor, async (tx) => {
      const { familyId } = demandFound(await this.apart.hold(tx, actor, id));
      const because = demand(mayLift(actor, await this.families.require(tx, actor, familyId)));
      if (await this.apart.lift(tx, actor, 'hold', id)) {
        await this.#record(tx, actor, 'holds.lift', because, familyId);
      }
      return presentHold(demandFound(await this.apart.hold(tx, actor, id)));
    });
  }

  async #demandLead(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<string> {
    return demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
  }

  async #demandMembers(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    ids: readonly MemberId[],
    path: (index: number) => string,
  ): Promise<void> {
    const members = await this.people.members(tx, actor, familyId);
    for (const [index, id] of ids.entries()) {
      if (!members.some((member) => member.id === id && member.state !== 'removed'))
        throw Refusal.field(path(index), 'not-a-member', 'This is nobody in the family.');
    }
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    because: string,
    familyId: FamilyId,
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [], familyId });
  }
}

function demandFound<Row>(row: Row | null): Row {
  if (row === null) throw new Refusal('not-found');
  return row;
}

function presentBlock({ familyId: _familyId, ...row }: BlockRow): BlockBetween {
  return { ...row, may: { lift: row.liftedAt === null } };
}

function presentHold({ familyId: _familyId, ...row }: HoldRow): Hold {
  return { ...row, may: { lift: row.liftedAt === null } };
}
