import type { DocumentContent } from '@common-ground/contract';
import type { Part } from './parts';

/** One stretch of words of a draft, and where it stands. */
export interface Stretch {
  /** Dotted from the draft's root, for instance `content.blocks.3.question`. */
  readonly path: string;
  readonly blockId: string | null;
  readonly text: string;
}

/** Fields that hold an id or a code, and nothing that anybody wrote. */
const CODES = [
  'id',
  'kind',
  'language',
  'roleId',
  'goesTo',
  'castTo',
  'support',
  'promptId',
  'test',
  'value',
];

/**
 * Every text of a content. It belongs to the part of the document that it stands in, an entry or a field there is only
 * one of.
 */
export function stretchesOf(content: DocumentContent, parts: readonly Part[]): Stretch[] {
  const known = new Set(parts.map(({ id }) => id));
  const found: Stretch[] = [];
  const walk = (value: unknown, path: string, blockId: string | null): void => {
    if (typeof value === 'string') {
      if (value !== '') found.push({ path, blockId, text: value });
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        walk(entry, `${path}.${index}`, blockId);
      });
    } else if (typeof value === 'object' && value !== null) {
      const own = 'id' in value && typeof value.id === 'string' && known.has(value.id) ? value.id : blockId;
      for (const [key, entry] of Object.entries(value)) {
        if (!CODES.includes(key)) walk(entry, `${path}.${key}`, own);
      }
    }
  };
  for (const [key, entry] of Object.entries(content)) {
    if (!CODES.includes(key)) walk(entry, `content.${key}`, known.has(key) ? key : null);
  }
  return found;
}

/** The texts that are prose: a single word or a day has no white space in it and is nothing to have an opinion on. */
export function proseIn(content: DocumentContent, parts: readonly Part[]): Stretch[] {
  return stretchesOf(content, parts).filter(({ text }) => /\S\s+\S/u.test(text));
}
