import type { Concern, DocumentContent, PracticeWord } from '@common-ground/contract';
import type { Part } from '../parts';
import { proseIn } from '../stretches';
import { coach } from './coach';
import { readingBand, type ReadingBand } from './reading-band';

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
  const stretches = [{ path: 'title', blockId: null, text: title }, ...proseIn(content, parts)];
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
  const texts = [title, ...proseIn(content, parts).map(({ text }) => text)];
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
