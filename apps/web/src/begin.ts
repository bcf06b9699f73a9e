import { ViewportScroller } from '@angular/common';
import { DOCUMENT, inject } from '@angular/core';
import { Session, Words } from '@common-ground/web/platform';

/** Where most families come in, day after day, on whatever phone and line they have. */
const HOME = '/me';
/** Names and headings are bold, all else is not. */
const LETTERS = ["400 1em 'Atkinson Hyperlegible'", "700 1em 'Atkinson Hyperlegible'"];

/**
 * What the first page needs is asked for side by side and not one after the other: the words, who is here, the
 * letters, and for a family's first page its own words. On a poor line each journey saved is felt.
 */
export function begin(): Promise<void> {
  const page = inject(DOCUMENT);
  // What is gone to on a page comes to stand below what stays at its top.
  inject(ViewportScroller).setOffset(() => [0, Number.parseFloat(scrollPadding(page)) || 0]);
  // Letters that come later would move what stands there already; earlier, they would hold up the scripts.
  for (const letters of LETTERS) page.fonts.load(letters).catch(() => undefined);
  // Whoever needs to know asks again, and is told why it cannot be known.
  void inject(Session)
    .known()
    .catch(() => undefined);
  const isHome = page.location.pathname === HOME;
  return inject(Words).begin(isHome ? ['homework', 'privacy'] : []);
}

function scrollPadding({ defaultView, documentElement }: Document): string {
  return defaultView?.getComputedStyle(documentElement).scrollPaddingBlockStart ?? '';
}
