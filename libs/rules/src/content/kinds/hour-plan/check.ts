import type { Concern, HourPlanContent } from '@common-ground/contract';
import { isBlank } from '../../parts';
import { Concerns } from '../../say-concern';
import { hourPlanParts } from './parts';

/** What a plan must have before somebody can judge it: what the hour is for, and what happens in it. */
export function checkHourPlan(_title: string, content: HourPlanContent): Concern[] {
  const concerns = new Concerns();
  if (isBlank(content.purpose)) concerns.must('purpose-missing', 'content.purpose', 'purpose');
  if (content.agenda.length === 0) concerns.must('agenda-missing', 'content.agenda', 'agenda');
  concerns.repeatedIds(hourPlanParts(content));
  return concerns.list;
}
