import { DOCUMENT, type Signal, effect, inject, signal } from '@angular/core';

/** So many lines stand there with the first sight of a page, as many as a phone has room for below the one next thing. */
const AT_ONCE = 2;
/** And so many more with each step: what a slow phone writes before a finger would notice. */
const MORE = 6;

/**
 * For how many lines there is room so far. A slow phone needs a quarter of a second to write fifty, and until then it
 * would show none of them and feel no finger. So the first are painted, and the others follow below them in steps,
 * between which a finger is let in. They follow from above to below, so nothing that stands there is moved.
 */
export function byAndBy(wanted: () => number): Signal<number> {
  const room = signal(AT_ONCE);
  const view = inject(DOCUMENT).defaultView ?? window;
  effect((stop) => {
    if (wanted() <= room()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame shows what is there already; only what is done after it does not hold it up.
    const frame = view.requestAnimationFrame(() => {
      timer = setTimeout(() => room.update((lines) => lines + MORE));
    });
    stop(() => {
      view.cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return room.asReadonly();
}
