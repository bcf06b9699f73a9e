import type { Written } from '../../../built-in';
import { CALM_EVENINGS_EN } from './calm-evenings.en';
import { CALM_EVENINGS_ES } from './calm-evenings.es';
import { DRIVING_EN } from './driving.en';
import { DRIVING_ES } from './driving.es';
import { MONEY_EN } from './money.en';
import { MONEY_ES } from './money.es';
import { NIGHT_CALLS_EN } from './night-calls.en';
import { NIGHT_CALLS_ES } from './night-calls.es';
import { PRIVACY_EN } from './privacy.en';
import { PRIVACY_ES } from './privacy.es';
import { SUBSTANCE_USE_AT_HOME_EN } from './substance-use-at-home.en';
import { SUBSTANCE_USE_AT_HOME_ES } from './substance-use-at-home.es';

export const BUILT_IN_BOUNDARY_PLANS: readonly Written<'boundary-plan'>[] = [
  CALM_EVENINGS_EN,
  CALM_EVENINGS_ES,
  MONEY_EN,
  MONEY_ES,
  SUBSTANCE_USE_AT_HOME_EN,
  SUBSTANCE_USE_AT_HOME_ES,
  NIGHT_CALLS_EN,
  NIGHT_CALLS_ES,
  PRIVACY_EN,
  PRIVACY_ES,
  DRIVING_EN,
  DRIVING_ES,
];
