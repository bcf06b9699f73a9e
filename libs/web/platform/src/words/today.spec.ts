import { today } from './today';

describe('the day where the reader is', () => {
  it('goes by their own calendar', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
