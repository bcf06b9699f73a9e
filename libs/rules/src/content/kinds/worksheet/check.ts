import { isPrompt, type Block, type Concern, type WorksheetContent } from '@common-ground/contract';

/**
 * What is not right about a worksheet yet. Blocking concerns must be mended before it is submitted or shared; the
 * others are advice.
 */
export function checkWorksheet(title: string, content: WorksheetContent): Concern[] {
  const concerns: Concern[] = [];
  const say = (code: string, path: string, blocks: boolean, blockId: string | null = null): void => {
    concerns.push({ code, path, blockId, blocks, params: {} });
  };

  if (isBlank(title)) say('title-missing', 'title', true);
  if (isBlank(content.whyItHelps)) say('why-missing', 'content.whyItHelps', false);
  if (!content.blocks.some(isPrompt)) say('nothing-asked', 'content.blocks', true);

  const seen = new Set<string>();
  content.blocks.forEach((block, index) => {
    const path = `content.blocks.${index}`;
    if (seen.has(block.id)) say('block-id-repeated', `${path}.id`, true, block.id);
    seen.add(block.id);
    for (const [field, code, blocks] of blockConcerns(block)) say(code, `${path}.${field}`, blocks, block.id);
  });
  return concerns;
}

type BlockConcern = readonly [field: string, code: string, blocks: boolean];

function blockConcerns(block: Block): BlockConcern[] {
  if (block.kind === 'section')
    return isBlank(block.title) ? [['title', 'section-title-missing', false]] : [];
  if (block.kind === 'guidance') return isBlank(block.text) ? [['text', 'guidance-empty', false]] : [];

  const found: BlockConcern[] = [];
  if (isBlank(block.question)) found.push(['question', 'question-missing', true]);
  if (block.kind === 'scale') {
    if (isBlank(block.lowLabel)) found.push(['lowLabel', 'scale-end-missing', true]);
    if (isBlank(block.highLabel)) found.push(['highLabel', 'scale-end-missing', true]);
  }
  if ('choices' in block) {
    const least = block.kind === 'checklist' ? 1 : 2;
    if (block.choices.length < least) found.push(['choices', 'too-few-choices', true]);
    const ids = new Set<string>();
    block.choices.forEach((choice, at) => {
      if (isBlank(choice.label)) found.push([`choices.${at}.label`, 'choice-empty', true]);
      if (ids.has(choice.id)) found.push([`choices.${at}.id`, 'choice-id-repeated', true]);
      ids.add(choice.id);
    });
  }
  return found;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
