import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import type { WorksheetContent } from '@common-ground/contract';
import { PrintShop } from './print-shop';

const ALPHABETS = [
  ['Greek', 'Καλημέρα οικογένεια'],
  ['Cyrillic', 'Доброе утро, їжак, љубав'],
  ['Hebrew', 'שלום משפחה'],
  ['Arabic', 'مرحبا يا عائلة'],
  ['Vietnamese', 'Đặng Thị Hằng được'],
  ['the letters of Central Europe', 'Őri Žižka Łódź ğüş'],
] as const;

const content: WorksheetContent = {
  format: 1,
  language: 'en',
  whyItHelps: '',
  whenAndWhere: '',
  minutes: null,
  blocks: ALPHABETS.map(([id, text]) => ({ kind: 'guidance', id, text })),
};

describe('the alphabets of families', () => {
  const shop = new PrintShop();
  afterAll(async () => shop.onApplicationShutdown());

  const printed = async (): Promise<Uint8Array> =>
    shop.pdf({
      kind: 'worksheet',
      title: ALPHABETS.map(([, text]) => text).join(' '),
      content,
      versionNumber: 1,
      printedOn: '2026-11-22',
      safety: {
        practicePhone: '555-0100',
        practiceHours: '8–18',
        emergencyNumber: '911',
        crisisLine: '988',
        checkedOn: '2026-11-01',
      },
    });

  it('stand on paper with not a letter missing, and can be read from it again', async () => {
    const pdf = await printed();
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    for (const [alphabet, words] of ALPHABETS)
      expect([alphabet, missing(words, text)]).toEqual([alphabet, '']);
    expect(text).toContain('Καλημέρα οικογένεια');
    expect(text).toContain('Доброе утро, їжак, љубав');
    // Whoever copies it from there gets whole words, from right to left.
    expect(text).toContain('משפחה שלום');
  });

  it('are set in the fonts that come along, whatever fonts the machine has', async () => {
    const fonts = fontsIn(await PDFDocument.load(await printed()));
    expect(
      fonts.filter(
        (name) => !/^(AtkinsonHyperlegible|Literata|NotoSansHebrew|NotoSansArabic|NotoEmoji)-/u.test(name),
      ),
    ).toEqual([]);
    for (const name of ['Literata-Regular', 'NotoSansHebrew-Regular', 'NotoSansArabic-Regular'])
      expect(fonts).toContain(name);
  });
});

/** The letters that do not come back; their order is the reader's own where a line is read from right to left. */
function missing(words: string, text: string): string {
  const read = new Set(text.normalize('NFKD'));
  return [...words.normalize('NFKD')].filter((letter) => !read.has(letter)).join('');
}

/** The names of the fonts a file carries, without the six letters that stand before a part of a font. */
function fontsIn(pdf: PDFDocument): string[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, one]) => {
    const name = one instanceof PDFDict ? one.get(PDFName.of('FontName')) : undefined;
    return name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]{6}\+/u, '')] : [];
  });
}
