import type { BuiltIn } from './built-in';
import { BUILT_IN_BOUNDARY_PLANS } from './kinds/boundary-plan/templates';
import { BUILT_IN_SCRIPTS } from './kinds/role-play-script/templates';
import { BUILT_IN_SUPPORT_PLANS } from './kinds/support-plan/templates';
import { BUILT_IN_WORKSHEETS } from './kinds/worksheet/templates';

export type { BuiltIn } from './built-in';

/** What every practice starts with. A Spanish template has the English one's id with `-es` after it. */
export const BUILT_IN_TEMPLATES: readonly BuiltIn[] = [
  ...BUILT_IN_WORKSHEETS,
  ...BUILT_IN_SCRIPTS,
  ...BUILT_IN_BOUNDARY_PLANS,
  ...BUILT_IN_SUPPORT_PLANS,
];
