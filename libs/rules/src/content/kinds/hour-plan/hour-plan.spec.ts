import {
  SESSION_ROLES,
  type Change,
  type DocumentId,
  type HourPlanContent,
  type MemberId,
  type SessionPlan,
} from '@common-ground/contract';
import fc from 'fast-check';
import { reviewRisks } from '../../review-risks';
import { newReviewOf } from '../../new-review';
import { rulesOf } from '../kinds';
import { hourPlanOf, rulesAgain } from './compose';
import { HOUR_PLAN } from './hour-plan-for-specs';
import { MINUTES_EITHER_WAY, WHAT_MATTERS_IN_AN_HOUR, whyItMatters } from './what-matters';

const told = (content: HourPlanContent): { title: string; content: HourPlanContent } => ({
  title: content.purpose,
  content,
});
const changes = (after: Partial<HourPlanContent>, before = HOUR_PLAN): Change[] =>
  rulesOf('hour-plan').changes(told(before), told({ ...HOUR_PLAN, ...after }));
const [hello, solve, close] = HOUR_PLAN.agenda as [
  HourPlanContent['agenda'][number],
  HourPlanContent['agenda'][number],
  HourPlanContent['agenda'][number],
];
const [elena, rosa, david] = HOUR_PLAN.people as [
  HourPlanContent['people'][number],
  HourPlanContent['people'][number],
  HourPlanContent['people'][number],
];
const [speaks, phones] = HOUR_PLAN.groundRules as [
  HourPlanContent['groundRules'][number],
  HourPlanContent['groundRules'][number],
];

describe('the plan of an hour, composed', () => {
  const plan: SessionPlan = {
    ...{ purpose: 'For this', startsOn: '2027-03-01', startTime: '16:00', timeZone: 'Europe/Madrid' },
    ...{ minutes: 50, place: 'The blue room', link: 'https://meet.example/way-in', goRound: 'How?' },
    people: [{ side: 'family', id: 'rosa' as MemberId, role: 'recorder' }],
    groundRules: ['Phones are away.', 'We listen.'],
    agenda: [
      {
        ...{ id: 'one', title: 'First', minutes: 20, fixedStart: '16:05' },
        documentIds: ['sheet' as DocumentId],
        reveals: [{ documentId: 'sheet' as DocumentId, promptId: 'asked' }],
      },
    ],
  };
  const facts = {
    language: 'es',
    nameOf: ({ id }: { id: string }) => `${id}!`,
    titleOf: (id: string) => `${id}?`,
    before: HOUR_PLAN.groundRules,
  } as const;

  it('calls a paper that nobody has given a title what it is, in the language of the plan', () => {
    const papers = (language: 'en' | 'es'): unknown =>
      hourPlanOf(plan, { ...facts, language, titleOf: () => ' ' }).agenda[0]?.papers;
    expect(papers('en')).toEqual([{ id: 'sheet', title: 'A paper without a title' }]);
    expect(papers('es')).toEqual([{ id: 'sheet', title: 'Un documento sin título' }]);
  });

  it('says everything that is to happen, and neither where, nor by what link, nor which answers open', () => {
    expect(hourPlanOf(plan, facts)).toEqual({
      format: 1,
      language: 'es',
      purpose: 'For this',
      when: { startsOn: '2027-03-01', startTime: '16:00', timeZone: 'Europe/Madrid' },
      minutes: 50,
      people: [{ id: 'rosa', side: 'family', name: 'rosa!', role: 'recorder' }],
      groundRules: [
        { id: 'rule-2', words: 'Phones are away.' },
        { id: 'rule-1', words: 'We listen.' },
      ],
      goRound: 'How?',
      agenda: [
        {
          ...{ id: 'one', title: 'First', minutes: 20, fixedStart: '16:05' },
          papers: [{ id: 'sheet', title: 'sheet?' }],
        },
      ],
    });
  });

  it.each<[string, string[], string[]]>([
    ['begins to count at one', [], ['rule-1', 'rule-2']],
    ['keeps the id of the same words, wherever they stand', ['x', 'b', 'a'], ['rule-3', 'rule-2', 'rule-1']],
    ['gives new words the place of those that are gone', ['a', 'x'], ['rule-1', 'rule-2']],
    ['keeps two lines in the same words apart', ['a', 'a'], ['rule-1', 'rule-2']],
    ['names none twice', ['y', 'x', 'b', 'a', 'z'], ['rule-3', 'rule-4', 'rule-2', 'rule-1', 'rule-5']],
  ])('a ground rule %s', (_what, lines, ids) => {
    const before = [
      { id: 'rule-1', words: 'a' },
      { id: 'rule-2', words: 'b' },
    ];
    const rules = lines.length === 0 ? rulesAgain([], ['one', 'two']) : rulesAgain(before, lines);
    expect(rules.map(({ id }) => id)).toEqual(ids);
    if (lines.length > 0) expect(rules.map(({ words }) => words)).toEqual(lines);
  });
});

