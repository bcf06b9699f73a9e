/** What is lifted is for a moment nowhere: a page that grew shorter by it would scroll under the hand. */
export function holdHeight(list: HTMLElement, page: Document): void {
  list.style.minBlockSize = `${list.offsetHeight}px`;
  const letGo = (): void => void list.style.removeProperty('min-block-size');
  for (const end of ['pointerup', 'pointercancel']) page.addEventListener(end, letGo, { once: true });
}
