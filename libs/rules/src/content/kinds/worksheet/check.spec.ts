import { type Block, PROMPT_KINDS } from '@common-ground/contract';
import fc from 'fast-check';
import { blankBlock, blankWorksheet } from './blank';
import { checkWorksheet } from './check';
import { anyWorksheet, prompt, worksheet } from './worksheets-for-specs';

describe('what a worksheet still lacks', () => {
  const said = (...blocks: Block[]) =>
    checkWorksheet('A title', worksheet(...blocks)).map(
      ({ code, path, blocks: stops }) => `${stops ? 'must' : 'may'} ${code} ${path}`,
    );

  it('says nothing about one that is whole', () => {
    expect(said(...PROMPT_KINDS.map((kind) => prompt(kind)))).toEqual([]);
  });

  it('an empty one needs a title and a question, and had better say why it helps', () => {
    const concerns = checkWorksheet('  ', blankWorksheet('es'));
    expect(concerns.map(({ code, blocks }) => [code, blocks])).toEqual([
      ['title-missing', true],
      ['why-missing', false],
      ['nothing-asked', true],
    ]);
  });

  it.each<[string, Block, string]>([
    [
      'a heading without words is advice',
      blankBlock('section', 's', 'en'),
      'may section-title-missing content.blocks.1.title',
    ],
    [
      'guidance without words is advice',
      blankBlock('guidance', 'g', 'en'),
      'may guidance-empty content.blocks.1.text',
    ],
    [
      'a prompt must ask something',
      prompt('date', { question: ' ' }),
      'must question-missing content.blocks.1.question',
    ],
    [
      'a scale must say what 0 means',
      prompt('scale', { lowLabel: '' }),
      'must scale-end-missing content.blocks.1.lowLabel',
    ],
    [
      'a scale must say what 10 means',
      prompt('scale', { highLabel: '' }),
      'must scale-end-missing content.blocks.1.highLabel',
    ],
    [
      'one choice is no choice',
      prompt('single-choice', { choices: [{ id: 'a', label: 'A' }] }),
      'must too-few-choices content.blocks.1.choices',
    ],
    [
      'a checklist needs something to tick',
      prompt('checklist', { choices: [] }),
      'must too-few-choices content.blocks.1.choices',
    ],
    [
      'every choice has words',
      prompt('multiple-choice', {
        choices: [
          { id: 'a', label: 'A' },
          { id: 'b', label: '' },
        ],
      }),
      'must choice-empty content.blocks.1.choices.1.label',
    ],
    [
      'two choices are two',
      prompt('single-choice', {
        choices: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      }),
      'must choice-id-repeated content.blocks.1.choices.1.id',
    ],
    [
      'two blocks are two',
      prompt('short-answer', { id: 'long-answer' }),
      'must block-id-repeated content.blocks.1.id',
    ],
  ])('%s', (_sentence, block, concern) => {
    expect(said(prompt('long-answer'), block)).toEqual([concern]);
  });

  it('a checklist of one thing is enough', () => {
    expect(said(prompt('checklist', { choices: [{ id: 'a', label: 'A walk' }] }))).toEqual([]);
  });

  it('always leads to the block it speaks of', () => {
    fc.assert(
      fc.property(anyWorksheet, fc.string(), (content, title) => {
        for (const { path, blockId } of checkWorksheet(title, content)) {
          const place = /^content\.blocks\.(\d+)\./u.exec(path)?.[1];
          expect(blockId).toBe(place === undefined ? null : content.blocks[Number(place)]?.id);
        }
      }),
    );
  });
});
