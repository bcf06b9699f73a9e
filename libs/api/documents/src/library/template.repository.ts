import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import { changedRows, firstRow, insertRow, rows, type Transaction } from '@common-ground/api/platform';
import {
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
import { BUILT_IN_SHELF } from './built-in-shelf';
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

/** What stands in the library for the person, the product's own (`$3`) beside what is kept here. */
const SHELVES = `
  select b.id, 'built-in' as shelf, 3 as rank_of_shelf, b.place, b.kind, b.title, b.language, b.tags, b.why, b.words,
    null::date as until
  from (select row_number() over () as place, one.* from jsonb_to_recordset($3::jsonb)
    as one(id text, kind text, title text, language text, tags text[], why text, words text)) b
  union all
  select t.id::text, t.shelf, case t.shelf when 'own' then 1 else 2 end, 0, t.kind, t.title, t.language, t.tags,
    t.outline->>'whyItHelps', t.words, t.licence_until_on
  from template t where ${ON_MY_SHELVES}`;

@Injectable()
export class TemplateRepository {
  /**
   * One page of what was looked for. What has the very words comes first by how much it is about them; only when
   * nothing has, what is spelled much like them. Without words: the reader's language first, their own shelf first.
   */
  search(
    tx: Transaction,
    actor: Actor,
    search: TemplateSearch,
    own: Language,
    after: number,
    limit: number,
  ): Promise<FoundRow[]> {
    return rows(
      tx,
      `with shelves as (${SHELVES}),
       asked as (select access.plain($4) as words),
       chosen as (
         select s.* from shelves s
         where ($5::text is null or s.kind = $5) and ($6::text is null or s.language = $6)
           and ($7::text is null or access.plain($7) = any (array(select access.plain(tag) from unnest(s.tags) tag)))
           and ($8::text is null or s.shelf = $8)
           and ($12::text is null or s.until < access.today() + $13::int)),
       weighed as (
         select c.*, a.words = '' as everything,
           case when a.words = '' then 0 else ts_rank(v.vector, v.query) end as weight,
           a.words <> '' and v.vector @@ v.query as exact,
           case when a.words = '' then 0
             else access.closeness(a.words, access.plain(concat_ws(' ', c.title, array_to_string(c.tags, ' '), c.why)))
             end as closeness
         from chosen c cross join asked a cross join lateral (
           select access.searchable(c.language, c.title, c.tags, c.why, c.words) as vector,
             websearch_to_tsquery(access.language_of_words(c.language), a.words) as query where a.words <> ''
           union all select null, null where a.words = '') v),
       found as (
         select w.id, w.shelf, not w.everything and not w.exact as near,
           row_number() over (order by w.weight desc, w.closeness desc, w.language <> $9, w.rank_of_shelf, w.place,
             w.title, w.id) as position
         from weighed w
         where w.everything or w.exact or (w.closeness > 0 and not exists (select from weighed o where o.exact)))
       select f.id, f.near, f.position::int, (select to_jsonb(k) from (select ${KEPT} from template t
           where f.shelf <> 'built-in' and ${ON_MY_SHELVES} and t.id::text = f.id) k) as kept
       from found f where f.position > $10 order by f.position limit $11`,
      [
        actor.practiceId,
        actor.personId,
        BUILT_IN_SHELF,
        search.words,
        search.kind,
        search.language,
        search.tag,
        search.shelf,
        own,
        after,
        limit + 1,
        search.ends,
        LIMITS.rightEndsSoon,
      ],
    );
  }

  /** All that templates in one language are tagged with, each once, however it is written. */
  async tags(tx: Transaction, actor: Actor, language: Language, most: number): Promise<string[]> {
    const found = await rows<{ tag: string }>(
      tx,
      `with shelves as (${SHELVES})
       select min(tag) as tag from shelves s, unnest(s.tags) tag where s.language = $4
       group by access.plain(tag) order by access.plain(min(tag)) limit $5`,
      [actor.practiceId, actor.personId, BUILT_IN_SHELF, language, most],
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
    template: Omit<TemplateEntity, 'practiceId' | 'authorId' | 'revision' | 'keptAt' | 'takenBackAt'>,
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
