import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { RevealRepository } from '@common-ground/api/homework';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentId,
  FamilySessionId,
  OnTable,
  PersonName,
  RunMoves,
  SessionPad,
  SessionPadContent,
  SessionRun,
} from '@common-ground/contract';
import { mayPlanSession, type Action, type Actor } from '@common-ground/rules/access';
import { agreedTooEarly, playing, running, speaking } from '@common-ground/rules/content';
import { AskingRepository } from '../invitations/asking.repository';
import { PlanningRepository, type PlanRow } from '../planning/planning.repository';
import { PlanningService } from '../planning/planning.service';
import { RevealingService } from '../revealing/revealing.service';
import { presentPad, presentRun } from './present-run';
import { RunningRepository, type PadRow, type RunRow } from './running.repository';

/** Whoever plays no script and counts no time need not say so. */
type Moves = Omit<RunMoves, 'airtime' | 'play'> & Partial<Pick<RunMoves, 'airtime' | 'play'>>;

interface Led {
  readonly plan: PlanRow;
  readonly because: string;
}

/** Leading the hour of a family. Where it stands is here and on no device, so that any of them can go on. */
@Injectable()
export class RunningService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly plans: PlanningRepository,
    private readonly planning: PlanningService,
    private readonly askings: AskingRepository,
    private readonly runs: RunningRepository,
    private readonly revealing: RevealingService,
    private readonly papers: RevealRepository,
    private readonly audit: Audit,
  ) {}

  read(actor: Actor, id: FamilySessionId): Promise<SessionRun> {
    return this.database.as(actor, async (tx) => {
      const { plan } = await this.#led(tx, actor, id);
      return this.#present(tx, actor, plan, await this.runs.find(tx, actor, id));
    });
  }

  /** Begins the hour; when it has begun, it is where it is. It is called off before that, or not at all. */
  begin(actor: Actor, id: FamilySessionId): Promise<SessionRun> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, id);
      const { plan, because } = await this.#led(tx, actor, id);
      demandTakesPlace(plan);
      if (await this.runs.begin(tx, actor, plan, running.beginning(plan.content.agenda)))
        await this.#record(tx, actor, 'sessions.lead', because, plan);
      return this.#present(tx, actor, plan, await this.#run(tx, actor, id));
    });
  }

  /**
   * Takes the hour to where these moves say, over the revision they were made at. A move whose answer was lost comes
   * again: when the newest state is exactly this one, it has been made.
   */
  move(actor: Actor, id: FamilySessionId, revision: number, draft: Moves): Promise<SessionRun> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, id);
      const { plan, because } = await this.#led(tx, actor, id);
      demandTakesPlace(plan);
      const run = await this.#run(tx, actor, id);
      const moves: RunMoves = structuredClone({
        ...draft,
        ...{ play: draft.play ?? null, airtime: draft.airtime ?? null },
      });
      if (!running.fits(run, moves))
        throw Refusal.field('entries', 'another-agenda', 'These are not the entries of this hour.');
      const here = (await this.#here(tx, actor, plan)).map((one) => one.id);
      if (!running.fitsRound(run, moves, here))
        throw Refusal.field('round', 'not-here', 'Somebody who is asked in turn is not in this hour.');
      if (!speaking.fitsAirtime(run, moves, here))
        throw Refusal.field('airtime', 'not-here', 'Somebody who speaks is not in this hour.');
      if (!playing.fitsPlay(run, moves, onTable(plan, moves.at), here))
        throw Refusal.field('play', 'not-on-the-table', 'This is no script of this entry, or not its cast.');
      // Which scripts the family has is asked only by whoever begins another one.
      if (!playing.isOfScripts(run, moves, []) && !(await this.#isScript(tx, actor, plan, run, moves)))
        throw Refusal.field(
          'play.documentId',
          'not-a-script',
          'Only a script that the family has is played.',
        );
      const state = running.after(run, moves, run.seconds);
      if (await this.runs.move(tx, actor, id, revision, state)) {
        await this.#record(tx, actor, 'sessions.lead', because, plan);
        return this.#present(tx, actor, plan, await this.#run(tx, actor, id));
      }
      const newest = await this.#run(tx, actor, id);
      const current = await this.#present(tx, actor, plan, newest);
      const isMine = newest.revision === revision + 1 && newest.ledById === actor.personId;
      if (isMine && isDeepStrictEqual(running.movesOf(newest), moves)) return current;
      throw stale(current, newest.ledBy, newest.ledAt);
    });
  }

  async #isScript(
    tx: Transaction,
    actor: Actor,
    plan: PlanRow,
    run: RunRow,
    moves: RunMoves,
  ): Promise<boolean> {
    const { scripts } = await this.#papers(tx, actor, plan, { ...run, at: moves.at, end: null });
    return playing.isOfScripts(
      run,
      moves,
      scripts.map(({ documentId }) => documentId),
    );
  }

  readPad(actor: Actor, id: FamilySessionId): Promise<SessionPad> {
    return this.database.as(actor, async (tx) => {
      const { plan, because } = await this.#led(tx, actor, id);
      const pad = await this.#pad(tx, actor, id);
      await this.#recordReading(tx, actor, because, plan, pad);
      return presentPad(pad);
    });
  }

  /** What a colleague wrote down is somebody else's words. */
  async #recordReading(
    tx: Transaction,
    actor: Actor,
    because: string,
    plan: PlanRow,
    pad: PadRow,
  ): Promise<void> {
    if (pad.writtenById !== actor.personId) await this.#record(tx, actor, 'sessions.read-pad', because, plan);
  }

  /** Saves what the recorder wrote, as a plan is saved. No action is agreed on while something is open about it. */
  write(actor: Actor, id: FamilySessionId, revision: number, draft: SessionPadContent): Promise<SessionPad> {
    return this.database.as(actor, async (tx) => {
      const { plan, because } = await this.#led(tx, actor, id);
      const held = await this.#pad(tx, actor, id);
      const content = structuredClone<SessionPadContent>(draft);
      const [early] = agreedTooEarly(content.actions, held.content.actions);
      if (early !== undefined) {
        const path = `actions.${content.actions.indexOf(early)}.agreed`;
        throw Refusal.field(path, 'still-open', 'Something is still open about this action.');
      }
      if (await this.runs.write(tx, actor, id, revision, content)) {
        await this.#record(tx, actor, 'sessions.write-down', because, plan);
        return presentPad(await this.#pad(tx, actor, id));
      }
      const newest = await this.#pad(tx, actor, id);
      const current = presentPad(newest);
      const isMine = newest.revision === revision + 1 && newest.writtenById === actor.personId;
      if (isMine && isDeepStrictEqual(newest.content, content)) return current;
      await this.#recordReading(tx, actor, because, plan, newest);
      return stale(current, newest.writtenBy, newest.savedAt);
    });
  }

  async #led(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Led> {
    const plan = await this.plans.find(tx, actor, id);
    if (plan === null) throw new Refusal('not-found');
    return {
      plan,
      because: demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id))),
    };
  }

  async #present(tx: Transaction, actor: Actor, plan: PlanRow, run: RunRow | null): Promise<SessionRun> {
    return presentRun(plan, run, {
      role: plan.content.people.find(({ id }) => id === actor.personId)?.role ?? null,
      people: await this.#here(tx, actor, plan),
      ...(await this.#papers(tx, actor, plan, run)),
      reveals: await this.revealing.standing(tx, actor, plan, run),
    });
  }

  /**
   * What lies on the table at the present entry and the one after it, as the family got it: scripts can be played, the
   * rest is read.
   */
  async #papers(
    tx: Transaction,
    actor: Actor,
    plan: PlanRow,
    run: Pick<RunRow, 'at' | 'end' | 'entries'> | null,
  ): Promise<Pick<SessionRun, 'next' | 'papers' | 'scripts'>> {
    const isLed = run !== null && run.end === null;
    const here = isLed ? onTable(plan, run.at) : [];
    const after = isLed ? onTable(plan, running.following(run)?.id ?? null) : [];
    const ids = [...new Set([...here, ...after])];
    const given = ids.length === 0 ? [] : await this.papers.titles(tx, actor, plan.family.id, ids);
    const shown = (on: readonly DocumentId[], canBePlayed: boolean): OnTable['scripts'] =>
      given
        .filter(({ documentId, isScript }) => on.includes(documentId) && isScript === canBePlayed)
        .map(({ documentId, title, number }) => ({ documentId, title, version: number }));
    const tableOf = (on: readonly DocumentId[]): OnTable => ({
      scripts: shown(on, true),
      papers: shown(on, false),
    });
    return { ...tableOf(here), next: tableOf(after) };
  }

  /** Those of the plan who can be asked in turn, by the names they have today. */
  async #here(tx: Transaction, actor: Actor, plan: PlanRow): Promise<SessionRun['people']> {
    const company = await this.planning.company(tx, actor, plan.family.id);
    const people = company.today(plan.content.people);
    const replies = await this.askings.asked(tx, actor, plan.id);
    return people.flatMap(({ id }) => {
      const found = [...company.members, ...company.staff].find((one) => one.id === id);
      const isAway =
        company.staysAway(id, people) !== null ||
        replies.some(({ memberId, reply }) => memberId === id && reply === 'cannot');
      return found === undefined || isAway ? [] : [{ id, displayName: found.displayName }];
    });
  }

  /** An hour that has not begun has nothing to go on from. */
  async #run(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<RunRow> {
    const run = await this.runs.find(tx, actor, id);
    if (run === null) throw new Refusal('wrong-state');
    return run;
  }

  async #pad(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<PadRow> {
    const pad = await this.runs.pad(tx, actor, id);
    if (pad === null) throw new Refusal('wrong-state');
    return pad;
  }

  /** No subjects, as with the plan: a person's own log would tell what happened in an hour they may not have been at. */
  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    because: string,
    plan: PlanRow,
  ): Promise<void> {
    await this.audit.record(tx, actor, { action, because, subjects: [], familyId: plan.family.id });
  }
}

/** The papers of the entry people are at, as the plan has it today. */
function onTable({ content }: PlanRow, at: string | null): readonly DocumentId[] {
  return content.agenda.find(({ id }) => id === at)?.documentIds ?? [];
}

function demandTakesPlace({ calledOffAt }: PlanRow): void {
  if (calledOffAt !== null) throw new Refusal('wrong-state', { because: 'called-off' });
}

function stale(current: SessionRun | SessionPad, by: PersonName, changedAt: string): Refusal {
  return new Refusal('revision-stale', { current, changedBy: by.displayName, changedAt });
}
