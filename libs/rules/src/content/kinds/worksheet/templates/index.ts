import type { Written } from '../../../built-in';
import { BEFORE_SESSION_EN } from './before-session.en';
import { BEFORE_SESSION_ES } from './before-session.es';
import { COMING_HOME_EN } from './coming-home.en';
import { COMING_HOME_ES } from './coming-home.es';
import { FAMILY_STRENGTHS_EN } from './family-strengths.en';
import { FAMILY_STRENGTHS_ES } from './family-strengths.es';
import { GROUNDING_TOGETHER_EN } from './grounding-together.en';
import { GROUNDING_TOGETHER_ES } from './grounding-together.es';
import { HARD_EVENING_EN } from './hard-evening.en';
import { HARD_EVENING_ES } from './hard-evening.es';
import { PROBLEM_SOLVING_TOGETHER_EN } from './problem-solving-together.en';
import { PROBLEM_SOLVING_TOGETHER_ES } from './problem-solving-together.es';
import { WHAT_SUPPORT_RIGHT_NOW_EN } from './what-support-right-now.en';
import { WHAT_SUPPORT_RIGHT_NOW_ES } from './what-support-right-now.es';
import { HAND_OUTS } from './hand-outs';

/** The worksheets every practice starts with; the hand-outs among them ask little and tell more. */
export const BUILT_IN_WORKSHEETS: readonly Written<'worksheet'>[] = [
  PROBLEM_SOLVING_TOGETHER_EN,
  PROBLEM_SOLVING_TOGETHER_ES,
  WHAT_SUPPORT_RIGHT_NOW_EN,
  WHAT_SUPPORT_RIGHT_NOW_ES,
  GROUNDING_TOGETHER_EN,
  GROUNDING_TOGETHER_ES,
  HARD_EVENING_EN,
  HARD_EVENING_ES,
  COMING_HOME_EN,
  COMING_HOME_ES,
  FAMILY_STRENGTHS_EN,
  FAMILY_STRENGTHS_ES,
  BEFORE_SESSION_EN,
  BEFORE_SESSION_ES,
  ...HAND_OUTS,
];
