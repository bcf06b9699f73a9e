import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/**
 * The line at the foot of every printed page: what this is, which version, from when, and the page's number. Margin
 * boxes take their text from a style sheet only, and our content security policy allows no written one; a constructed
 * sheet is neither inline nor fetched. Browsers without margin boxes print the sheet without the line.
 */
@Injectable()
export class PrintedFooter {
  private readonly page = inject(DOCUMENT);
  private readonly sheet = typeof CSSStyleSheet === 'function' ? new CSSStyleSheet() : null;

  constructor() {
    const { sheet, page } = this;
    if (sheet === null || !('replaceSync' in sheet) || !('adoptedStyleSheets' in page)) return;
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
    inject(DestroyRef).onDestroy(() => {
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
    });
  }

  show(line: string): void {
    if (this.sheet === null || !('replaceSync' in this.sheet)) return;
    const style = 'font: 9pt Atkinson Hyperlegible, sans-serif; color: #444;';
    this.sheet.replaceSync(`@page {
      @bottom-left { content: ${quoted(line)}; ${style} }
      @bottom-right { content: counter(page); ${style} }
    }`);
  }
}

/** A style sheet's string in which nothing but letters and digits stands as itself: titles are other people's words. */
export function quoted(line: string): string {
  const escaped = Array.from(line, (letter) =>
    /[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 0x20).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
