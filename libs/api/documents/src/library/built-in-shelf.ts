import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import { BUILT_IN_TEMPLATES, rulesOf, type BuiltIn } from '@common-ground/rules/content';
import { escapeLiteral } from 'pg';

const BY_ID = new Map(BUILT_IN_TEMPLATES.map((template) => [template.id, template]));

export function builtInNamed(id: string): BuiltIn | null {
  return BY_ID.get(id) ?? null;
}

const card = ({ id, kind, title, language, tags }: BuiltIn, place: number): string =>
  [
    ...[escapeLiteral(id), place, escapeLiteral(kind), escapeLiteral(title), escapeLiteral(language)],
    `array[${tags.map((tag) => escapeLiteral(tag)).join(', ')}]::text[]`,
  ].join(', ');

/**
 * The cards of what comes with the product, `b`, in the order of the shelf. As SQL, always the same: PostgreSQL reads it
 * when it prepares a statement it stands in, and not each time that is asked.
 */
export const BUILT_IN = `(values ${BUILT_IN_TEMPLATES.map((one, place) => `(${card(one, place)})`).join(', ')})
  as b (id, place, kind, title, language, tags)`;

const WITH_WORDS = JSON.stringify(
  BUILT_IN_TEMPLATES.map(({ id, language, title, tags, whyItHelps, kind, content }) => ({
    id,
    language,
    title,
    tags,
    why: whyItHelps,
    words: rulesOf(kind)
      .texts('', content)
      .map(({ text }) => text)
      .join('\n'),
  })),
);

/** What comes with the product as it is searched. PostgreSQL works that out once for the life of the process. */
@Injectable()
export class BuiltInShelf {
  private searchable: Promise<string> | null = null;

  /** The same with `vector`, what each is found by, and `card`, what a misspelled word is compared with. */
  asSearched(tx: Transaction): Promise<string> {
    this.searchable ??= this.#workOut(tx).catch((failure: unknown) => {
      this.searchable = null;
      throw failure;
    });
    return this.searchable;
  }

  async #workOut(tx: Transaction): Promise<string> {
    const found = await rows<{ id: string; vector: string; card: string }>(
      tx,
      `select b.id, access.searchable(b.language, b.title, b.tags, b.why, b.words)::text as vector,
         access.card(b.title, b.tags, b.why) as card
       from jsonb_to_recordset($1::jsonb)
         as b(id text, language text, title text, tags text[], why text, words text)`,
      [WITH_WORDS],
    );
    const words = new Map(found.map((one) => [one.id, one]));
    const shelf = BUILT_IN_TEMPLATES.map((one, place) => {
      const ready = words.get(one.id);
      if (ready === undefined) throw new Error('Everything on the shelf was made ready to be searched.');
      return `(${card(one, place)}, ${escapeLiteral(ready.vector)}::tsvector, ${escapeLiteral(ready.card)})`;
    });
    return `(values ${shelf.join(', ')}) as b (id, place, kind, title, language, tags, vector, card)`;
  }
}
