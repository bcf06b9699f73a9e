import type { Block, BlockKind, Choice, Language, WorksheetContent } from '@common-ground/contract';

/** A worksheet with nothing on it yet. */
export function blankWorksheet(language: Language): WorksheetContent {
  return { format: 1, language, whyItHelps: '', whenAndWhere: '', minutes: null, blocks: [] };
}

/**
 * An empty block of one kind.
 * @param id the new block's id, unique in its worksheet; the first choices are named after it
 */
export function blankBlock(kind: BlockKind, id: string): Block {
  const asked = { id, question: '', help: '', optional: false };
  const choices: Choice[] = [
    { id: `${id}-1`, label: '' },
    { id: `${id}-2`, label: '' },
  ];
  switch (kind) {
    case 'section':
      return { kind, id, title: '' };
    case 'guidance':
      return { kind, id, text: '' };
    case 'short-answer':
    case 'long-answer':
    case 'date':
      return { kind, ...asked };
    case 'single-choice':
    case 'multiple-choice':
      return { kind, ...asked, choices, notSure: false };
    case 'checklist':
      return { kind, ...asked, choices };
    case 'scale':
      return { kind, ...asked, lowLabel: '', highLabel: '' };
    case 'yes-no':
      return { kind, ...asked, notSure: true };
  }
}
