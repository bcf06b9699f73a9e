import type { DocumentContent } from '@common-ground/contract';
import { rulesOf } from '../kinds/kinds';
import { blankWorksheet } from '../kinds/worksheet/blank';
import { BUILT_IN_TEMPLATES } from '../templates';
import { coachAdvice } from './advice';

const SHEET: DocumentContent = {
  ...blankWorksheet('en'),
  whyItHelps: 'It helps when everything always goes wrong.',
  blocks: [
    { kind: 'guidance', id: 'g', text: 'Take your time. You should relax.' },
    {
      kind: 'single-choice',
      id: 'c',
      question: 'What is true for you?',
      help: '',
      optional: true,
      notSure: false,
      choices: [
        { id: 'a', label: 'I like it quiet.' },
        { id: 'b', label: 'You never listen.' },
      ],
    },
  ],
};

describe('what the coach says about a draft', () => {
  const said = coachAdvice('You always lie', SHEET, rulesOf('worksheet').parts(SHEET));

  it('stands beside the words it is about, and never in the way', () => {
    expect(said.map(({ code, path, blockId, blocks }) => [code, path, blockId, blocks])).toEqual([
      ['coach-blame-gentler', 'title', null, false],
      ['coach-absolute', 'content.whyItHelps', null, false],
      ['coach-advice-gentler', 'content.blocks.0.text', 'g', false],
      ['coach-blame-gentler', 'content.blocks.1.choices.1.label', 'c', false],
    ]);
    expect(said[2]?.params).toEqual({
      sort: 'advice',
      quote: 'You should',
      gentler: 'You could',
      from: 16,
      to: 26,
    });
  });

  it('is left out for the words somebody keeps, in this sort alone, and only counted', () => {
    const advice = coachAdvice('You always lie', SHEET, rulesOf('worksheet').parts(SHEET), {
      kept: [
        { sort: 'advice', quote: 'You should' },
        { sort: 'threat', quote: 'You always' },
        { sort: 'advice', quote: 'You must' },
      ],
    });
    const codes = said.map(({ code }) => code).filter((code) => code !== 'coach-advice-gentler');
    expect(advice.map(({ code }) => code)).toEqual([...codes, 'coach-kept']);
    expect(advice.at(-1)?.params).toEqual({ count: 1 });
  });

  it('belongs to the part a kind knows by its field', () => {
    const plan = { ...rulesOf('boundary-plan').blank('en'), situation: 'You always come home late.' };
    const [first] = coachAdvice('Evenings', plan, rulesOf('boundary-plan').parts(plan));
    expect(first).toMatchObject({ path: 'content.situation', blockId: 'situation' });
  });

  it.each(BUILT_IN_TEMPLATES.map(({ id, kind, title, content }) => [id, kind, title, content] as const))(
    'is nothing at all about the built-in %s',
    (_id, kind, title, content) => {
      const advice = coachAdvice(title, content, rulesOf(kind).parts(content));
      expect(advice.map(({ code, path, params }) => [code, path, params])).toEqual([]);
    },
  );
});
