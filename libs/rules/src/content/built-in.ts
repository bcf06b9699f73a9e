import type { ContentOfKind, DocumentKind, Language, TemplateSummary } from '@common-ground/contract';
import type { Outline } from './parts';
import { readingBand } from './coach/reading-band';

/** A template that comes with the product, as it is written down. */
export interface Written<K extends DocumentKind = DocumentKind> {
  /** Lasts for good: documents remember what they were begun from. */
  readonly id: string;
  readonly kind: K;
  readonly title: string;
  readonly tags: readonly string[];
  /** Where the idea and the facts come from, with address and day where there is one. The words are our own. */
  readonly source: string;
  readonly lastCheckedOn: string;
  readonly content: ContentOfKind[K];
}

/** The same with what a card says about it. What a reader may do with it is decided where it is read. */
export interface BuiltIn<K extends DocumentKind = DocumentKind> extends Written<K>, Outline {
  readonly language: Language;
  readonly reading: TemplateSummary['reading'];
}

/** How hard words are to read, as a card says it; null while there are too few to tell. */
export function readingOf(texts: readonly string[], language: Language): TemplateSummary['reading'] {
  const found = readingBand(texts, language);
  if (!found.judged) return null;
  const { formula, score, band } = found;
  return { formula, score, band };
}
