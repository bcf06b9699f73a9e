import { Injectable } from '@nestjs/common';
import { HourPlansService, type HourPlan } from '@common-ground/api/documents';
import { FamiliesService } from '@common-ground/api/people';
import { asId, Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilySessionId, PlanReview, SubmitPlan } from '@common-ground/contract';
import { mayPlanSession, type Actor } from '@common-ground/rules/access';
import { hourPlanOf } from '@common-ground/rules/content';
import { planOf } from './company';
import { PlanningRepository, type PlanRow } from './planning.repository';
import { PlanningService } from './planning.service';

/** The plan of an hour goes to supervision like any document. */
@Injectable()
export class PlanReviewsService {
  constructor(
    private readonly database: Database,
    private readonly planning: PlanningService,
    private readonly plans: PlanningRepository,
    private readonly families: FamiliesService,
    private readonly reviews: HourPlansService,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<PlanReview> {
    return this.database.as(actor, async (tx) => {
      const { plan, because } = await this.#led(tx, actor, id);
      // What changed since an approval is told in the words of whoever wrote them.
      if (plan.writtenById !== actor.personId)
        await this.audit.record(tx, actor, {
          action: 'sessions.read',
          because,
          subjects: [],
          familyId: plan.family.id,
        });
      return this.reviews.standing(tx, actor, await this.#told(tx, actor, plan));
    });
  }

  /** The plan whoever sends it has before them, and no other: what a colleague wrote meanwhile is read first. */
  submit(actor: Actor, id: FamilySessionId, revision: number, body: SubmitPlan): Promise<PlanReview> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, id);
      const { plan, because } = await this.#led(tx, actor, id);
      this.planning.demandAhead(plan);
      if (plan.revision !== revision)
        throw new Refusal('revision-stale', {
          current: await this.planning.present(tx, actor, plan),
          changedBy: plan.writtenBy.displayName,
          changedAt: plan.writtenAt,
        });
      const told = await this.#told(tx, actor, plan);
      await this.reviews.submit(tx, actor, because, told, body);
      return this.reviews.standing(tx, actor, told);
    });
  }

  takeBack(actor: Actor, id: FamilySessionId): Promise<PlanReview> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, id);
      const { plan, because } = await this.#led(tx, actor, id);
      const told = await this.#told(tx, actor, plan);
      if (!(await this.reviews.takeBack(tx, actor, because, told))) throw new Refusal('wrong-state');
      return this.reviews.standing(tx, actor, told);
    });
  }

  async #led(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
  ): Promise<{ readonly plan: PlanRow; readonly because: string }> {
    const plan = await this.planning.require(tx, actor, id);
    const family = await this.families.require(tx, actor, plan.family.id);
    return { plan, because: demand(mayPlanSession(actor, family)) };
  }

  /** People by their names and papers by their titles of today. */
  async #told(tx: Transaction, actor: Actor, row: PlanRow): Promise<HourPlan> {
    const company = await this.planning.company(tx, actor, row.family.id);
    const people = company.today(row.content.people);
    const plan = { ...planOf(row), people };
    const gone = people.filter((person) => person.side === 'staff' && !company.isHere(person));
    const left = await this.plans.staffNames(
      tx,
      actor,
      gone.map(({ id }) => id),
    );
    const papers = await this.plans.titles(tx, actor, [
      ...new Set(plan.agenda.flatMap(({ documentIds }) => documentIds)),
    ]);
    const begunIn = await this.plans.begunIn(tx, actor);
    return {
      id: asId<'document'>(row.id),
      familyId: row.family.id,
      isOpen: this.planning.isAhead(row),
      writers: row.writers,
      compose: (before, language) =>
        hourPlanOf(plan, {
          language: language ?? begunIn.language,
          nameOf: (person) => left.get(person.id) ?? company.nameOf(person),
          titleOf: (paper) => papers.get(paper) ?? '',
          before,
        }),
    };
  }
}
