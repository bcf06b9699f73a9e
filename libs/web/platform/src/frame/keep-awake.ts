import { DOCUMENT, DestroyRef, inject } from '@angular/core';

/**
 * Keeps the screen of a phone awake for as long as the page that calls this is open. Whoever looks at another program
 * for a moment loses the promise of the browser, so it is asked for again when they come back.
 */
export function keepScreenAwake(): void {
  const page = inject(DOCUMENT);
  let held: WakeLockSentinel | null = null;
  let isOpen = true;
  const ask = async (): Promise<void> => {
    if (page.visibilityState !== 'visible') return;
    try {
      held = (await page.defaultView?.navigator.wakeLock?.request('screen')) ?? null;
      if (!isOpen) await held?.release();
    } catch {
      // Not every browser can, and none has to; what is done there goes on either way.
    }
  };
  const again = (): void => void ask();
  again();
  page.addEventListener('visibilitychange', again);
  inject(DestroyRef).onDestroy(() => {
    isOpen = false;
    page.removeEventListener('visibilitychange', again);
    void held?.release();
  });
}
