import { ViewportScroller } from '@angular/common';
import { DOCUMENT, inject } from '@angular/core';
import type { Me } from '@common-ground/contract';
import { FirstPageAhead } from '@common-ground/web/homework/family';
import { Session, Words } from '@common-ground/web/platform';

/** Where most families come in, day after day, on whatever phone and line they have. */
const HOME = '/me';
/** Names and headings are bold, all else is not. */
const LETTERS = ["400 1em 'Atkinson Hyperlegible'", "700 1em 'Atkinson Hyperlegible'"];

/**
 * What the first page needs is asked for side by side and not one after the other: the words, who is here, the
 * letters, and for a family's first page its own words. On a poor line each journey saved is felt. What the page asked for
 * before is taken up.
 */
export function begin(): Promise<void> {
  const page = inject(DOCUMENT);
  // What is gone to on a page comes to stand below what stays at its top.
  inject(ViewportScroller).setOffset(() => [0, Number.parseFloat(scrollPadding(page)) || 0]);
  // Letters that come later would move what stands there already; earlier, they would hold up the scripts.
  for (const letters of LETTERS) page.fonts.load(letters).catch(() => undefined);
  const isHome = page.location.pathname === HOME;
  const met = isHome ? homeIsAskedFor() : whoIsHere();
  const words = inject(Words).begin(isHome ? ['homework', 'privacy'] : []);
  // Help stands on other pages, also where nothing answers.
  return isHome ? Promise.all([words, met]).then(() => undefined) : words;
}

/** Whoever needs to know asks again, and is told why it cannot be known. */
function whoIsHere(met?: (me: Me) => void): Promise<unknown> {
  return inject(Session)
    .load(met)
    .catch(() => undefined);
}

/**
 * A family's first page waits for who is here, whatever is made before that. So what it shows is asked for first, and a
 * slow phone makes the app while the line is waited for.
 */
function homeIsAskedFor(): Promise<void> {
  const ahead = inject(FirstPageAhead);
  return new Promise((isAskedFor) => {
    const known = whoIsHere((me) => {
      ahead.isOf(me);
      isAskedFor();
    });
    void known.then(() => isAskedFor());
  });
}

function scrollPadding({ defaultView, documentElement }: Document): string {
  return defaultView?.getComputedStyle(documentElement).scrollPaddingBlockStart ?? '';
}
