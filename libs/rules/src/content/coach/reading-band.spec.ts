import type { Language } from '@common-ground/contract';
import { FEWEST_WORDS, readingBand } from './reading-band';
import { syllablesIn } from './syllables';

const EASY = 'We sat on the step. The sun was warm. Mom made tea and we all had some. It was a good day. ';
const HARD =
  'Multidisciplinary interventions emphasizing psychoeducational participation demonstrate considerable effectiveness throughout longitudinal rehabilitation. ';
const FACIL =
  'Mi casa es azul. El sol sale pronto. Mamá hace té y todos toman un poco. Fue un día muy bueno. ';
const DIFICIL =
  'Las intervenciones multidisciplinares caracterizadas por la participación psicoeducativa evidencian una considerable efectividad durante la rehabilitación longitudinal. ';

describe('the reading band', () => {
  it('is not told of a text too short to judge', () => {
    expect(readingBand([EASY], 'en')).toEqual({ judged: false, words: 22 });
    expect(readingBand([], 'es')).toEqual({ judged: false, words: 0 });
    expect(readingBand(['one '.repeat(FEWEST_WORDS - 1)], 'en').judged).toBe(false);
    expect(readingBand(['one '.repeat(FEWEST_WORDS)], 'en').judged).toBe(true);
  });

  it.each([
    ['en', EASY, 'flesch-kincaid', 'very-easy'],
    ['en', HARD, 'flesch-kincaid', 'very-hard'],
    ['es', FACIL, 'fernandez-huerta', 'very-easy'],
    ['es', DIFICIL, 'fernandez-huerta', 'very-hard'],
  ] as const)('pools the words of a document: %s, %s', (language, text, formula, band) => {
    expect(readingBand(Array<string>(12).fill(text), language)).toMatchObject({
      judged: true,
      formula,
      band,
    });
  });

  it('names the school grade that the formula gives', () => {
    // 100 words of one syllable in 10 sentences: 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11
    expect(readingBand(['The cat sat on the mat and had a nap. '.repeat(10)], 'en')).toMatchObject({
      words: 100,
      score: 0.1,
    });
  });
});

describe('syllables', () => {
  const counted = (words: string, language: Language): number[] =>
    words.split(' ').map((word) => syllablesIn(word, language));

  it('are counted as English is spoken', () => {
    expect(counted('the calm table people hoped wanted needed makes houses', 'en')).toEqual([
      1, 1, 2, 2, 1, 2, 2, 1, 2,
    ]);
    expect(counted('family medicine emergency therapist conversation idea quiet', 'en')).toEqual([
      3, 3, 4, 3, 4, 3, 2,
    ]);
  });

  it('are counted as Spanish is spoken', () => {
    expect(counted('sol casa familia día ciudad terapeuta guerra queso país rehabilitación', 'es')).toEqual([
      1, 2, 3, 2, 2, 4, 2, 2, 2, 6,
    ]);
  });
});
