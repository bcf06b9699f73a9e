import type { Entry } from './written';

/** Whether anything has been written in an entry; what is chosen from a list does not count. */
export function hasWords(entry: Entry): boolean {
  return Object.entries(entry).some(
    ([field, value]: [string, unknown]) =>
      !['id', 'roleId', 'goesTo', 'castTo', 'support'].includes(field) &&
      (Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''),
  );
}
