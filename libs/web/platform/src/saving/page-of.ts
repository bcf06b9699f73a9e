const DOCUMENTS = ['worksheets', 'role-play-scripts', 'boundary-plans', 'support-plans'];

/** The page on which something is written that is saved at a path; empty where none is known. */
export function pageOf(path: string): string {
  const [noun = '', id = '', what, further] = path.split('/');
  if (noun === 'homework') return further?.startsWith('day-') ? `/me/items/${id}/days` : `/me/tasks/${id}`;
  if (DOCUMENTS.includes(noun)) return `/app/docs/${id}`;
  if (noun === 'notebooks') return `/app/notebooks/${id}`;
  if (noun === 'sessions') return what === 'run' ? `/app/sessions/${id}/run` : `/app/sessions/${id}`;
  if (noun === 'me' && id === 'family-sessions') return `/me/sessions/${what}/after`;
  return '';
}

/** The moves of an hour are led, not written: nobody typed a word of them. */
export function hasWords(path: string): boolean {
  return !/^sessions\/[^/]+\/run$/u.test(path);
}
