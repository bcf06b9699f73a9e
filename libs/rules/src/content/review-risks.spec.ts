import type {
  BoundaryPlanContent,
  DocumentContent,
  DocumentKind,
  MemberId,
  RolePlayScriptContent,
} from '@common-ground/contract';
import { blankBoundaryPlan } from './kinds/boundary-plan/blank';
import { blankRolePlayScript } from './kinds/role-play-script/blank';
import { blankSupportPlan } from './kinds/support-plan/blank';
import { blankWorksheet } from './kinds/worksheet/blank';
import { reviewRisks, type RiskFacts } from './review-risks';

const PLAN: BoundaryPlanContent = {
  ...blankBoundaryPlan('en'),
  limits: [{ id: 'limit', words: 'I hang up when I am shouted at.' }],
  steps: [
    { id: 'one', words: 'I say it once.' },
    { id: 'two', words: 'I leave the room.' },
  ],
  safety: 'We call 988.',
};
const [ONE, OTHER] = ['one', 'other'] as MemberId[];
const cast = (...members: (MemberId | undefined)[]): RolePlayScriptContent => ({
  ...blankRolePlayScript('en'),
  pauseWord: 'Pause',
  roles: members.map((castTo, at) => ({
    ...{ id: `role-${at}`, name: `Role ${at}`, castAs: '', wants: '', feels: '', knows: '' },
    ...(castTo === undefined ? {} : { castTo }),
  })),
});

const risks = (kind: DocumentKind, content: DocumentContent, facts: Partial<RiskFacts> = {}): string[] =>
  reviewRisks(
    kind,
    { title: 'Title', content },
    { approved: null, readers: 0, isNewlySeen: false, ...facts },
  );
const after = (kind: DocumentKind, before: DocumentContent, now: DocumentContent): string[] =>
  risks(kind, now, { approved: { title: 'Title', content: before } });

describe('what is risky about a text that is sent for review', () => {
  it('is nothing where nothing is', () => {
    expect(risks('worksheet', blankWorksheet('en'))).toEqual([]);
    expect(risks('support-plan', blankSupportPlan('en'))).toEqual([]);
    expect(after('boundary-plan', PLAN, { ...PLAN, situation: 'Evenings' })).toEqual([]);
  });

  it('is a limit that nobody has judged yet', () => {
    expect(risks('boundary-plan', PLAN)).toEqual(['sets-limits']);
    expect(risks('boundary-plan', blankBoundaryPlan('en'))).toEqual([]);
  });

  it.each<[string, Partial<BoundaryPlanContent>]>([
    ['reworded', { limits: [{ id: 'limit', words: 'I hang up.' }] }],
    ['taken away', { limits: [] }],
    ['kept by other steps', { steps: PLAN.steps.slice(1) }],
    ['kept in another order', { steps: [...PLAN.steps].reverse() }],
  ])('is a limit that was approved and is %s since', (_how, over) => {
    expect(after('boundary-plan', PLAN, { ...PLAN, ...over })).toEqual(['limits-changed']);
  });

  it('is any change in what keeps everybody safe, said before all else', () => {
    expect(after('boundary-plan', PLAN, { ...PLAN, safety: '', limits: [] })).toEqual([
      'safety-changed',
      'limits-changed',
    ]);
    expect(after('role-play-script', cast(), { ...cast(), pauseWord: 'Stop' })).toEqual(['safety-changed']);
    expect(after('role-play-script', cast(), { ...cast(), optOut: 'Say no.' })).toEqual(['safety-changed']);
    const plan = blankSupportPlan('en');
    const signs = [{ id: 's', sign: 'Sleeps badly', helps: 'A call' }];
    expect(after('support-plan', plan, { ...plan, signs })).toEqual(['safety-changed']);
    expect(risks('support-plan', { ...plan, signs })).toEqual([]);
  });

  it('is that more than one person gets it: those who play a role, or have an earlier version', () => {
    expect(risks('role-play-script', cast(ONE, undefined))).toEqual([]);
    expect(risks('role-play-script', cast(ONE, ONE))).toEqual([]);
    expect(risks('role-play-script', cast(ONE, OTHER))).toEqual(['several-people']);
    expect(risks('worksheet', blankWorksheet('en'), { readers: 1 })).toEqual([]);
    expect(risks('worksheet', blankWorksheet('en'), { readers: 2 })).toEqual(['several-people']);
  });

  it('is that other people play in it than in what was approved, and not that they changed roles', () => {
    expect(after('role-play-script', cast(ONE), cast(OTHER))).toEqual(['audience-changed']);
    expect(after('role-play-script', cast(), cast(ONE))).toEqual(['audience-changed']);
    expect(after('role-play-script', cast(ONE, OTHER), cast(ONE))).toEqual(['audience-changed']);
    expect(after('role-play-script', cast(ONE, OTHER), cast(OTHER, ONE))).toEqual(['several-people']);
    expect(risks('role-play-script', cast(ONE))).toEqual([]);
  });

  it('is that somebody would read its answers who did not when it was approved', () => {
    const content = blankWorksheet('en');
    const approved = { title: 'Title', content };
    expect(risks('worksheet', content, { approved, isNewlySeen: true })).toEqual(['audience-changed']);
    expect(risks('worksheet', content, { approved })).toEqual([]);
    expect(risks('worksheet', content, { isNewlySeen: true })).toEqual([]);
  });

  it('is what the coach found and the author kept on purpose, and not what is only found', () => {
    const content = { ...blankWorksheet('en'), whyItHelps: 'You never listen to me.' };
    expect(risks('worksheet', content)).toEqual([]);
    const kept = [{ sort: 'blame', quote: 'You never' }];
    expect(risks('worksheet', content, { kept })).toEqual(['kept-wording']);
    expect(risks('worksheet', blankWorksheet('en'), { kept })).toEqual([]);
  });

  it('is a text that most families find hard', () => {
    const hard =
      'Interpersonal accommodation necessitates considerable motivational reconsideration. '.repeat(30);
    expect(risks('worksheet', { ...blankWorksheet('en'), whyItHelps: hard })).toEqual(['hard-to-read']);
  });
});
