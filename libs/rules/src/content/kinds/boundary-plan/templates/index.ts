import { CALM_EVENINGS_EN } from './calm-evenings.en';
import { CALM_EVENINGS_ES } from './calm-evenings.es';

export const BUILT_IN_BOUNDARY_PLANS = [CALM_EVENINGS_EN, CALM_EVENINGS_ES];
