import fc from 'fast-check';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { bookletOrder } from './booklet';
import { PrintShop } from './print-shop';
import { hasForm, type DocumentToPrint } from './sheet';

/** Lays the sheets into one another, folds them once and turns the leaves: what is read, page by page. */
function readFolded(sides: ReturnType<typeof bookletOrder>): (number | null)[] {
  const sheets = Array.from(
    { length: sides.length / 2 },
    (_, at) => [sides[2 * at], sides[2 * at + 1]] as const,
  );
  const firstHalf = sheets.flatMap(([front, back]) => [front?.[1] ?? null, back?.[0] ?? null]);
  const secondHalf = sheets.toReversed().flatMap(([front, back]) => [back?.[1] ?? null, front?.[0] ?? null]);
  return [...firstHalf, ...secondHalf];
}

describe('the order of a booklet', () => {
  it('lays the first page beside the last, and the second beside the last but one', () => {
    expect(bookletOrder(8)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
    expect(bookletOrder(5)).toEqual([
      [null, 0],
      [1, null],
      [null, 2],
      [3, 4],
    ]);
    expect(bookletOrder(0)).toEqual([]);
  });

  it('reads in order once it is folded, with what is left empty at the end, however many pages there are', () => {
    fc.assert(
      fc.property(fc.nat(200), (pages) => {
        const read = readFolded(bookletOrder(pages));
        expect(read.length % 4).toBe(0);
        expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, at) => at));
        expect(read.slice(pages).every((page) => page === null)).toBe(true);
        expect(read.length - pages).toBeLessThan(4);
      }),
    );
  });
});

describe('a script as a booklet', () => {
  const shop = new PrintShop();
  afterAll(async () => shop.onApplicationShutdown());

  const scripts = BUILT_IN_TEMPLATES.filter(({ kind }) => kind === 'role-play-script');
  const [script] = scripts;
  if (script === undefined) throw new Error('There is no script.');
  const toPrint = (over: Partial<DocumentToPrint> = {}): DocumentToPrint => ({
    kind: script.kind,
    title: script.title,
    content: script.content,
    versionNumber: 1,
    printedOn: '2026-11-22',
    phoneAddress: 'https://plans.example.org/me/items/1',
    safety: {
      practicePhone: '555-0100',
      practiceHours: '8–18',
      emergencyNumber: '911',
      crisisLine: '988',
      checkedOn: '2026-11-01',
    },
    wishes: { type: 'standard', cover: 'none', form: 'booklet' },
    ...over,
  });
  const sheets = async (pdf: Uint8Array): Promise<string[]> =>
    (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text;

  it('comes of scripts only', () => {
    expect(hasForm('role-play-script', 'booklet')).toBe(true);
    expect(hasForm('worksheet', 'booklet')).toBe(false);
    expect(hasForm('boundary-plan', 'booklet')).toBe(false);
  });

  it('has two pages on each side, the title on the right of the first and every word on one of them', async () => {
    const pdf = await shop.pdf(toPrint());
    const file = await PDFDocument.load(pdf);
    const read = await sheets(pdf);
    expect(read).toHaveLength(file.getPageCount());
    expect(file.getPageCount() % 2).toBe(0);
    for (const page of file.getPages()) expect(page.getWidth()).toBeGreaterThan(page.getHeight());
    const flat = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/gu, ' ');
    expect(flat(read[0])).toContain(script.title);
    const all = flat(read.join(' '));
    if (!('turns' in script.content)) throw new Error('A script has turns.');
    for (const { line } of script.content.turns) expect(all).toContain(line);
  });

  it('says the same pages as the plain file, in the order of the booklet', async () => {
    const numbers = (text: string): string[] =>
      [...text.matchAll(/page (\d+)/gu)].map(([, number = '']) => number);
    const read = await sheets(await shop.pdf(toPrint()));
    const pages = Math.max(...read.flatMap(numbers).map(Number));
    const expected = bookletOrder(pages).map((side) =>
      side.flatMap((page) => (page === null ? [] : [String(page + 1)])),
    );
    expect(read.map(numbers)).toEqual(expected);
  });

  it.each(scripts.map(({ id, title, content }) => [id, { title, content }] as const))(
    'keeps %s tagged: each mark is found in the drawing it stands in, in the order of reading',
    async (_id, over) => {
      const pdf = await shop.pdf(
        toPrint({ ...over, wishes: { type: 'large', cover: 'plain', form: 'booklet' } }),
      );
      expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const file = await PDFDocument.load(pdf, { updateMetadata: false });
      const drawings = marksInOrder(file);
      expect(drawings.length).toBeGreaterThan(20);
      // The pages of a booklet are drawn in the order in which they are read, so their numbers only grow.
      expect(drawings).toEqual(drawings.toSorted((one, other) => one - other));
    },
  );
});

/** For each mark of the structure, in the order of reading, the number its drawing has in the list of owners. */
function marksInOrder({ context, catalog }: PDFDocument): number[] {
  const marks: number[] = [];
  const walk = (found: PDFObject | undefined): void => {
    const one = found instanceof PDFRef ? context.lookup(found) : found;
    if (one instanceof PDFNumber) throw new Error('A mark does not say in which drawing it stands.');
    if (one instanceof PDFArray) one.asArray().forEach(walk);
    if (!(one instanceof PDFDict)) return;
    if (one.get(PDFName.of('Type')) === PDFName.of('MCR')) {
      const drawing = context.lookup(one.get(PDFName.of('Stm')));
      if (drawing === undefined || !('dict' in drawing)) throw new Error('A mark stands in no drawing.');
      marks.push((drawing.dict as PDFDict).lookup(PDFName.of('StructParents'), PDFNumber).asNumber());
    } else walk(one.get(PDFName.of('K')));
  };
  walk(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('K')));
  return marks;
}
