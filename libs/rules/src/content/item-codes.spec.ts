import type { WorksheetContent } from '@common-ground/contract';
import { itemCodes } from './item-codes';
import { BUILT_IN_TEMPLATES } from './templates';

const asking = (ids: readonly string[]): WorksheetContent => ({
  format: 1,
  language: 'en',
  whyItHelps: '',
  whenAndWhere: '',
  minutes: null,
  blocks: ids.map((id) => ({ kind: 'long-answer', id, question: id, help: '', optional: false })),
});
const codesOf = (ids: readonly string[]): ReadonlyMap<string, string> => itemCodes('worksheet', asking(ids));
const many = Array.from({ length: 3_000 }, (_, at) => `block-${at}`);

describe('the codes beside the parts of a document', () => {
  it('stay through a new version and another order', () => {
    const before = codesOf(['a', 'b', 'c']);
    const after = codesOf(['c', 'new', 'a']);
    expect(after.get('a')).toBe(before.get('a'));
    expect(after.get('c')).toBe(before.get('c'));
  });

  it('are never alike in one document, however long it is, nor is one the beginning of another', () => {
    const codes = [...codesOf(many).values()];
    expect(codes.some((code) => code.length > 4)).toBe(true);
    expect(codes).toHaveLength(many.length);
    const sorted = codes.toSorted();
    expect(sorted.filter((code, at) => at > 0 && code.startsWith(sorted[at - 1] ?? ''))).toEqual([]);
  });

  it('are short, and have no vowel and nothing that looks like something else', () => {
    for (const { kind, content } of BUILT_IN_TEMPLATES)
      for (const code of itemCodes(kind, content).values())
        expect(code).toMatch(/^[CDFHJKMNPRTWXY2345679]{4,5}$/u);
  });
});
