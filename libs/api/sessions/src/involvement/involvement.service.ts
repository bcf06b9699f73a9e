import { Injectable } from '@nestjs/common';
import { PrintingService, type Printed } from '@common-ground/api/documents';
import { FamiliesService, NoticesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  FamilySessionId,
  Involvement,
  InvolvementChoice,
  InvolvementRecord,
  InvolvementText,
  Language,
  NoticeWithShare,
} from '@common-ground/contract';
import { mayPlanSession, type Action, type Actor } from '@common-ground/rules/access';
import { involvementRecord, involvementText, running } from '@common-ground/rules/content';
import { AskingRepository } from '../invitations/asking.repository';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { RunningRepository } from '../running/running.repository';
import { contentOf, presentContent } from '../taking-home/taking-home.service';
import { involvementSheet } from './involvement-sheet';
import { InvolvementRepository, type ThereRow } from './involvement.repository';

interface Standing {
  readonly plan: PlanRow;
  readonly because: string;
  readonly isColleagues: boolean;
  readonly there: readonly ThereRow[];
  readonly record: InvolvementRecord;
  readonly language: Language;
  readonly notice: NoticeWithShare | null;
}

interface Made extends Pick<Standing, 'record' | 'language' | 'notice'> {
  readonly family: string;
}

/** What of an hour goes into the chart of the client, as text or on paper. It is made from what is known, not written. */
@Injectable()
export class InvolvementService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly notices: NoticesService,
    private readonly planning: PlanningService,
    private readonly askings: AskingRepository,
    private readonly runs: RunningRepository,
    private readonly involved: InvolvementRepository,
    private readonly printing: PrintingService,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<Involvement> {
    return this.database.as(actor, async (tx) => {
      const standing = await this.#standing(tx, actor, id);
      // What a colleague wrote down is somebody else's words.
      if (standing.isColleagues) await this.#record(tx, actor, 'sessions.read-involvement', standing, []);
      return present(standing);
    });
  }

  text(actor: Actor, id: FamilySessionId, choice: InvolvementChoice): Promise<InvolvementText> {
    return this.database.as(actor, async (tx) => {
      const { record, language, notice } = await this.#made(tx, actor, id, choice);
      return { text: involvementText(record, language, notice?.text ?? null) };
    });
  }

  async pdf(actor: Actor, id: FamilySessionId, choice: InvolvementChoice): Promise<Printed> {
    const sheet = await this.database.as(actor, async (tx) => {
      const { record, language, notice, family } = await this.#made(tx, actor, id, choice);
      const frame = await this.printing.frame(tx, actor);
      return { ...frame, ...involvementSheet(record, language, notice, family) };
    });
    return this.printing.print(sheet);
  }

  /** Chosen is only what is there: what is asked for besides is refused, so that nothing is missing without a word. */
  async #made(tx: Transaction, actor: Actor, id: FamilySessionId, choice: InvolvementChoice): Promise<Made> {
    const standing = await this.#standing(tx, actor, id);
    const { plan, record: whole, there, language, notice } = standing;
    demandThere(
      'memberIds',
      choice.memberIds,
      whole.people.map(({ memberId }) => memberId),
    );
    demandThere(
      'entryIds',
      choice.entryIds,
      whole.entries.map((entry) => entry.id),
    );
    demandThere(
      'actionIds',
      choice.actionIds,
      whole.actions.map((action) => action.id),
    );
    const record = involvementRecord(whole, choice);
    const chosen = there.filter(({ memberId }) => choice.memberIds.includes(memberId));
    await this.#record(tx, actor, 'sessions.record-involvement', standing, chosen);
    return { record, language, notice, family: plan.family.name };
  }

  async #standing(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const plan = await this.planning.require(tx, actor, id);
    const family = await this.families.require(tx, actor, plan.family.id);
    const because = demand(mayPlanSession(actor, family));
    const [run, pad] = [await this.runs.find(tx, actor, id), await this.runs.pad(tx, actor, id)];
    if (run === null || pad === null) throw new Refusal('wrong-state', { because: 'not-begun' });
    const { begunAt, endedAt, end } = run;
    if (begunAt === null || endedAt === null || end === null)
      throw new Refusal('wrong-state', { because: 'not-ended' });
    const there = await this.involved.there(tx, actor, id);
    const staffIds = plan.content.people.filter(({ side }) => side === 'staff').map((one) => one.id);
    const staff = await this.involved.staff(tx, actor, staffIds);
    const { decision, actions, nextOn } = presentContent(contentOf(pad));
    const missed = running.notReached(run).map((entry) => entry.id);
    const record: InvolvementRecord = {
      ...{ begunAt, endedAt, timeZone: plan.timeZone, minutes: Math.round(run.seconds.hour / 60), end },
      purpose: plan.content.purpose,
      staff,
      people: there.map(({ memberId, displayName, relation }) => ({ memberId, displayName, relation })),
      entries: run.entries
        .filter(({ id: entry, leftOut }) => leftOut === null && !missed.includes(entry))
        .map(({ id: entry, title }) => ({ id: entry, title })),
      ...{ decision, actions, nextOn },
    };
    const isColleagues = pad.writtenById !== actor.personId;
    const language = await this.askings.language(tx, actor);
    const { text, version } = await this.notices.inForce(tx, actor, 'part-2', language);
    const notice = family.part2 ? { text, version, consents: [] } : null;
    return { plan, because, isColleagues, there, record, language, notice };
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    { plan, because }: Standing,
    people: readonly ThereRow[],
  ): Promise<void> {
    const subjects = people.map(({ personId }) => personId);
    await this.audit.record(tx, actor, { action, because, subjects, familyId: plan.family.id });
  }
}

function demandThere(path: string, chosen: readonly string[], known: readonly string[]): void {
  const at = chosen.findIndex((one) => !known.includes(one));
  if (at >= 0) throw Refusal.field(`${path}.${at}`, 'not-there', 'This is no part of that hour.');
}

function present({ plan, there, record, language, notice }: Standing): Involvement {
  const isPlanned = (id: string): boolean => plan.content.people.some((one) => one.id === id);
  return {
    ...{ id: plan.id, family: plan.family, ...record, language, notice: notice?.text ?? null },
    offered: there
      .filter(({ memberId, reply }) => isPlanned(memberId) && reply !== 'cannot')
      .map(({ memberId }) => memberId),
  };
}
