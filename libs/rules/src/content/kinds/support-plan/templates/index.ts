import type { Written } from '../../../built-in';
import { AFTER_A_RELAPSE_EN } from './after-a-relapse.en';
import { AFTER_A_RELAPSE_ES } from './after-a-relapse.es';
import { BACK_TO_WORK_OR_SCHOOL_EN } from './back-to-work-or-school.en';
import { BACK_TO_WORK_OR_SCHOOL_ES } from './back-to-work-or-school.es';
import { FIRST_WEEK_HOME_EN } from './first-week-home.en';
import { FIRST_WEEK_HOME_ES } from './first-week-home.es';
import { HARD_WEEK_EN } from './hard-week.en';
import { HARD_WEEK_ES } from './hard-week.es';
import { HOLIDAYS_EN } from './holidays.en';
import { HOLIDAYS_ES } from './holidays.es';
import { WHEN_SLEEP_BREAKS_EN } from './when-sleep-breaks.en';
import { WHEN_SLEEP_BREAKS_ES } from './when-sleep-breaks.es';

export const BUILT_IN_SUPPORT_PLANS: readonly Written<'support-plan'>[] = [
  HARD_WEEK_EN,
  HARD_WEEK_ES,
  FIRST_WEEK_HOME_EN,
  FIRST_WEEK_HOME_ES,
  BACK_TO_WORK_OR_SCHOOL_EN,
  BACK_TO_WORK_OR_SCHOOL_ES,
  WHEN_SLEEP_BREAKS_EN,
  WHEN_SLEEP_BREAKS_ES,
  AFTER_A_RELAPSE_EN,
  AFTER_A_RELAPSE_ES,
  HOLIDAYS_EN,
  HOLIDAYS_ES,
];
