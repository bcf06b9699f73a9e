import { ASKING_FOR_HELP_EN } from './asking-for-help.en';
import { ASKING_FOR_HELP_ES } from './asking-for-help.es';

export const BUILT_IN_SCRIPTS = [ASKING_FOR_HELP_EN, ASKING_FOR_HELP_ES];
