import { readingOf, type BuiltIn, type Written } from './built-in';
import { BUILT_IN_BOUNDARY_PLANS } from './kinds/boundary-plan/templates';
import { rulesOf } from './kinds/kinds';
import { BUILT_IN_SCRIPTS } from './kinds/role-play-script/templates';
import { BUILT_IN_SUPPORT_PLANS } from './kinds/support-plan/templates';
import { BUILT_IN_WORKSHEETS } from './kinds/worksheet/templates';

export { readingOf, type BuiltIn } from './built-in';

/** What every practice starts with. A Spanish template has the English one's id with `-es` after it. */
export const BUILT_IN_TEMPLATES: readonly BuiltIn[] = [
  ...BUILT_IN_WORKSHEETS,
  ...BUILT_IN_SCRIPTS,
  ...BUILT_IN_BOUNDARY_PLANS,
  ...BUILT_IN_SUPPORT_PLANS,
].map(withCard);

/** Everything the library shows is taken from the content itself, so a card can never disagree with its document. */
function withCard(template: Written): BuiltIn {
  const { kind, title, content } = template;
  const texts = rulesOf(kind)
    .texts(title, content)
    .map(({ text }) => text);
  return {
    ...template,
    language: content.language,
    ...rulesOf(kind).outline(content),
    reading: readingOf(texts, content.language),
  };
}
