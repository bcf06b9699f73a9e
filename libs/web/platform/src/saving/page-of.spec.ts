import { hasWords, pageOf } from './page-of';

describe('the page of something that was not saved', () => {
  it.each([
    ['homework/t-1/answers/why', '/me/tasks/t-1'],
    ['homework/t-1/answers/day-2026-11-20-how', '/me/items/t-1/days'],
    ['worksheets/d-1/draft', '/app/docs/d-1'],
    ['support-plans/d-1/draft', '/app/docs/d-1'],
    ['notebooks/n-1', '/app/notebooks/n-1'],
    ['sessions/s-1', '/app/sessions/s-1'],
    ['sessions/s-1/note', '/app/sessions/s-1'],
    ['sessions/s-1/run/pad', '/app/sessions/s-1/run'],
    ['me/family-sessions/s-1/look-back/q-1', '/me/sessions/s-1/after'],
    ['somewhere/else', ''],
  ])('for %s is %j', (path, page) => {
    expect(pageOf(path)).toBe(page);
  });

  it('is of words everywhere but where only moves are saved', () => {
    expect(['sessions/s-1/run', 'sessions/s-1/run/pad', 'sessions/s-1'].map(hasWords)).toEqual([
      false,
      true,
      true,
    ]);
  });
});
