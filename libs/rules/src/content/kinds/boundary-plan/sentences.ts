import { BASICS, type Basic, type BoundaryWords } from './words';

/** How many words may stand between keeping something back and what is kept back. */
const NEAR = 3;

/** Whether what is said begins with an act of one's own, after what may stand before it. */
export function startsWithMe(sentence: string, words: BoundaryWords): boolean {
  const [first = ''] = withoutLead(sentence, words).split(/[\s,.;:!?]+/u);
  return words.mine.test(first);
}

/** Whether one speaks of oneself anywhere: a limit may begin with when it holds. */
export function speaksOfMe(sentence: string, words: BoundaryWords): boolean {
  return (
    startsWithMe(sentence, words) ||
    clausesOf(sentence).some((clause) => startsWithMe(clause, words) || isConditionOfMine(clause, words))
  );
}

export function tellsOthersWhatToDo(sentence: string, words: BoundaryWords): boolean {
  const flat = flattened(sentence);
  return words.commands.some((command) => hasPhrase(flat, flattened(command)));
}

/** What a sentence keeps from somebody that nobody may be kept from, or null. */
export function withholds(sentence: string, words: BoundaryWords): Basic | null {
  if (words.puttingOut.some((pattern) => pattern.test(sentence)) && !negated(sentence, words))
    return 'shelter';
  const flat = flattened(sentence);
  for (const phrase of words.withholding.map(flattened)) {
    for (const after of whatFollows(flat, phrase, words)) {
      const near = ` ${after
        .split(' ')
        .slice(0, NEAR + 2)
        .join(' ')} `;
      const basic = BASICS.find((one) =>
        words.basics[one].some((word) => near.includes(` ${flattened(word)} `)),
      );
      if (basic !== undefined) return basic;
    }
  }
  return null;
}

/** The words behind each time a phrase is said and meant. */
function whatFollows(flat: string, phrase: string, words: BoundaryWords): string[] {
  const found: string[] = [];
  const padded = ` ${flat} `;
  for (let at = padded.indexOf(` ${phrase} `); at >= 0; at = padded.indexOf(` ${phrase} `, at + 1)) {
    const [before = ''] = padded.slice(0, at).trim().split(' ').slice(-1);
    // "never take away" keeps nothing back; "not give" has its "not" inside.
    if (!words.never.map(flattened).includes(before)) found.push(padded.slice(at + phrase.length + 2).trim());
  }
  return found;
}

function negated(sentence: string, words: BoundaryWords): boolean {
  const flat = flattened(sentence);
  return words.never.some((word) => hasPhrase(flat, flattened(word)));
}

function withoutLead(sentence: string, words: BoundaryWords): string {
  let rest = sentence.trim();
  for (;;) {
    const shorter = withoutOpener(withoutCondition(rest, words), words);
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

function withoutCondition(text: string, words: BoundaryWords): string {
  const flat = text.toLowerCase();
  if (!words.conditions.some((word) => flat.startsWith(`${word} `))) return text;
  const comma = text.indexOf(',');
  return comma < 0 ? text : text.slice(comma + 1).trim();
}

function withoutOpener(text: string, words: BoundaryWords): string {
  const flat = text.toLowerCase();
  const opener = words.openers.find((word) => flat.startsWith(`${word} `) || flat.startsWith(`${word},`));
  return opener === undefined ? text : text.slice(opener.length).replace(/^[\s,]+/u, '');
}

/** "After ten I do not answer": the condition and the act stand in one clause. */
function isConditionOfMine(clause: string, words: BoundaryWords): boolean {
  const flat = clause.toLowerCase();
  if (!words.conditions.some((word) => flat.startsWith(`${word} `))) return false;
  return clause.split(/\s+/u).some((word) => words.mine.test(word));
}

function clausesOf(sentence: string): string[] {
  return sentence
    .split(/[.!?;,:]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function hasPhrase(flat: string, phrase: string): boolean {
  return ` ${flat} `.includes(` ${phrase} `);
}

/** Small letters, one kind of apostrophe, single spaces, no other marks: as the word lists are compared. */
function flattened(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
