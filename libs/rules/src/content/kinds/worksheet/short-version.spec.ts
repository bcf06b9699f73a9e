import { ENTRY_ID, type AnswerValue } from '@common-ground/contract';
import { checkAnswerShape } from './answers';
import { worksheetPrompt } from './blocks-of';
import { checkWorksheet } from './check';
import { askedPrompts, isVarying, promptsNotAsked } from './conditions';
import { worksheetOutline } from './outline';
import { choseShort, hasShortVersion, LENGTH_CHOICE, lengthPrompt, minutesOfShort } from './short-version';
import { prompt, worksheet } from './worksheets-for-specs';

const talked = prompt('yes-no', { inShort: true });
const how = prompt('long-answer', {
  inShort: true,
  onlyIf: { promptId: talked.id, test: 'is', value: 'yes' },
});
const calm = prompt('scale');
const blocks = [talked, how, calm];
const said = (...told: [string, AnswerValue][]) => new Map<string, AnswerValue>(told);

describe('the short version of a worksheet', () => {
  it.each([
    ['some are marked', [talked, calm], true],
    ['none is marked: there is only the whole', [calm], false],
    ['all are marked: nothing would be shorter', [talked], false],
  ])('stands beside the whole where %s', (_sentence, some, offered) => {
    expect(hasShortVersion(some)).toBe(offered);
    expect(lengthPrompt(worksheet(...some)) !== undefined).toBe(offered);
    expect(isVarying(some.map(({ onlyIf: _, ...block }) => block))).toBe(offered);
  });

  it.each<[string, Map<string, AnswerValue>, string[]]>([
    ['the whole as long as nothing is chosen', said([talked.id, 'yes']), ['yes-no', 'long-answer', 'scale']],
    [
      'only what is marked once it is chosen',
      said([LENGTH_CHOICE, 'short'], [talked.id, 'yes']),
      ['yes-no', 'long-answer'],
    ],
    ['of that only what the answers ask for', said([LENGTH_CHOICE, 'short'], [talked.id, 'no']), ['yes-no']],
    ['the whole again after going back', said([LENGTH_CHOICE, 'whole']), ['yes-no', 'scale']],
  ])('asks %s', (_sentence, answers, asked) => {
    expect(askedPrompts(blocks, answers).map(({ id }) => id)).toEqual(asked);
  });

  it('keeps back what was written beyond it, and never the choice itself', () => {
    const answers = said([LENGTH_CHOICE, 'short'], [talked.id, 'yes'], [calm.id, 7]);
    expect(promptsNotAsked(blocks, answers)).toEqual(['scale']);
  });

  it('cannot be chosen where there is none, whatever is stored', () => {
    expect(choseShort([calm], said([LENGTH_CHOICE, 'short']))).toBe(false);
    expect(askedPrompts([calm], said([LENGTH_CHOICE, 'short']))).toEqual([calm]);
  });

  it('takes as long as what is in it, whatever the author says of the whole', () => {
    expect(minutesOfShort(blocks)).toBeLessThan(worksheetOutline(worksheet(...blocks)).minutes + 1);
    expect(minutesOfShort([talked, calm])).toBe(1);
  });

  it('is chosen with an answer of its own, under an id that no block can have', () => {
    const choice = worksheetPrompt(worksheet(...blocks), LENGTH_CHOICE);
    expect(choice && ['short', 'whole', 'half'].map((value) => checkAnswerShape(choice, value))).toEqual([
      null,
      null,
      'not-a-choice',
    ]);
    expect(ENTRY_ID.test(LENGTH_CHOICE)).toBe(false);
    expect(worksheetPrompt(worksheet(calm), LENGTH_CHOICE)).toBeUndefined();
  });

  it('says to its author when a marked question depends on one that is not', () => {
    const codes = (...some: Parameters<typeof worksheet>) =>
      checkWorksheet('A title', worksheet(...some)).map(({ code, blocks: stops }) => [code, stops]);
    expect(codes(...blocks)).toEqual([]);
    expect(codes(prompt('yes-no'), how, calm)).toEqual([['short-depends-outside', false]]);
  });
});
