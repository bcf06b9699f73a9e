import { inflateSync } from 'node:zlib';

/**
 * The words on a PDF, as a program that copies text would find them: each content stream read once with the map from
 * glyphs to letters of every font in the file. What one font cannot spell comes out as nothing, so a word set in one
 * font stands whole in one of the readings. The file's own bytes are added, for what is said outside the pages.
 */
export function printedText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const alphabets = streams.filter((stream) => stream.includes('begincmap')).map(alphabetOf);
  const pages = streams.filter((stream) => /\bT[jJ]\b/u.test(stream)).map(shownCodes);
  const readings = pages.flatMap((codes) =>
    alphabets.map((alphabet) => codes.map((code) => alphabet.get(code) ?? '').join('')),
  );
  return [...readings, ...streams, ...saidOutsidePages(pdf)].join('\n');
}

/** Titles and the like: as bytes, and without the zeros and the hexadecimal that UTF-16 puts between the letters. */
function saidOutsidePages(pdf: Buffer): string[] {
  const bytes = pdf.toString('latin1');
  const spelled = bytes.replace(/<([0-9a-f]+)>/giu, (_whole, hex: string) =>
    Buffer.from(hex, 'hex').toString('latin1'),
  );
  return [bytes, spelled.replaceAll('\0', '')];
}

function streamsOf(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const begin = pdf.indexOf('\n', at) + 1;
    const bytes = pdf.subarray(begin, pdf.indexOf('endstream', begin));
    found.push((isDeflated(bytes) ? inflateSync(bytes) : bytes).toString('latin1'));
  }
  return found;
}

/** Whether bytes begin as zlib's do. */
function isDeflated(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0x78 && bytes.readUInt16BE(0) % 31 === 0;
}

/** From a font's ToUnicode map: the number of a glyph to the letters it stands for. */
function alphabetOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gsu)) {
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/giu)) {
      letters.set(Number.parseInt(code, 16), utf16(text));
    }
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gsu)) {
    for (const [, from = '', to = '', text = ''] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/giu,
    )) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        letters.set(code, String.fromCodePoint(Number.parseInt(text, 16) + code - first));
      }
    }
  }
  return letters;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** The glyphs a page shows, in the order it shows them. Fonts of our papers count glyphs in two bytes. */
function shownCodes(page: string): number[] {
  const codes: number[] = [];
  for (const [, hex, literal] of page.matchAll(/<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\)])*)\)/gsu)) {
    const bytes = hex === undefined ? unescaped(literal ?? '') : Buffer.from(hex, 'hex');
    for (let at = 0; at + 1 < bytes.length; at += 2) codes.push(bytes.readUInt16BE(at));
  }
  return codes;
}

function unescaped(literal: string): Buffer {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const text = literal.replace(/\\([0-7]{1,3}|.)/gsu, (_whole, what: string) =>
    /^[0-7]/u.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (named[what] ?? what),
  );
  return Buffer.from(text, 'latin1');
}
