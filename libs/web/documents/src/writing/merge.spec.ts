import type { Block, ShortAnswerPrompt } from '@common-ground/contract';
import { blankWorksheet } from '@common-ground/rules/content';
import { merge, settle } from './merge';
import type { WorksheetText } from '../kinds/worksheet/editor/worksheet-model';

const ask = (id: string, question: string): ShortAnswerPrompt => ({
  kind: 'short-answer',
  id,
  question,
  help: '',
  optional: false,
});
const text = (title: string, ...blocks: Block[]): WorksheetText => ({
  title,
  content: { ...blankWorksheet('en'), blocks },
});
const wordsOf = (one: WorksheetText): string[] =>
  one.content.blocks.map((block) => ('question' in block ? block.question : ''));

describe('bringing two texts together', () => {
  const base = text('Plan', ask('a', 'One?'), ask('b', 'Two?'), ask('c', 'Three?'));

  it('takes changes to different blocks from both sides without asking', () => {
    const mine = text('Plan', ask('a', 'Mine?'), ask('b', 'Two?'), ask('c', 'Three?'));
    const theirs = text(
      'Their plan',
      ask('a', 'One?'),
      ask('b', 'Two?'),
      ask('d', 'Four?'),
      ask('c', 'Theirs?'),
    );
    const merged = merge(base, mine, theirs);
    expect(merged.clashes).toEqual([]);
    expect(merged.text.title).toBe('Their plan');
    expect(wordsOf(merged.text)).toEqual(['Mine?', 'Two?', 'Four?', 'Theirs?']);
  });

  it('asks about a block that both changed, and can keep both', () => {
    const mine = text('Plan', ask('a', 'Mine?'), ask('b', 'Two?'), ask('c', 'Three?'));
    const theirs = text('Plan', ask('a', 'Theirs?'), ask('b', 'Two?'), ask('c', 'Three?'));
    const { clashes, text: merged } = merge(base, mine, theirs);
    const [clash] = clashes;
    if (clash === undefined) throw new Error('expected a clash');
    expect(clashes).toHaveLength(1);
    expect(wordsOf(settle(merged, clash, 'mine', 'n'))).toEqual(['Mine?', 'Two?', 'Three?']);
    expect(wordsOf(settle(merged, clash, 'theirs', 'n'))).toEqual(['Theirs?', 'Two?', 'Three?']);
    expect(wordsOf(settle(merged, clash, 'both', 'n'))).toEqual(['Mine?', 'Theirs?', 'Two?', 'Three?']);
  });

  it('does not throw away a block that one side removed and the other rewrote', () => {
    const mine = text('Plan', ask('b', 'Two?'), ask('c', 'Three?'));
    const theirs = text('Plan', ask('a', 'Better?'), ask('b', 'Two?'), ask('c', 'Three?'));
    const { clashes, text: merged } = merge(base, mine, theirs);
    expect(clashes).toEqual([
      { sort: 'entry', list: 'blocks', id: 'a', mine: null, theirs: ask('a', 'Better?') },
    ]);
    expect(wordsOf(merged)).toContain('Better?');
    expect(wordsOf(settle(merged, clashes[0] as never, 'mine', 'n'))).not.toContain('Better?');
  });

  it('lets a removal stand that nobody contradicts, and an order that only one side changed', () => {
    const mine = text('Plan', ask('a', 'One?'), ask('b', 'Two?'), ask('c', 'Mine?'));
    const theirs = text('Plan', ask('c', 'Three?'), ask('a', 'One?'));
    expect(wordsOf(merge(base, mine, theirs).text)).toEqual(['Mine?', 'One?']);
  });

  it('does not take a block for changed because its fields come in another order', () => {
    const turned = { optional: false, help: '', question: 'One?', id: 'a', kind: 'short-answer' } as const;
    const mine = text('Plan', ask('a', 'Mine?'), ask('b', 'Two?'), ask('c', 'Three?'));
    expect(merge(base, mine, text('Plan', turned, ask('b', 'Two?'), ask('c', 'Three?'))).clashes).toEqual([]);
  });

  it('asks about two titles', () => {
    const { clashes, text: merged } = merge(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' });
    expect(clashes).toEqual([{ sort: 'field', field: 'title', mine: 'Mine', theirs: 'Theirs' }]);
    expect(settle(merged, clashes[0] as never, 'both', 'n').title).toBe('Mine / Theirs');
  });
});
