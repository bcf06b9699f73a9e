// Runs in a thread of its own: setting a long document takes a while, and the server must go on answering meanwhile.
// It is loaded by file name and imports nothing of the product, so that Node can run it bundled and as it stands.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, PdfStandard, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

/** Whole fonts, not the subsets of the web: a subset prints nothing at all where a letter is missing. */
const FONTS = [
  'atkinson-hyperlegible/400Regular',
  'atkinson-hyperlegible/400Regular_Italic',
  'atkinson-hyperlegible/700Bold',
  // Has Greek and Cyrillic, too, and stands in for Atkinson Hyperlegible there.
  'literata/400Regular',
  'literata/600SemiBold',
  'literata/700Bold',
  'noto-sans-hebrew/400Regular',
  'noto-sans-hebrew/700Bold',
  'noto-sans-arabic/400Regular',
  'noto-sans-arabic/700Bold',
  'noto-emoji/400Regular',
];

/** How many documents later a part of an earlier one may still be in memory to be used again. */
const KEPT_FOR = 5;

export interface TypesettingOrder {
  readonly id: number;
  readonly template: string;
  readonly sheet: string;
}

export type TypesettingReply =
  | {
      readonly id: number;
      readonly pdf: Uint8Array;
      readonly standard: 'ua-1' | null;
      readonly gaps: boolean;
    }
  | { readonly id: number; readonly failure: string };

const resolve = createRequire(import.meta.url).resolve;
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [
    {
      fontPaths: FONTS.map((font) => {
        const [family = '', weight = ''] = font.split('/');
        return join(dirname(resolve(`@expo-google-fonts/${family}/package.json`)), weight);
      }),
    },
  ],
});

parentPort?.on('message', (order: TypesettingOrder) => {
  parentPort?.postMessage(carryOut(order));
});

function carryOut(order: TypesettingOrder): TypesettingReply {
  try {
    return { id: order.id, ...typeset(order) };
  } catch {
    // The compiler quotes what it stumbles over, and what people wrote does not belong in a log.
    return { id: order.id, failure: 'A document could not be set.' };
  } finally {
    compiler.evictCache(KEPT_FOR);
  }
}

function typeset(order: TypesettingOrder) {
  const document = compile(order, false);
  try {
    return {
      pdf: compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 }),
      standard: 'ua-1' as const,
      gaps: false,
    };
  } catch (failure) {
    // PDF/UA refuses a letter that none of the fonts has. A page with empty boxes and a sentence that says so is
    // better than no page; it is still tagged.
    const gaps = /could not be displayed/u.test(String(failure));
    return { pdf: compiler.pdf(gaps ? compile(order, true) : document), standard: null, gaps };
  }
}

function compile({ template, sheet }: TypesettingOrder, gaps: boolean): NodeTypstDocument {
  const outcome = compiler.compile({ mainFileContent: template, inputs: { sheet, gaps: String(gaps) } });
  if (outcome.result) return outcome.result;
  throw new Error('The template does not compile with this sheet.');
}
