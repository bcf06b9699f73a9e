import type { Block, Language, WorksheetContent } from '@common-ground/contract';
import type { Written } from '../../../writing/written';

export interface WorksheetText extends Written {
  readonly content: WorksheetContent;
}

/** The words above the first block. */
export interface Head {
  readonly title: string;
  readonly whyItHelps: string;
  readonly whenAndWhere: string;
  readonly minutes: number | null;
  readonly language: Language;
}

export function headOf(text: WorksheetText): Head {
  const { whyItHelps, whenAndWhere, minutes, language } = text.content;
  return { title: text.title, whyItHelps, whenAndWhere, minutes, language };
}

export function blockOf(text: WorksheetText, id: string): Block | undefined {
  return text.content.blocks.find((block) => block.id === id);
}

export function placeOf(text: WorksheetText, id: string): number {
  return text.content.blocks.findIndex((block) => block.id === id);
}

/** The sentence a block is known by. */
export function wordingOf(block: Block): string {
  if (block.kind === 'section') return block.title;
  return block.kind === 'guidance' ? block.text : block.question;
}

/** A block as if nothing had been written in it yet. */
export function isBare(block: Block): boolean {
  if (wordingOf(block) !== '') return false;
  if ('help' in block && block.help !== '') return false;
  if (block.kind === 'scale') return block.lowLabel === '' && block.highLabel === '';
  return !('choices' in block) || block.choices.every((choice) => choice.label === '');
}
