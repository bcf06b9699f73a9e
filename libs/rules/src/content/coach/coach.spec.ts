import type { CoachSort, Language, PracticeWord } from '@common-ground/contract';
import { coach } from './coach';
import { ENGLISH_SENTENCES } from './english-sentences-for-specs';
import type { LabelledSentence } from './labelled-sentences-for-specs';
import { SPANISH_SENTENCES } from './spanish-sentences-for-specs';

/** Rules know no platform; this spec runs on Node all the same, and its figures are to be read in the report. */
declare const process: { readonly stdout: { write(text: string): void } };

const sortsIn = (text: string, language: Language): CoachSort[] =>
  coach(text, language).map(({ sort }) => sort);

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly unheard: string[];
  readonly misheard: string[];
}

/** Counted by sentence and sort: a sentence with two findings of one sort counts once. */
function score(sentences: readonly LabelledSentence[], language: Language): Score {
  const unheard: string[] = [];
  const misheard: string[] = [];
  let heard = 0;
  for (const [text, ...expected] of sentences) {
    const found = new Set(sortsIn(text, language));
    for (const sort of expected) {
      if (found.has(sort)) heard += 1;
      else unheard.push(`${sort}: ${text}`);
    }
    for (const sort of found) if (!expected.includes(sort)) misheard.push(`${sort}: ${text}`);
  }
  return {
    precision: heard / (heard + misheard.length),
    recall: heard / (heard + unheard.length),
    unheard,
    misheard,
  };
}

describe.each([
  ['English', 'en', ENGLISH_SENTENCES],
  ['Spanish', 'es', SPANISH_SENTENCES],
] as const)('the coach in %s', (name, language, sentences) => {
  it('is tried on at least 150 sentences, each of them once', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(new Set(sentences.map(([text]) => text)).size).toBe(sentences.length);
  });

  it('finds what it should, and keeps quiet where it should', () => {
    const { precision, recall, unheard, misheard } = score(sentences, language);
    process.stdout.write(
      `language coach, ${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} on ${sentences.length} sentences\n`,
    );
    expect({ unheard: recall >= 0.8 ? [] : unheard }).toEqual({ unheard: [] });
    expect({ misheard: precision >= 0.9 ? [] : misheard }).toEqual({ misheard: [] });
  });
});

describe('a finding', () => {
  it('says where the words stand and what could stand there', () => {
    const text = 'I am tired. You never listen to me.';
    const [finding, ...more] = coach(text, 'en');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      sort: 'blame',
      quote: 'You never',
      gentler: 'I miss it when you do not',
    });
    expect(text.slice(finding?.from, finding?.to)).toBe('You never');
  });

  it('keeps the small letter of the words it stands for', () => {
    expect(coach('And you always shout.', 'en')[0]?.gentler).toBe('it is hard for me when you');
  });

  it('gives way to a stronger one about the same words', () => {
    expect(sortsIn('Because of you everything always goes wrong.', 'en')).toContain('blame');
    expect(sortsIn('You always lie.', 'en')).toEqual(['blame']);
  });

  it('is made whichever apostrophe, case and spaces are typed', () => {
    for (const text of ["you don't care about me", 'You don’t  care about me', "YOU DON'T CARE ABOUT ME"])
      expect(sortsIn(text, 'en')).toEqual(['mind-reading']);
  });

  it('also comes from the words a practice added, in its language only', () => {
    const own: PracticeWord[] = [
      { language: 'en', sort: 'label', phrase: 'frequent flyer (again)', gentler: 'somebody we know well' },
    ];
    expect(coach('He is a frequent flyer (again).', 'en', own)).toMatchObject([
      { sort: 'label', quote: 'frequent flyer (again)', gentler: 'somebody we know well' },
    ]);
    expect(coach('He is a frequent flyer (again).', 'es', own)).toEqual([]);
  });
});

describe('text nobody would write', () => {
  it.each([
    ['nothing', ''],
    ['signs only', '?!… —— \u200B\u0301'],
    ['one endless word', 'a'.repeat(50_000)],
    ['one endless sentence', 'if you had '.repeat(4_500)],
    ['the same trigger again and again', 'you always '.repeat(4_500)],
    ['stops without end', '.'.repeat(50_000)],
    ['white space without end', `you${' '.repeat(50_000)}always`],
    ['quotes without end', `“${'”'.repeat(50_000)}`],
  ])('%s is answered at once', (_what, text) => {
    const took = (): number => {
      const began = Date.now();
      coach(text, 'en');
      coach(text, 'es');
      return Date.now() - began;
    };
    // What else a busy machine is at holds up one of them, and not each.
    expect(Math.min(took(), took(), took())).toBeLessThan(1_000);
  });
});
