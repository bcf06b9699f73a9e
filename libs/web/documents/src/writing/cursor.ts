import type { Place } from './desk';

/** Puts the cursor where it is wanted; into the title where there is nothing of that name. */
export function goTo({ block, choice, at, words }: Place, page: Document, lentName: string): void {
  const named = block === null ? null : page.getElementById(choice ? `f-${block}-${choice}` : `f-${block}`);
  const field = named ?? page.getElementById('f-title');
  unfold(field);
  field?.focus();
  if (!(field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')))
    return;
  // A name that was only lent is written over by the first letter.
  if (field.id === 'f-title' && field.value === lentName) return field.select();
  if (words !== undefined) {
    field.scrollIntoView({ block: 'center' });
    return field.setSelectionRange(words.from, words.until);
  }
  const caret = at === 'start' ? 0 : field.value.length;
  field.setSelectionRange(caret, caret);
}

/** Nobody can write in what is folded away. */
export function unfold(field: Element | null): void {
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
}

/** A menu that just closed has given the cursor to its handle; a moved entry has lost it altogether. */
export function putBack(before: Element | null, page: Document, id: string): void {
  const isStillThere = before instanceof HTMLElement && before.isConnected && before !== page.body;
  const target =
    isStillThere && before.closest('[role=menu]') === null ? before : page.getElementById(`f-${id}`);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
