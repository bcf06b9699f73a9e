import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  ApartRepository,
  FamiliesService,
  FamilyRepository,
  SettingsRepository,
} from '@common-ground/api/people';
import { Audit, Cursors, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  FamilyId,
  FamilySession,
  FamilySessionId,
  FamilySessionSummary,
  FieldProblem,
  NewFamilySession,
  Page,
  SessionAhead,
  SessionPlan,
} from '@common-ground/contract';
import {
  mayLeadFamily,
  mayPlanSession,
  mayReadToday,
  type Action,
  type Actor,
} from '@common-ground/rules/access';
import { planFor } from '@common-ground/rules/content';
import { AskingPost } from '../invitations/asking-post';
import { BringingForward } from '../running/bringing-forward';
import { Company, planOf, presentSession } from './company';
import { PapersOfHour } from './papers-of-hour';
import { PlanningRepository, type PlanRow } from './planning.repository';

/** How many of the next hours are told; nobody looks further ahead in the morning. */
const AHEAD_AT_MOST = 5;

/** Planning the hour of a family. Nobody but its therapists learns that there is a plan. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly settings: SettingsRepository,
    private readonly apart: ApartRepository,
    private readonly plans: PlanningRepository,
    private readonly papers: PapersOfHour,
    private readonly post: AskingPost,
    private readonly forward: BringingForward,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(
    actor: Actor,
    familyId: FamilyId,
    cursor: string | null,
    limit: number,
  ): Promise<Page<FamilySessionSummary>> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const list = `sessions ${familyId}`;
      const after = this.cursors.read(actor, list, cursor);
      const found = await this.plans.list(tx, actor, familyId, after, limit);
      return this.cursors.page(actor, list, found, limit, (row) => ({ at: row.startsAt, id: row.id }));
    });
  }

  /** The next hours of the actor's families, for Today. */
  ahead(actor: Actor): Promise<Page<SessionAhead>> {
    demand(mayReadToday(actor));
    return this.database.as(actor, async (tx) => ({
      items: await this.plans.ahead(tx, actor, AHEAD_AT_MOST),
      next: null,
    }));
  }

  /** An hour begins as its format says, with whoever plans it in the lead, and with what the one before did not reach. */
  plan(actor: Actor, familyId: FamilyId, body: NewFamilySession): Promise<FamilySession> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const { language, timeZone } = await this.plans.begunIn(tx, actor);
      const begun = planFor(body.format, body.language ?? language);
      const agenda =
        body.after === undefined
          ? begun.agenda
          : await this.forward.into(tx, actor, familyId, body.after, begun.agenda);
      const rules = (await this.plans.rulesOf(tx, actor, familyId)) ?? [];
      const id = await this.plans.add(tx, actor, familyId, {
        ...begun,
        // What a family agreed on goes along from hour to hour.
        groundRules: rules.length > 0 ? [...rules] : begun.groundRules,
        agenda,
        startsOn: body.startsOn,
        startTime: body.startTime,
        timeZone,
        place: '',
        link: '',
        people: [{ side: 'staff', id: actor.personId, role: 'lead' }],
      });
      await this.#record(tx, actor, 'sessions.plan', because, familyId);
      return this.present(tx, actor, await this.require(tx, actor, id));
    });
  }

  read(actor: Actor, id: FamilySessionId): Promise<FamilySession> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.require(tx, actor, id);
      const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
      await this.#recordReading(tx, actor, because, plan);
      return this.present(tx, actor, plan);
    });
  }

  /** A colleague's plan is somebody else's words. */
  async #recordReading(tx: Transaction, actor: Actor, because: string, plan: PlanRow): Promise<void> {
    if (plan.writtenById !== actor.personId)
      await this.#record(tx, actor, 'sessions.read', because, plan.family.id);
  }

  /**
   * Saves a plan over the revision it was written from. A save whose answer was lost comes again: when the newest
   * plan is exactly this one, it is already saved.
   */
  save(actor: Actor, id: FamilySessionId, revision: number, draft: SessionPlan): Promise<FamilySession> {
    return this.database.as(actor, async (tx) => {
      const held = await this.require(tx, actor, id);
      const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, held.family.id)));
      const company = await this.company(tx, actor, held.family.id);
      // Plain, as it comes back from the database to be compared.
      const plan = structuredClone<SessionPlan>(draft);
      await this.#demandSound(tx, actor, held, plan, company);
      if (await this.plans.save(tx, actor, id, revision, plan)) {
        await this.#record(tx, actor, 'sessions.change', because, held.family.id);
        const saved = await this.require(tx, actor, id);
        if (saved.moved > held.moved) await this.post.moved(tx, actor, saved);
        return this.present(tx, actor, saved);
      }
      const newest = await this.require(tx, actor, id);
      const current = await this.present(tx, actor, newest);
      if (
        newest.revision === revision + 1 &&
        newest.writtenById === actor.personId &&
        isDeepStrictEqual(planOf(newest), plan)
      ) {
        return current;
      }
      await this.#recordReading(tx, actor, because, newest);
      return new Refusal('revision-stale', {
        current,
        changedBy: newest.writtenBy.displayName,
        changedAt: newest.writtenAt,
      });
    });
  }

  /** Puts what an hour did not reach into a later plan of its family. Doing so again adds nothing. */
  bringForward(actor: Actor, from: FamilySessionId, into: FamilySessionId): Promise<FamilySession> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, into);
      const plan = await this.require(tx, actor, into);
      const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
      const before = plan.content.agenda;
      const agenda = await this.forward.into(tx, actor, plan.family.id, from, before);
      demandAhead(plan);
      if (agenda.length > before.length) {
        await this.plans.save(tx, actor, into, plan.revision, { ...planOf(plan), agenda });
        await this.#record(tx, actor, 'sessions.change', because, plan.family.id);
      }
      return this.present(tx, actor, await this.require(tx, actor, into));
    });
  }

  /** What the shape of a plan cannot say: that its zone, its people and its papers are there, and may be in it. */
  async #demandSound(
    tx: Transaction,
    actor: Actor,
    held: PlanRow,
    plan: SessionPlan,
    company: Company,
  ): Promise<void> {
    if (plan.timeZone !== held.timeZone && !(await this.settings.knowsTimeZone(tx, plan.timeZone)))
      throw Refusal.field('timeZone', 'isTimeZone', 'There is no time zone of this name.');
    const wanted = [...new Set(plan.agenda.flatMap(({ documentIds }) => documentIds))];
    const foreign = await this.plans.foreignDocuments(tx, actor, held.family.id, wanted);
    const at = plan.agenda.findIndex(({ documentIds }) => documentIds.some((id) => foreign.includes(id)));
    if (at >= 0)
      throw Refusal.field(`agenda.${at}.documentIds`, 'unknown-document', 'This is no paper of the family.');
    const isOff = ({ documentIds, reveals = [] }: SessionPlan['agenda'][number]): boolean =>
      reveals.some(({ documentId }) => !documentIds.includes(documentId));
    const off = plan.agenda.findIndex(isOff);
    if (off >= 0)
      throw Refusal.field(`agenda.${off}.reveals`, 'not-on-the-table', 'Its paper is not on the table.');

    // Whoever was chosen before stays until somebody takes them out: a block set since must not stop every save.
    const before = new Set<string>(company.today(held.content.people).map(({ id }) => id));
    const away = plan.people.flatMap((person, index): FieldProblem[] => {
      if (before.has(person.id)) return [];
      if (!company.isHere(person))
        throw Refusal.field(`people.${index}`, 'not-a-member', 'This is nobody in the family.');
      const code = person.side === 'staff' ? null : company.staysAway(person.id, plan.people);
      return code === null ? [] : [{ path: `people.${index}`, code, message: code }];
    });
    const [first] = away;
    if (first === undefined) return;
    const code = first.code === 'member-not-confirmed' ? first.code : 'kept-apart';
    throw new Refusal(code, { because: first.code, errors: away });
  }

  /** In the caller's transaction. */
  callOff(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<void> {
    return this.plans.callOff(tx, actor, id);
  }

  hold(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<void> {
    return this.plans.hold(tx, actor, id);
  }

  async company(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<Company> {
    return new Company(
      await this.plans.places(tx, actor, familyId),
      await this.people.therapists(tx, actor, familyId),
      await this.apart.inForce(tx, actor, familyId),
    );
  }

  async require(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<PlanRow> {
    const plan = await this.plans.find(tx, actor, id);
    if (plan === null) throw new Refusal('not-found');
    return plan;
  }

  /** Whether something can still go onto the agenda. */
  isAhead(plan: PlanRow): boolean {
    return settledBy(plan) === null;
  }

  demandAhead(plan: PlanRow): void {
    demandAhead(plan);
  }

  async present(tx: Transaction, actor: Actor, plan: PlanRow): Promise<FamilySession> {
    const isAhead = this.isAhead(plan);
    const due = isAhead ? await this.plans.due(tx, actor, plan) : [];
    const papers = isAhead ? await this.papers.standing(tx, actor, plan) : new Map();
    const beside = isAhead ? await this.plans.beside(tx, actor, plan) : [];
    return presentSession(plan, await this.company(tx, actor, plan.family.id), due, papers, beside);
  }

  /** No subjects: a person's own log of who did what about them would tell that an hour is planned. */
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

/** Why nothing goes onto the agenda any more. It is copied when the hour begins: what comes later would not be in it. */
function settledBy({ calledOffAt, isOver, isUnderWay }: PlanRow): string | null {
  if (calledOffAt !== null) return 'called-off';
  if (isOver) return 'is-over';
  return isUnderWay ? 'under-way' : null;
}

function demandAhead(plan: PlanRow): void {
  const because = settledBy(plan);
  if (because !== null) throw new Refusal('wrong-state', { because });
}
