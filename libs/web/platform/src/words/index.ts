/**
 * Words on the screen.
 *
 * Each area (`platform`, `people`, `documents`, `homework`) keeps one file per language:
 * `apps/web/public/i18n/<language>/<area>.json`. Everything in it is reached under the area's name, so the entry
 * `{ "today": { "title": "Today" } }` of `people.json` is `people.today.title`. Messages are ICU MessageFormat:
 * `{count, plural, one {One answer} other {# answers}}`, `{name}`; no HTML.
 * An area opens its words once, on its routes: `resolve: { words: openWords('documents') }`; the file arrives before
 * the page does, and again by itself when somebody changes the language. `platform` is always open.
 * In templates: `*cgWords="let t"` and `t('documents.editor.add', { count })`; in code:
 * `inject(Words).say('key', { … })`, which is safe inside `computed`. Days and times: `inject(Dates)`.
 * `apps/web/src/words.spec.ts` fails when English and Spanish do not hold the same keys or a message cannot be read.
 */
export { Dates } from './dates';
export { WordsInTemplate } from './in-templates';
export { WordFiles } from './loader';
export { read as readMessage } from './message-format';
export { today } from './today';
export { inOwnLanguage, openWords, provideWords } from './provide';
export { Words } from './words';
