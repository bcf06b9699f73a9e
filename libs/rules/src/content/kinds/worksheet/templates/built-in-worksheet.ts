import { isPrompt, type Template, type WorksheetContent } from '@common-ground/contract';

/** A worksheet that comes with the product. What a reader may do with it is decided where it is read. */
export type BuiltInWorksheet = Omit<Template, 'may' | 'content'> & { readonly content: WorksheetContent };

interface Written {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly minutes: number;
  readonly content: Omit<WorksheetContent, 'format' | 'minutes'>;
}

/** Everything the library shows is taken from the content itself, so a card can never disagree with its sheet. */
export function builtInWorksheet({ id, title, source, minutes, content }: Written): BuiltInWorksheet {
  return {
    id,
    kind: 'worksheet',
    title,
    language: content.language,
    whyItHelps: content.whyItHelps,
    minutes,
    prompts: content.blocks.filter(isPrompt).length,
    source,
    licence: 'MIT',
    lastCheckedOn: '2026-11-22',
    content: { format: 1, minutes, ...content },
  };
}
