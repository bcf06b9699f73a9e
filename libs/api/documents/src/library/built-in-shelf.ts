import { Injectable } from '@nestjs/common';
import { rows, type Transaction } from '@common-ground/api/platform';
import type { Language } from '@common-ground/contract';
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

/** One of the product's own as PostgreSQL made it ready: what it is found by, what a slip is compared with, its tags. */
interface Ready {
  readonly id: string;
  readonly vector: string;
  readonly card: string;
  readonly tags: readonly string[];
}

/** What comes with the product, as it is searched. */
export class SearchedShelf {
  /**
   * All of it as SQL, `b`, with `vector` and `card`. It is a long text: PostgreSQL copies the text of a statement several
   * times whenever that is run, which takes longer than to find a word in it.
   */
  readonly all: string;
  readonly #cards: readonly { readonly card: object; readonly words: ReadonlySet<string> }[];
  readonly #tags = new Map<Language, Map<string, readonly [plain: string, tag: string]>>();

  constructor(made: readonly Ready[]) {
    const ready = new Map(made.map((one) => [one.id, one]));
    const shelf = BUILT_IN_TEMPLATES.map((one, place) => {
      const words = ready.get(one.id);
      if (words === undefined) throw new Error('Everything on the shelf was made ready to be searched.');
      return { one, place, words };
    });
    const told = shelf.map(
      ({ one, place, words: { vector, card: said } }) =>
        `(${card(one, place)}, ${escapeLiteral(vector)}::tsvector, ${escapeLiteral(said)})`,
    );
    this.all = `(values ${told.join(', ')}) as b (id, place, kind, title, language, tags, vector, card)`;
    this.#cards = shelf.map(({ one: { id, kind, title, language, tags }, place, words: { vector } }) => ({
      card: { id, place, kind, title, language, tags, vector },
      words: new Set(quotedIn(vector)),
    }));
    for (const { one, words } of shelf) {
      const known = this.#tags.get(one.language) ?? new Map<string, readonly [string, string]>();
      this.#tags.set(one.language, known);
      for (const [at, tag] of one.tags.entries()) known.set(tag, [words.tags[at] ?? tag, tag]);
    }
  }

  /** What it is tagged with in a language, each once: as it is compared, and as it is written. */
  tags(language: Language): { readonly plain: readonly string[]; readonly written: readonly string[] } {
    const known = [...(this.#tags.get(language)?.values() ?? [])];
    return { plain: known.map(([plain]) => plain), written: known.map(([, tag]) => tag) };
  }

  /**
   * The cards of those that one of the queries may find, with `vector`, for PostgreSQL to judge: it does not find what
   * has none of the words, unless it is asked for what has a word not.
   */
  about(queries: readonly string[]): string {
    const words = queries.flatMap(quotedIn);
    // A mark within a word is written in more than one way.
    const isForAll = queries.some(
      (query) => query.replaceAll(QUOTED, '').includes('!') || /''|\\/u.test(query),
    );
    return JSON.stringify(
      this.#cards
        .filter((one) => isForAll || words.some((word) => one.words.has(word)))
        .map((one) => one.card),
    );
  }
}

/** The words in a query, or in what something is found by, as PostgreSQL writes both. */
const QUOTED = /'((?:[^']|'')*)'/gu;
const quotedIn = (text: string): string[] => [...text.matchAll(QUOTED)].map(([, word]) => word ?? '');

/** Makes what comes with the product ready to be searched. PostgreSQL works that out once for the life of the process. */
@Injectable()
export class BuiltInShelf {
  private searchable: Promise<SearchedShelf> | null = null;

  asSearched(tx: Transaction): Promise<SearchedShelf> {
    // Whoever began it may have failed for a reason of their own.
    return this.searchable?.catch(() => this.asSearched(tx)) ?? this.#begin(tx);
  }

  #begin(tx: Transaction): Promise<SearchedShelf> {
    this.searchable = this.#workOut(tx).catch((failure: unknown) => {
      this.searchable = null;
      throw failure;
    });
    return this.searchable;
  }

  async #workOut(tx: Transaction): Promise<SearchedShelf> {
    const found = await rows<Ready>(
      tx,
      `select b.id, access.searchable(b.language, b.title, b.tags, b.why, b.words)::text as vector,
         access.card(b.title, b.tags, b.why) as card,
         array(select access.plain(tag) from unnest(b.tags) with ordinality as t (tag, at) order by at) as tags
       from jsonb_to_recordset($1::jsonb)
         as b(id text, language text, title text, tags text[], why text, words text)`,
      [WITH_WORDS],
    );
    return new SearchedShelf(found);
  }
}
