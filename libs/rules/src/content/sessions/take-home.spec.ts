import type { MemberId, TakeHomeContent } from '@common-ground/contract';
import { isBlankPage, offeredChoice, takeHomeContent, type NamedReader } from './take-home';

const action = (id: string, who: string): TakeHomeContent['actions'][number] => ({
  ...{ id, who, what: `What ${who} does`, when: 'On Monday', howOften: 'Once' },
  ...{ howWeWillKnow: 'A tick', ifItSlips: 'The day after' },
});
const HOUR: TakeHomeContent = {
  decision: 'We begin with the greeting.',
  actions: [action('greeting', 'Rosa'), action('bus', 'David'), action('calendar', 'Rosa and Leo')],
  helped: 'That everybody could finish a sentence.',
  nextOn: '2027-03-08',
};
const NOTHING: TakeHomeContent = { decision: '', actions: [], helped: '', nextOn: null };
const named = (displayName: string): NamedReader => ({ memberId: displayName as MemberId, displayName });
const offered = (...left: string[]): readonly string[] =>
  offeredChoice(HOUR, named('Rosa Torres'), left.map(named)).actionIds;

describe('what stands on a page to take home', () => {
  it('is what was chosen, and nothing else', () => {
    expect(takeHomeContent(HOUR, { parts: ['helped'], actionIds: ['bus', 'gone'] })).toEqual({
      ...NOTHING,
      ...{ actions: [HOUR.actions[1]], helped: HOUR.helped },
    });
    expect(takeHomeContent(HOUR, { parts: ['decision', 'next'], actionIds: [] })).toEqual({
      ...NOTHING,
      ...{ decision: HOUR.decision, nextOn: HOUR.nextOn },
    });
  });

  it('is offered as everything that was agreed', () => {
    expect(offeredChoice(HOUR, named('Rosa Torres'), [])).toEqual({
      memberId: 'Rosa Torres',
      parts: ['decision', 'helped', 'next'],
      actionIds: ['greeting', 'bus', 'calendar'],
    });
  });

  it('is offered without what somebody does who takes no page home', () => {
    expect(offered('David Torres')).toEqual(['greeting', 'calendar']);
    expect(offered('LEO TORRES')).toEqual(['greeting', 'bus']);
    expect(offered('Torres', 'Dav', '')).toEqual(['greeting', 'bus', 'calendar']);
  });

  it.each<[string, Partial<TakeHomeContent>, boolean]>([
    ['nothing at all', {}, true],
    ['blanks', { decision: ' ', helped: ' ' }, true],
    ['a decision', { decision: 'We begin.' }, false],
    ['an action', { actions: HOUR.actions }, false],
    ['what helped', { helped: 'A pause' }, false],
    ['a day', { nextOn: '2027-03-08' }, false],
  ])('is blank or not: %s', (_sentence, part, isBlank) => {
    expect(isBlankPage({ ...NOTHING, ...part })).toBe(isBlank);
  });
});
