import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import { changedRows, firstRow, insertRow, rows, type Transaction } from '@common-ground/api/platform';
import {
  LANGUAGES,
  LIMITS,
  type DocumentContent,
  type DocumentKind,
  type Language,
  type Licence,
  type PersonName,
  type Shelf,
  type TemplateChange,
  type TemplateSummary,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { Outline } from '@common-ground/rules/content';
import { BUILT_IN, BuiltInShelf } from './built-in-shelf';
import { TemplateEntity, type TemplateId } from './template.entity';
import type { TemplateSearch } from './template-search';

/** A template kept here, without its content. */
export interface KeptRow {
  readonly id: TemplateId;
  readonly kind: DocumentKind;
  readonly shelf: Shelf;
  readonly title: string;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly author: PersonName | null;
  readonly isMine: boolean;
  readonly source: string;
  readonly licence: Licence;
  readonly licenceUntilOn: string | null;
  readonly lastCheckedOn: string;
  readonly outline: Outline;
  readonly reading: TemplateSummary['reading'];
  readonly revision: number;
}

/** One that was found: its place among all, and what is kept about it, which for the product's own is nothing. */
export interface FoundRow {
  readonly id: string;
  readonly near: boolean;
  readonly position: number;
  readonly kept: KeptRow | null;
}

/** Kept templates `t` that the person may read: the practice's, and their own. Not those taken back. */
const ON_MY_SHELVES = `t.practice_id = $1 and t.taken_back_at is null
  and (t.shelf = 'practice' or t.author_id = $2)`;

const KEPT = `t.id, t.kind, t.shelf, t.title, t.language, t.tags, ${personAt('t', 'author_id')} as author,
  t.author_id = $2 as "isMine", t.source, t.licence, t.licence_until_on::text as "licenceUntilOn",
  t.last_checked_on::text as "lastCheckedOn", t.outline, t.reading, t.revision`;

/** How both shelves are told of each other. The reader's own come first, then the practice's, then the product's. */
const OF_BUILT_IN = `b.id, 'built-in' as shelf, 3 as rank_of_shelf, b.place, b.kind, b.title, b.language, b.tags`;
const OF_KEPT = `t.id::text, t.shelf, case t.shelf when 'own' then 1 else 2 end, 0, t.kind, t.title, t.language, t.tags`;

/** Whether one of `s`, whose right ends on a day or never, is among those that are looked for. */
const isChosen = (s: 'b' | 't', shelf: string, until: string): string => `
  ($5::text is null or ${s}.kind = $5) and ($6::text is null or ${s}.language = $6)
  and ($7::text is null or access.plain($7) = any (array(select access.plain(tag) from unnest(${s}.tags) tag)))
  and ($8::text is null or ${shelf} = $8) and ($12::text is null or ${until} < access.today() + $3::int)`;
const BUILT_IN_CHOSEN = isChosen('b', `'built-in'`, 'null::date');
const KEPT_CHOSEN = `${ON_MY_SHELVES} and ${isChosen('t', 't.shelf', 't.licence_until_on')}`;

/** One page of `found`, with what is kept about each. */
const PAGE = `
  placed as (
    select f.id, f.shelf, f.near, row_number() over (order by f.weight desc, f.language <> $9, f.rank_of_shelf, f.place,
        f.title, f.id) as position
    from found f)
  select p.id, p.near, p.position::int, (select to_jsonb(k) from (select ${KEPT} from template t
      where p.shelf <> 'built-in' and ${ON_MY_SHELVES} and t.id = p.id::uuid) k) as kept
  from placed p where p.position > $10 order by p.position limit $11`;

/** All there is. */
const EVERYTHING = `
  with found as (
    select ${OF_BUILT_IN}, 0 as weight, false as near from ${BUILT_IN} where $4 = '' and ${BUILT_IN_CHOSEN}
    union all
    select ${OF_KEPT}, 0, false from template t where ${KEPT_CHOSEN}),
  ${PAGE}`;

/**
 * What has the very words, by how much it is about them; only when nothing has, what is spelled much like them.
 * @param shelf the product's own as it is searched
 */
const byWords = (shelf: string): string => `
  with asked as materialized (select access.plain($4) as words),
  query as materialized (
    select l.language, websearch_to_tsquery(access.language_of_words(l.language), a.words) as query
    from asked a, (values ${LANGUAGES.map((language) => `('${language}')`).join(', ')}) l (language)),
  built_in as (
    select b.* from ${shelf}
    where ${BUILT_IN_CHOSEN}),
  exact as (
    select ${OF_BUILT_IN}, ts_rank(b.vector, q.query) as weight, false as near
    from query q join built_in b on b.language = q.language and b.vector @@ q.query
    union all
    select ${OF_KEPT}, e.weight, false
    from asked a cross join lateral access.templates_about(a.words, $6) e join template t on t.id = e.id
    where ${KEPT_CHOSEN}),
  near as (
    select ${OF_BUILT_IN}, access.closeness(a.words, b.card) as weight, true as near
    from asked a cross join built_in b
    where not exists (select from exact) and access.closeness(a.words, b.card) > 0
    union all
    select ${OF_KEPT}, e.closeness, true
    from asked a cross join lateral access.templates_near(a.words) e join template t on t.id = e.id
    where not exists (select from exact) and ${KEPT_CHOSEN}),
  found as (select * from exact union all select * from near),
  ${PAGE}`;

@Injectable()
export class TemplateRepository {
  private searching: string | null = null;

  constructor(private readonly builtIn: BuiltInShelf) {}

  /** One page of what was looked for. Without words: the reader's language first, their own shelf first. */
  async search(
    tx: Transaction,
    actor: Actor,
    search: TemplateSearch,
    own: Language,
    after: number,
    limit: number,
  ): Promise<FoundRow[]> {
    const asked = [
      actor.practiceId,
      actor.personId,
      LIMITS.rightEndsSoon,
      search.words,
      search.kind,
      search.language,
      search.tag,
      search.shelf,
      own,
      after,
      limit + 1,
      search.ends,
    ];
    return rows(tx, search.words === '' ? EVERYTHING : await this.#byWords(tx), asked);
  }

  /** Put together once: the same words are known by the statement that was prepared for them. */
  async #byWords(tx: Transaction): Promise<string> {
    this.searching ??= byWords(await this.builtIn.asSearched(tx));
    return this.searching;
  }

  /** All that templates in one language are tagged with, each once, however it is written. */
  async tags(tx: Transaction, actor: Actor, language: Language, most: number): Promise<string[]> {
    const found = await rows<{ tag: string }>(
      tx,
      `with tagged as (
         select distinct tag from ${BUILT_IN}, unnest(b.tags) tag where b.language = $3
         union
         -- Many are tagged alike, and an index has the tags.
         select distinct tag from (select distinct t.tags from template t
           where ${ON_MY_SHELVES} and t.language = $3) t, unnest(t.tags) tag)
       select min(tag) as tag from tagged group by access.plain(tag) order by access.plain(min(tag)) limit $4`,
      [actor.practiceId, actor.personId, language, most],
    );
    return found.map(({ tag }) => tag);
  }

  find(
    tx: Transaction,
    actor: Actor,
    id: TemplateId,
  ): Promise<(KeptRow & { readonly content: DocumentContent }) | null> {
    return firstRow(tx, `select ${KEPT}, t.content from template t where ${ON_MY_SHELVES} and t.id = $3`, [
      actor.practiceId,
      actor.personId,
      id,
    ]);
  }

  add(
    tx: Transaction,
    actor: Actor,
    template: Omit<
      TemplateEntity,
      'practiceId' | 'authorId' | 'revision' | 'keptAt' | 'takenBackAt' | 'vector' | 'card'
    >,
  ): Promise<void> {
    return insertRow(tx, TemplateEntity, {
      practiceId: actor.practiceId,
      authorId: actor.personId,
      ...template,
    });
  }

  /** Says something else about a template, over the revision it was read at; false when that is no longer the newest. */
  async change(
    tx: Transaction,
    actor: Actor,
    id: TemplateId,
    revision: number,
    said: TemplateChange,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update template set title = $4, shelf = $5, tags = $6, source = $7, licence = $8, licence_until_on = $9,
         last_checked_on = access.today(), revision = revision + 1
       where practice_id = $1 and id = $2 and revision = $3 and taken_back_at is null`,
      [
        actor.practiceId,
        id,
        revision,
        said.title,
        said.shelf,
        said.tags,
        said.source,
        said.licence,
        said.licenceUntilOn ?? null,
      ],
    );
    return changed === 1;
  }

  async takeBack(tx: Transaction, actor: Actor, id: TemplateId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update template set taken_back_at = now() where practice_id = $1 and id = $2 and taken_back_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }
}
