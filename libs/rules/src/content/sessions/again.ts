import type { AgendaEntry, DocumentId } from '@common-ground/contract';

/**
 * An entry of an earlier hour for the agenda of another: what happens and for how long, with those of its papers that
 * are still the family's, and the questions of these. It begins when it begins: a fixed start was of that day.
 */
export function entryAgain(
  { title, minutes, documentIds, reveals }: AgendaEntry,
  id: string,
  isThere: (paper: DocumentId) => boolean,
): AgendaEntry {
  const asked = reveals?.filter(({ documentId }) => isThere(documentId)) ?? [];
  return {
    ...{ id, title, minutes, fixedStart: null, documentIds: documentIds.filter(isThere) },
    ...(asked.length > 0 && { reveals: asked }),
  };
}
