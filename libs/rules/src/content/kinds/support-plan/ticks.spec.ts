import type { SupportPlanContent } from '@common-ground/contract';
import { blankSupportPlan } from './blank';
import { stepAsked, tickPrompt, tickPrompts, tickedDays } from './ticks';

const step = (id: string, what: string) => ({
  id,
  what,
  who: 'Rosa',
  when: 'At eight',
  often: 'Every day',
  knownBy: '',
  planB: '',
});
const PLAN: SupportPlanContent = {
  ...blankSupportPlan('en'),
  steps: [step('s1', 'Have breakfast together'), step('s2', 'Take a short walk')],
};

describe('the days of a support plan', () => {
  it('asks about each step in the words of the plan, and about a small win', () => {
    expect(tickPrompts(PLAN, '2026-11-28').map(({ question }) => question)).toEqual([
      'Have breakfast together',
      'Take a short walk',
      'A small win today',
    ]);
  });

  it.each(['day-2026-11-28-step-s3', 'day-2026-11-28-s1', 'day-2026-13-01-win', 'step-s1', 's1'])(
    'asks nothing under %s',
    (id) => {
      expect(tickPrompt(PLAN, id)).toBeUndefined();
    },
  );

  it('asks about a step by its whole id, however long and whatever another one ends in', () => {
    const long = 'x'.repeat(64);
    const plan = { ...PLAN, steps: [step('a', 'One'), step('b-step-a', 'Two'), step(long, 'Three')] };
    const asked = tickPrompts(plan, '2026-11-28').map(({ id }) => stepAsked(plan, id)?.what);
    expect(asked).toEqual(['One', 'Two', 'Three', undefined]);
    expect(tickPrompt(plan, `day-2026-11-28-step-${long}`)?.question).toBe('Three');
  });

  it('tells the latest day first, step by step, and leaves out what the plan no longer asks', () => {
    const days = tickedDays(PLAN, [
      { promptId: 'day-2026-11-27-step-s1', value: 'partly' },
      { promptId: 'day-2026-11-28-step-s2', value: 'done' },
      { promptId: 'day-2026-11-28-step-gone', value: 'done' },
      { promptId: 'day-2026-11-28-win', value: 'We laughed.' },
      { promptId: 'day-2026-11-26-step-s1', value: null },
    ]);
    expect(days.map(({ on, ticks, win }) => [on, [...ticks], win])).toEqual([
      ['2026-11-28', [['s2', 'done']], 'We laughed.'],
      ['2026-11-27', [['s1', 'partly']], ''],
    ]);
  });
});
