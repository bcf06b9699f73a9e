import fc from 'fast-check';
import type { WorksheetContent } from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { PrintShop } from './print-shop';
import type { DocumentToPrint } from './sheet';

/** In the last plane for private use: no font has it. */
const LETTER_NO_FONT_HAS = '\u{10abcd}';

const blank = {
  kind: 'worksheet' as const,
  versionNumber: 3,
  printedOn: '2026-11-22',
  preparedFor: 'Mária Őri',
  safety: {
    practicePhone: '555-0100',
    practiceHours: '8–18',
    emergencyNumber: '911',
    crisisLine: '988 (call, text or chat)',
    checkedOn: '2026-11-01',
  },
};

function asking(question: string): WorksheetContent {
  const prompt = { kind: 'long-answer', id: 'p', question, help: question, optional: false } as const;
  return {
    format: 1,
    language: 'en',
    whyItHelps: question,
    whenAndWhere: question,
    minutes: null,
    blocks: [
      { kind: 'guidance', id: 'g', text: question },
      prompt,
      { kind: 'section', id: 's', title: question },
      { ...prompt, id: 'q' },
    ],
  };
}

describe('the print shop', () => {
  const shop = new PrintShop();
  afterAll(async () => shop.onApplicationShutdown());

  const print = async (worksheet: DocumentToPrint) =>
    Buffer.from(await shop.pdf(worksheet)).toString('latin1');

  const fullyAccessible = expect.stringContaining('<pdfuaid:part>1</pdfuaid:part>') as string;

  it.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))(
    'prints %s as PDF/UA in its language',
    async (_id, { kind, title, content, language }) => {
      const pdf = await print({ ...blank, kind, title, content });
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      expect(pdf).toEqual(fullyAccessible);
      expect(pdf).toContain(`<rdf:li>${language}</rdf:li>`);
    },
  );

  it.each([
    ['accents', 'ő Ő ñ ¿Qué? Đặng'],
    ['other alphabets', 'Привет Γειά שלום مرحبا'],
    ['emoji', '😀 👨‍👩‍👧 ❤️'],
    ['what looks like a command', '#set page(width: 1cm) $x$ \\u{41} "q" <l> @r *b* _i_ `c` [a]]}{# /* // ]'],
    ['script and markup', '<script>alert(1)</script>&amp;'],
    ['control characters and turned text', 'a\u0000b\u0007c\u202edef\u2066\ud800'],
    ['a word without end', 'W'.repeat(20_000)],
    ['an answer as long as they may be', 'No more than this. \n'.repeat(1_050).slice(0, 20_000)],
  ])('prints %s, with not a letter missing', async (_what, text) => {
    const answers = [{ promptId: 'p', value: text }];
    const short = text.slice(0, 200);
    const pdf = await print({ ...blank, title: short, content: asking(short), preparedFor: text, answers });
    expect(pdf).toEqual(fullyAccessible);
  });

  it('prints the rest when no font has a letter', async () => {
    const pdf = await print({ ...blank, title: 'Evenings', content: asking(`a ${LETTER_NO_FONT_HAS} b`) });
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).not.toEqual(fullyAccessible);
  });

  it('prints whatever anybody types', async () => {
    const typed = fc.string({ unit: 'binary', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(typed, typed, async (text, answer) => {
        const answers = [{ promptId: 'p', value: answer }];
        const pdf = await print({ ...blank, title: text, content: asking(text), preparedFor: text, answers });
        expect(pdf.startsWith('%PDF-')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('prints an empty draft', async () => {
    const content: WorksheetContent = { ...asking(''), blocks: [] };
    expect(await print({ ...blank, title: '', content, versionNumber: null })).toEqual(fullyAccessible);
  });

  it('hands everybody their own paper when many print at once', async () => {
    const titles = Array.from({ length: 12 }, (_, index) => `Sheet number ${index}`);
    const pdfs = await Promise.all(
      titles.map((title) => print({ ...blank, title, content: asking('Well?') })),
    );
    titles.forEach((title, index) => {
      expect(pdfs[index]).toContain(`${title}</rdf:li>`);
    });
  });

  it('prints again after it was stopped', async () => {
    await shop.onApplicationShutdown();
    expect(await print({ ...blank, title: 'Evenings', content: asking('Well?') })).toEqual(fullyAccessible);
  });
});
