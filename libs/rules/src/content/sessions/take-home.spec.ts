import type { MemberId, TakeHomeContent } from '@common-ground/contract';
import { isBlankPage, leftWithout, offeredChoice, takeHomeContent, type NamedReader } from './take-home';

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

  it('is offered without an action that names such a person anywhere in it', () => {
    for (const field of ['what', 'when', 'howOften', 'howWeWillKnow', 'ifItSlips'] as const) {
      const said = { ...HOUR, actions: [{ ...action('one', 'Rosa'), [field]: 'When David has called' }] };
      expect(offeredChoice(said, named('Rosa Torres'), [named('David Torres')]).actionIds).toEqual([]);
      expect(offeredChoice(said, named('David Torres'), [named('David Torres')]).actionIds).toEqual(['one']);
    }
  });

  it('takes for left out whoever was not asked, or is neither chosen nor has a page', () => {
    const reader = (name: string, isChosen: boolean, isOpen: boolean) => ({
      ...named(name),
      ...{ isChosen, isOpen },
    });
    const readers = [reader('Rosa', true, false), reader('Leo', false, true), reader('David', false, false)];
    const left = leftWithout(readers, [named('Walter')]);
    expect(left.map(({ displayName }) => displayName)).toEqual(['Walter', 'David']);
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
