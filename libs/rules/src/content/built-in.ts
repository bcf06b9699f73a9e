import type { ContentOfKind, DocumentKind, Template } from '@common-ground/contract';

/** A template that comes with the product. What a reader may do with it is decided where it is read. */
export type BuiltIn<K extends DocumentKind = DocumentKind> = Omit<Template, 'may' | 'content'> & {
  readonly content: ContentOfKind[K];
};

interface Written<K extends DocumentKind> {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly content: ContentOfKind[K];
}

/** Everything the library shows is taken from the content itself, so a card can never disagree with its document. */
export function builtIn<K extends DocumentKind>(
  kind: K,
  outline: (content: ContentOfKind[K]) => Pick<Template, 'whyItHelps' | 'minutes' | 'prompts'>,
  { id, title, source, content }: Written<K>,
): BuiltIn<K> {
  return {
    id,
    kind,
    title,
    language: content.language,
    ...outline(content),
    source,
    licence: 'MIT',
    lastCheckedOn: '2026-11-25',
    content,
  };
}
