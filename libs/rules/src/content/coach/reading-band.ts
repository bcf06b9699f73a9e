import type { Language } from '@common-ground/contract';
import { sentencesIn, wordsIn } from './sentences';
import { syllablesIn } from './syllables';

/** Under this many words both formulas are noise. */
export const FEWEST_WORDS = 100;

/**
 * How hard a text is to read. A hint about the text as a whole, never a gate.
 *
 * English: Flesch–Kincaid grade level, 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid,
 * Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75). `score` is a US school grade.
 *
 * Spanish: the Fernández-Huerta ease of reading, 206.84 − 60 × syllables per word − 1.02 × words per sentence
 * (Fernández Huerta 1959, in the form with words per sentence), on the steps of the INFLESZ scale (Barrio-Cantalejo and
 * others 2008): over 80 very easy, 65 to 80 quite easy, 55 to 65 normal, 40 to 55 somewhat hard, under 40 very hard.
 */
export type ReadingBand =
  | { readonly judged: false; readonly words: number }
  | {
      readonly judged: true;
      readonly words: number;
      readonly formula: 'flesch-kincaid' | 'fernandez-huerta';
      /** A grade in English, ease of reading in Spanish; one decimal. */
      readonly score: number;
      readonly band: Band;
    };

export const BANDS = ['very-easy', 'easy', 'middle', 'hard', 'very-hard'] as const;
export type Band = (typeof BANDS)[number];

/** The band of all the words of a document together: its titles and labels are too short to be judged one by one. */
export function readingBand(texts: readonly string[], language: Language): ReadingBand {
  const sentences = texts.flatMap((text) => sentencesIn(text)).map(({ text }) => wordsIn(text));
  const spoken = sentences.filter((sentence) => sentence.length > 0);
  const words = spoken.flat();
  if (words.length < FEWEST_WORDS) return { judged: false, words: words.length };

  const perSentence = words.length / spoken.length;
  const perWord = words.reduce((sum, word) => sum + syllablesIn(word, language), 0) / words.length;
  if (language === 'en') {
    const score = rounded(0.39 * perSentence + 11.8 * perWord - 15.59);
    const formula = 'flesch-kincaid';
    return { judged: true, words: words.length, formula, score, band: stepOf(score, [3, 6, 8, 12]) };
  }
  const score = rounded(206.84 - 60 * perWord - 1.02 * perSentence);
  const band = stepOf(-score, [-80, -65, -55, -40]);
  return { judged: true, words: words.length, formula: 'fernandez-huerta', score, band };
}

/** `steps` rise; a score up to the first is the easiest band. */
function stepOf(score: number, steps: readonly number[]): Band {
  const step = steps.findIndex((most) => score <= most);
  return BANDS[step === -1 ? BANDS.length - 1 : step] ?? 'very-hard';
}

function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}
