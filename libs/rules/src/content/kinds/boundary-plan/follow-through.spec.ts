import { blankBoundaryPlan } from './blank';
import {
  type FollowThroughDay,
  type Outcome,
  daysToComeBack,
  followThrough,
  followThroughPrompt,
  followThroughPrompts,
} from './follow-through';

const PLAN = blankBoundaryPlan('en');

describe('the follow-through log of a boundary plan', () => {
  it('asks three things about a day, in the language of the plan', () => {
    expect(followThroughPrompts(PLAN, '2026-11-28').map(({ question }) => question)).toEqual([
      'How did it go with the limit?',
      'What I did',
      'What I learned',
    ]);
    const [outcome] = followThroughPrompts(blankBoundaryPlan('es'), '2026-11-28');
    expect(outcome).toMatchObject({ id: 'day-2026-11-28-outcome', question: '¿Cómo fue con el límite?' });
  });

  it.each([
    'day-2026-02-30-outcome',
    'day-2026-11-28-mood',
    'day-2026-11-28-',
    'outcome',
    'day-20261128-did',
  ])('asks nothing under %s', (id) => {
    expect(followThroughPrompt(PLAN, id)).toBeUndefined();
  });

  it('offers kept, bent and crossed, in words without a grade', () => {
    expect(followThroughPrompt(PLAN, 'day-2026-11-28-outcome')).toMatchObject({
      kind: 'single-choice',
      optional: true,
      choices: [
        { id: 'kept', label: 'I kept it' },
        { id: 'bent', label: 'It bent a little' },
        { id: 'crossed', label: 'It was crossed' },
      ],
    });
  });

  it('tells the latest day first and leaves out a day that was emptied', () => {
    const log = followThrough([
      { promptId: 'day-2026-11-26-outcome', value: 'bent' },
      { promptId: 'day-2026-11-28-did', value: 'I went for a walk.' },
      { promptId: 'day-2026-11-27-outcome', value: null },
      { promptId: 'day-2026-11-27-learned', value: ' ' },
      { promptId: 'something-else', value: 'kept' },
    ]);
    expect(log).toEqual([
      { on: '2026-11-28', outcome: null, did: 'I went for a walk.', learned: '' },
      { on: '2026-11-26', outcome: 'bent', did: '', learned: '' },
    ]);
  });
});

describe('how soon somebody came back to the plan', () => {
  const days = (...told: [string, Outcome | null][]): FollowThroughDay[] =>
    told.map(([on, outcome]) => ({ on, outcome, did: '', learned: '' }));

  it.each([
    ['nothing was written', days(), []],
    ['it was always kept', days(['2026-11-01', 'kept'], ['2026-11-02', 'kept']), []],
    ['the next day was kept again', days(['2026-11-01', 'crossed'], ['2026-11-02', 'kept']), [1]],
    [
      'it counts from the first of several hard days, over the end of a month',
      days(['2026-11-29', 'bent'], ['2026-11-30', 'crossed'], ['2026-12-02', 'kept']),
      [3],
    ],
    [
      'the latest time comes first',
      days(['2026-11-01', 'bent'], ['2026-11-05', 'kept'], ['2026-11-06', 'crossed'], ['2026-11-07', 'kept']),
      [1, 4],
    ],
    ['a time that is not over is not counted', days(['2026-11-01', 'kept'], ['2026-11-02', 'bent']), []],
    [
      'a day with words alone says nothing about it',
      days(['2026-11-01', 'bent'], ['2026-11-02', null], ['2026-11-03', 'kept']),
      [2],
    ],
  ])('%s', (_when, log, expected) => {
    expect(daysToComeBack(log)).toEqual(expected);
    expect(daysToComeBack([...log].reverse())).toEqual(expected);
  });
});
