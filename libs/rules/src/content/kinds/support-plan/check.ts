import type { Concern, SupportNeed, SupportPlanContent } from '@common-ground/contract';
import { isBlank } from '../../parts';
import { Concerns } from '../../say-concern';
import { supportPlanParts } from './parts';

/** Needs that nobody has offered to meet. An offer counts once it says who and what. */
export function uncoveredNeeds({
  needs,
  offers,
}: Pick<SupportPlanContent, 'needs' | 'offers'>): readonly SupportNeed[] {
  const offered = new Set(
    offers.filter(({ who, what }) => !isBlank(who) && !isBlank(what)).map(({ support }) => support),
  );
  return needs.filter(({ support }) => !offered.has(support));
}

/** What is not right about a support plan yet: help has a name, an act and a time, and there is a day to look again. */
export function checkSupportPlan(title: string, content: SupportPlanContent): Concern[] {
  const concerns = new Concerns();
  if (isBlank(title)) concerns.must('title-missing', 'title');
  concerns.repeatedIds(supportPlanParts(content));
  if (isBlank(content.purpose)) concerns.may('purpose-missing', 'content.purpose', 'purpose');
  if (content.needs.length === 0) concerns.must('need-missing', 'content.needs', 'needs');
  const uncovered = uncoveredNeeds(content);
  content.needs.forEach((need, index) => {
    if (uncovered.includes(need)) concerns.may('need-uncovered', `content.needs.${index}`, need.id);
  });
  checkOffers(content, concerns);
  checkSteps(content, concerns);
  if (content.signs.length === 0) concerns.may('sign-missing', 'content.signs', 'signs');
  content.signs.forEach(({ id, sign, helps }, index) => {
    if (isBlank(sign)) concerns.must('sign-empty', `content.signs.${index}.sign`, id);
    else if (isBlank(helps)) concerns.may('sign-without-help', `content.signs.${index}.helps`, id);
  });
  content.places.forEach(({ id, name }, index) => {
    if (isBlank(name)) concerns.must('place-empty', `content.places.${index}.name`, id);
  });
  const { startOn, reviewOn } = content;
  if (reviewOn === null) concerns.must('review-missing', 'content.reviewOn', 'reviewOn');
  else if (startOn !== null && reviewOn < startOn) {
    concerns.must('review-before-start', 'content.reviewOn', 'reviewOn');
  }
  return concerns.list;
}

function checkOffers({ offers, steps }: SupportPlanContent, concerns: Concerns): void {
  if (offers.length === 0 && steps.length === 0) concerns.must('help-missing', 'content.offers', 'offers');
  offers.forEach(({ id, who, what, when }, index) => {
    const path = `content.offers.${index}`;
    if (isBlank(who)) concerns.must('who-missing', `${path}.who`, id);
    if (isBlank(what)) concerns.must('what-missing', `${path}.what`, id);
    if (isBlank(when)) concerns.may('when-missing', `${path}.when`, id);
  });
}

function checkSteps({ steps }: SupportPlanContent, concerns: Concerns): void {
  steps.forEach((step, index) => {
    const path = `content.steps.${index}`;
    if (isBlank(step.who)) concerns.must('who-missing', `${path}.who`, step.id);
    if (isBlank(step.what)) concerns.must('what-missing', `${path}.what`, step.id);
    if (isBlank(step.when)) concerns.may('when-missing', `${path}.when`, step.id);
    if (isBlank(step.knownBy)) concerns.may('known-by-missing', `${path}.knownBy`, step.id);
    if (isBlank(step.planB)) concerns.may('plan-b-missing', `${path}.planB`, step.id);
  });
}
