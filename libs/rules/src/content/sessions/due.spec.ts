import type { FamilySessionId } from '@common-ground/contract';
import { carriedId, carriedIds } from './carrying';
import { dueActions, placesOfActions } from './due';

const HOUR = '00000000-0000-4000-8000-00000000abcd' as FamilySessionId;
const action = (id: string, agreed = true) => ({
  ...{ id, agreed, who: 'Rosa', what: `does ${id}`, when: 'On Monday' },
  ...{ howOften: '', howWeWillKnow: '', ifItSlips: '' },
});
const HOURS = [
  { id: HOUR, on: '2027-02-02', actions: [action('one'), action('open', false), action('two')] },
];
const due = (inPapers: readonly string[] = [], onAgendas: readonly string[] = []): readonly string[] =>
  dueActions(HOURS, inPapers, onAgendas).map(({ what }) => what);

describe('what was agreed on and is due', () => {
  it('is everything that was agreed on, and nothing that was left open', () => {
    expect(due()).toEqual(['does one', 'does two']);
    expect(dueActions(HOURS, [], [])[0]).toEqual({
      ...{ sessionId: HOUR, agreedOn: '2027-02-02', entryId: carriedId(HOUR, 'one') },
      ...{ who: 'Rosa', what: 'does one', when: 'On Monday' },
    });
  });

  it('is nothing that became a step of a plan or homework', () => {
    for (const id of carriedIds(carriedId(HOUR, 'one'))) expect(due([id])).toEqual(['does two']);
  });

  it('is nothing that is on the agenda of another hour', () => {
    expect(due([], [carriedId(HOUR, 'two')])).toEqual(['does one']);
  });

  it('is looked for wherever it can have gone', () => {
    expect(placesOfActions(HOURS)).toEqual(['one', 'two'].flatMap((id) => carriedIds(carriedId(HOUR, id))));
  });
});
