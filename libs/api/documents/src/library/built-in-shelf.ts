import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import { BUILT_IN_TEMPLATES, rulesOf, type BuiltIn } from '@common-ground/rules/content';
import { escapeLiteral } from 'pg';

const BY_ID = new Map(BUILT_IN_TEMPLATES.map((template) => [template.id, template]));

export function builtInNamed(id: string): BuiltIn | null {
  return BY_ID.get(id) ?? null;
}

/** The cards of what comes with the product, as a query is handed them: in the order of the shelf. */
export const BUILT_IN_CARDS = JSON.stringify(
  BUILT_IN_TEMPLATES.map(({ id, kind, title, language, tags }, place) => ({
    id,
    place,
    kind,
    title,
    language,
    tags,
  })),
);

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

  /**
   * By id: `vector`, what it is found by, and `card`, what a misspelled word is compared with. As SQL, always the same:
   * PostgreSQL reads it when it prepares a statement it stands in, and not for every search.
   */
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
    const shelf = found.map(
      ({ id, vector, card }) =>
        `(${escapeLiteral(id)}, ${escapeLiteral(vector)}::tsvector, ${escapeLiteral(card)})`,
    );
    return `(values ${shelf.join(', ')})`;
  }
}
