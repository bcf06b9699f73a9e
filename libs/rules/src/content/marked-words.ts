import { LIMITS, type DocumentContent, type MarkedWords } from '@common-ground/contract';
import type { Part } from './parts';
import { stretchesOf, type Stretch } from './stretches';

/** Words that were marked once, where they stand now. */
export interface StandingMark extends Stretch {
  /** Where they begin in the stretch, in UTF-16 units. */
  readonly from: number;
  /** As they are written there now; white space may differ from when they were marked. */
  readonly quote: string;
}

/** Looked at on either side: what was noted there, with room for white space written otherwise. */
const NEAR = 2 * LIMITS.aroundQuote;

/**
 * Finds marked words in a part as it stands now: the same words, at the place with the most of the same around them.
 * Null when they are no longer there. This is the text quote selector of the W3C's Web Annotation model.
 */
export function whereMarkedWordsStand(
  content: DocumentContent,
  parts: readonly Part[],
  marked: MarkedWords & { readonly blockId: string },
): StandingMark | null {
  const words = marked.quote.trim().split(/\s+/u);
  if (words[0] === '') return null;
  const pattern = new RegExp(words.map(escaped).join(String.raw`\s+`), 'gu');
  let best: { readonly mark: StandingMark; readonly around: number } | null = null;
  for (const stretch of stretchesOf(content, parts)) {
    if (stretch.blockId !== marked.blockId) continue;
    for (const match of stretch.text.matchAll(pattern)) {
      const [quote] = match;
      const until = match.index + quote.length;
      const before = stretch.text.slice(Math.max(0, match.index - NEAR), match.index);
      const after = stretch.text.slice(until, until + NEAR);
      const around = sameAtEnd(before, marked.prefix) + sameAtStart(after, marked.suffix);
      if (best === null || around > best.around) {
        best = { mark: { ...stretch, from: match.index, quote }, around };
      }
    }
  }
  return best?.mark ?? null;
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

function sameAtStart(one: string, other: string): number {
  const [mine, theirs] = [plain(one), plain(other)];
  let length = 0;
  while (length < theirs.length && mine[length] === theirs[length]) length += 1;
  return length;
}

function sameAtEnd(one: string, other: string): number {
  const turned = (text: string): string => [...plain(text)].reverse().join('');
  return sameAtStart(turned(one), turned(other));
}

/** White space is drawn as one space, however it was written. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
