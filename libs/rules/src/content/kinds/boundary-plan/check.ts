import type { BoundaryPlanContent, Concern } from '@common-ground/contract';
import { isBlank } from '../../parts';
import { Concerns } from '../../say-concern';
import { boundaryPlanParts } from './parts';
import { speaksOfMe, startsWithMe, tellsOthersWhatToDo, withholds } from './sentences';
import { BOUNDARY_WORDS, type BoundaryWords } from './words';

/** More than two limits at once are seldom kept. */
const LIMITS_AT_ONCE = 2;

/**
 * What is not right about a boundary plan yet: a limit says what *I* will do, each step begins with my own act, none
 * keeps food, medicine, shelter or help in a crisis from anybody, and there is a day to look at it again.
 */
export function checkBoundaryPlan(title: string, content: BoundaryPlanContent): Concern[] {
  const concerns = new Concerns();
  const words = BOUNDARY_WORDS[content.language];
  if (isBlank(title)) concerns.must('title-missing', 'title');
  concerns.repeatedIds(boundaryPlanParts(content));
  if (isBlank(content.situation)) concerns.may('situation-missing', 'content.situation', 'situation');
  if (isBlank(content.value)) concerns.may('value-missing', 'content.value', 'value');
  checkLimits(content, words, concerns);
  if (isBlank(content.saying)) concerns.may('saying-missing', 'content.saying', 'saying');
  if (isBlank(content.offer)) concerns.may('offer-missing', 'content.offer', 'offer');
  checkSteps(content, words, concerns);
  if (isBlank(content.supportedBy)) concerns.may('supporter-missing', 'content.supportedBy', 'supportedBy');
  if (isBlank(content.safety)) concerns.may('safety-missing', 'content.safety', 'safety');
  checkDays(content, concerns);
  return concerns.list;
}

function checkLimits(
  { limits, action }: BoundaryPlanContent,
  words: BoundaryWords,
  concerns: Concerns,
): void {
  if (limits.length === 0) concerns.must('limit-missing', 'content.limits', 'limits');
  if (limits.length > LIMITS_AT_ONCE) {
    concerns.may('limits-many', 'content.limits', 'limits', { count: limits.length });
  }
  limits.forEach((limit, index) => {
    const path = `content.limits.${index}.words`;
    if (isBlank(limit.words)) return concerns.must('limit-empty', path, limit.id);
    if (tellsOthersWhatToDo(limit.words, words)) concerns.must('limit-commands', path, limit.id);
    else if (!speaksOfMe(limit.words, words)) concerns.must('limit-not-mine', path, limit.id);
    const kept = withholds(limit.words, words);
    if (kept !== null) concerns.must(`withholds-${kept}`, path, limit.id);
  });
  if (isBlank(action)) return concerns.may('action-missing', 'content.action', 'action');
  if (!speaksOfMe(action, words)) concerns.may('action-not-mine', 'content.action', 'action');
  const kept = withholds(action, words);
  if (kept !== null) concerns.must(`withholds-${kept}`, 'content.action', 'action');
}

function checkSteps({ steps }: BoundaryPlanContent, words: BoundaryWords, concerns: Concerns): void {
  if (steps.length === 0) concerns.must('step-missing', 'content.steps', 'steps');
  steps.forEach((step, index) => {
    const path = `content.steps.${index}.words`;
    if (isBlank(step.words)) return concerns.must('step-empty', path, step.id);
    if (!startsWithMe(step.words, words)) concerns.must('step-not-mine', path, step.id);
    const kept = withholds(step.words, words);
    if (kept !== null) concerns.must(`withholds-${kept}`, path, step.id);
  });
}

function checkDays({ startOn, reviewOn }: BoundaryPlanContent, concerns: Concerns): void {
  if (reviewOn === null) return concerns.must('review-missing', 'content.reviewOn', 'reviewOn');
  if (startOn !== null && reviewOn < startOn) {
    concerns.must('review-before-start', 'content.reviewOn', 'reviewOn');
  }
}
