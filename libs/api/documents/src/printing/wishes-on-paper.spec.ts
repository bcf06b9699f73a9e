import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { PAPER_COVERS, PAPER_FORMS, TYPE_SIZES, type PaperWishes } from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { PrintShop } from './print-shop';
import { hasForm, sheetOf, type DocumentToPrint } from './sheet';

const AS_EVER: PaperWishes = { type: 'standard', cover: 'none', form: 'sheet' };
const ADDRESS = 'https://plans.example.org/me/tasks/0190b6a2-0000-7000-8000-000000000001';

const around = {
  versionNumber: 3,
  printedOn: '2026-11-22',
  preparedFor: 'The Torres family',
  phoneAddress: ADDRESS,
  safety: {
    practicePhone: '555-0100',
    practiceHours: '8–18',
    emergencyNumber: '911',
    crisisLine: '988 (call, text or chat)',
    checkedOn: '2026-11-01',
  },
};

const printsOf = (wishes: Partial<PaperWishes>): (readonly [string, DocumentToPrint])[] =>
  BUILT_IN_TEMPLATES.map(({ id, kind, title, content }) => [
    id,
    { ...around, kind, title, content, wishes: { ...AS_EVER, ...wishes } },
  ]);
const [, first] = printsOf({})[0] ?? [];
if (first === undefined) throw new Error('There are no built-in templates.');
const sheet: DocumentToPrint = first;
const wishing = (wishes: Partial<PaperWishes>): DocumentToPrint => ({
  ...sheet,
  wishes: { ...AS_EVER, ...wishes },
});

describe('how somebody wants their paper', () => {
  const shop = new PrintShop();
  afterAll(async () => shop.onApplicationShutdown());
  const print = async (document: DocumentToPrint) => Buffer.from(await shop.pdf(document)).toString('latin1');
  const fullyAccessible = expect.stringContaining('<pdfuaid:part>1</pdfuaid:part>') as string;
  const pagesIn = (pdf: string): number => [...pdf.matchAll(/\/Type\s*\/Page\b/gu)].length;

  it.each(printsOf({ type: 'large', cover: 'plain' }))(
    'prints %s in large type under a plain cover, as PDF/UA',
    async (_id, document) => {
      expect(await print(document)).toEqual(fullyAccessible);
    },
  );

  it('has nothing on the page below eighteen points in large type', () => {
    const { body, small, foot } = sheetOf(wishing({ type: 'large' })).type;
    expect(Math.min(body, small, foot)).toBe(18);
  });

  it('takes one more page for a cover, and the file does not say what it is about', async () => {
    const [without, under] = [await print(sheet), await print(wishing({ cover: 'plain' }))];
    expect(pagesIn(under)).toBe(pagesIn(without) + 1);
    expect(without).toContain(`${sheet.title}</rdf:li>`);
    expect(under).toContain('Papers</rdf:li>');
    expect(under).not.toContain(sheet.title);
  });

  it('names no question in the list beside the pages when there is a plain cover', async () => {
    const listed = async (document: DocumentToPrint): Promise<boolean> => {
      const { catalog } = await PDFDocument.load(await shop.pdf(document));
      return catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.has(PDFName.of('First')) ?? false;
    };
    expect([await listed(sheet), await listed(wishing({ cover: 'plain' }))]).toEqual([true, false]);
  });

  it('says nothing on a cover of whose the paper is or what it is', () => {
    const said = JSON.stringify(sheetOf(wishing({ cover: 'plain' })).cover);
    expect(said).not.toContain(sheet.title);
    expect(said).not.toContain('Torres');
  });

  it.each(printsOf({ form: 'card' }).filter(([, { kind }]) => kind === 'boundary-plan'))(
    'sets %s as a card of one small page, with the numbers to call',
    async (_id, document) => {
      const pdf = await print(document);
      expect(pdf).toEqual(fullyAccessible);
      expect(pagesIn(pdf)).toBe(1);
      const card = sheetOf(document);
      expect([card.paper, card.phone, card.codesNote]).toEqual(['a5', null, '']);
      expect(card.safety.lines.map(({ text }) => text)).toContain('911');
    },
  );

  it('makes cards of boundary plans only', () => {
    const cards = (['worksheet', 'role-play-script', 'boundary-plan', 'support-plan'] as const).filter(
      (kind) => hasForm(kind, 'card'),
    );
    expect(cards).toEqual(['boundary-plan']);
  });

  it('draws the way to the phone and says it in words as well', async () => {
    const { phone } = sheetOf(sheet);
    expect(phone).toMatchObject({ label: 'On a phone', address: ADDRESS });
    expect(phone?.alt).toContain(ADDRESS);
    expect(await print(sheet)).toContain(ADDRESS);
    expect(sheetOf({ ...sheet, phoneAddress: undefined }).phone).toBeNull();
  });

  it('sets a code beside every prompt, and none where documents are collected', () => {
    const codes = (document: DocumentToPrint): string[] =>
      sheetOf(document).pieces.flatMap((piece) => (piece.sort === 'prompt' ? [piece.code] : []));
    expect(new Set(codes(sheet)).size).toBe(codes(sheet).length);
    expect(codes(sheet)).not.toContain('');
    expect(new Set(codes({ ...sheet, isRecord: true }))).toEqual(new Set(['']));
  });

  it.each(
    TYPE_SIZES.flatMap((type) =>
      PAPER_COVERS.flatMap((cover) => PAPER_FORMS.map((form) => [type, cover, form] as const)),
    ),
  )('prints long words in %s type, %s cover, as a %s', async (type, cover, form) => {
    const plan = printsOf({ type, cover, form }).find(([, { kind }]) => kind === 'boundary-plan')?.[1];
    if (plan === undefined) throw new Error('There is no plan.');
    const long = 'Ñandú مرحبا '.repeat(150);
    const content = { ...plan.content, action: long, offer: long };
    expect(await print({ ...plan, title: long.slice(0, 200), content })).toEqual(fullyAccessible);
  });
});
