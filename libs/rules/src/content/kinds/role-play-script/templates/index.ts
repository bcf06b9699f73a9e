import type { Written } from '../../../built-in';
import { APOLOGISING_EN } from './apologising.en';
import { APOLOGISING_ES } from './apologising.es';
import { ASKING_FOR_HELP_EN } from './asking-for-help.en';
import { ASKING_FOR_HELP_ES } from './asking-for-help.es';
import { ASKING_FOR_SPACE_EN } from './asking-for-space.en';
import { ASKING_FOR_SPACE_ES } from './asking-for-space.es';
import { ASKING_HOW_YOU_ARE_EN } from './asking-how-you-are.en';
import { ASKING_HOW_YOU_ARE_ES } from './asking-how-you-are.es';
import { FIRST_CALL_AFTER_DISCHARGE_EN } from './first-call-after-discharge.en';
import { FIRST_CALL_AFTER_DISCHARGE_ES } from './first-call-after-discharge.es';
import { MEDICATION_TALK_EN } from './medication-talk.en';
import { MEDICATION_TALK_ES } from './medication-talk.es';
import { NO_TO_MONEY_EN } from './no-to-money.en';
import { NO_TO_MONEY_ES } from './no-to-money.es';

export const BUILT_IN_SCRIPTS: readonly Written<'role-play-script'>[] = [
  ASKING_FOR_HELP_EN,
  ASKING_FOR_HELP_ES,
  ASKING_FOR_SPACE_EN,
  ASKING_FOR_SPACE_ES,
  NO_TO_MONEY_EN,
  NO_TO_MONEY_ES,
  MEDICATION_TALK_EN,
  MEDICATION_TALK_ES,
  ASKING_HOW_YOU_ARE_EN,
  ASKING_HOW_YOU_ARE_ES,
  APOLOGISING_EN,
  APOLOGISING_ES,
  FIRST_CALL_AFTER_DISCHARGE_EN,
  FIRST_CALL_AFTER_DISCHARGE_ES,
];
