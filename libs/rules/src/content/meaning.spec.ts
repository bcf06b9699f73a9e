import type { WorksheetContent } from '@common-ground/contract';
import { rulesOf } from './kinds/kinds';
import { meaningOf, writtenParts } from './meaning';

const CONTENT: WorksheetContent = {
  format: 1,
  language: 'en',
  whyItHelps: '',
  whenAndWhere: '',
  minutes: null,
  blocks: [
    { kind: 'guidance', id: 'told', text: 'Take your time.' },
    { kind: 'short-answer', id: 'asked', question: 'What helps?', help: '', optional: false },
    { kind: 'short-answer', id: 'empty', question: '', help: '', optional: false },
  ],
};

const meaningIn = (content: WorksheetContent, id: string): string | undefined =>
  rulesOf('worksheet')
    .parts(content)
    .filter((part) => part.id === id)
    .map(meaningOf)[0];

const changed = (over: object): WorksheetContent => ({
  ...CONTENT,
  blocks: CONTENT.blocks.map((block) => (block.id === 'asked' ? { ...block, ...over } : block)),
});

describe('what a part means', () => {
  it.each<[string, object]>([
    ['its words', { question: 'What helps you?' }],
    ['the help below it', { help: 'One thing is enough.' }],
    ['that it may be left out', { optional: true }],
    ['that it belongs to the short version', { inShort: true }],
    ['what kind it is', { kind: 'long-answer' }],
    ['when it is asked', { onlyIf: { promptId: 'first', test: 'is', value: 'walk' } }],
  ])('changes with %s', (_what, over) => {
    expect(meaningIn(changed(over), 'asked')).not.toBe(meaningIn(CONTENT, 'asked'));
  });

  it('stays when another part changes, and when the part is moved', () => {
    const moved = { ...CONTENT, blocks: [...CONTENT.blocks].reverse() };
    expect(meaningIn(moved, 'asked')).toBe(meaningIn(CONTENT, 'asked'));
    expect(meaningIn(changed({ question: 'What?' }), 'told')).toBe(meaningIn(CONTENT, 'told'));
  });

  it('knows one condition from another by what it asks about', () => {
    const asked = (value: string): WorksheetContent =>
      changed({ onlyIf: { promptId: 'first', test: 'is', value } });
    expect(meaningIn(asked('walk'), 'asked')).not.toBe(meaningIn(asked('tea'), 'asked'));
  });

  it('takes a part that says nothing yet as not there', () => {
    const parts = writtenParts(rulesOf('worksheet').parts(CONTENT));
    expect(parts.map(({ id }) => id)).toEqual(['told', 'asked']);
  });
});
