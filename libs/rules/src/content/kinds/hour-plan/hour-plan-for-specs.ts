import type { DocumentId, HourPlanContent, MemberId, PersonId } from '@common-ground/contract';

/** An hour in which three people solve one problem. */
export const HOUR_PLAN: HourPlanContent = {
  format: 1,
  language: 'en',
  purpose: 'One problem, solved together',
  when: { startsOn: '2027-03-01', startTime: '16:00', timeZone: 'Europe/Madrid' },
  minutes: 90,
  people: [
    { id: 'elena' as PersonId, side: 'staff', name: 'Elena', role: 'lead' },
    { id: 'rosa' as MemberId, side: 'family', name: 'Rosa', role: 'timekeeper' },
    { id: 'david' as MemberId, side: 'family', name: 'David', role: 'participant' },
  ],
  groundRules: [
    { id: 'rule-1', words: 'One speaks at a time.' },
    { id: 'rule-2', words: 'Phones are away.' },
  ],
  goRound: 'What went well this week?',
  agenda: [
    { id: 'hello', title: 'Arrive', minutes: 10, fixedStart: null, papers: [] },
    {
      id: 'solve',
      title: 'Solve it',
      minutes: 60,
      fixedStart: '16:15',
      papers: [{ id: 'sheet' as DocumentId, title: 'Problem solving' }],
    },
    { id: 'close', title: 'Close', minutes: 15, fixedStart: null, papers: [] },
  ],
};
