import { hopedDay } from './hoped-day';

describe('the day a therapist hopes for', () => {
  it.each([
    ['2026-11-27', 'en', 'Friday'],
    ['2026-11-22', 'en', 'Sunday'],
    ['2026-11-28', 'es', 'sábado'],
    ['2026-11-29', 'en', 'November 29'],
    ['2026-12-04', 'es', '4 de diciembre'],
  ] as const)('%s is, in %s, %s', (dueOn, language, expected) => {
    expect(hopedDay(dueOn, '2026-11-22', language)).toBe(expected);
  });

  it('is not mentioned any more once it has passed, or when there is none', () => {
    expect(hopedDay('2026-11-21', '2026-11-22', 'en')).toBeNull();
    expect(hopedDay(null, '2026-11-22', 'en')).toBeNull();
  });
});
