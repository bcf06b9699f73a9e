import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { consentsInForce, Parcels, type RecipientRow } from '@common-ground/api/documents';
import { FamiliesService, WrongNames } from '@common-ground/api/people';
import { Audit, Database, demand, practiceDay, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  FamilySessionId,
  GiveTakeHomePages,
  MemberId,
  TakeHomeChoice,
  TakeHomeContent,
  TakeHomePages,
  TakeHomeReader,
} from '@common-ground/contract';
import {
  mayPlanSession,
  TAKEN_HOME,
  takeHomeCoverage,
  type Action,
  type Actor,
} from '@common-ground/rules/access';
import { isBlankPage, takeHomeContent } from '@common-ground/rules/content';
import { presentAsked } from '../invitations/asked';
import { AskingRepository } from '../invitations/asking.repository';
import type { PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { RunningRepository, type PadRow } from '../running/running.repository';
import { TakingHomeRepository, type GivenRow } from './taking-home.repository';

interface Standing {
  readonly plan: PlanRow;
  readonly because: string;
  readonly pad: PadRow;
  readonly hasEnded: boolean;
  readonly today: string;
  readonly readers: readonly (TakeHomeReader & { readonly row: RecipientRow })[];
  readonly others: TakeHomePages['others'];
}

/** Who takes what home from an hour: the side of its therapists. Nothing leaves before one of them gives it. */
@Injectable()
export class TakingHomeService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly planning: PlanningService,
    private readonly askings: AskingRepository,
    private readonly runs: RunningRepository,
    private readonly parcels: Parcels,
    private readonly pages: TakingHomeRepository,
    private readonly wrongNames: WrongNames,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<TakeHomePages> {
    return this.database.as(actor, async (tx) => present(await this.#opened(tx, actor, id)));
  }

  /**
   * Gives these people their pages, all of them or none, made from what the therapist had before them. A page that
   * says the same as the one they have stays; another one takes its place.
   */
  give(actor: Actor, id: FamilySessionId, body: GiveTakeHomePages): Promise<TakeHomePages> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#opened(tx, actor, id);
      if (!standing.hasEnded) throw new Refusal('wrong-state', { because: 'not-ended' });
      // What stands there by now is read anew: a refusal undoes the record that it was read.
      if (standing.pad.revision !== body.padRevision) throw new Refusal('revision-stale');
      const all = contentOf(standing.pad);
      const given: (readonly [RecipientRow, TakeHomeContent])[] = [];
      for (const [index, choice] of body.pages.entries()) {
        const reader = demandReader(standing, choice, index);
        const content = takeHomeContent(all, choice);
        if (isBlankPage(content))
          throw Refusal.field(`pages.${index}`, 'blank', 'Nothing stands on this page.');
        if (reader.given !== null && isDeepStrictEqual(contentGiven(reader.given), content)) continue;
        given.push([reader.row, content]);
      }
      const { family } = standing.plan;
      const texts = given.flatMap(([, content]) => textsOf(content));
      if (body.namesMeant !== true) await this.wrongNames.demandNone(tx, actor, family.id, texts, 'pages');
      const people = given.map(([row]) => row);
      const packed = await this.parcels.accompanied(
        ...([tx, actor, { ...TAKEN_HOME, family }, people, standing.today] as const),
      );
      for (const [at, [row, content]] of given.entries()) {
        await this.pages.takeBack(tx, actor, id, row.id);
        const noticeWithShare = packed[at]?.noticeWithShare ?? null;
        await this.pages.give(tx, actor, standing.plan, { id: row.id, noticeWithShare }, content);
      }
      const fields = body.namesMeant === true ? ['namesMeant'] : [];
      if (given.length > 0) await this.#record(tx, actor, 'sessions.give-page', standing, people, fields);
      return present(await this.#standing(tx, actor, id));
    });
  }

  /** Works on the next request of whoever had it. Taking back what nobody has changes nothing. */
  takeBack(actor: Actor, id: FamilySessionId, memberId: MemberId): Promise<TakeHomePages> {
    return this.database.as(actor, async (tx) => {
      await this.planning.hold(tx, actor, id);
      const standing = await this.#opened(tx, actor, id);
      const reader = standing.readers.find((one) => one.memberId === memberId);
      if (reader === undefined) throw new Refusal('not-found');
      if (await this.pages.takeBack(tx, actor, id, memberId))
        await this.#record(tx, actor, 'sessions.give-page', standing, [reader.row]);
      return present(await this.#standing(tx, actor, id));
    });
  }

  /** Where the hour stands, for whatever is about to be done: what a colleague wrote down is somebody else's words. */
  async #opened(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const standing = await this.#standing(tx, actor, id);
    if (standing.pad.writtenById !== actor.personId)
      await this.#record(tx, actor, 'sessions.read-pages', standing, []);
    return standing;
  }

  async #standing(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Standing> {
    const plan = await this.planning.require(tx, actor, id);
    const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    const [run, pad] = [await this.runs.find(tx, actor, id), await this.runs.pad(tx, actor, id)];
    if (run === null || pad === null) throw new Refusal('wrong-state', { because: 'not-begun' });
    const company = await this.planning.company(tx, actor, plan.family.id);
    const asked = presentAsked(plan, await this.askings.asked(tx, actor, id), company, false);
    const rows = await this.parcels.recipients(tx, actor, plan.family.id);
    const given = await this.pages.given(tx, actor, id);
    const today = await practiceDay(tx);
    const hasEnded = run.end !== null;
    const readers = asked.flatMap((line) => {
      const row = rows.find((one) => one.id === line.memberId);
      const page = given.find((one) => one.memberId === line.memberId) ?? null;
      // Whoever was not asked is nobody's reader; whoever is asked no more keeps a line while they have a page.
      if (row === undefined || (line.askedAt === null && page === null)) return [];
      const { allowed, because: why } = takeHomeCoverage({ ...row, staysAway: line.staysAway }, today);
      const stop = allowed ? null : why;
      return [
        {
          ...{ memberId: line.memberId, displayName: line.displayName, relation: line.relation },
          ...{ reply: line.reply, stop, given: page && presentGiven(page), row },
          may: { give: hasEnded && stop === null && line.askedAt !== null, takeBack: page !== null },
        },
      ];
    });
    const others = company.members
      .filter((member) => !readers.some(({ memberId }) => memberId === member.id))
      .map((member) => ({ memberId: member.id, displayName: member.displayName }));
    return { plan, because, pad, hasEnded, today, readers, others };
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    { plan, because, today }: Standing,
    readers: readonly RecipientRow[],
    fields: readonly string[] = [],
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      ...{ action, because, subjects: readers.map(({ personId }) => personId), familyId: plan.family.id },
      consentIds: readers.flatMap((reader) => consentsInForce(TAKEN_HOME, reader, today)),
      fields,
    });
  }
}

