import { randomInt } from 'node:crypto';
import { PERSONAS, type Persona } from '@common-ground/testing';

export type Reader = Persona | 'stranger';
export const READERS: readonly Reader[] = [...PERSONAS, 'stranger'];

/** A string that stands in one field only, and everybody who may ever be sent it. */
export interface Secret {
  readonly what: string;
  readonly text: string;
  readonly readers: Set<Reader>;
}

/** No letter that a font joins with its neighbour, so that a word on paper is found again. */
const LETTERS = 'bdghkmnpqrsvwxz';
const LENGTH = 11;
/** Whatever may be a word that was made up here; none begins within another. */
const PLANTED = new RegExp(`Q[${LETTERS}]{${LENGTH}}`, 'gu');

/**
 * What is planted, and who may read it: an oracle written by hand from the product's promises. It knows nothing of
 * how the program decides.
 */
export class Secrets {
  readonly all: Secret[] = [];

  /** Makes up a word for one field, which these people and nobody else may read. */
  plant(what: string, ...readers: Reader[]): string {
    const text = `Q${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
    this.all.push({ what, text, readers: new Set(readers) });
    return text;
  }

  /** Something the program made up itself, which these people and nobody else may read. */
  keep(what: string, text: string, ...readers: Reader[]): void {
    this.all.push({ what, text, readers: new Set(readers) });
  }

  /** From now on this person may no longer read it. */
  close(reader: Reader, ...whats: string[]): void {
    for (const what of whats) {
      if (this.all.find((secret) => secret.what === what)?.readers.delete(reader) !== true) {
        throw new Error(`${reader} could not read ${what} to begin with.`);
      }
    }
  }

  /** Which of them stand in a text, by what they are. */
  in(text: string): string[] {
    // A text is read once for all words of ours: there are a hundred of them, and papers of half a million letters.
    const planted = new Set<string>(text.match(PLANTED));
    return this.all
      .filter((secret) => planted.has(secret.text) || (!isPlanted(secret.text) && text.includes(secret.text)))
      .map(({ what }) => what);
  }

  /** Everything one person may read, by what it is. */
  of(reader: Reader): string[] {
    return this.all.filter(({ readers }) => readers.has(reader)).map(({ what }) => what);
  }
}

function isPlanted(text: string): boolean {
  return text.replace(PLANTED, '') === '';
}
