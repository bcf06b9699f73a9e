import { isDeepStrictEqual } from 'node:util';
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
  type DocumentContent,
  type FamilySessionId,
  type Language,
  type TakeHomeContent,
  type UndoCarrying,
} from '@common-ground/contract';
import { mayPlanSession, type Action, type Actor } from '@common-ground/rules/access';
import {
  blankSupportPlan,
  blankWorksheet,
  carriedId,
  carriedIds,
  carriedParts,
  carriedTitle,
  fitsAsStep,
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
  /** Whether somebody else wrote down last what was agreed on. */
  readonly isColleagues: boolean;
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
    return this.database.as(actor, async (tx) => present(await this.#opened(tx, actor, id)));
  }

  /** Once: an action that is there already is there. */
  carry(
    actor: Actor,
    id: FamilySessionId,
    { actionId, into, documentId }: CarryAction,
  ): Promise<CarriedActions> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#opened(tx, actor, id);
      const { plan, because, papers } = standing;
      if (!standing.hasEnded) throw new Refusal('wrong-state', { because: 'not-ended' });
      const action = demandAction(standing, actionId);
      if (into === 'support-plan' && !fitsAsStep(action))
        throw Refusal.field('actionId', 'maxLength', 'A plan has less room for who does it.');
      const familyId = plan.family.id;
      const part = carriedId(id, actionId);
      if (documentId === null) {
        if (papers.some((paper) => paper.kind === into && has(paper, part))) return present(standing);
        const language = await this.askings.language(tx, actor);
        const title = carriedTitle(action);
        await this.growing.begin(tx, actor, because, {
          kind: into,
          familyId,
          title,
          content: begun(into, language, part, action),
        });
      } else {
        const isNew = await this.growing.change(tx, actor, { id: documentId, familyId }, (content) => {
          if (into !== 'support-plan' || !('steps' in content && 'needs' in content)) return null;
          const grown = withStep(content, part, action);
          if (grown.steps.length > LIMITS.entries)
            throw Refusal.field('documentId', 'arrayMaxSize', 'The plan has no room for another step.');
          return grown;
        });
        if (!isNew) return present(standing);
      }
      await this.#record(tx, actor, 'sessions.carry-actions', standing);
      return present(await this.#standing(tx, actor, id));
    });
  }

  /**
   * Takes out of a draft what an action put into it, as long as it still says the same. Homework stays as an empty
   * draft: nobody has it.
   */
  undo(actor: Actor, id: FamilySessionId, { actionId, documentId }: UndoCarrying): Promise<CarriedActions> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#opened(tx, actor, id);
      const action = demandAction(standing, actionId);
      const part = carriedId(id, actionId);
      const paper = standing.papers.find((one) => one.documentId === documentId && has(one, part));
      if (paper === undefined) return present(standing);
      if (!isDraft(paper)) throw new Refusal('wrong-state', { because: paper.state });
      await this.growing.change(
        tx,
        actor,
        { id: documentId, familyId: standing.plan.family.id },
        (content) => {
          if (!isAsCarried({ ...paper, parts: partsOf(content) }, part, action))
            throw new Refusal('wrong-state', { because: 'rewritten' });
          if ('blocks' in content) return withoutTask(content, part);
          return 'steps' in content && 'needs' in content ? withoutStep(content, part) : null;
        },
      );
      await this.#record(tx, actor, 'sessions.carry-actions', standing);
      return present(await this.#standing(tx, actor, id));
    });
  }

  /** Where the hour stands, for whatever is about to be done: what a colleague wrote down is somebody else's words. */
  async #opened(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const standing = await this.#standing(tx, actor, id);
    if (standing.isColleagues) await this.#record(tx, actor, 'sessions.read-actions', standing);
    return standing;
  }

  async #standing(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const plan = await this.planning.require(tx, actor, id);
    const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    const [run, pad] = [await this.runs.find(tx, actor, id), await this.runs.pad(tx, actor, id)];
    if (run === null || pad === null) throw new Refusal('wrong-state', { because: 'not-begun' });
    const { actions } = presentContent(contentOf(pad));
    const parts = actions.flatMap((action) => carriedIds(carriedId(id, action.id)));
    const papers = await this.growing.papers(tx, actor, plan.family.id, CARRIED_INTO, parts);
    const isColleagues = pad.writtenById !== actor.personId;
    return { plan, because, hasEnded: run.end !== null, isColleagues, actions, papers };
  }

  async #record(tx: Transaction, actor: Actor, action: Action, { plan, because }: Standing): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [], familyId: plan.family.id });
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
function isDraft({ state }: GrowingPaper): boolean {
  return state === 'draft' || state === 'returned';
}

/** Whether what an action put there stands in a paper word for word: what was rewritten since is somebody's work. */
function isAsCarried(
  { kind, language, parts }: GrowingPaper,
  part: string,
  action: Standing['actions'][number],
): boolean {
  const mine = parts.filter(({ id }) => carriedIds(part).includes(id));
  return isDeepStrictEqual(mine, carriedParts(kind as CarriedInto, language, part, action));
}

function has({ parts }: GrowingPaper, part: string): boolean {
  return parts.some(({ id }) => id === part);
}

function partsOf(content: DocumentContent): GrowingPaper['parts'] {
  if ('blocks' in content) return content.blocks;
  return 'steps' in content ? content.steps : [];
}

function present({ plan, hasEnded, actions, papers }: Standing): CarriedActions {
  return {
    ...{ id: plan.id, family: plan.family },
    actions: actions.map((action) => ({
      ...action,
      became: papers
        .filter((paper) => has(paper, carriedId(plan.id, action.id)))
        .map((paper) => ({
          ...presentPaper(paper),
          may: { undo: isDraft(paper) && isAsCarried(paper, carriedId(plan.id, action.id), action) },
        })),
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
