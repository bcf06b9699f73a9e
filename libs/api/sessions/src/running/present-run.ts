import type { SessionPad, SessionRun } from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import type { PlanRow } from '../planning/planning.repository';
import type { PadRow, RunRow } from './running.repository';

/** What goes out to those who lead the family. An hour that has not begun is told as its plan has it. */
export function presentRun(
  plan: PlanRow,
  run: RunRow | null,
  {
    role,
    people,
    papers,
    next,
    reveals,
    scripts,
  }: Pick<SessionRun, 'next' | 'papers' | 'people' | 'reveals' | 'role' | 'scripts'>,
): SessionRun {
  const { at, end, breathing, round, play, airtime, entries } = run ?? {
    ...running.beginning(plan.content.agenda),
    at: null,
  };
  const { purpose, goRound, groundRules } = plan.content;
  return {
    ...{ id: plan.id, family: plan.family, minutes: plan.minutes, purpose, goRound, groundRules },
    ...{ role, at, end, breathing, round, play, airtime, entries, people, papers, next, reveals, scripts },
    begunAt: run?.begunAt ?? null,
    endedAt: run?.endedAt ?? null,
    seconds: run?.seconds ?? { hour: 0, entry: 0, speaking: 0 },
    revision: run?.revision ?? 0,
    ledBy: run?.ledBy ?? null,
    ledAt: run?.ledAt ?? null,
    padRevision: run?.padRevision ?? 0,
    may: { lead: plan.calledOffAt === null },
  };
}

export function presentPad({ content, revision, writtenBy, savedAt }: PadRow): SessionPad {
  const { problem, options, decision, actions, parkingLot, helped, nextOn } = content;
  return {
    ...{ problem, options, decision, actions, parkingLot, helped, nextOn },
    ...{ revision, writtenBy, savedAt },
  };
}
