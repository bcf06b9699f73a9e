import { DOCUMENT_KINDS, type DocumentContent, type DocumentKind } from '@common-ground/contract';
import fc from 'fast-check';
import { rulesOf } from './kinds/kinds';
import { writtenParts } from './meaning';
import { BUILT_IN_TEMPLATES } from './templates';

type Entry = { id: string } & Record<string, unknown>;
type Fields = Record<string, unknown>;
/** One thing that somebody does to a text: where, what, and chance for the rest. */
type Edit = readonly [place: number, act: number, chance: number];

const anyEdits = fc.array(fc.tuple(fc.nat(999), fc.nat(8), fc.nat(999)), { minLength: 1, maxLength: 6 });
/** Neither written nor chosen by anybody, or not to be told part by part. */
const FIXED = ['id', 'kind', 'language', 'format', 'whyItHelps', 'whenAndWhere', 'minutes'];

const listsOf = (content: Fields): Entry[][] =>
  Object.values(content).filter((value): value is Entry[] => Array.isArray(value));
const placesIn = (content: Fields): Fields[] => [content, ...listsOf(content).flat()];

/** Changes a content as somebody could who has never read how changes are told. */
function edit(content: Fields, [place, act, chance]: Edit): void {
  const places = placesIn(content);
  const holder = places[place % places.length] ?? content;
  const fields = Object.keys(holder).filter((key) => !FIXED.includes(key) && typeof holder[key] === 'string');
  const [one = '', other = ''] = [fields[chance % fields.length], fields[(chance + 1) % fields.length]];
  const lists = listsOf(content).filter((list) => list.length > 0);
  const list = lists[place % lists.length] ?? [];
  const at = chance % Math.max(1, list.length);
  const entry = list[at];
  if (act === 0 && one !== '') holder[one] = `Words of chance ${chance % 5}`;
  if (act === 1 && one !== '') holder[one] = '';
  // The same words in another field, which reads the same where one of the two was empty.
  if (act === 2 && one !== '' && other !== '') [holder[one], holder[other]] = [holder[other], holder[one]];
  if (act === 3) list.splice(at, 1);
  if (act === 4 && entry)
    list.splice(place % (list.length + 1), 0, { ...entry, id: `new-${place}-${chance}` });
  if (act === 5 && entry) list.splice(place % list.length, 0, ...list.splice(at, 1));
  // What stands within an entry: a choice of a question, a way on from a turn.
  const inner = lists
    .flat()
    .flatMap((holds) => listsOf(holds))
    .filter((within) => within.length > 0);
  const within = inner[place % Math.max(1, inner.length)] ?? [];
  const deep = within[chance % Math.max(1, within.length)];
  const label =
    deep && Object.keys(deep).find((key) => !FIXED.includes(key) && typeof deep[key] === 'string');
  if (act === 7 && deep && label) deep[label] = `Inner words of chance ${chance % 5}`;
  if (act === 8 && within.length > 1) within.splice(chance % within.length, 1);
  if (act === 6 && 'goesTo' in holder) holder['goesTo'] = list[at]?.id ?? '';
}

/** What is kept of each part that can be read, found the plain way. */
function readable(kind: DocumentKind, content: DocumentContent): Map<string, string> {
  const fields = content as unknown as Fields;
  const entries = listsOf(fields).flat();
  const kept = (id: string): unknown => entries.find((entry) => entry.id === id) ?? fields[id];
  // A block of a worksheet stands on the page also where its words are missing; other parts do not.
  const parts = rulesOf(kind).parts(content);
  const there = kind === 'worksheet' ? parts : writtenParts(parts);
  return new Map(there.map(({ id }) => [id, JSON.stringify(kept(id))]));
}

describe.each(DOCUMENT_KINDS)('after any edits of a %s', (kind) => {
  const templates = BUILT_IN_TEMPLATES.filter((one) => one.kind === kind);
  const anyText = fc.constantFrom(...templates);

  it('every part that is not what it was is told, and no other', () => {
    fc.assert(
      fc.property(anyText, anyEdits, ({ title, content: before }, edits) => {
        const fields = JSON.parse(JSON.stringify(before)) as Fields;
        for (const one of edits) edit(fields, one);
        const after = fields as unknown as DocumentContent;
        const [was, is] = [readable(kind, before), readable(kind, after)];
        const differ = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
        const changes = rulesOf(kind).changes({ title, content: before }, { title, content: after });
        const told = changes.flatMap(({ sort, blockId }) => (sort === 'moved' || !blockId ? [] : [blockId]));
        expect([...new Set(told)].sort()).toEqual(differ.sort());
      }),
      { numRuns: 400 },
    );
  });

  it('whatever stands in another order is told to have moved, and nothing else', () => {
    fc.assert(
      fc.property(anyText, anyEdits, ({ title, content: before }, edits) => {
        const fields = JSON.parse(JSON.stringify(before)) as Fields;
        for (const one of edits) edit(fields, one);
        const after = fields as unknown as DocumentContent;
        const [was, is] = [[...readable(kind, before).keys()], [...readable(kind, after).keys()]];
        const told = rulesOf(kind).changes({ title, content: before }, { title, content: after });
        const moved = new Set(told.flatMap(({ sort, blockId }) => (sort === 'moved' ? [blockId] : [])));
        const stayed = (ids: readonly string[], others: readonly string[]): string[] =>
          ids.filter((id) => others.includes(id) && !moved.has(id));
        expect(stayed(is, was)).toEqual(stayed(was, is));
        const ids = (content: DocumentContent): string[] =>
          rulesOf(kind)
            .parts(content)
            .map(({ id }) => id);
        const [old, now] = [ids(before), ids(after)];
        const isInOrder = now
          .filter((id) => old.includes(id))
          .every((id, at, all) => {
            const next = all[at + 1];
            return next === undefined || old.indexOf(id) < old.indexOf(next);
          });
        if (isInOrder) expect([...moved]).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('every field that is of no part is told, and none that is as it was', () => {
    const said: Readonly<Record<string, string>> = {
      whyItHelps: 'why',
      whenAndWhere: 'when',
      minutes: 'minutes',
    };
    const anyHead = fc.record({
      title: fc.constantFrom(null, 'Another title', 'A third title'),
      whyItHelps: fc.constantFrom(null, 'It is easier.', 'Small steps.'),
      whenAndWhere: fc.constantFrom(null, 'After dinner.', 'On Sundays.'),
      minutes: fc.constantFrom(null, 3, 400),
    });
    fc.assert(
      fc.property(anyText, anyHead, ({ title: before, content }, { title, ...head }) => {
        const after = JSON.parse(JSON.stringify(content)) as Fields;
        const differ: string[] = title === null || title === before ? [] : ['title'];
        for (const [field, value] of Object.entries(head)) {
          if (value === null || !(field in after) || after[field] === value) continue;
          after[field] = value;
          differ.push(said[field] ?? field);
        }
        const changes = rulesOf(kind).changes(
          { title: before, content },
          { title: title ?? before, content: after as unknown as DocumentContent },
        );
        expect(changes.map(({ sort }) => sort).sort()).toEqual(differ.sort());
      }),
    );
  });
});
