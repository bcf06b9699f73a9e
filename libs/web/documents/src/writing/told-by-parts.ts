import type { DocumentKind } from '@common-ground/contract';
import type { Told } from '../kinds/kinds';

/** Ids of other entries and of themselves mean nothing to a reader. */
const UNSAID = ['id', 'roleId', 'goesTo', 'castTo'];

/** How the plans and the script speak of their parts: each field and each list has one name. */
export function toldByParts(kind: DocumentKind): Told {
  return {
    nameOfField: (field) => `kinds.${kind}.parts.${field}`,
    nameOfEntry: (list) => `kinds.${kind}.parts.${list}`,
    lines: (_list, entry, words) => linesIn(entry, (code) => words.say(`kinds.menu.${code}`)),
  };
}

function linesIn(entry: object, support: (code: string) => string): string[] {
  return Object.entries(entry).flatMap(([field, value]: [string, unknown]) => {
    if (UNSAID.includes(field)) return [];
    if (field === 'support') return [support(String(value))];
    if (Array.isArray(value)) return value.flatMap((one: object) => linesIn(one, support));
    return typeof value === 'string' ? [value] : [];
  });
}
