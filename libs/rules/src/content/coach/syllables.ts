import type { Language } from '@common-ground/contract';

/** How many syllables a word has, by its spelling; at least one. A count good enough for averages, not for verse. */
export function syllablesIn(word: string, language: Language): number {
  return Math.max(1, language === 'es' ? spanish(word) : english(word));
}

/** Groups of vowels, without the endings that are written and not spoken. */
function english(word: string): number {
  const letters = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    // "hoped" and "makes" have one syllable; "wanted", "needed", "houses" and "changes" have two.
    .replace(/(?<![td])ed$/u, '')
    .replace(/(?<!s|x|z|ch|sh|c|g)es$/u, '')
    .replace(/(?<!l)e$|(?<=[aeiouy])le$/u, '');
  const groups = spoken.match(/[aeiouyáéíóú]+/gu)?.length ?? 0;
  // Vowels that stand together and are spoken apart: "diet", "quiet", "create", "idea", "doing", "video".
  const apart =
    spoken.match(/i[ao](?!us)|eo(?!p)|ea(?=t(?:e|ion|ing)$|$)|[uo]ing$|[yi]ing$|ie(?=t)/gu)?.length ?? 0;
  const together = spoken.match(/(?:c|t|s|g)io|cia|tia/gu)?.length ?? 0;
  return groups + apart - together;
}

/** Strong vowels and accented weak ones each carry a syllable; weak ones beside a strong one do not. */
function spanish(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/gu, 'k')
    .replace(/gu(?=[eiéí])/gu, 'g')
    .replace(/y(?=$|[^aeiouáéíóúü])/gu, 'i');
  const diphthong = /[iuü]?[aeoáéó][iuü](?![aeiouáéíóúü])|[iuü][aeoáéó]|[iuü]{2}|[aeoáéóíú]|[iuü]/gu;
  return spoken.match(diphthong)?.length ?? 0;
}