describe('the plan of an hour, part by part', () => {
  it('is read in the order of the page, with names, roles, minutes and papers', () => {
    expect(
      rulesOf('hour-plan')
        .parts(HOUR_PLAN)
        .map(({ part, words }) => [part, words]),
    ).toEqual([
      ['purpose', 'One problem, solved together'],
      ['when', '2027-03-01 16:00 (Europe/Madrid)'],
      ['minutes', '90 min'],
      ['person', 'Elena · leads'],
      ['person', 'Rosa · watches the time'],
      ['person', 'David · takes part'],
      ['rule', 'One speaks at a time.'],
      ['rule', 'Phones are away.'],
      ['goRound', 'What went well this week?'],
      ['entry', 'Arrive · 10 min'],
      ['entry', 'Solve it · 16:15 · 60 min · Problem solving'],
      ['entry', 'Close · 15 min'],
    ]);
    expect(rulesOf('hour-plan').outline(HOUR_PLAN)).toEqual({
      whyItHelps: HOUR_PLAN.purpose,
      minutes: 1,
      prompts: 0,
    });
  });

  it('cannot be judged without a purpose or an agenda, nor with two parts of one id', () => {
    const check = (over: Partial<HourPlanContent>): string[] =>
      rulesOf('hour-plan')
        .check('', { ...HOUR_PLAN, ...over })
        .map(({ path, code, blocks }) => `${path} ${code} ${blocks}`);
    expect(check({})).toEqual([]);
    expect(check({ purpose: '  ' })).toEqual(['content.purpose purpose-missing true']);
    expect(check({ agenda: [] })).toEqual(['content.agenda agenda-missing true']);
    expect(check({ agenda: [hello, hello] })).toEqual(['content block-id-repeated true']);
  });
});

