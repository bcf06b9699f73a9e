import type { InvolvementRecord, MemberId } from '@common-ground/contract';
import { involvementRecord } from './involvement';
import { involvementText } from './involvement-text';

const action = (id: string) => ({
  ...{ id, who: 'Rosa', what: id, when: '', howOften: '' },
  ...{ howWeWillKnow: '', ifItSlips: '' },
});
const WHOLE = {
  ...{ begunAt: '2027-02-02T21:00:00Z', endedAt: '2027-02-02T21:50:00Z', timeZone: 'America/New_York' },
  ...{ minutes: 50, end: 'closed', purpose: 'Mornings', nextOn: '2027-02-09' },
  staff: [],
  people: [
    { memberId: 'rosa' as MemberId, displayName: 'Rosa', relation: 'mother' },
    { memberId: 'leo' as MemberId, displayName: 'Leo', relation: 'brother' },
  ],
  entries: [
    { id: 'e1', title: 'Arriving' },
    { id: 'e2', title: 'The talk' },
  ],
  decision: 'The greeting comes first.',
  actions: [action('a1'), action('a2')],
} satisfies InvolvementRecord;

describe('the record of an hour', () => {
  it('holds who and what was chosen for it, and always when it was and for how long', () => {
    const choice = { memberIds: ['leo' as MemberId], entryIds: ['e2'], actionIds: ['a1'], decision: true };
    expect(involvementRecord(WHOLE, choice)).toEqual({
      ...WHOLE,
      people: [WHOLE.people[1]],
      entries: [WHOLE.entries[1]],
      actions: [WHOLE.actions[0]],
    });
    const nothing = { memberIds: [], entryIds: [], actionIds: [], decision: false };
    expect(involvementRecord(WHOLE, nothing)).toEqual({
      ...{ ...WHOLE, people: [], entries: [], actions: [], decision: '' },
    });
  });

  it('holds nothing besides, whatever else is known of the hour', () => {
    const known = { ...WHOLE, notes: 'Mine alone', problem: 'Not for the chart' };
    const choice = { memberIds: [], entryIds: [], actionIds: [], decision: false };
    expect(JSON.stringify(involvementRecord(known, choice))).not.toMatch(/Mine alone|Not for the chart/u);
  });

  it('says when, with whom and how it ended, how it will be known, and names what has no title', () => {
    const record = {
      ...WHOLE,
      entries: [...WHOLE.entries, { id: 'e3', title: ' ' }],
      actions: [{ ...action('a1'), howWeWillKnow: 'A tick', ifItSlips: 'The day after' }],
    };
    const text = involvementText(record, 'en', 'The notice.');
    for (const word of [
      ...['February 2, 2027, 4:00', '4:50', '50 minutes', 'Closed together.', 'A part without a title'],
      ...['How it will be known: A tick', 'If it slips: The day after', 'The notice.'],
    ])
      expect(text).toContain(word);
    expect(involvementText(record, 'es', null)).toContain('Una parte sin título');
  });
});
