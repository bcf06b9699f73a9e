import { DOCUMENT } from '@angular/common';
import { InjectionToken, inject } from '@angular/core';

/**
 * Loads a page of ours as if it were the first: nothing of what was on it is left, neither on the screen nor in
 * memory, and going back does not lead to it. Specs put something else in its place.
 */
export const PAGE_ANEW = new InjectionToken<(path: string) => void>('page anew', {
  providedIn: 'root',
  factory: () => {
    const { location } = inject(DOCUMENT);
    return (path) => location.replace(path);
  },
});
