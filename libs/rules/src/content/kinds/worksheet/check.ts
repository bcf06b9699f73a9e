import { isPrompt, type Block, type Concern, type WorksheetContent } from '@common-ground/contract';
import { conditionConcern, promptsBefore } from './conditions';
import { isBlankText, type BlockConcern } from './prompts/prompt-rules';
import { rulesOfPrompt } from './prompts/registry';
import { hasShortVersion } from './short-version';

/**
 * What is not right about a worksheet yet. Blocking concerns must be mended before it is submitted or shared; the
 * others are advice.
 */
export function checkWorksheet(title: string, content: WorksheetContent): Concern[] {
  const concerns: Concern[] = [];
  const say = (code: string, path: string, blocks: boolean, blockId: string | null = null): void => {
    concerns.push({ code, path, blockId, blocks, params: {} });
  };

  if (isBlankText(title)) say('title-missing', 'title', true);
  if (isBlankText(content.whyItHelps)) say('why-missing', 'content.whyItHelps', false);
  if (!content.blocks.some(isPrompt)) say('nothing-asked', 'content.blocks', true);

  const seen = new Set<string>();
  content.blocks.forEach((block, index) => {
    const path = `content.blocks.${index}`;
    if (seen.has(block.id)) say('block-id-repeated', `${path}.id`, true, block.id);
    seen.add(block.id);
    for (const [field, code, blocks] of blockConcerns(block, content)) {
      say(code, `${path}.${field}`, blocks, block.id);
    }
  });
  return concerns;
}

function blockConcerns(block: Block, content: WorksheetContent): readonly BlockConcern[] {
  if (block.kind === 'section')
    return isBlankText(block.title) ? [['title', 'section-title-missing', false]] : [];
  if (block.kind === 'guidance') return isBlankText(block.text) ? [['text', 'guidance-empty', false]] : [];

  const found: BlockConcern[] = [];
  if (isBlankText(block.question)) found.push(['question', 'question-missing', true]);
  if (block.onlyIf) {
    const prompts = content.blocks.filter(isPrompt);
    const concern = conditionConcern(block.onlyIf, promptsBefore(content.blocks, block.id), prompts);
    if (concern !== null) found.push(['onlyIf', concern, true]);
  }
  const about = content.blocks.filter(isPrompt).find(({ id }) => id === block.onlyIf?.promptId);
  if (block.inShort && about && !about.inShort && hasShortVersion(content.blocks)) {
    found.push(['inShort', 'short-depends-outside', false]);
  }
  return [...found, ...rulesOfPrompt(block).concerns(block)];
}
