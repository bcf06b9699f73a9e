import { Injectable } from '@nestjs/common';
import { HourPlansService } from '@common-ground/api/documents';
import { FamiliesService } from '@common-ground/api/people';
import { asId, Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  AskedMember,
  AskingId,
  FamilySession,
  FamilySessionId,
  MemberId,
  Page,
} from '@common-ground/contract';
import { mayPlanSession, type Action, type Actor } from '@common-ground/rules/access';
import type { Company } from '../planning/company';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { presentAsked, type AskedRow } from './asked';
import { AskingPost } from './asking-post';
import { AskingRepository } from './asking.repository';

interface Standing {
  readonly plan: PlanRow;
  readonly company: Company;
  readonly because: string;
}

/**
 * Asking members to an hour: the therapist's side. Audit rows name as subjects only those whose words were read: a
 * person's own log would else tell them of what they cannot see.
 */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly askings: AskingRepository,
    private readonly post: AskingPost,
    private readonly reviews: HourPlansService,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<Page<AskedMember>> {
    return this.database.as(actor, async (tx) => {
      const standing = await this.#standing(tx, actor, id);
      return this.#present(tx, actor, standing, await this.askings.asked(tx, actor, id));
    });
  }

  /** Asks whoever can come. Whoever is asked already is asked still, and nobody is asked when one of them cannot be. */
  ask(actor: Actor, id: FamilySessionId, memberIds: readonly MemberId[]): Promise<Page<AskedMember>> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#standing(tx, actor, id);
      demandOpen(standing.plan);
      const before = await this.askings.asked(tx, actor, id);
      const lines = presentAsked(standing.plan, before, standing.company, true);
      for (const [index, memberId] of memberIds.entries()) demandAskable(lines, memberId, index);
      const asked = new Set<string>(before.map(({ memberId }) => memberId));
      const anew = [...new Set(memberIds)].filter((memberId) => !asked.has(memberId));
      const ids: AskingId[] = [];
      for (const memberId of anew) ids.push(await this.askings.ask(tx, actor, standing.plan, memberId));
      await this.post.asked(tx, actor, standing.plan, ids);
      if (anew.length > 0) await this.#record(tx, actor, 'sessions.ask', standing);
      return this.#present(tx, actor, standing, await this.askings.asked(tx, actor, id));
    });
  }

  /** Takes one asking back. Who was not asked, or is asked no more, is answered the same. */
  takeBack(actor: Actor, id: FamilySessionId, memberId: MemberId): Promise<Page<AskedMember>> {
    return this.database.as(actor, async (tx) => {
      const standing = await this.#standing(tx, actor, id);
      if (!standing.company.members.some((member) => member.id === memberId)) throw new Refusal('not-found');
      const asked = (await this.askings.asked(tx, actor, id)).find((row) => row.memberId === memberId);
      if (asked !== undefined && (await this.askings.takeBack(tx, actor, asked.id))) {
        await this.post.takenBack(tx, actor, standing.plan, [asked.id]);
        await this.#record(tx, actor, 'sessions.ask', standing);
      }
      return this.#present(tx, actor, standing, await this.askings.asked(tx, actor, id));
    });
  }

  /** Calls an hour off, for good; not one that people sit in, or that is over. Whoever is asked reads so until the hour would have been over. */
  callOff(actor: Actor, id: FamilySessionId): Promise<FamilySession> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#standing(tx, actor, id);
      if (standing.plan.calledOffAt === null) {
        // One that was begun by a slip and ended before its time may still be called off.
        if (standing.plan.isOver) throw new Refusal('wrong-state', { because: 'is-over' });
        if (standing.plan.isUnderWay) throw new Refusal('wrong-state', { because: 'under-way' });
        await this.planning.callOff(tx, actor, id);
        // Nobody judges the plan of an hour that does not take place.
        const plan = { id: asId<'document'>(id), familyId: standing.plan.family.id };
        await this.reviews.takeBack(tx, actor, standing.because, plan);
        const asked = (await this.askings.asked(tx, actor, id)).map((row) => row.id);
        await this.post.takenBack(tx, actor, standing.plan, asked);
        await this.#record(tx, actor, 'sessions.call-off', standing);
      }
      return this.planning.present(tx, actor, await this.planning.require(tx, actor, id));
    });
  }

  async #standing(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const plan = await this.planning.require(tx, actor, id);
    const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    return { plan, company: await this.planning.company(tx, actor, plan.family.id), because };
  }

  async #present(
    tx: Transaction,
    actor: Actor,
    standing: Standing,
    rows: readonly AskedRow[],
  ): Promise<Page<AskedMember>> {
    const subjects = rows.filter(({ words }) => words !== '').map(({ personId }) => personId);
    if (subjects.length > 0) {
      await this.audit.record(tx, actor, {
        ...{ action: 'sessions.read-replies', because: standing.because, subjects },
        familyId: standing.plan.family.id,
      });
    }
    const takenBack = await this.askings.takenBack(tx, actor, standing.plan.id);
    const items = presentAsked(standing.plan, rows, standing.company, isOpen(standing.plan), takenBack);
    return { items, next: null };
  }

  async #record(tx: Transaction, actor: Actor, action: Action, { because, plan }: Standing): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [], familyId: plan.family.id });
  }
}

/** Somebody can be asked to an hour that will take place, and that is neither over nor was held before its time. */
function isOpen({ calledOffAt, isOver, hasEnded }: PlanRow): boolean {
  return calledOffAt === null && !isOver && !hasEnded;
}

function demandOpen(plan: PlanRow): void {
  if (isOpen(plan)) return;
  throw new Refusal('wrong-state', { because: plan.calledOffAt === null ? 'is-over' : 'called-off' });
}

function demandAskable(lines: readonly AskedMember[], id: MemberId, index: number): void {
  const line = lines.find(({ memberId }) => memberId === id);
  const path = `memberIds.${index}`;
  if (line === undefined || (!line.isPlanned && line.askedAt === null))
    throw Refusal.field(path, 'not-planned', 'This is nobody who is to come.');
  if (line.askedAt !== null || line.staysAway === null) return;
  const code = line.staysAway === 'member-not-confirmed' ? line.staysAway : 'kept-apart';
  const errors = [{ path, code: line.staysAway, message: line.staysAway }];
  throw new Refusal(code, { because: line.staysAway, errors });
}
