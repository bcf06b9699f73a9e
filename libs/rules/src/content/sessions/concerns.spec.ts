import type { MemberId, PersonId, SessionPlan } from '@common-ground/contract';
import { sessionConcerns } from './concerns';

const rosa = 'rosa' as MemberId;
const elena = { side: 'staff', id: 'elena' as PersonId, role: 'lead' } as const;
const recorder = { side: 'family', id: rosa, role: 'recorder' } as const;
const PLAN: SessionPlan = {
  purpose: 'Find one way to make mornings calmer.',
  startsOn: '2026-12-03',
  startTime: '16:00',
  timeZone: 'America/New_York',
  minutes: 50,
  place: '',
  link: '',
  people: [elena, recorder],
  groundRules: [],
  goRound: '',
  agenda: [{ id: 'talk', title: 'Talk', minutes: 50, fixedStart: null, documentIds: [] }],
};

describe('a plan of an hour', () => {
  const codes = (plan: Partial<SessionPlan>, away: [string, 'held' | 'blocked'][] = []): string[] =>
    sessionConcerns({ ...PLAN, ...plan }, new Map(away)).map(({ code }) => code);

  it.each<[string, Partial<SessionPlan>, string[]]>([
    ['raises no concern when it is whole', {}, []],
    ['says what the hour is for', { purpose: ' ' }, ['no-purpose']],
    ['has somebody who leads', { people: [recorder] }, ['no-lead']],
    ['may be led by a co-lead alone', { people: [{ ...elena, role: 'co-lead' }, recorder] }, []],
    [
      'has somebody who records, and somebody of the family',
      { people: [elena] },
      ['no-recorder', 'nobody-of-the-family'],
    ],
    ['fits into its length', { minutes: 44 }, ['over']],
    [
      'lets nothing run into a fixed start',
      {
        agenda: [
          ...PLAN.agenda,
          { id: 'guest', title: '', minutes: 1, fixedStart: '16:40', documentIds: [] },
        ],
      },
      ['over', 'late'],
    ],
    [
      'has no fixed start before its own',
      { agenda: PLAN.agenda.map((entry, at) => ({ ...entry, fixedStart: at === 0 ? '07:25' : null })) },
      ['before-hour'],
    ],
  ])('%s', (_sentence, plan, found) => {
    expect(codes(plan)).toEqual(found);
  });

  it('says by how much it is too long', () => {
    expect(sessionConcerns({ ...PLAN, minutes: 44 }, new Map())).toEqual([{ code: 'over', minutes: 6 }]);
  });

  it('names whoever should not be asked', () => {
    const away = new Map([[rosa, 'held' as const]]);
    expect(sessionConcerns(PLAN, away)).toEqual([{ code: 'held', personId: rosa }]);
    expect(codes({}, [['elena', 'blocked']])).toEqual([]);
  });
});
