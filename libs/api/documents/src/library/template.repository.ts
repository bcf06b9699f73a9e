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
import { BUILT_IN, type SearchedShelf } from './built-in-shelf';
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

/** A page as it is read: what is kept about the product's own is null. */
type PageRow = Omit<FoundRow, 'kept'> & { readonly isKept: boolean } & KeptRow;

const pageOf = (found: readonly PageRow[]): FoundRow[] =>
  found.map(({ near, position, isKept, ...kept }) => ({
    id: kept.id,
    near,
    position,
    kept: isKept ? kept : null,
  }));

/** Kept templates `t` that the person may read: the practice's, and their own. Not those taken back. */
const ON_MY_SHELVES = `t.practice_id = $1 and t.taken_back_at is null
  and (t.shelf = 'practice' or t.author_id = $2)`;

const keptWith = (
  author: string,
): string => `t.kind, t.shelf, t.title, t.language, t.tags, ${author} as author,
  t.author_id = $2 as "isMine", t.source, t.licence, t.licence_until_on::text as "licenceUntilOn",
  t.last_checked_on::text as "lastCheckedOn", t.outline, t.reading, t.revision`;
const KEPT = `t.id, ${keptWith(personAt('t', 'author_id'))}`;

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

/** One page of `found`, with what is kept about each. The same few people keep most of them. */
const PAGE = `
  placed as (
    select f.id, f.shelf, f.near, row_number() over (order by f.weight desc, f.language <> $9, f.rank_of_shelf, f.place,
        f.title, f.id) as position
    from found f),
  page as materialized (select p.* from placed p where p.position > $10 order by p.position limit $11),
  kept as materialized (
    select t.* from template t
    where ${ON_MY_SHELVES} and t.id = any (array(select p.id::uuid from page p where p.shelf <> 'built-in'))),
  authors as materialized (
    select p.id, json_build_object('id', p.id, 'displayName', p.display_name) as name from person p
    where p.practice_id = $1 and p.id = any (array(select distinct k.author_id from kept k)))
  select p.id, p.near, p.position::int, t.id is not null as "isKept", ${keptWith('a.name')}
  from page p left join kept t on t.id::text = p.id left join authors a on a.id = t.author_id order by p.position`;

/** All there is. */
const EVERYTHING = `
  with found as (
    select ${OF_BUILT_IN}, 0 as weight, false as near from ${BUILT_IN} where $4 = '' and ${BUILT_IN_CHOSEN}
    union all
    select ${OF_KEPT}, 0, false from template t where ${KEPT_CHOSEN}),
  ${PAGE}`;

/** Kept ones with the very words, by how much they are about them. */
const KEPT_WITH_WORDS = `
    select ${OF_KEPT}, e.weight, false
    from access.templates_about($4, $6) e join template t on t.id = e.id
    where ${KEPT_CHOSEN}`;
const BUILT_IN_WITH_WORDS = (shelf: string): string => `
    select ${OF_BUILT_IN}, ts_rank(b.vector, q.query) as weight, false as near
    from unnest($13::text[], $14::tsquery[]) q (language, query)
      join ${shelf} on b.language = q.language and b.vector @@ q.query
    where ${BUILT_IN_CHOSEN}`;

/** What has the very words. Of the product's own those are judged that are said along. */
const WITH_THE_VERY_WORDS = `
  with found as (
    ${BUILT_IN_WITH_WORDS(`jsonb_to_recordset($15::jsonb)
      as b (id text, place int, kind text, title text, language text, tags text[], vector tsvector)`)}
    union all ${KEPT_WITH_WORDS}),
  ${PAGE}`;

/**
 * The same, and only when nothing has the words, what is spelled much like them.
 * @param shelf the product's own as it is searched
 */
const byWords = (shelf: string): string => `
  with built_in as (select b.* from ${shelf}),
  exact as (${BUILT_IN_WITH_WORDS('built_in b')}
    union all ${KEPT_WITH_WORDS}),
  near as (
    select ${OF_BUILT_IN}, access.closeness($4, b.card) as weight, true as near
    from built_in b
    where not exists (select from exact) and ${BUILT_IN_CHOSEN} and access.closeness($4, b.card) > 0
    union all
    select ${OF_KEPT}, e.closeness, true
    from access.templates_near($4) e join template t on t.id = e.id
    where not exists (select from exact) and ${KEPT_CHOSEN}),
  found as (select * from exact union all select * from near),
  ${PAGE}`;

/** Who looks through the library: what they read in, the practice's day, and the words they look for, made ready. */
export interface Reader {
  readonly own: Language;
  readonly today: string;
  /** Small letters without marks. */
  readonly plain: string;
  /** What is asked of the words in each language, as PostgreSQL writes it. */
  readonly queries: readonly string[];
}

@Injectable()
export class TemplateRepository {
  private searching: string | null = null;

  async reader(tx: Transaction, actor: Actor, words: string): Promise<Reader> {
    const reader = await firstRow<Reader>(
      tx,
      `select coalesce((select p.language from person p where p.practice_id = $1 and p.id = $2), 'en') as own,
         access.today()::text as today, a.plain,
         array(select websearch_to_tsquery(access.language_of_words(l.language), a.plain)::text
           from unnest($4::text[]) with ordinality as l (language, at) where a.plain <> '' order by l.at) as queries
       from (select case $3 when '' then '' else access.plain($3) end as plain) a`,
      [actor.practiceId, actor.personId, words, LANGUAGES],
    );
    if (reader === null) throw new Error('The database does not tell the day.');
    return reader;
  }

  /** One page of what was looked for. Without words: the reader's language first, their own shelf first. */
  async search(
    tx: Transaction,
    actor: Actor,
    shelf: SearchedShelf,
    search: TemplateSearch,
    { own, plain, queries }: Reader,
    after: number,
    limit: number,
  ): Promise<FoundRow[]> {
    const asked = [
      actor.practiceId,
      actor.personId,
      LIMITS.rightEndsSoon,
      plain,
      search.kind,
      search.language,
      search.tag,
      search.shelf,
      own,
      after,
      limit + 1,
      search.ends,
    ];
    if (search.words === '') return pageOf(await rows<PageRow>(tx, EVERYTHING, asked));
    const withWords = [...asked, LANGUAGES, queries];
    const exact = await rows<PageRow>(tx, WITH_THE_VERY_WORDS, [...withWords, shelf.about(queries)]);
    if (exact.length > 0) return pageOf(exact);
    // Put together once: the same words are known by the statement that was prepared for them.
    this.searching ??= byWords(shelf.all);
    return pageOf(await rows<PageRow>(tx, this.searching, withWords));
  }

  /** All that templates in one language are tagged with, each once, however it is written. */
  async tags(tx: Transaction, shelf: SearchedShelf, language: Language, most: number): Promise<string[]> {
    const { plain, written } = shelf.tags(language);
    const found = await rows<{ tag: string }>(
      tx,
      `select min(t.tag) as tag
       from (select * from unnest($1::text[], $2::text[])
         union all select * from access.tags_of_templates($3, $4)) t (plain, tag)
       group by t.plain order by t.plain limit $4`,
      [plain, written, language, most],
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
