import type { Block, DocumentContent } from '@common-ground/contract';

/** The blocks of a worksheet; none where a document of another kind asks nothing. */
export function blocksOf(content: DocumentContent): readonly Block[] {
  return 'blocks' in content ? content.blocks : [];
}
