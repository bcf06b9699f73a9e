import {
  BoundaryPlanDraft,
  RolePlayScriptDraft,
  SupportPlanDraft,
  WorksheetDraft,
  type DocumentKind,
} from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { merge, mayKeepBoth, settle, type Chosen } from './merge';
import {
  entriesOf,
  fieldsOf,
  isSame,
  listsOf,
  withEntries,
  withFields,
  type Entry,
  type Written,
} from './written';

/** What the server takes as a draft of each kind. */
const DRAFTS: Readonly<Record<DocumentKind, ClassConstructor<object>>> = {
  worksheet: WorksheetDraft,
  'role-play-script': RolePlayScriptDraft,
  'boundary-plan': BoundaryPlanDraft,
  'support-plan': SupportPlanDraft,
};
const isTaken = (kind: DocumentKind, text: Written): boolean =>
  validateSync(plainToInstance(DRAFTS[kind], text), { whitelist: true, forbidNonWhitelisted: true })
    .length === 0;

/** The first field of an entry that holds words, written anew. */
function rewritten(entry: Entry, words: string): Entry {
  const said = Object.entries(entry).find(
    ([field, value]) => !/^(id|kind|support|roleId|goesTo|castTo)$/u.test(field) && typeof value === 'string',
  );
  if (said === undefined) throw new Error(`There are no words in ${JSON.stringify(entry)}.`);
  return { ...entry, [said[0]]: words };
}
function changed(text: Written, at: number, words: string): Written {
  return listsOf(text).reduce(
    (so, list) =>
      withEntries(
        so,
        list,
        entriesOf(so, list).map((entry, place) => (place === at ? rewritten(entry, words) : entry)),
      ),
    text,
  );
}

describe.each(BUILT_IN_TEMPLATES.filter(({ language }) => language === 'en'))(
  'two texts of “$title”',
  ({ kind, title, content }) => {
    const base: Written = { title, content };

    it('are brought together where they change different things, without a question', () => {
      const mine = withFields(changed(base, 0, 'Of mine.'), { title: 'My title' });
      const theirs = changed(base, 1, 'Of theirs.');
      const merged = merge(base, mine, theirs);
      expect(merged.clashes).toEqual([]);
      expect(merged.text.title).toBe('My title');
      for (const list of listsOf(base)) {
        const [first, second] = entriesOf(merged.text, list);
        if (first) expect(isSame(first, entriesOf(mine, list)[0])).toBe(true);
        if (second) expect(isSame(second, entriesOf(theirs, list)[1])).toBe(true);
      }
      expect(isTaken(kind, merged.text)).toBe(true);
    });

    it.each<Chosen>(['mine', 'theirs', 'both'])(
      'leave nothing out where they change the same, and the server takes what was chosen: %s',
      (chosen) => {
        const words = Object.entries(fieldsOf(base)).filter(
          ([field, value]) => typeof value === 'string' && field !== 'language' && !field.endsWith('On'),
        );
        const [mine, theirs] = ['Of mine.', 'Of theirs.'].map((said) =>
          withFields(changed(base, 0, said), Object.fromEntries(words.map(([field]) => [field, said]))),
        ) as [Written, Written];
        const merged = merge(base, mine, theirs);
        expect(merged.clashes.length).toBeGreaterThanOrEqual(words.length);
        expect(merged.clashes.every(mayKeepBoth)).toBe(true);
        const settled = merged.clashes.reduce(
          (so, clash, at) => settle(so, clash, chosen, `kept-${at}`),
          merged.text,
        );
        const all = JSON.stringify(settled);
        const count = (said: string): number => all.split(said).length - 1;
        expect([count('Of mine.') > 0, count('Of theirs.') > 0]).toEqual([
          chosen !== 'theirs',
          chosen !== 'mine',
        ]);
        if (chosen === 'both') expect(count('Of mine.')).toBe(count('Of theirs.'));
        for (const list of listsOf(settled)) {
          const ids = entriesOf(settled, list).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
        expect(isTaken(kind, settled)).toBe(true);
      },
    );
  },
);
