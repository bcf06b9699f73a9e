import {
  isPrompt,
  type Block,
  type DocumentContent,
  type Prompt,
  type WorksheetContent,
} from '@common-ground/contract';
import { LENGTH_CHOICE, lengthPrompt } from './short-version';
import { promptToldAtOnce } from './told-at-once';

/** The blocks of a worksheet; none where a document of another kind asks nothing. */
export function blocksOf(content: DocumentContent): readonly Block[] {
  return 'blocks' in content ? content.blocks : [];
}

export function worksheetPrompt(content: WorksheetContent, id: string): Prompt | undefined {
  const asked = content.blocks.filter(isPrompt).find((block) => block.id === id);
  if (asked) return asked;
  return id === LENGTH_CHOICE ? lengthPrompt(content) : promptToldAtOnce(content.language, id);
}
