import { areNumbersOld } from './old-numbers';

describe('numbers on the safety card', () => {
  it.each([
    ['2026-11-25', false],
    ['2026-08-27', false],
    ['2026-08-26', true],
    ['2020-01-01', true],
    ['', true],
  ])('last tried on %j are old on November 25, 2026: %s', (checkedOn, old) => {
    expect(areNumbersOld(checkedOn, '2026-11-25')).toBe(old);
  });
});
