import { DOCUMENT_KINDS, type DocumentContent, type DocumentKind } from '@common-ground/contract';
import fc from 'fast-check';
import { rulesOf } from './kinds/kinds';
import { writtenParts } from './meaning';
import { BUILT_IN_TEMPLATES } from './templates';

type Entry = { id: string } & Record<string, unknown>;
type Fields = Record<string, unknown>;
/** One thing that somebody does to a text: where, what, and chance for the rest. */
type Edit = readonly [place: number, act: number, chance: number];

const anyEdits = fc.array(fc.tuple(fc.nat(999), fc.nat(6), fc.nat(999)), { minLength: 1, maxLength: 6 });
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
});
