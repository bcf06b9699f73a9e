import type { Concern, DocumentContent, PracticeWord } from '@common-ground/contract';
import type { Part } from '../parts';
import { coach } from './coach';
import { readingBand, type ReadingBand } from './reading-band';

/** One stretch of words of a draft, and where it stands. */
interface Stretch {
  /** Dotted from the draft's root, for instance `content.blocks.3.question`. */
  readonly path: string;
  readonly blockId: string | null;
  readonly text: string;
}

/** Words somebody keeps as they are, knowing what the coach would say. */
export interface KeptWording {
  readonly sort: string;
  readonly quote: string;
}

/** What the coach takes into account besides its own lists. */
export interface CoachedBy {
  readonly practiceWords?: readonly PracticeWord[];
  readonly kept?: readonly KeptWording[];
}

/**
 * What the coach has to say about a whole draft: advice only, beside the words it is about. `params` hold the quote, a
 * gentler wording (empty where there is none), its sort, and where the quote begins and ends in its field, in UTF-16
 * units. Of words that were kept it only says how many there are. At most one reading hint is given, for all the words
 * together.
 */
export function coachAdvice(
  title: string,
  content: DocumentContent,
  parts: readonly Part[],
  { practiceWords = [], kept = [] }: CoachedBy = {},
): Concern[] {
  const { language } = content;
  const stretches = [{ path: 'title', blockId: null, text: title }, ...stretchesOf(content, parts)];
  const isKept = ({ sort, quote }: KeptWording): boolean =>
    kept.some((one) => one.sort === sort && one.quote === quote);
  const found = stretches.flatMap((stretch) =>
    coach(stretch.text, language, practiceWords).map((finding) => ({ ...stretch, ...finding })),
  );
  const said = found
    .filter((finding) => !isKept(finding))
    .map(({ sort, path, blockId, quote, gentler, from, to }): Concern => ({
      code: gentler === null ? `coach-${sort}` : `coach-${sort}-gentler`,
      ...{ path, blockId, blocks: false },
      params: { sort, quote, gentler: gentler ?? '', from, to },
    }));
  return [
    ...said,
    ...keptHint(found.length - said.length),
    ...readingHint(readingOfDraft(title, content, parts)),
  ];
}

/** How hard all the words of a document are to read together: the same words that the coach hears. */
export function readingOfDraft(title: string, content: DocumentContent, parts: readonly Part[]): ReadingBand {
  const texts = [title, ...stretchesOf(content, parts).map(({ text }) => text)];
  return readingBand(texts, content.language);
}

function keptHint(count: number): Concern[] {
  if (count === 0) return [];
  return [{ code: 'coach-kept', path: 'content', blockId: null, blocks: false, params: { count } }];
}

/** Said only where the text as a whole is harder than most families read with ease. */
function readingHint(reading: ReadingBand): Concern[] {
  if (!reading.judged || reading.band === 'very-easy' || reading.band === 'easy') return [];
  const { formula, score, words } = reading;
  return [
    { code: `reading-${formula}`, path: 'content', blockId: null, blocks: false, params: { score, words } },
  ];
}

/**
 * Every text of a content that somebody wrote in words. Ids, codes and days have no white space in them; what has is
 * prose, whichever kind it stands in. It belongs to the part of the document that it stands in, an entry or
 * a field there is only one of.
 */
function stretchesOf(content: DocumentContent, parts: readonly Part[]): Stretch[] {
  const known = new Set(parts.map(({ id }) => id));
  const found: Stretch[] = [];
  const walk = (value: unknown, path: string, blockId: string | null): void => {
    if (typeof value === 'string') {
      if (/\S\s+\S/u.test(value)) found.push({ path, blockId, text: value });
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        walk(entry, `${path}.${index}`, blockId);
      });
    } else if (typeof value === 'object' && value !== null) {
      const own = 'id' in value && typeof value.id === 'string' && known.has(value.id) ? value.id : blockId;
      for (const [key, entry] of Object.entries(value)) walk(entry, `${path}.${key}`, own);
    }
  };
  for (const [key, entry] of Object.entries(content)) {
    walk(entry, `content.${key}`, known.has(key) ? key : null);
  }
  return found;
}
