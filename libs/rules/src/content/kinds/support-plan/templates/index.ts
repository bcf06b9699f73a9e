import { HARD_WEEK_EN } from './hard-week.en';
import { HARD_WEEK_ES } from './hard-week.es';

export const BUILT_IN_SUPPORT_PLANS = [HARD_WEEK_EN, HARD_WEEK_ES];
