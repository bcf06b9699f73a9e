import {
  BLOCK_KINDS,
  type Block,
  type Column,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import fc from 'fast-check';
import { blankBlock, blankWorksheet } from './blank';

/** A worksheet in English with nothing else in it than these blocks. */
export function worksheet(...blocks: Block[]): WorksheetContent {
  return { ...blankWorksheet('en'), whyItHelps: 'It helps to name things.', blocks };
}

const COLUMNS: readonly Column[] = [
  { id: 'does', label: 'What they do', sort: 'text', choices: [] },
  {
    id: 'often',
    label: 'How often',
    sort: 'choice',
    choices: [
      { id: 'daily', label: 'Daily' },
      { id: 'weekly', label: 'Weekly' },
    ],
  },
  { id: 'helps', label: 'How much it helps', sort: 'scale', choices: [] },
];

/** A prompt of one kind that nothing is missing from. */
export function prompt<Kind extends Prompt['kind']>(
  kind: Kind,
  known: Partial<Extract<Prompt, { kind: Kind }>> = {},
): Extract<Prompt, { kind: Kind }> {
  const whole = {
    ...blankBlock(kind, kind, 'en'),
    question: 'What helped?',
    ...('choices' in blankBlock(kind, kind, 'en')
      ? {
          choices: [
            { id: 'a', label: 'A walk' },
            { id: 'b', label: 'A call' },
          ],
        }
      : {}),
    ...(kind === 'scale' ? { lowLabel: 'Not at all', highLabel: 'Very much' } : {}),
    ...(kind === 'acknowledgement' ? { text: 'How we work together.' } : {}),
    ...(kind === 'repeating-row' ? { columns: COLUMNS } : {}),
    ...known,
  };
  return whole as Extract<Prompt, { kind: Kind }>;
}

/** Worksheets with up to a dozen blocks of any kind, each with words of its own. */
export const anyWorksheet: fc.Arbitrary<WorksheetContent> = fc
  .array(fc.constantFrom(...BLOCK_KINDS), { maxLength: 12 })
  .map((kinds) =>
    worksheet(...kinds.map((kind, index) => reworded(blankBlock(kind, `b${index}`, 'en'), `Words ${index}`))),
  );

/** The same block with other words in its first place. */
export function reworded(block: Block, words: string): Block {
  if (block.kind === 'section') return { ...block, title: words };
  return block.kind === 'guidance' ? { ...block, text: words } : { ...block, question: words };
}
