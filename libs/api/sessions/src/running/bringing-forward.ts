import { Injectable } from '@nestjs/common';
import { Refusal, type Transaction } from '@common-ground/api/platform';
import { LIMITS, type AgendaEntry, type FamilyId, type FamilySessionId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { broughtForward } from '@common-ground/rules/content';
import { PlanningRepository } from '../planning/planning.repository';
import { RunningRepository } from './running.repository';

/** What one hour of a family did not reach, for the agenda of a later one. */
@Injectable()
export class BringingForward {
  constructor(
    private readonly plans: PlanningRepository,
    private readonly runs: RunningRepository,
  ) {}

  async into(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    from: FamilySessionId,
    agenda: readonly AgendaEntry[],
  ): Promise<readonly AgendaEntry[]> {
    const plan = await this.plans.find(tx, actor, from);
    if (plan?.family.id !== familyId) throw new Refusal('not-found');
    const run = await this.runs.find(tx, actor, from);
    if (run === null || run.end === null) throw new Refusal('wrong-state', { because: 'not-ended' });
    const together = broughtForward({ id: from, run, agenda: plan.content.agenda }, agenda);
    if (together.length > LIMITS.entries)
      throw Refusal.field('into', 'arrayMaxSize', 'The agenda has no room for this.');
    return together;
  }
}
