import { BLOCK_KINDS, type Block } from '@common-ground/contract';
import { blankWorksheet } from '@common-ground/rules/content';
import fc from 'fast-check';
import * as acts from './worksheet-acts';
import { act, begin, redo, undo, type Editing } from '../../../writing/history';
import { apply, inverse, type Patches } from '../../../writing/written';
import { isBare, type WorksheetText } from './worksheet-model';

const EMPTY: WorksheetText = { title: '', content: blankWorksheet('en') };

interface Try {
  readonly what: string;
  readonly n: number;
  readonly m: number;
  readonly words: string;
}

const aTry: fc.Arbitrary<Try> = fc.record({
  what: fc.constantFrom(
    'title',
    'why',
    'add',
    'add',
    'add',
    'remove',
    'duplicate',
    'move',
    'turn',
    'write',
    'choice',
    'newChoice',
    'dropChoice',
    'paste',
    'undo',
    'undo',
    'redo',
    'reload',
  ),
  n: fc.nat(50),
  m: fc.nat(50),
  words: fc.string({ maxLength: 12 }),
});

/** What one try means for this text; picks block and choice by number so that most tries hit something. */
function patchesFor(text: WorksheetText, { what, n, m, words }: Try, id: string): Patches {
  const blocks = text.content.blocks;
  const block = blocks.length > 0 ? blocks[n % blocks.length] : undefined;
  if (what === 'title') return acts.writeHead(text, { title: words });
  if (what === 'why') return acts.writeHead(text, { whyItHelps: words, minutes: m });
  if (what === 'add')
    return acts.addAfter(text, block?.id ?? null, BLOCK_KINDS[m % BLOCK_KINDS.length] ?? 'date', id);
  if (block === undefined) return [];
  const choice = acts.hasChoices(block) ? block.choices[m % Math.max(1, block.choices.length)] : undefined;
  switch (what) {
    case 'remove':
      return acts.remove(text, block.id);
    case 'duplicate':
      return acts.duplicate(text, block.id, id);
    case 'move':
      return acts.moveTo(text, block.id, m);
    case 'turn':
      return acts.turnInto(text, block.id, BLOCK_KINDS[m % BLOCK_KINDS.length] ?? 'date');
    case 'write':
      return acts.rewrite(text, written(block, words));
    case 'choice':
      return choice ? acts.writeChoice(text, block.id, choice.id, words) : [];
    case 'newChoice':
      return acts.addChoiceAfter(text, block.id, choice?.id ?? null, `${id}-c`);
    case 'dropChoice':
      return choice ? acts.removeChoice(text, block.id, choice.id) : [];
    case 'paste': {
      let made = 0;
      const pasted = { before: 'a', lines: ['one', 'two', words], after: 'z' };
      return choice
        ? acts.pasteChoices(text, block.id, choice.id, pasted, () => `${id}-p${(made += 1)}`)
        : [];
    }
    default:
      return [];
  }
}

function written(block: Block, words: string): Block {
  if (block.kind === 'section') return { ...block, title: words };
  return block.kind === 'guidance'
    ? { ...block, text: words }
    : { ...block, question: words, optional: true };
}

