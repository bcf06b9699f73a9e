import { HASH_BYTES, leafOf, rootOf } from './merkle';

const leaves = (...texts: string[]): Buffer => Buffer.concat(texts.map(leafOf));

describe('the root over many rows', () => {
  it('is the row’s own hash when there is one', () => {
    expect(rootOf(leaves('a'))).toEqual(leafOf('a'));
  });

  it.each([2, 3, 4, 5, 8, 13])('of %i rows changes with each row, its place and their number', (count) => {
    const texts = Array.from({ length: count }, (_nothing, index) => `row ${index}`);
    const root = rootOf(leaves(...texts));
    const swapped = [texts[1] ?? '', texts[0] ?? '', ...texts.slice(2)];
    const others = [
      ...texts.map((_text, place) => texts.map((text, index) => (index === place ? `${text}.` : text))),
      swapped,
      texts.slice(1),
      texts.slice(0, -1),
      [...texts, 'one more'],
      [...texts, texts.at(-1) ?? ''],
    ];
    for (const other of others) expect(rootOf(leaves(...other))).not.toEqual(root);
    expect(rootOf(leaves(...texts))).toEqual(root);
    expect(root).toHaveLength(HASH_BYTES);
  });

  it('is never that of a row made to look like a node', () => {
    const pair = rootOf(leaves('a', 'b'));
    expect(leafOf(Buffer.concat([leafOf('a'), leafOf('b')]).toString('latin1'))).not.toEqual(pair);
  });

  it('needs leaves', () => {
    expect(() => rootOf(Buffer.alloc(0))).toThrow();
    expect(() => rootOf(Buffer.alloc(33))).toThrow();
  });
});
