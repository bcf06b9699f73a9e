import type { BoundaryPlanContent, Language } from '@common-ground/contract';
import { blankBoundaryPlan } from './blank';
import { checkBoundaryPlan } from './check';
import { CALM_EVENINGS_EN } from './templates/calm-evenings.en';
import { CALM_EVENINGS_ES } from './templates/calm-evenings.es';

const DATED = { startOn: '2027-01-04', reviewOn: '2027-02-01' };
const WHOLE: { readonly [L in Language]: BoundaryPlanContent } = {
  en: { ...CALM_EVENINGS_EN.content, ...DATED },
  es: { ...CALM_EVENINGS_ES.content, ...DATED },
};

const said = (over: Partial<BoundaryPlanContent>, language: Language = 'en'): string[] =>
  checkBoundaryPlan('Evenings', { ...WHOLE[language], ...over }).map(
    ({ code, blocks }) => `${blocks ? 'must' : 'may'} ${code}`,
  );
const step = (words: string, language: Language = 'en'): string[] =>
  said({ steps: [{ id: 's', words }] }, language);
const limit = (words: string, language: Language = 'en'): string[] =>
  said({ limits: [{ id: 'l', words }] }, language);

describe('what a boundary plan still lacks', () => {
  it('says nothing about one that is whole', () => {
    expect(said({})).toEqual([]);
    expect(said({}, 'es')).toEqual([]);
  });

  it('an empty one needs a title, a limit, a step and a day to look at it again', () => {
    const must = checkBoundaryPlan(' ', blankBoundaryPlan('en')).filter(({ blocks }) => blocks);
    expect(must.map(({ code }) => code)).toEqual([
      'title-missing',
      'limit-missing',
      'step-missing',
      'review-missing',
    ]);
  });

  it('advises one or two limits, not three', () => {
    const three = ['a', 'b', 'c'].map((id) => ({ id, words: 'I go to bed at ten.' }));
    expect(said({ limits: three })).toEqual(['may limits-many']);
    expect(said({ limits: three.slice(1) })).toEqual([]);
  });

  it('a day to look at it again comes after the day it begins', () => {
    expect(said({ startOn: '2027-03-01' })).toEqual(['must review-before-start']);
  });
});

describe('a limit is about what I do', () => {
  it.each([
    'I leave the room when it gets loud.',
    'When you shout, I will take a walk.',
    'I’m not lending money this month.',
    'After ten in the evening I don’t answer calls.',
  ])('takes “%s”', (words) => {
    expect(limit(words)).toEqual([]);
  });

  it.each([
    ['You must be home by ten.', 'must limit-commands'],
    ['When you drink you have to leave.', 'must limit-commands'],
    ['No shouting in this house.', 'must limit-not-mine'],
    ['Leo stops playing at nine.', 'must limit-not-mine'],
  ])('does not take “%s”', (words, concern) => {
    expect(limit(words)).toEqual([concern]);
  });

  it.each([
    ['Cuando hay gritos, salgo del cuarto.', []],
    ['No presto dinero este mes.', []],
    ['Si subes la voz, me voy a caminar.', []],
    ['Tienes que llegar a las diez.', ['must limit-commands']],
    ['Nada de gritos en esta casa.', ['must limit-not-mine']],
  ])('judges in Spanish: “%s”', (words, concerns) => {
    expect(limit(words, 'es')).toEqual(concerns);
  });
});

describe('a step begins with my own act', () => {
  it.each([
    'I say it once, calmly.',
    'First, I say what I noticed.',
    'Then I go for a walk.',
    'If it goes on, I end the call.',
    'I’ll text my sister.',
    'I make sure that there is food in the house.',
    'I will never take away your phone.',
  ])('takes “%s”', (words) => {
    expect(step(words)).toEqual([]);
  });

  it.each([
    'You leave.',
    'Leo goes to his room.',
    'The car stays in the garage.',
    'If it goes on, you leave.',
  ])('does not take “%s”', (words) => {
    expect(step(words)).toEqual(['must step-not-mine']);
  });

  it.each([
    'Digo una vez lo que pasa.',
    'Primero, respiro.',
    'Luego saldré a caminar.',
    'Voy a la cocina.',
    'Si sigue, cuelgo.',
  ])('takes “%s”', (words) => {
    expect(step(words, 'es')).toEqual([]);
  });

  it.each(['Tú te vas.', 'Marta sale del cuarto.', 'La puerta queda cerrada.'])(
    'does not take “%s”',
    (words) => {
      expect(step(words, 'es')).toEqual(['must step-not-mine']);
    },
  );
});

describe('no step keeps anybody from what everybody needs', () => {
  it.each([
    ['I will not cook dinner for you.', 'food'],
    ['I stop buying your groceries.', 'food'],
    ['I won’t pay for your medicine.', 'medicine'],
    ['I take away your meds until you say sorry.', 'medicine'],
    ['I will lock you out for the night.', 'shelter'],
    ['I kick him out.', 'shelter'],
    ['I let you sleep outside.', 'shelter'],
    ['I take away your phone.', 'crisis-contact'],
    ['I block the hotline.', 'crisis-contact'],
  ])('does not take “%s”', (words, basic) => {
    expect(step(words)).toEqual([`must withholds-${basic}`]);
  });

  it.each([
    ['No te daré comida.', 'food'],
    ['Dejaré de pagar tus medicinas.', 'medicine'],
    ['Te echaré de la casa.', 'shelter'],
    ['Te quitaré el teléfono.', 'crisis-contact'],
  ])('does not take “%s”', (words, basic) => {
    expect(step(words, 'es')).toContain(`must withholds-${basic}`);
  });

  it.each([
    'I stop the talk and go home.',
    'I do not lend money.',
    'I leave the house for an hour.',
    'I eat my dinner in the kitchen.',
  ])('takes “%s”', (words) => {
    expect(step(words)).toEqual([]);
  });
});
