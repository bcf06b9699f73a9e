import {
  isPrompt,
  type Block,
  type DocumentContent,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import { LENGTH_CHOICE, lengthPrompt } from './short-version';

/** The blocks of a worksheet; none where a document of another kind asks nothing. */
export function blocksOf(content: DocumentContent): readonly Block[] {
  return 'blocks' in content ? content.blocks : [];
}

export function worksheetPrompt(content: WorksheetContent, id: string): Prompt | undefined {
  const asked = content.blocks.filter(isPrompt).find((block) => block.id === id);
  return asked ?? (id === LENGTH_CHOICE ? lengthPrompt(content) : undefined);
}
