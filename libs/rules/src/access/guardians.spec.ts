import { MEMBER_STATES } from '@common-ground/contract';
import { guardianState, speaksFor, type GuardianFacts } from './guardians';

const TODAY = '2026-11-22';
const right = (known: Partial<GuardianFacts> = {}): GuardianFacts => ({
  fromOn: '2024-03-14',
  untilOn: null,
  endedAt: null,
  ...known,
});

describe('how long a guardian speaks for somebody', () => {
  it.each<[string, Partial<GuardianFacts>, string]>([
    ['from the day on the paper, while no end is known', {}, 'in-force'],
    ['on the first day already', { fromOn: TODAY }, 'in-force'],
    ['not on the day before', { fromOn: '2026-11-23' }, 'to-come'],
    ['through the whole last day', { untilOn: TODAY }, 'in-force'],
    ['not on the day after the last', { untilOn: '2026-11-21' }, 'ended'],
    ['for one day, when it begins and ends today', { fromOn: TODAY, untilOn: TODAY }, 'in-force'],
    ['not a moment longer once it is ended', { endedAt: '2026-11-22T08:00:00.000Z' }, 'ended'],
    [
      'never, when it is ended before it began',
      { fromOn: '2027-01-01', endedAt: '2026-11-01T08:00:00.000Z' },
      'ended',
    ],
  ])('%s', (_sentence, known, state) => {
    expect(guardianState(right(known), TODAY)).toBe(state);
    expect(speaksFor(right(known), 'confirmed', TODAY)).toBe(state === 'in-force');
  });

  it.each(MEMBER_STATES.filter((state) => state !== 'confirmed'))(
    'a guardian who is %s speaks for nobody here, whatever the paper says',
    (state) => {
      expect(speaksFor(right(), state, TODAY)).toBe(false);
    },
  );
});
