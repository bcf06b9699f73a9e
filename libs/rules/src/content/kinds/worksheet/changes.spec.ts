import type { Block, Change, WorksheetContent } from '@common-ground/contract';
import fc from 'fast-check';
import { worksheetChanges } from './changes';
import { anyWorksheet, prompt, reworded, worksheet } from './worksheets-for-specs';

const changes = (before: readonly Block[], after: readonly Block[]): Change[] =>
  worksheetChanges(
    { title: 'T', content: worksheet(...before) },
    { title: 'T', content: worksheet(...after) },
  );
const sorts = (before: readonly Block[], after: readonly Block[]): string[] =>
  changes(before, after).map(({ sort, blockId }) => `${sort} ${String(blockId)}`);

/** A worksheet with at least one block, and the place of one of its blocks. */
const withPlace = anyWorksheet
  .filter((content) => content.blocks.length > 0)
  .chain((content) => fc.tuple(fc.constant(content), fc.nat(content.blocks.length - 1)));

describe('what changed between two versions of a worksheet', () => {
  it('nothing, when they say the same', () => {
    fc.assert(
      fc.property(anyWorksheet, (content) => {
        expect(
          changes(
            content.blocks,
            content.blocks.map((block) => ({ ...block })),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('tells why it helps, when and where, and the minutes somebody set', () => {
    const before = { ...worksheet(), whyItHelps: 'It helps.', whenAndWhere: 'At home.', minutes: null };
    const after = { ...before, whyItHelps: 'It eases.', whenAndWhere: 'Outside.', minutes: 20 };
    const told = worksheetChanges({ title: 'T', content: before }, { title: 'T', content: after });
    expect(told).toEqual([
      { sort: 'why', blockId: null, from: 'It helps.', to: 'It eases.' },
      { sort: 'when', blockId: null, from: 'At home.', to: 'Outside.' },
      { sort: 'minutes', blockId: null, from: '1', to: '20' },
    ]);
  });

  it('sees every block that was taken out, and nothing else', () => {
    fc.assert(
      fc.property(withPlace, ([{ blocks }, place]) => {
        const gone = blocks[place];
        expect(sorts(blocks, blocks.toSpliced(place, 1))).toEqual([`removed ${String(gone?.id)}`]);
      }),
    );
  });

  it('sees every block that was put in, and nothing else', () => {
    fc.assert(
      fc.property(withPlace, ([{ blocks }, place]) => {
        const fresh = prompt('short-answer', { id: 'fresh' });
        expect(sorts(blocks, blocks.toSpliced(place, 0, fresh))).toEqual(['added fresh']);
      }),
    );
  });

  it('sees every block that was reworded, with both wordings', () => {
    fc.assert(
      fc.property(withPlace, ([{ blocks }, place]) => {
        const block = blocks[place];
        if (block === undefined) return;
        expect(changes(blocks, blocks.with(place, reworded(block, 'Other words')))).toEqual([
          { sort: 'reworded', blockId: block.id, from: `Words ${place}`, to: 'Other words' },
        ]);
      }),
    );
  });

  it('a block carried to another place is one move, not a move of all the others', () => {
    fc.assert(
      fc.property(withPlace, fc.nat(11), ([{ blocks }, from], wish) => {
        const block = blocks[from];
        const to = wish % blocks.length;
        if (block === undefined || from === to) return;
        const found = changes(blocks, blocks.toSpliced(from, 1).toSpliced(to, 0, block));
        expect(found.map(({ sort }) => sort)).toEqual(['moved']);
        // Two neighbours that changed places may be told as a move of either.
        if (Math.abs(from - to) > 1) expect(found[0]?.blockId).toBe(block.id);
      }),
    );
  });

  it('tells as few moves as turn one order into the other', () => {
    const blocks = ['a', 'b', 'c', 'd', 'e'].map((id) => prompt('short-answer', { id }));
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks, { minLength: 5 }), (after) => {
        const stayed = longestRun(after.map(({ id }) => id));
        expect(changes(blocks, after)).toHaveLength(blocks.length - stayed);
      }),
    );
  });

  it.each<[string, Block, Block, string]>([
    [
      'another kind of question',
      prompt('short-answer', { id: 'p' }),
      prompt('long-answer', { id: 'p' }),
      'kind p',
    ],
    [
      'a help sentence',
      prompt('date', { id: 'p' }),
      prompt('date', { id: 'p', help: 'A rough day will do.' }),
      'choices p',
    ],
    [
      'what may be left out',
      prompt('date', { id: 'p' }),
      prompt('date', { id: 'p', optional: true }),
      'choices p',
    ],
    [
      'what a scale ends in',
      prompt('scale', { id: 'p' }),
      prompt('scale', { id: 'p', highLabel: 'A lot' }),
      'choices p',
    ],
    [
      'that one may be unsure',
      prompt('yes-no', { id: 'p', notSure: false }),
      prompt('yes-no', { id: 'p', notSure: true }),
      'choices p',
    ],
    [
      'what can be chosen',
      prompt('checklist', { id: 'p' }),
      prompt('checklist', { id: 'p', choices: [] }),
      'choices p',
    ],
  ])('tells of %s', (_what, before, after, change) => {
    expect(sorts([before], [after])).toEqual([change]);
  });

  it('tells of the title and of why it helps', () => {
    const content: WorksheetContent = worksheet();
    const after = { title: 'New', content: { ...content, whyItHelps: 'Another reason.' } };
    expect(
      worksheetChanges({ title: 'Old', content }, after).map(({ sort, from, to }) => [sort, from, to]),
    ).toEqual([
      ['title', 'Old', 'New'],
      ['why', 'It helps to name things.', 'Another reason.'],
    ]);
  });

  it('tells when it is now asked only if, and not that its question was reworded', () => {
    const talked = prompt('yes-no');
    const more = prompt('date');
    const asked = { ...more, onlyIf: { promptId: talked.id, test: 'is', value: 'yes' } as const };
    expect(changes([talked, more], [talked, asked])).toEqual([
      { sort: 'condition', blockId: 'date', from: '', to: 'What helped? = yes' },
    ]);
    expect(sorts([talked, asked], [{ ...talked, question: 'Reworded?' }, asked])).toEqual([
      'reworded yes-no',
    ]);
  });
});

/** The longest run of letters in alphabetical order, found the slow and certain way. */
function longestRun(letters: readonly string[]): number {
  let longest = 0;
  for (let chosen = 0; chosen < 2 ** letters.length; chosen += 1) {
    const run = letters.filter((_letter, index) => chosen & (1 << index));
    if (run.every((letter, index) => index === 0 || letter > (run[index - 1] ?? ''))) {
      longest = Math.max(longest, run.length);
    }
  }
  return longest;
}