describe('the worksheet model', () => {
  it('undoes and redoes any mix of acts exactly as if every state had been copied', () => {
    fc.assert(
      fc.property(fc.array(aTry, { maxLength: 60 }), (tries) => {
        let editing: Editing<WorksheetText> = begin(EMPTY);
        // The naive model: all states, and where we stand among them.
        let states: WorksheetText[] = [EMPTY];
        let here = 0;
        tries.forEach((one, index) => {
          if (one.what === 'undo') {
            editing = undo(editing);
            here = Math.max(0, here - 1);
          } else if (one.what === 'redo') {
            editing = redo(editing);
            here = Math.min(states.length - 1, here + 1);
          } else if (one.what === 'reload') {
            editing = JSON.parse(JSON.stringify(editing)) as Editing<WorksheetText>;
          } else {
            const patches = patchesFor(editing.text, one, `b${index}`);
            const before = editing;
            editing = act(editing, patches, null, index);
            if (editing !== before) {
              states = [...states.slice(0, here + 1), structuredClone(editing.text)];
              here += 1;
            }
          }
          expect(editing.text).toEqual(states[here]);
          expect(editing.past).toHaveLength(here);
          expect(editing.future).toHaveLength(states.length - 1 - here);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('knows the opposite of every change', () => {
    fc.assert(
      fc.property(fc.array(aTry, { maxLength: 30 }), (tries) => {
        let text = EMPTY;
        tries.forEach((one, index) => {
          for (const patch of patchesFor(text, one, `b${index}`)) {
            const after = apply(text, patch);
            expect(apply(after, inverse(patch))).toEqual(text);
            text = after;
          }
        });
      }),
    );
  });

  it('never repeats an id, neither of a block nor of a choice within it', () => {
    fc.assert(
      fc.property(fc.array(aTry, { maxLength: 40 }), (tries) => {
        let text = EMPTY;
        tries.forEach((one, index) => {
          text = patchesFor(text, one, `b${index}`).reduce(apply<WorksheetText>, text);
        });
        const ids = text.content.blocks.map((block) => block.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const block of text.content.blocks) {
          if (!acts.hasChoices(block)) continue;
          const choiceIds = block.choices.map((choice) => choice.id);
          expect(new Set(choiceIds).size).toBe(choiceIds.length);
        }
      }),
    );
  });

  it('leaves untouched blocks the very same objects, so that only what changed is drawn again', () => {
    const three = ['a', 'b', 'c'].reduce(
      (text, id) =>
        acts
          .addAfter(text, text.content.blocks.at(-1)?.id ?? null, 'short-answer', id)
          .reduce(apply<WorksheetText>, text),
      EMPTY,
    );
    const after = acts.moveTo(three, 'a', 2).reduce(apply<WorksheetText>, three);
    expect(after.content.blocks[2]).toBe(three.content.blocks[0]);
    const [, second] = after.content.blocks;
    const reworded = acts.rewrite(after, { ...(three.content.blocks[1] as Block), optional: true } as Block);
    expect(reworded.reduce(apply<WorksheetText>, after).content.blocks[1]).toBe(second);
  });

  it('joins letters typed in one burst into one step, and starts anew after a pause', () => {
    let editing = begin(EMPTY);
    for (const [title, at] of [
      ['H', 0],
      ['Ho', 200],
      ['Home', 900],
      ['Home too', 2_500],
    ] as const) {
      editing = act(editing, acts.writeHead(editing.text, { title }), 'title', at);
    }
    expect(editing.past).toHaveLength(2);
    expect(undo(editing).text.title).toBe('Home');
    expect(undo(undo(editing)).text.title).toBe('');
  });
});

describe('turning a block into another kind', () => {
  const withChoices = acts
    .addAfter(EMPTY, null, 'single-choice', 'q')
    .concat([])
    .reduce(apply<WorksheetText>, EMPTY);
  const asked = acts
    .rewrite(withChoices, {
      ...(withChoices.content.blocks[0] as Block),
      question: 'Which?',
      help: 'Any.',
    } as Block)
    .reduce(apply<WorksheetText>, withChoices);

  it('carries question, help and choices from one choice to several', () => {
    const [block] = acts.turnInto(asked, 'q', 'multiple-choice').reduce(apply<WorksheetText>, asked)
      .content.blocks;
    expect(block).toMatchObject({ id: 'q', kind: 'multiple-choice', question: 'Which?', help: 'Any.' });
    expect(block).toHaveProperty('choices', (asked.content.blocks[0] as { choices: unknown }).choices);
  });

  it('makes the question the text of a guidance block', () => {
    const [block] = acts.turnInto(asked, 'q', 'guidance').reduce(apply<WorksheetText>, asked).content.blocks;
    expect(block).toEqual({ kind: 'guidance', id: 'q', text: 'Which?' });
  });

  it('tells a bare block from a begun one', () => {
    expect(isBare(withChoices.content.blocks[0] as Block)).toBe(true);
    expect(isBare(asked.content.blocks[0] as Block)).toBe(false);
  });
});

describe('pasting lines', () => {
  it('reads one choice a line, without bullets, numbers and boxes', () => {
    expect(acts.linesOf('- Walk\r\n2. Read a book\n\n[ ] Call a friend\n  • Tea \nA.M. walk')).toEqual([
      'Walk',
      'Read a book',
      'Call a friend',
      'Tea',
      'A.M. walk',
    ]);
  });

  it('fills the choice it was pasted into and the empty ones below, and keeps the rest', () => {
    let text = acts.addAfter(EMPTY, null, 'checklist', 'q').reduce(apply<WorksheetText>, EMPTY);
    text = acts.addChoiceAfter(text, 'q', null, 'last').reduce(apply<WorksheetText>, text);
    text = acts.writeChoice(text, 'q', 'last', 'Already here').reduce(apply<WorksheetText>, text);
    let made = 0;
    const pasted = { before: 'Go for ', lines: ['a walk', 'a swim', 'tea'], after: '!' };
    text = acts
      .pasteChoices(text, 'q', 'q-1', pasted, () => `n${(made += 1)}`)
      .reduce(apply<WorksheetText>, text);
    const [block] = text.content.blocks;
    const labels = block && acts.hasChoices(block) ? block.choices.map((choice) => choice.label) : [];
    expect(labels).toEqual(['Go for a walk', 'a swim', 'tea!', 'Already here']);
  });
});