/** What an hour has to give: only what was agreed, with every question about it answered. */
export function contentOf({ content }: PadRow): TakeHomeContent {
  return {
    decision: content.decision,
    actions: content.actions.filter(({ agreed }) => agreed).map(({ agreed: _agreed, ...action }) => action),
    helped: content.helped,
    nextOn: content.nextOn,
  };
}

export function presentContent({ decision, actions, helped, nextOn }: TakeHomeContent): TakeHomeContent {
  return {
    ...{ decision, helped, nextOn },
    actions: actions.map(({ id, who, what, when, howOften, howWeWillKnow, ifItSlips }) => ({
      ...{ id, who, what, when, howOften, howWeWillKnow, ifItSlips },
    })),
  };
}

/** Every word that somebody wrote on a page. */
function textsOf({ decision, helped, actions }: TakeHomeContent): { blockId: null; text: string }[] {
  const written = actions.flatMap(({ id: _id, ...action }) => Object.values(action));
  return [decision, helped, ...written].map((text) => ({ blockId: null, text }));
}

function presentGiven({ content, by, at }: GivenRow): NonNullable<TakeHomeReader['given']> {
  return { ...presentContent(content), by, at };
}

function contentGiven({
  by: _by,
  at: _at,
  ...content
}: NonNullable<TakeHomeReader['given']>): TakeHomeContent {
  return content;
}

function demandReader(
  { readers }: Standing,
  { memberId }: TakeHomeChoice,
  index: number,
): Standing['readers'][number] {
  const path = `pages.${index}.memberId`;
  const reader = readers.find((one) => one.memberId === memberId);
  if (reader === undefined) throw Refusal.field(path, 'not-asked', 'This is nobody who was asked.');
  const { stop } = reader;
  if (reader.may.give) return reader;
  if (stop === null) throw Refusal.field(path, 'not-asked', 'This person is asked no more.');
  const isApart = stop === 'held' || stop === 'blocked';
  const code = isApart ? 'kept-apart' : stop === 'member-not-confirmed' ? stop : 'no-consent';
  throw new Refusal(code, { because: stop, errors: [{ path, code: stop, message: stop }] });
}

function present({ plan, pad, hasEnded, readers, others }: Standing): TakeHomePages {
  return {
    ...{ id: plan.id, family: plan.family, padRevision: pad.revision },
    ...presentContent(contentOf(pad)),
    readers: readers.map(({ row: _row, ...reader }) => reader),
    others,
    may: { give: hasEnded },
  };
}
