export type BegunSort = 'note' | 'wholeNote' | 'comment' | 'verdict' | 'shareNote' | 'other';

/** What was begun, by the name under which its page keeps it. */
export function sortOfBegun(key: string): BegunSort {
  if (key.startsWith('notes/piece/')) return 'wholeNote';
  if (key.startsWith('notes/')) return 'note';
  if (key.startsWith('share-notes/')) return 'shareNote';
  if (!key.startsWith('half-said/')) return 'other';
  return key.endsWith('/verdict') ? 'verdict' : 'comment';
}
