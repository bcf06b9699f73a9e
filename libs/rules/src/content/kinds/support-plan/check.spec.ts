import type { SupportPlanContent } from '@common-ground/contract';
import { blankNeed, blankOffer, blankSupportPlan, blankSupportStep } from './blank';
import { checkSupportPlan, uncoveredNeeds } from './check';
import { HARD_WEEK_EN } from './templates/hard-week.en';

const WHOLE: SupportPlanContent = { ...HARD_WEEK_EN.content, startOn: '2027-01-04', reviewOn: '2027-02-01' };
const said = (over: Partial<SupportPlanContent>): string[] =>
  checkSupportPlan('A week', { ...WHOLE, ...over }).map(
    ({ code, path, blocks }) => `${blocks ? 'must' : 'may'} ${code} ${path}`,
  );

describe('what a support plan still lacks', () => {
  it('says nothing about one that is whole', () => {
    expect(said({})).toEqual([]);
  });

  it('an empty one needs a title, a need, some help and a day to look at it again', () => {
    const must = checkSupportPlan('', blankSupportPlan('es')).filter(({ blocks }) => blocks);
    expect(must.map(({ code }) => code)).toEqual([
      'title-missing',
      'need-missing',
      'help-missing',
      'review-missing',
    ]);
  });

  it('help has a name and an act, and had better have a time', () => {
    expect(said({ offers: [...WHOLE.offers, blankOffer('o')] })).toEqual([
      'must who-missing content.offers.3.who',
      'must what-missing content.offers.3.what',
      'may when-missing content.offers.3.when',
    ]);
  });

  it('a step says how they will know, and what happens when it does not work', () => {
    const bare = { ...blankSupportStep('s'), who: 'Mom', what: 'Calls', when: 'At eight' };
    expect(said({ steps: [bare] })).toEqual([
      'may known-by-missing content.steps.0.knownBy',
      'may plan-b-missing content.steps.0.planB',
    ]);
  });

  it('shows each need that nobody has offered to meet', () => {
    const needs = [...WHOLE.needs, { ...blankNeed('n'), support: 'distract' as const, words: 'Cards' }];
    expect(uncoveredNeeds({ needs, offers: WHOLE.offers }).map(({ id }) => id)).toEqual(['n']);
    expect(said({ needs })).toEqual(['may need-uncovered content.needs.3']);
  });

  it('an offer without a name or an act meets no need', () => {
    const [need] = WHOLE.needs;
    if (need === undefined) throw new Error('The template names a need.');
    const offer = { ...blankOffer('o'), support: need.support, who: 'Dad' };
    expect(uncoveredNeeds({ needs: [need], offers: [offer] })).toEqual([need]);
    expect(uncoveredNeeds({ needs: [need], offers: [{ ...offer, what: 'Listens' }] })).toEqual([]);
  });
});
