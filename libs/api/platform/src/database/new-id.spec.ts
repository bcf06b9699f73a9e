import { newId } from './new-id';

describe('new ids', () => {
  const ids = Array.from({ length: 3000 }, () => newId());

  it('are version 7 uuids', () => {
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('stand in the order they were made in', () => {
    expect([...ids].sort()).toEqual(ids);
  });

  it('share no chance, over many fetchings of it', () => {
    expect(new Set(ids.map((id) => id.slice(20))).size).toBe(ids.length);
    // A bit that was the same in all of them would be none.
    const bits = ids.map((id) => BigInt(`0x${id.slice(20).replace('-', '')}`));
    expect(bits.reduce((all, one) => all & one)).toBe(0n);
    expect(bits.reduce((all, one) => all | one)).toBe(2n ** 60n - 1n);
  });
});
