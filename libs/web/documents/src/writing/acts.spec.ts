import { blankWorksheet, rulesOf } from '@common-ground/rules/content';
import { duplicate, reword } from './acts';
import { applyAll, type Written } from './written';

const SHEET: Written = {
  title: 'You should read this',
  content: {
    ...blankWorksheet('en'),
    whyItHelps: 'You should, and you should.',
    blocks: [
      { kind: 'guidance', id: 'g', text: 'Well. You should relax.' },
      {
        kind: 'single-choice',
        id: 'c',
        question: 'Which?',
        help: '',
        optional: true,
        notSure: false,
        choices: [
          { id: 'a', label: 'One' },
          { id: 'b', label: 'You should go' },
        ],
      },
    ],
  },
};
const said = (path: string, from = 0) => ({ path, from, quote: 'You should' });
const after = (path: string, from?: number, text = SHEET): Written =>
  applyAll(text, reword(text, said(path, from), 'You could'));

describe('taking a gentler wording', () => {
  it.each([
    ['the title', 'title', 0, 'You could read this'],
    ['a field', 'content.whyItHelps', 0, 'You could, and you should.'],
    ['an entry', 'content.blocks.0.text', 6, 'Well. You could relax.'],
    ['a choice within an entry', 'content.blocks.1.choices.1.label', 0, 'You could go'],
  ])('changes those words of %s and nothing else', (_where, path, from, expected) => {
    const text = JSON.stringify(after(path, from));
    expect(text).toContain(JSON.stringify(expected));
    expect(text.split('You should')).toHaveLength(JSON.stringify(SHEET).split('You should').length - 1);
  });

  it('finds the entry where it was moved to', () => {
    const { blocks } = SHEET.content as { blocks: readonly unknown[] };
    const moved = { ...SHEET, content: { ...SHEET.content, blocks: blocks.toReversed() } } as Written;
    expect(JSON.stringify(after('content.blocks.0.text', 6, moved))).toContain('Well. You could relax.');
  });

  it.each([
    ['the words have moved within their field', 'content.blocks.0.text', 5],
    ['the field has gone', 'content.nothing', 0],
    ['the entry has gone', 'content.blocks.7.text', 6],
  ])('changes nothing where %s', (_why, path, from) => {
    const gone = path.endsWith('7.text') ? { ...SHEET, content: blankWorksheet('en') } : SHEET;
    expect(after(path, from, gone)).toEqual(gone);
  });

  it('changes nothing in a kind that has no such list', () => {
    const plan = { title: '', content: rulesOf('boundary-plan').blank('en') };
    expect(reword(plan, said('content.blocks.0.text', 6), 'You could')).toEqual([]);
  });
});

describe('putting a copy of an entry below it', () => {
  const copied = (atMost: number): Written => applyAll(SHEET, duplicate(SHEET, 'blocks', 'c', 'new', atMost));

  it('gives it and all it holds ids of their own, and keeps every word', () => {
    const { blocks } = copied(10).content as typeof SHEET.content & { blocks: readonly object[] };
    expect(blocks).toHaveLength(3);
    expect(blocks[2]).toMatchObject({
      id: 'new',
      question: 'Which?',
      choices: [
        { id: 'new-1', label: 'One' },
        { id: 'new-2', label: 'You should go' },
      ],
    });
  });

  it('does nothing where there is no room, or no such entry', () => {
    expect(copied(2)).toEqual(SHEET);
    expect(duplicate(SHEET, 'blocks', 'nothing', 'new', 10)).toEqual([]);
  });
});
