import type { FamilySessionId } from '@common-ground/contract';
import { blankSupportPlan } from '../kinds/support-plan/blank';
import { blankWorksheet } from '../kinds/worksheet/blank';
import {
  carriedId,
  carriedParts,
  carriedTitle,
  fitsAsStep,
  withStep,
  withTask,
  withoutStep,
  withoutTask,
} from './carrying';

const HOUR = '01900000-0000-7000-8000-00000000beef' as FamilySessionId;
const ID = carriedId(HOUR, 'greeting');
const ACTION = {
  ...{ id: 'greeting', who: 'Rosa', what: 'Says good morning', when: 'At breakfast', howOften: 'Every day' },
  ...{ howWeWillKnow: 'A tick', ifItSlips: '' },
};

describe('an action that is carried over', () => {
  it('keeps in its id where it comes from, however long that is', () => {
    expect(ID).toBe('from-00000000beef-greeting');
    expect(carriedId(HOUR, 'a'.repeat(64))).toHaveLength(64);
  });

  it('becomes the last step of a plan, once', () => {
    const plan = withStep(blankSupportPlan('en'), 'before', ACTION);
    const grown = withStep(plan, ID, ACTION);
    expect(grown.steps.map(({ id }) => id)).toEqual(['before', ID]);
    expect(grown.steps[1]).toEqual({
      ...{ id: ID, who: 'Rosa', what: 'Says good morning', when: 'At breakfast', often: 'Every day' },
      ...{ knownBy: 'A tick', planB: '' },
    });
    expect(withStep(grown, ID, ACTION)).toBe(grown);
    expect(withoutStep(grown, ID)).toEqual(plan);
  });

  it('is no step while there is more to who does it than a plan takes', () => {
    expect(fitsAsStep({ ...ACTION, who: '😀'.repeat(120) })).toBe(true);
    expect(fitsAsStep({ ...ACTION, who: 'a'.repeat(121) })).toBe(false);
  });

  it('gives homework as much of its words for a title as fits, and never half a character', () => {
    expect(carriedTitle(ACTION)).toBe('Says good morning');
    expect(carriedTitle({ ...ACTION, what: `${'a'.repeat(199)}😀 and more` })).toBe(`${'a'.repeat(199)}😀`);
  });

  it('is known again by what it put there', () => {
    const plan = withStep(blankSupportPlan('en'), ID, ACTION);
    expect(carriedParts('support-plan', 'en', ID, ACTION)).toEqual(plan.steps);
    const sheet = withTask(blankWorksheet('es'), ID, ACTION);
    expect(carriedParts('worksheet', 'es', ID, ACTION)).toEqual(sheet.blocks);
  });

  it('becomes homework that says it and asks how it went, in the language of the sheet', () => {
    const sheet = withTask(blankWorksheet('en'), ID, ACTION);
    expect(sheet.blocks).toEqual([
      {
        ...{ kind: 'guidance', id: ID },
        text: 'Rosa: Says good morning\nWhen: At breakfast\nHow often: Every day\nHow we will know: A tick',
      },
      {
        ...{ kind: 'long-answer', id: 'asked-00000000beef-greeting', question: 'How did it go?' },
        ...{ help: '', optional: false },
      },
    ]);
    expect(withTask(blankWorksheet('es'), ID, ACTION).blocks[1]).toMatchObject({ question: '¿Cómo fue?' });
    expect(withoutTask(sheet, ID)).toEqual(blankWorksheet('en'));
  });
});
