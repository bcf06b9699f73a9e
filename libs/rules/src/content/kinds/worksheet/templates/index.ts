import type { Written } from '../../../built-in';
import { GROUNDING_TOGETHER_EN } from './grounding-together.en';
import { GROUNDING_TOGETHER_ES } from './grounding-together.es';
import { PROBLEM_SOLVING_TOGETHER_EN } from './problem-solving-together.en';
import { PROBLEM_SOLVING_TOGETHER_ES } from './problem-solving-together.es';
import { WHAT_SUPPORT_RIGHT_NOW_EN } from './what-support-right-now.en';
import { WHAT_SUPPORT_RIGHT_NOW_ES } from './what-support-right-now.es';

/** The worksheets every practice starts with. A Spanish sheet has the English one's id with `-es` after it. */
export const BUILT_IN_WORKSHEETS: readonly Written<'worksheet'>[] = [
  PROBLEM_SOLVING_TOGETHER_EN,
  PROBLEM_SOLVING_TOGETHER_ES,
  WHAT_SUPPORT_RIGHT_NOW_EN,
  WHAT_SUPPORT_RIGHT_NOW_ES,
  GROUNDING_TOGETHER_EN,
  GROUNDING_TOGETHER_ES,
];
