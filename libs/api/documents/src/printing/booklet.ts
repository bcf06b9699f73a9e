import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';

/** The two pages that stand side by side on one side of a sheet, counted from 0; null where nothing is printed. */
export type SheetSide = readonly [left: number | null, right: number | null];

/**
 * Which pages stand side by side so that sheets printed on both sides, laid into one another and folded once, read in
 * order: front, back, front, back.
 */
export function bookletOrder(pages: number): SheetSide[] {
  const places = Math.ceil(pages / 4) * 4;
  const page = (at: number): number | null => (at < pages ? at : null);
  return Array.from({ length: places / 2 }, (_, side) => {
    const [low, high] = [page(side), page(places - 1 - side)];
    return side % 2 === 0 ? [high, low] : [low, high];
  });
}

/** Where an old page stands now. */
interface Standing {
  readonly sheet: PDFRef;
  /** The old page as one drawing, which keeps its marks for the order of reading. */
  readonly drawing: PDFRef;
  readonly shift: number;
}

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Two pages side by side on every sheet, in the order of a booklet. Whoever hears the file still hears it from the
 * first page to the last: its structure keeps its order and is only told where each piece stands now.
 */
export async function asBooklet(pdf: Uint8Array): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = file;
  const pages = file.getPages();
  const standing = new Map<PDFRef, Standing>();
  const sides = bookletOrder(pages.length);
  pages.forEach(() => {
    file.removePage(0);
  });
  for (const side of sides) {
    const { width, height } = pages[0]?.getSize() ?? { width: 0, height: 0 };
    const sheet = file.addPage([width * 2, height]);
    const drawings: [string, PDFRef][] = [];
    side.forEach((at, place) => {
      const page = at === null ? undefined : pages[at];
      if (page === undefined) return;
      const drawing = drawingOf(page, context);
      drawings.push([`P${place}`, drawing]);
      standing.set(page.ref, { sheet: sheet.ref, drawing, shift: width * place });
    });
    fill(sheet, drawings, width, context);
  }
  for (const page of pages) moveLinks(page, standing, context);
  for (const [, found] of context.enumerateIndirectObjects()) tell(found, standing, context);
  for (const page of pages) context.delete(page.ref);
  catalog.delete(name('PageLabels'));
  const wishes = catalog.getOrCreateViewerPreferences();
  wishes.dict.set(name('Duplex'), name('DuplexFlipShortEdge'));
  return file.save();
}

function drawingOf(page: PDFPage, context: PDFContext): PDFRef {
  const { node } = page;
  const { width, height } = page.getSize();
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => context.lookup(one)) : [contents];
  const drawn = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [...decodePDFRawStream(stream).decode(), 0x0a] : [],
  );
  const kept = ['Resources', 'StructParents', 'Group'].flatMap((key): [string, PDFObject][] => {
    const value = node.get(name(key));
    return value === undefined ? [] : [[key, value]];
  });
  const dict = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], ...Object.fromEntries(kept) };
  return context.register(context.flateStream(Uint8Array.from(drawn), dict));
}

function fill(
  sheet: PDFPage,
  drawings: readonly (readonly [string, PDFRef])[],
  width: number,
  context: PDFContext,
): void {
  const drawn = drawings.map(([called]) => `q 1 0 0 1 ${called === 'P1' ? width : 0} 0 cm /${called} Do Q`);
  sheet.node.set(name('Contents'), context.register(context.flateStream(drawn.join('\n'))));
  sheet.node.set(name('Resources'), context.obj({ XObject: Object.fromEntries(drawings) }));
  sheet.node.set(name('Tabs'), name('S'));
}

function moveLinks(page: PDFPage, standing: ReadonlyMap<PDFRef, Standing>, context: PDFContext): void {
  const now = standing.get(page.ref);
  const sheet = now && context.lookup(now.sheet, PDFDict);
  const links = page.node.Annots()?.asArray() ?? [];
  if (now === undefined || sheet === undefined || links.length === 0) return;
  for (const one of links) {
    const link = context.lookup(one, PDFDict);
    for (const key of ['Rect', 'QuadPoints']) {
      const corners = link.lookupMaybe(name(key), PDFArray)?.asArray() ?? [];
      const moved = corners.map((corner, at) =>
        corner instanceof PDFNumber ? corner.asNumber() + (at % 2 === 0 ? now.shift : 0) : 0,
      );
      if (moved.length > 0) link.set(name(key), context.obj(moved));
    }
    if (link.has(name('P'))) link.set(name('P'), now.sheet);
  }
  const before = sheet.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? [];
  sheet.set(name('Annots'), context.obj([...before, ...links]));
}

/** Tells the structure, and every list of places, where what they point to stands now. */
function tell(found: PDFObject, standing: ReadonlyMap<PDFRef, Standing>, context: PDFContext): void {
  if (found instanceof PDFArray) {
    const [page, way, across] = found.asArray();
    const now = page instanceof PDFRef && way instanceof PDFName ? standing.get(page) : undefined;
    if (now !== undefined) {
      found.set(0, now.sheet);
      if (across instanceof PDFNumber) found.set(2, PDFNumber.of(across.asNumber() + now.shift));
    }
    for (const one of found.asArray()) tell(one, standing, context);
  } else if (found instanceof PDFDict) {
    const page = found.get(name('Pg'));
    const now = page instanceof PDFRef ? standing.get(page) : undefined;
    if (now !== undefined) tellPiece(found, now, context);
    for (const [, one] of found.entries()) tell(one, standing, context);
  }
}

/** A piece of the structure points to marks; they stand in the drawing now, and no longer on the page itself. */
function tellPiece(piece: PDFDict, now: Standing, context: PDFContext): void {
  const mark = (number: PDFObject): PDFObject =>
    context.obj({ Type: 'MCR', Pg: now.sheet, Stm: now.drawing, MCID: number });
  piece.set(name('Pg'), now.sheet);
  const looks = piece.lookup(name('A'));
  for (const look of looks instanceof PDFArray ? looks.asArray() : [looks]) {
    const frame = look instanceof PDFDict ? look.lookupMaybe(name('BBox'), PDFArray) : undefined;
    frame?.asArray().forEach((corner, at) => {
      if (at % 2 === 0 && corner instanceof PDFNumber)
        frame.set(at, PDFNumber.of(corner.asNumber() + now.shift));
    });
  }
  if (piece.get(name('Type')) === name('MCR')) piece.set(name('Stm'), now.drawing);
  const kids = piece.get(name('K'));
  if (kids instanceof PDFNumber) piece.set(name('K'), mark(kids));
  else if (kids instanceof PDFArray) {
    kids.asArray().forEach((kid, at) => {
      if (kid instanceof PDFNumber) kids.set(at, mark(kid));
    });
  }
}
