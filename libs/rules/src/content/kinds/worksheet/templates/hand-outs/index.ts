import type { Written } from '../../../../built-in';
import { ABOUT_ANXIETY_EN } from './about-anxiety.en';
import { ABOUT_ANXIETY_ES } from './about-anxiety.es';
import { ABOUT_BIPOLAR_EN } from './about-bipolar.en';
import { ABOUT_BIPOLAR_ES } from './about-bipolar.es';
import { ABOUT_DEPRESSION_EN } from './about-depression.en';
import { ABOUT_DEPRESSION_ES } from './about-depression.es';
import { ABOUT_PSYCHOSIS_EN } from './about-psychosis.en';
import { ABOUT_PSYCHOSIS_ES } from './about-psychosis.es';
import { ABOUT_SUBSTANCE_USE_EN } from './about-substance-use.en';
import { ABOUT_SUBSTANCE_USE_ES } from './about-substance-use.es';
import { ABOUT_TRAUMA_EN } from './about-trauma.en';
import { ABOUT_TRAUMA_ES } from './about-trauma.es';

/** Sheets for families about conditions: signs, what sets them off, what helps, what to say, when to get help now. */
export const HAND_OUTS: readonly Written<'worksheet'>[] = [
  ABOUT_DEPRESSION_EN,
  ABOUT_DEPRESSION_ES,
  ABOUT_ANXIETY_EN,
  ABOUT_ANXIETY_ES,
  ABOUT_PSYCHOSIS_EN,
  ABOUT_PSYCHOSIS_ES,
  ABOUT_BIPOLAR_EN,
  ABOUT_BIPOLAR_ES,
  ABOUT_TRAUMA_EN,
  ABOUT_TRAUMA_ES,
  ABOUT_SUBSTANCE_USE_EN,
  ABOUT_SUBSTANCE_USE_ES,
];
