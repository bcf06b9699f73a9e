import {
  REVIEW_RISKS,
  type DocumentContent,
  type DocumentKind,
  type HourPlanContent,
  type ReviewedKind,
  type ReviewRisk,
} from '@common-ground/contract';
import { coachAdvice, type CoachedBy } from './coach/advice';
import { rulesOf } from './kinds/kinds';
import { meaningOf, writtenParts } from './meaning';

interface Text {
  readonly title: string;
  readonly content: DocumentContent;
}

/** What is to be known about a text besides its own words. */
export interface RiskFacts extends CoachedBy {
  /** The text that was approved last, if any was. */
  readonly approved: Text | null;
  /** How many people have an earlier version of it. */
  readonly readers: number;
  /** Somebody would read what is answered to it who did not when it was approved. */
  readonly isNewlySeen: boolean;
}

/** The parts, by kind and sort, in which somebody says how far they go, and those that keep everybody safe. */
const LIMITS_OF: Partial<Record<DocumentKind, readonly string[]>> = { 'boundary-plan': ['limit', 'step'] };
const SAFETY_OF: Partial<Record<DocumentKind, readonly string[]>> = {
  'boundary-plan': ['safety'],
  'role-play-script': ['pauseWord', 'optOut'],
  'support-plan': ['sign'],
};

/** What a supervisor should know before they open a text; codes alone, by weight. */
export function reviewRisks(kind: ReviewedKind, text: Text, facts: RiskFacts): ReviewRisk[] {
  const { approved, readers, isNewlySeen, ...coachedBy } = facts;
  // Several people come to an hour as a rule, and nobody is given its plan to read.
  if (kind === 'hour-plan')
    return approved !== null && isOther(comingTo(approved), comingTo(text)) ? ['audience-changed'] : [];
  const rules = rulesOf(kind);
  const advice = coachAdvice(text.title, text.content, rules.parts(text.content), coachedBy);
  const cast = castOf(kind, text);
  const limits = changed(kind, LIMITS_OF[kind] ?? [], approved, text);
  const found: Readonly<Record<ReviewRisk, boolean>> = {
    'safety-changed': approved !== null && changed(kind, SAFETY_OF[kind] ?? [], approved, text),
    'limits-changed': approved !== null && limits,
    'sets-limits': approved === null && limits,
    'audience-changed': approved !== null && (isNewlySeen || isOther(castOf(kind, approved), cast)),
    'several-people': Math.max(cast.size, readers) > 1,
    'kept-wording': advice.some(({ code }) => code === 'coach-kept'),
    'hard-to-read': advice.some(({ code }) => code.startsWith('reading-')),
  };
  return REVIEW_RISKS.filter((risk) => found[risk]);
}

/** Who of the family plays in it. */
function castOf(kind: DocumentKind, { content }: Text): ReadonlySet<string> {
  return new Set(
    rulesOf(kind)
      .cast(content)
      .map(({ memberId }) => memberId),
  );
}

/** Who of the family is to come to an hour. */
function comingTo({ content }: Text): ReadonlySet<string> {
  const { people } = content as HourPlanContent;
  return new Set(people.filter(({ side }) => side === 'family').map(({ id }) => id));
}

function isOther(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return before.size !== now.size || [...now].some((memberId) => !before.has(memberId));
}

/** Whether what stands in these parts now is something else than stood there before. Order means something in them. */
function changed(kind: DocumentKind, sorts: readonly string[], before: Text | null, now: Text): boolean {
  const said = (text: Text): string[] =>
    writtenParts(rulesOf(kind).parts(text.content))
      .filter(({ part }) => sorts.includes(part))
      .map(meaningOf);
  const [old, fresh] = [before === null ? [] : said(before), said(now)];
  return old.length !== fresh.length || fresh.some((words, at) => words !== old[at]);
}
