import { Injectable } from '@nestjs/common';
import { GrowingService, type GrowingPaper } from '@common-ground/api/documents';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import {
  CARRIED_INTO,
  LIMITS,
  type CarriedActions,
  type CarriedInto,
  type CarryAction,
  type CarryingPaper,
  type FamilySessionId,
  type Language,
  type TakeHomeContent,
  type UndoCarrying,
} from '@common-ground/contract';
import { mayPlanSession, type Actor } from '@common-ground/rules/access';
import {
  blankSupportPlan,
  blankWorksheet,
  carriedId,
  withoutStep,
  withoutTask,
  withStep,
  withTask,
} from '@common-ground/rules/content';
import { AskingRepository } from '../invitations/asking.repository';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { RunningRepository } from '../running/running.repository';
import { contentOf, presentContent } from '../taking-home/taking-home.service';

interface Standing {
  readonly plan: PlanRow;
  readonly because: string;
  readonly hasEnded: boolean;
  readonly actions: TakeHomeContent['actions'];
  readonly papers: readonly GrowingPaper[];
}

/** Actions that were agreed on in an hour become steps of a plan, or homework. Nothing of it reaches a family by itself. */
@Injectable()
export class CarryingService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly runs: RunningRepository,
    private readonly askings: AskingRepository,
    private readonly growing: GrowingService,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<CarriedActions> {
    return this.database.as(actor, async (tx) => present(await this.#standing(tx, actor, id)));
  }

  /** Once: an action that is there already is there. */
  carry(
    actor: Actor,
    id: FamilySessionId,
    { actionId, into, documentId }: CarryAction,
  ): Promise<CarriedActions> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#standing(tx, actor, id);
      const { plan, because, papers } = standing;
      if (!standing.hasEnded) throw new Refusal('wrong-state', { because: 'not-ended' });
      const action = demandAction(standing, actionId);
      const familyId = plan.family.id;
      const part = carriedId(id, actionId);
      if (documentId === null) {
        if (papers.some(({ kind, parts }) => kind === into && parts.includes(part))) return present(standing);
        const language = await this.askings.language(tx, actor);
        const title = action.what.slice(0, LIMITS.title);
        await this.growing.begin(tx, actor, because, {
          kind: into,
          familyId,
          title,
          content: begun(into, language, part, action),
        });
      } else {
        await this.growing.change(tx, actor, { id: documentId, familyId }, (content) => {
          if (into !== 'support-plan' || !('steps' in content && 'needs' in content)) return null;
          const grown = withStep(content, part, action);
          if (grown.steps.length > LIMITS.entries)
            throw Refusal.field('documentId', 'arrayMaxSize', 'The plan has no room for another step.');
          return grown;
        });
      }
      await this.#record(tx, actor, standing);
      return present(await this.#standing(tx, actor, id));
    });
  }

  /** Takes out of a draft what an action put into it. Homework stays as an empty draft: nobody has it. */
  undo(actor: Actor, id: FamilySessionId, { actionId, documentId }: UndoCarrying): Promise<CarriedActions> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#standing(tx, actor, id);
      demandAction(standing, actionId);
      const part = carriedId(id, actionId);
      const paper = standing.papers.find((one) => one.documentId === documentId && one.parts.includes(part));
      if (paper === undefined) return present(standing);
      if (!mayUndo(paper)) throw new Refusal('wrong-state', { because: paper.state });
      await this.growing.change(
        tx,
        actor,
        { id: documentId, familyId: standing.plan.family.id },
        (content) => {
          if ('blocks' in content) return withoutTask(content, part);
          return 'steps' in content && 'needs' in content ? withoutStep(content, part) : null;
        },
      );
      await this.#record(tx, actor, standing);
      return present(await this.#standing(tx, actor, id));
    });
  }

  async #standing(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const plan = await this.planning.require(tx, actor, id);
    const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    const [run, pad] = [await this.runs.find(tx, actor, id), await this.runs.pad(tx, actor, id)];
    if (run === null || pad === null) throw new Refusal('wrong-state', { because: 'not-begun' });
    const papers = await this.growing.papers(tx, actor, plan.family.id, CARRIED_INTO);
    const { actions } = presentContent(contentOf(pad));
    return { plan, because, hasEnded: run.end !== null, actions, papers };
  }

  async #record(tx: Transaction, actor: Actor, { plan, because }: Standing): Promise<void> {
    const familyId = plan.family.id;
    await this.audit.record(tx, actor, { action: 'sessions.carry-actions', because, subjects: [], familyId });
  }
}

function begun(
  into: CarriedInto,
  language: Language,
  part: string,
  action: Standing['actions'][number],
): ReturnType<typeof withStep> | ReturnType<typeof withTask> {
  return into === 'support-plan'
    ? withStep(blankSupportPlan(language), part, action)
    : withTask(blankWorksheet(language), part, action);
}

function demandAction({ actions }: Standing, actionId: string): Standing['actions'][number] {
  const action = actions.find(({ id }) => id === actionId);
  if (action === undefined)
    throw Refusal.field('actionId', 'not-agreed', 'This is no action that was agreed on in this hour.');
  return action;
}

/** Only while nobody has it or judges it: what was approved or given is changed by whoever writes it. */
function mayUndo({ state }: GrowingPaper): boolean {
  return state === 'draft' || state === 'returned';
}

function present({ plan, hasEnded, actions, papers }: Standing): CarriedActions {
  return {
    ...{ id: plan.id, family: plan.family },
    actions: actions.map((action) => ({
      ...action,
      became: papers
        .filter(({ parts }) => parts.includes(carriedId(plan.id, action.id)))
        .map((paper) => ({ ...presentPaper(paper), may: { undo: mayUndo(paper) } })),
    })),
    plans: papers
      .filter(({ kind, state }) => kind === 'support-plan' && state !== 'submitted')
      .map(presentPaper),
    may: { carry: hasEnded },
  };
}

function presentPaper({ documentId, kind, title, state }: GrowingPaper): CarryingPaper {
  return { documentId, kind: kind as CarriedInto, title, state };
}
