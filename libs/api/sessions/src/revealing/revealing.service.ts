import { Injectable } from '@nestjs/common';
import { RevealRepository } from '@common-ground/api/homework';
import { FamiliesService } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  DocumentContent,
  DocumentId,
  FamilySessionId,
  Prompt,
  RevealQuestion,
  RevealStanding,
  ShownReveal,
} from '@common-ground/contract';
import { mayPlanSession, type Action, type Actor } from '@common-ground/rules/access';
import { worksheetPrompt } from '@common-ground/rules/content';
import { PlanningRepository, type PlanRow } from '../planning/planning.repository';
import { RunningRepository, type RunRow } from '../running/running.repository';
import { Reveals, type ShowableOffer } from './reveals';
import { RoomRepository } from './room.repository';

interface Led {
  readonly plan: PlanRow;
  readonly run: RunRow;
  readonly because: string;
}

/** What people answered before, each for themselves, opened to each other in the hour and shown on its screen. */
@Injectable()
export class RevealingService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly plans: PlanningRepository,
    private readonly runs: RunningRepository,
    private readonly room: RoomRepository,
    private readonly reveals: RevealRepository,
    private readonly audit: Audit,
  ) {}

  /** How far the questions of the present entry are. That one of them is not open says nothing about anybody. */
  async standing(
    tx: Transaction,
    actor: Actor,
    plan: PlanRow,
    run: RunRow | null,
  ): Promise<RevealStanding[]> {
    const asked = questionsOf(run);
    if (asked.length === 0) return [];
    const known = await this.#known(tx, actor, plan, asked);
    const given = await this.reveals.given(tx, actor, plan.family.id, documentsOf(asked));
    return asked.map(({ documentId, promptId }) => {
      const question = { documentId, promptId };
      const newest = given.find((one) => one.documentId === documentId);
      return {
        ...question,
        question: (newest && promptIn(newest.content, promptId)?.question) ?? null,
        onScreen: known.onScreen(question).map(({ answerId }) => answerId),
        isReady: known.ready(question).length > 0,
      };
    });
  }

  /** What the screen of the hour shows now: nothing that one of its authors would not let stand there any more. */
  shown(actor: Actor, id: FamilySessionId): Promise<{ items: readonly ShownReveal[] }> {
    return this.database.as(actor, async (tx) => this.#shown(tx, actor, await this.#led(tx, actor, id)));
  }

  /**
   * Shows what is ready of one question; until the hour ends its authors cannot close it. Whoever presses when it has
   * just been shown is answered with what is shown.
   */
  show(
    actor: Actor,
    id: FamilySessionId,
    wanted: RevealQuestion,
  ): Promise<{ items: readonly ShownReveal[] }> {
    return this.database.as(actor, async (tx) => {
      await this.plans.hold(tx, actor, id);
      const led = await this.#led(tx, actor, id);
      const { documentId, promptId } = wanted;
      const asked = questionsOf(led.run);
      const isAsked = asked.some((one) => one.documentId === documentId && one.promptId === promptId);
      if (!isAsked) throw Refusal.field('promptId', 'not-asked-now', 'This is not asked at this entry.');
      const known = await this.#known(tx, actor, led.plan, asked);
      const ready = known.ready(wanted);
      if (ready.length > 0) {
        const now = await this.reveals.show(
          tx,
          id,
          ready.map((offer) => offer.id),
        );
        // Somebody closed theirs at this very moment: nothing is shown of the others either.
        if (now.length < ready.length) throw new Refusal('wrong-state', { because: 'not-open' });
        await this.#record(tx, actor, 'sessions.show', led, ready);
      } else if (known.onScreen(wanted).length === 0) {
        throw new Refusal('wrong-state', { because: 'not-open' });
      }
      return this.#shown(tx, actor, led);
    });
  }

  async #shown(tx: Transaction, actor: Actor, led: Led): Promise<{ items: readonly ShownReveal[] }> {
    const { plan, run } = led;
    const asked = questionsOf(run);
    if (asked.length === 0) return { items: [] };
    const known = await this.#known(tx, actor, plan, asked);
    const offers = asked.flatMap((question) => known.onScreen(question));
    if (offers.length === 0) return { items: [] };
    const voices = await this.reveals.voices(
      tx,
      actor,
      offers.map(({ answerId }) => answerId),
    );
    const wordings = await this.reveals.wordings(tx, actor, plan.family.id, [
      ...new Set(offers.map(({ versionId }) => versionId)),
    ]);
    await this.#record(tx, actor, 'sessions.read-shown', led, offers);
    return {
      items: asked.flatMap(({ documentId, promptId }) =>
        apart(known.onScreen({ documentId, promptId })).flatMap((shown): ShownReveal[] => {
          const wording = wordings.find(({ versionId }) => versionId === shown[0]?.versionId);
          const prompt = wording && promptIn(wording.content, promptId);
          if (prompt === undefined) return [];
          const said = voices.filter((voice) => shown.some(({ answerId }) => answerId === voice.answerId));
          return [
            {
              ...{ documentId, promptId, prompt },
              voices: said.map(({ answerId, by, value }) => ({ answerId, by, value })),
            },
          ];
        }),
      ),
    };
  }

  async #led(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<Led> {
    const plan = await this.plans.find(tx, actor, id);
    if (plan === null) throw new Refusal('not-found');
    const because = demand(mayPlanSession(actor, await this.families.require(tx, actor, plan.family.id)));
    const run = await this.runs.find(tx, actor, id);
    if (run === null || run.end !== null) throw new Refusal('wrong-state');
    return { plan, run, because };
  }

  async #known(
    tx: Transaction,
    actor: Actor,
    plan: PlanRow,
    asked: readonly RevealQuestion[],
  ): Promise<Reveals> {
    const { id, family } = plan;
    const pieces = await this.reveals.ofFamily(tx, actor, family.id);
    const newest = await this.reveals.newestOfEach(tx, actor, family.id, documentsOf(asked));
    return new Reveals({ id, here: await this.room.here(tx, actor, plan) }, pieces, newest);
  }

  async #record(
    tx: Transaction,
    actor: Actor,
    action: Action,
    { plan, because }: Led,
    offers: readonly ShowableOffer[],
  ): Promise<void> {
    const places = [...new Set(offers.map(({ by }) => by))];
    const subjects = await this.room.peopleAt(tx, actor, plan.family.id, places);
    await this.audit.record(tx, actor, { action, because, subjects, familyId: plan.family.id });
  }
}

function questionsOf(run: RunRow | null): readonly RevealQuestion[] {
  if (run === null || run.end !== null) return [];
  return run.entries.find(({ id }) => id === run.at)?.reveals ?? [];
}

function documentsOf(asked: readonly RevealQuestion[]): DocumentId[] {
  return [...new Set(asked.map(({ documentId }) => documentId))];
}

function promptIn(content: DocumentContent, promptId: string): Prompt | undefined {
  return 'blocks' in content ? worksheetPrompt(content, promptId) : undefined;
}

/** Words and rounds by themselves: what was answered to others does not stand beside it. */
function apart(offers: readonly ShowableOffer[]): ShowableOffer[][] {
  const keyOf = ({ versionId, round }: ShowableOffer): string => `${versionId} ${round}`;
  return [...new Set(offers.map(keyOf))].map((key) => offers.filter((offer) => keyOf(offer) === key));
}
