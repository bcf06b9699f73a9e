import type { Likeness } from '@common-ground/contract';

interface Described {
  readonly displayName: string;
  readonly contacts: readonly string[];
}

/** What makes two records look like the same human being; none when nothing does. A hint, and never a proof. */
export function likenesses(one: Described, other: Described): Likeness[] {
  const found: Likeness[] = [];
  const name = alike(wordsOf(one.displayName), wordsOf(other.displayName));
  if (name !== null) found.push(name);
  const contacts = one.contacts.map(plain);
  if (other.contacts.some((contact) => contacts.includes(plain(contact)))) found.push('same-contact');
  return found;
}

const WEIGHTS: Readonly<Record<Likeness, number>> = { 'same-name': 2, 'same-contact': 2, 'similar-name': 1 };

/** How much alike two records are, for the likeliest to come first. */
export function weightOf(found: readonly Likeness[]): number {
  return found.reduce((sum, likeness) => sum + WEIGHTS[likeness], 0);
}

/** The same words in any order; or one name is a part of the other, give or take a letter. */
function alike(one: readonly string[], other: readonly string[]): 'same-name' | 'similar-name' | null {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length === 0) return null;
  if ([...few].sort().join(' ') === [...many].sort().join(' ')) return 'same-name';
  return few.every((word) => many.some((candidate) => isNearly(word, candidate))) ? 'similar-name' : null;
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const plain = (contact: string): string => contact.trim().toLowerCase();

/** Equal, or one letter apart in words long enough for that to be a slip: added, left out or another. */
function isNearly(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
