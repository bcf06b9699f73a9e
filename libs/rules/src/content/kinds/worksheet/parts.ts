import { isPrompt, type Block, type WorksheetContent } from '@common-ground/contract';
import { joined, type Part } from '../../parts';
import { rulesOfPrompt } from './prompts/registry';

/** The sentence a block is known by. */
export function wording(block: Block): string {
  if (block.kind === 'section') return block.title;
  return block.kind === 'guidance' ? block.text : block.question;
}

export function worksheetParts(content: WorksheetContent): Part[] {
  return content.blocks.map((block) => ({
    id: block.id,
    part: block.kind,
    words: wording(block),
    meaning: joined(particulars(block), asksOnlyIf(block)),
  }));
}

/** What a prompt offers besides its question, as one comparable text. */
export function particulars(block: Block): string {
  if (!isPrompt(block)) return '';
  const rules = rulesOfPrompt(block);
  return [
    block.help,
    block.optional ? '(optional)' : '',
    block.inShort ? '(short version)' : '',
    ...rules.words(block),
    ...rules.marks(block),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Its condition by ids: the words of the question it points at have a meaning of their own. */
function asksOnlyIf(block: Block): string {
  if (!isPrompt(block) || block.onlyIf === undefined) return '';
  const { promptId, test, value } = block.onlyIf;
  return [promptId, test, String(value ?? '')].join(' ');
}
