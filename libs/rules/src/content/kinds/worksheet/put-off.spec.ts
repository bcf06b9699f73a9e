import { putOffUntil } from './put-off';

describe('the day until which a piece is put off', () => {
  it.each([
    ['nothing was put off', undefined, null],
    ['it was taken back', null, null],
    ['the day has come', '2026-11-29', null],
    ['the day is to come', '2026-11-30', '2026-11-30'],
  ])('is told or not where %s', (_sentence, value, until) => {
    expect(putOffUntil(value, '2026-11-29')).toBe(until);
  });
});