/** One change of a plan: what is done, what is told of it, and why it matters, if it does. */
const CHANGES: [string, Partial<HourPlanContent>, Partial<Change>, string | null][] = [
  [
    'another purpose',
    { purpose: 'Another' },
    { sort: 'reworded', part: 'purpose', blockId: 'purpose', from: HOUR_PLAN.purpose, to: 'Another' },
    'purpose',
  ],
  ['no purpose', { purpose: ' ' }, { sort: 'removed', part: 'purpose', to: null }, 'purpose'],
  [
    'another day',
    { when: { ...HOUR_PLAN.when, startsOn: '2027-03-08' } },
    { sort: 'when', part: 'when', to: '2027-03-08 16:00 (Europe/Madrid)' },
    null,
  ],
  [
    'a little longer',
    { minutes: 90 + MINUTES_EITHER_WAY },
    { sort: 'minutes', part: 'minutes', from: '90 min', to: '100 min' },
    null,
  ],
  ['much longer', { minutes: 91 + MINUTES_EITHER_WAY }, { sort: 'minutes', part: 'minutes' }, 'length'],
  ['much shorter', { minutes: 89 - MINUTES_EITHER_WAY }, { sort: 'minutes', part: 'minutes' }, 'length'],
  [
    'somebody more',
    { people: [elena, rosa, david, { ...rosa, id: 'leo' as MemberId, name: 'Leo' }] },
    { sort: 'added', part: 'person', blockId: 'leo', from: null, to: 'Leo · watches the time' },
    'people',
  ],
  [
    'somebody less',
    { people: [elena, rosa] },
    { sort: 'removed', part: 'person', blockId: 'david', from: 'David · takes part', to: null },
    'people',
  ],
  [
    'another role',
    { people: [elena, { ...rosa, role: 'recorder' }, david] },
    { sort: 'reworded', part: 'role', blockId: 'rosa', to: 'Rosa · writes down' },
    'people',
  ],
  [
    'another name',
    { people: [elena, { ...rosa, name: 'Rosa T.' }, david] },
    { sort: 'reworded', part: 'person', blockId: 'rosa', from: 'Rosa · watches the time' },
    null,
  ],
  [
    'a rule more',
    { groundRules: [speaks, phones, { id: 'rule-3', words: 'We listen.' }] },
    { sort: 'added', part: 'rule', blockId: 'rule-3', to: 'We listen.' },
    'rules',
  ],
  [
    'a rule less',
    { groundRules: [phones] },
    { sort: 'removed', part: 'rule', blockId: 'rule-1', from: speaks.words },
    'rules',
  ],
  [
    'another rule',
    { groundRules: [speaks, { ...phones, words: 'Phones are in the basket.' }] },
    { sort: 'reworded', part: 'rule', blockId: 'rule-2' },
    'rules',
  ],
  [
    'rules in another order',
    { groundRules: [phones, speaks] },
    { sort: 'moved', part: 'rule', from: null },
    null,
  ],
  ['another question', { goRound: 'And now?' }, { sort: 'reworded', part: 'goRound' }, 'go-round'],
  ['no question', { goRound: '' }, { sort: 'removed', part: 'goRound' }, 'go-round'],
  [
    'an entry more',
    { agenda: [hello, { ...hello, id: 'more', title: 'More' }, solve, close] },
    { sort: 'added', part: 'entry', blockId: 'more', to: 'More · 10 min' },
    'agenda',
  ],
  [
    'an entry less',
    { agenda: [hello, close] },
    { sort: 'removed', part: 'entry', blockId: 'solve', from: 'Solve it · 60 min · Problem solving' },
    'agenda',
  ],
  [
    'entries in another order',
    { agenda: [close, hello, solve] },
    { sort: 'moved', part: 'entry', blockId: 'close', from: null, to: 'Close · 15 min' },
    'agenda',
  ],
  [
    'another title',
    { agenda: [{ ...hello, title: 'Begin' }, solve, close] },
    { sort: 'reworded', part: 'entry', blockId: 'hello', from: 'Arrive', to: 'Begin' },
    'agenda',
  ],
  [
    'a fixed start',
    { agenda: [{ ...hello, fixedStart: '16:00' }, solve, close] },
    { sort: 'when', part: 'entry', blockId: 'hello', from: 'Arrive', to: 'Arrive · 16:00' },
    null,
  ],
  [
    'an entry a little shorter',
    { agenda: [hello, { ...solve, minutes: 60 - MINUTES_EITHER_WAY }, close] },
    { sort: 'minutes', part: 'entry', blockId: 'solve', from: 'Solve it · 60 min', to: 'Solve it · 50 min' },
    null,
  ],
  [
    'an entry much shorter',
    { agenda: [hello, { ...solve, minutes: 59 - MINUTES_EITHER_WAY }, close] },
    { sort: 'minutes', part: 'entry', blockId: 'solve' },
    'length',
  ],
  [
    'a paper more',
    { agenda: [{ ...hello, papers: [{ id: 'more' as DocumentId, title: 'More' }] }, solve, close] },
    { sort: 'added', part: 'paper', blockId: 'hello', from: null, to: 'More' },
    'papers',
  ],
  [
    'a paper less',
    { agenda: [hello, { ...solve, papers: [] }, close] },
    { sort: 'removed', part: 'paper', blockId: 'solve', from: 'Problem solving' },
    'papers',
  ],
  [
    'the first title of a paper',
    { agenda: [hello, { ...solve, papers: [{ id: 'sheet' as DocumentId, title: '' }] }, close] },
    { sort: 'reworded', part: 'paper', blockId: 'solve', from: 'Problem solving', to: '' },
    null,
  ],
  [
    'the title of a paper',
    { agenda: [hello, { ...solve, papers: [{ id: 'sheet' as DocumentId, title: 'Together' }] }, close] },
    { sort: 'reworded', part: 'paper', blockId: 'solve', from: 'Problem solving', to: 'Together' },
    null,
  ],
];

