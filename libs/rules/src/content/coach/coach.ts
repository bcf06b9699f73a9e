import { COACH_SORTS, type Language, type PracticeWord } from '@common-ground/contract';
import type { Finding } from './finding';
import { ENGLISH } from './english';
import { literally, type Pattern } from './pattern';
import { sentencesIn, wordsIn, type Sentence } from './sentences';
import { SPANISH } from './spanish';

export interface CoachLanguage {
  readonly patterns: readonly Pattern[];
  /** More words than this in one sentence are hard to keep in mind. */
  readonly longestSentence: number;
}

const LANGUAGES: Readonly<Record<Language, CoachLanguage>> = { en: ENGLISH, es: SPANISH };

/** Nobody writes a longer sentence by hand; what is longer is looked at up to here only. */
const LONGEST_LOOKED_AT = 2_000;

/**
 * What the coach has to say about one stretch of text, in reading order. Rules and word lists, no model: the same text
 * always gets the same answer, and every finding can be traced to a line of data.
 */
export function coach(
  text: string,
  language: Language,
  practiceWords: readonly PracticeWord[] = [],
): Finding[] {
  const { patterns, longestSentence } = LANGUAGES[language];
  const own = practiceWords
    .filter((word) => word.language === language && word.phrase.trim() !== '')
    .map(({ sort, phrase, gentler }): Pattern => ({ sort, expression: literally(phrase.trim()), gentler }));
  return sentencesIn(text).flatMap((sentence) => {
    const found = strongest(findingsIn(sentence, [...own, ...patterns]));
    if (wordsIn(sentence.text).length <= longestSentence) return found;
    const { text: quote, from } = sentence;
    return [
      ...found,
      { sort: 'long-sentence', from, to: from + quote.length, quote, gentler: null } as const,
    ];
  });
}

function findingsIn({ text, from }: Sentence, patterns: readonly Pattern[]): Finding[] {
  const looked = text.slice(0, LONGEST_LOOKED_AT);
  return patterns.flatMap(({ sort, expression, gentler }) =>
    [...looked.matchAll(expression)].map((match): Finding => {
      const [quote] = match;
      return {
        sort,
        from: from + match.index,
        to: from + match.index + quote.length,
        quote,
        gentler: gentler === null ? null : filled(gentler, match, quote),
      };
    }),
  );
}

/** Fills `$1` and begins with a capital where the words it stands for do. */
function filled(gentler: string, match: RegExpMatchArray, quote: string): string {
  const text = gentler.replace(/\$(\d)/gu, (_sign, place: string) => match[Number(place)] ?? '').trim();
  const isCapital = /^\p{Lu}/u.test(quote) && !/^I\b/u.test(quote);
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Of findings that overlap the strongest stays, and of equals the longest; then reading order. */
function strongest(found: readonly Finding[]): Finding[] {
  const strength = ({ sort }: Finding): number => COACH_SORTS.indexOf(sort);
  const ranked = [...found].sort(
    (a, b) => strength(a) - strength(b) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const kept: Finding[] = [];
  for (const finding of ranked) {
    if (!kept.some((other) => finding.from < other.to && other.from < finding.to)) kept.push(finding);
  }
  return kept.sort((a, b) => a.from - b.from);
}
