import type { Change, Concern, ContentOfKind, DocumentKind, Language } from '@common-ground/contract';
import { blankWorksheet } from './worksheet/blank';
import { worksheetChanges } from './worksheet/changes';
import { checkWorksheet } from './worksheet/check';
import { worksheetOutline, type Outline } from './worksheet/outline';
import { worksheetTexts, type TextOfBlock } from './worksheet/texts';

export type WritableKind = keyof ContentOfKind;

/** What every kind has to say about its own content. */
export interface KindRules<K extends WritableKind> {
  blank(language: Language): ContentOfKind[K];
  check(title: string, content: ContentOfKind[K]): Concern[];
  changes(before: Titled<K>, after: Titled<K>): Change[];
  outline(content: ContentOfKind[K]): Outline;
  /** Every word a reader will see, by block. */
  texts(title: string, content: ContentOfKind[K]): TextOfBlock[];
}

export interface Titled<K extends WritableKind> {
  readonly title: string;
  readonly content: ContentOfKind[K];
}

export const KIND_RULES = {
  worksheet: {
    blank: blankWorksheet,
    check: checkWorksheet,
    changes: worksheetChanges,
    texts: worksheetTexts,
    outline: worksheetOutline,
  },
} as const satisfies { [K in WritableKind]: KindRules<K> };

/** Whether documents of a kind can be written yet. */
export function isWritableKind(kind: DocumentKind): kind is WritableKind {
  return kind in KIND_RULES;
}

/** What lists say about a text of any kind. */
export function outlineOf(kind: DocumentKind, content: ContentOfKind[WritableKind]): Outline {
  if (!isWritableKind(kind)) throw new Error(`There are no documents of the kind ${kind} yet.`);
  return KIND_RULES[kind].outline(content);
}