describe('a change of a plan', () => {
  it.each(CHANGES)('is told, and nothing else: %s', (_what, after, change, why) => {
    const found = changes(after);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(change);
    const now = { ...HOUR_PLAN, ...after };
    expect(found.map((one) => whyItMatters(one, HOUR_PLAN, now))).toEqual([why]);
    const { isNeeded, because } = newReviewOf('hour-plan', told(HOUR_PLAN), told(now));
    expect([isNeeded, because]).toEqual([why !== null, why === null ? [] : found]);
  });

  it('is none in another language, in another order of people, or in white space', () => {
    expect(changes({ language: 'es' })).toEqual([]);
    expect(changes({ people: [david, elena, rosa] })).toEqual([]);
    expect(
      changes({ goRound: ` ${HOUR_PLAN.goRound} `, agenda: [{ ...hello, title: 'Arrive ' }, solve, close] }),
    ).toEqual([]);
  });

  it('names roles in the language of the plan', () => {
    const people = [elena, rosa, { ...david, role: 'recorder' as const }];
    expect(changes({ language: 'es', people })[0]?.to).toBe('David · anota');
  });

  it('is none where only a blank rule moved', () => {
    const blank = { id: 'rule-3', words: ' ' };
    const before = { ...HOUR_PLAN, groundRules: [blank, speaks] };
    expect(changes({ groundRules: [speaks, blank] }, before)).toEqual([]);
  });

  it('is looked at for every line of the table of what matters', () => {
    const lines = Object.entries(WHAT_MATTERS_IN_AN_HOUR).flatMap(([part, sorts]) =>
      Object.keys(sorts).map((sort) => `${part} ${sort}`),
    );
    const seen = CHANGES.filter(([, , , why]) => why !== null).map(
      ([, , { part, sort }]) => `${part} ${sort}`,
    );
    // A purpose or a question that comes where there was none is the other way round.
    expect(new Set(lines)).toEqual(new Set([...seen, 'purpose added', 'goRound added']));
    expect(
      changes({}, { ...HOUR_PLAN, purpose: '', goRound: '' }).map(({ sort, part }) => `${part} ${sort}`),
    ).toEqual(['purpose added', 'goRound added']);
  });
});

describe('between any two plans', () => {
  const words = fc.constantFrom('', ' ', 'One', 'Other');
  const role = fc.constantFrom(...SESSION_ROLES);
  const minutes = fc.constantFrom(5, 10, 60);
  const listOf = <T extends { id: string }>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.uniqueArray(one, { maxLength: 4, selector: ({ id }) => id });
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const paper = fc.record({ id: id as fc.Arbitrary<DocumentId>, title: fc.constantFrom('', 'One', 'Other') });
  const anyPlan: fc.Arbitrary<HourPlanContent> = fc.record({
    ...{ format: fc.constant(1 as const), language: fc.constant('en' as const), purpose: words, minutes },
    when: fc.constantFrom(HOUR_PLAN.when, { ...HOUR_PLAN.when, startTime: '17:00' }),
    people: listOf(
      fc.record({
        ...{ id: id as fc.Arbitrary<MemberId>, side: fc.constant('family' as const), role },
        name: fc.constantFrom('One', 'Other'),
      }),
    ),
    groundRules: listOf(fc.record({ id, words })),
    goRound: words,
    agenda: listOf(
      fc.record({
        ...{ id, title: words, minutes, fixedStart: fc.constantFrom(null, '16:00') },
        papers: listOf(paper),
      }),
    ),
  });
  /** Everything that means something, as one text: in which order people and papers are named does not. */
  const meant = (plan: HourPlanContent): string =>
    JSON.stringify({
      ...plan,
      ...{ purpose: plan.purpose.trim(), goRound: plan.goRound.trim() },
      people: plan.people.map(({ id: who, name, role: does }) => `${who} ${name} ${does}`).sort(),
      groundRules: plan.groundRules.filter((rule) => rule.words.trim() !== ''),
      agenda: plan.agenda.map((entry) => ({
        ...entry,
        title: entry.title.trim(),
        papers: entry.papers.map((one) => `${one.id} ${one.title}`).sort(),
      })),
    });

  it('something is told where they mean something else, and nothing where they do not', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.boolean(), (before, other, isSame) => {
        const after = isSame ? (JSON.parse(JSON.stringify(before)) as HourPlanContent) : other;
        const found = rulesOf('hour-plan').changes(told(before), told(after));
        expect(found.length > 0).toBe(meant(before) !== meant(after));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is risky about a plan', () => {
  const risks = (people: HourPlanContent['people'], approved: HourPlanContent | null = HOUR_PLAN): string[] =>
    reviewRisks('hour-plan', told({ ...HOUR_PLAN, people }), {
      ...{ readers: 3, isNewlySeen: false, kept: [], practiceWords: [] },
      approved: approved && told(approved),
    });

  it('is that other people of the family come than when it was approved, and nothing else', () => {
    expect(risks(HOUR_PLAN.people)).toEqual([]);
    expect(risks([elena, rosa])).toEqual(['audience-changed']);
    expect(risks([elena, rosa, { ...david, id: 'leo' as MemberId }])).toEqual(['audience-changed']);
    // Who of the staff comes is no audience.
    expect(risks([rosa, david])).toEqual([]);
    expect(risks([elena, rosa], null)).toEqual([]);
  });
});
