import type {
  BoundaryPlanContent,
  MemberId,
  RolePlayScriptContent,
  WorksheetContent,
} from '@common-ground/contract';
import { blankBoundaryPlan } from './kinds/boundary-plan/blank';
import { blankRolePlayScript } from './kinds/role-play-script/blank';
import { newReviewOf } from './new-review';

const asked = { help: '', optional: false };
const SHEET: WorksheetContent = {
  format: 1,
  language: 'en',
  whyItHelps: 'It helps.',
  whenAndWhere: 'At home.',
  minutes: null,
  blocks: [
    { kind: 'section', id: 'part', title: 'First' },
    { kind: 'guidance', id: 'told', text: 'Take your time.' },
    { kind: 'short-answer', id: 'asked', question: 'What helps?', ...asked },
  ],
};
const PLAN: BoundaryPlanContent = {
  ...blankBoundaryPlan('en'),
  limits: [{ id: 'limit', words: 'I hang up when I am shouted at.' }],
  safety: 'Call 988.',
  reviewOn: '2027-01-01',
};
const block = (id: string, over: object): WorksheetContent => ({
  ...SHEET,
  blocks: SHEET.blocks.map((one) => (one.id === id ? { ...one, ...over } : one)),
});
const sheet = (content: WorksheetContent, title = 'Title'): boolean =>
  newReviewOf('worksheet', { title: 'Title', content: SHEET }, { title, content }).isNeeded;
const plan = (over: Partial<BoundaryPlanContent>): boolean =>
  newReviewOf(
    'boundary-plan',
    { title: 'Title', content: PLAN },
    { title: 'Title', content: { ...PLAN, ...over } },
  ).isNeeded;

describe('an approved text needs no new review', () => {
  it.each<[string, boolean]>([
    ['as long as nothing changed', sheet(SHEET)],
    ['for the minutes it takes', sheet({ ...SHEET, minutes: 20 })],
    ['for another order', sheet({ ...SHEET, blocks: [...SHEET.blocks].reverse() })],
    ['for a section less', sheet({ ...SHEET, blocks: SHEET.blocks.slice(1) })],
    [
      'for the day a plan begins or is looked at anew',
      plan({ reviewOn: '2027-02-01', startOn: '2026-12-01' }),
    ],
  ])('%s', (_what, isNeeded) => {
    expect(isNeeded).toBe(false);
  });
});

describe('an approved text needs a new review', () => {
  it.each<[string, boolean]>([
    ['for another title', sheet(SHEET, 'Another')],
    ['for why it helps', sheet({ ...SHEET, whyItHelps: 'Why.' })],
    ['for when and where', sheet({ ...SHEET, whenAndWhere: 'Anywhere.' })],
    ['for a section’s heading', sheet(block('part', { title: 'To begin with' }))],
    ['for another question', sheet(block('asked', { question: 'What hurts?' }))],
    ['for other help with it', sheet(block('asked', { help: 'Think hard.' }))],
    ['for other guidance', sheet(block('told', { text: 'Hurry.' }))],
    ['when a question may no longer be left out', sheet(block('asked', { optional: true }))],
    ['for a question less', sheet({ ...SHEET, blocks: SHEET.blocks.slice(0, 2) })],
    ['for another kind of block', sheet(block('asked', { kind: 'long-answer' }))],
    ['for another language', sheet({ ...SHEET, language: 'es' })],
    ['for a limit', plan({ limits: [{ id: 'limit', words: 'I hang up.' }] })],
    ['for one more limit', plan({ limits: [...PLAN.limits, { id: 'new', words: 'I leave.' }] })],
    ['for what keeps everybody safe', plan({ safety: '' })],
    ['for a step', plan({ steps: [{ id: 'step', words: 'I go for a walk.' }] })],
  ])('%s', (_what, isNeeded) => {
    expect(isNeeded).toBe(true);
  });

  it('for other limits first', () => {
    const limits = [...PLAN.limits, { id: 'other', words: 'I leave.' }];
    const before = { title: 'Title', content: { ...PLAN, limits } };
    const after = { title: 'Title', content: { ...PLAN, limits: [...limits].reverse() } };
    expect(newReviewOf('boundary-plan', before, after).isNeeded).toBe(true);
  });

  it('for somebody else in a role, although every word stays', () => {
    const role = { id: 'role', name: 'Son', castAs: 'Alex', wants: '', feels: '', knows: '' };
    const cast = (castTo: string): RolePlayScriptContent => ({
      ...blankRolePlayScript('en'),
      roles: [{ ...role, castTo: castTo as MemberId }],
    });
    const text = (content: RolePlayScriptContent): { title: string; content: RolePlayScriptContent } => ({
      title: 'Title',
      content,
    });
    expect(newReviewOf('role-play-script', text(cast('leo')), text(cast('sam'))).isNeeded).toBe(true);
    expect(newReviewOf('role-play-script', text(cast('leo')), text(cast('leo'))).isNeeded).toBe(false);
  });

  it('for words that only went to another field', () => {
    const role = { id: 'role', name: 'Son', castAs: '', knows: '' };
    const text = (wants: string, feels: string): { title: string; content: RolePlayScriptContent } => ({
      title: 'Title',
      content: { ...blankRolePlayScript('en'), roles: [{ ...role, wants, feels }] },
    });
    expect(newReviewOf('role-play-script', text('Rest', ''), text('', 'Rest')).isNeeded).toBe(true);
    expect(newReviewOf('role-play-script', text('Rest', ''), text('Rest', '')).isNeeded).toBe(false);
  });

  it('and not for fields that the server wrote in another order', () => {
    const turned = Object.fromEntries(Object.entries(PLAN).reverse()) as unknown as BoundaryPlanContent;
    const [before, after] = [PLAN, turned].map((content) => ({ title: 'Title', content }));
    expect(before && after && newReviewOf('boundary-plan', before, after).isNeeded).toBe(false);
  });

  it('and says which changes are why, and not the others', () => {
    const after = {
      title: 'Title',
      content: { ...block('asked', { question: 'What hurts?' }), minutes: 20 },
    };
    const { because } = newReviewOf('worksheet', { title: 'Title', content: SHEET }, after);
    expect(because).toEqual([{ sort: 'reworded', blockId: 'asked', from: 'What helps?', to: 'What hurts?' }]);
  });
});
