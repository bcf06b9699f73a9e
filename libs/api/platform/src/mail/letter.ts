/** What a mail says: a subject, and paragraphs of which one may be a link of ours. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly (string | { readonly link: string })[];
  /** An entry for a calendar, or the end of one, as iCalendar. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
}

/** The letter as plain text. */
export function asText({ paragraphs }: Letter): string {
  return `${paragraphs.map((one) => (typeof one === 'string' ? one : one.link)).join('\n\n')}\n`;
}

/** The same letter as the simplest HTML there is: no picture, nothing fetched, nothing that counts who opened it. */
export function asHtml({ subject, paragraphs }: Letter, language: string): string {
  const body = paragraphs.map((one) => {
    const words =
      typeof one === 'string' ? escaped(one) : `<a href="${escaped(one.link)}">${escaped(one.link)}</a>`;
    return `<p>${words}</p>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${body.join('')}</body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** One address and nothing besides: no second one, no name, no line that could become a header. */
export function isPlainAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@,;:<>()[\]"\\\p{C}]+@[^\s@,;:<>()[\]"\\\p{C}]+\.[^\s@,;:<>()[\]"\\\p{C}]+$/u.test(text)
  );
}

/** A name or subject on one line, whatever was typed into it. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
