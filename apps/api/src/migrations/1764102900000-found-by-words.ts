import type { MigrationInterface, QueryRunner } from 'typeorm';

const ABOUT = 'templates_about(text, text)';
const NEAR = 'templates_near(text)';

/**
 * Templates as they are searched, worked out when they are written. Working them out at each search took two seconds
 * among ten thousand (decision 29).
 */
export class FoundByWords1764102900000 implements MigrationInterface {
  name = 'FoundByWords1764102900000';

  async up(runner: QueryRunner): Promise<void> {
    const [place] = (await runner.query(
      `select quote_ident(n.nspname) as schema
       from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
    )) as { schema: string }[];
    const trigrams = place?.schema ?? 'public';
    await runner.query(`
      -- What stands on the card, as it is compared with a word that was misspelled.
      create function access.card(title text, tags text[], why text) returns text language sql stable parallel safe
        set search_path = pg_catalog as $$
          select access.plain(concat_ws(' ', title, array_to_string(tags, ' '), why))
        $$;

      alter table template add vector tsvector, add card text;
      update template set card = access.card(title, tags, outline->>'whyItHelps'),
        vector = access.searchable(language, title, tags, coalesce(outline->>'whyItHelps', ''), words);
      alter table template alter vector set not null, alter card set not null;
      create function access.keep_searchable() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          new.card := access.card(new.title, new.tags, new.outline->>'whyItHelps');
          new.vector := access.searchable(new.language, new.title, new.tags,
            coalesce(new.outline->>'whyItHelps', ''), new.words);
          return new;
        end $$;
      create trigger template_searchable before insert or update of language, title, tags, outline, words on template
        for each row execute function access.keep_searchable();
      -- Written seldom and asked often, so nothing waits in a list beside the index.
      create index template_vector on template using gin (vector) with (fastupdate = off)
        where taken_back_at is null;
      create index template_card on template using gin (card ${trigrams}.gin_trgm_ops) with (fastupdate = off)
        where taken_back_at is null;

      grant select (shelf, author_id, taken_back_at, language, vector, card) on template to common_ground_relations;
      grant create on schema access to common_ground_relations;
      -- Row-level security lets no index be asked for words, as the comparison might tell of rows that are hidden.
      -- These two look for the person's own shelves alone and answer with names of rows, which it then lets pass.
      create function access.templates_about(asked text, wanted text) returns table (id uuid, weight real)
        language sql stable security definer rows 50 set search_path = public, pg_temp as $$
          select t.id, ts_rank(t.vector, q.query)
          from (select l.language, websearch_to_tsquery(access.language_of_words(l.language), asked) as query
            from (values ('en'), ('es')) l(language) where wanted is null or l.language = wanted) q
          join template t on t.language = q.language and t.vector @@ q.query
          where t.practice_id = access.practice() and t.taken_back_at is null and access.has_staff_role()
            and (t.shelf = 'practice' or t.author_id = access.person())
        $$;
      -- By the longest word that was asked for, which few others look like; then by each of them. Where more than a
      -- thousand look like it, it is no help to see them all. The planner asks the index once it knows which word.
      create function access.templates_near(asked text) returns table (id uuid, closeness real)
        language plpgsql stable security definer rows 50 set search_path = public, ${trigrams}, pg_temp
        set pg_trgm.word_similarity_threshold = 0.35 set plan_cache_mode = force_custom_plan
        as $$
        declare
          longest text := (select word from regexp_split_to_table(asked, '[^[:alnum:]]+') word
            order by length(word) desc, word limit 1);
        begin
          return query
            select l.id, n.closeness
            from (select t.id, t.card from template t
              where t.card %> longest and t.practice_id = access.practice() and t.taken_back_at is null
                and access.has_staff_role() and (t.shelf = 'practice' or t.author_id = access.person())
              limit 1000) l
            cross join lateral access.closeness(asked, l.card) as n(closeness)
            where n.closeness > 0;
        end $$;
      alter function access.${ABOUT} owner to common_ground_relations;
      alter function access.${NEAR} owner to common_ground_relations;
      revoke all on function access.${ABOUT}, access.${NEAR} from public;
      grant execute on function access.${ABOUT}, access.${NEAR} to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function access.${ABOUT}, access.${NEAR};
      revoke select (shelf, author_id, taken_back_at, language, vector, card)
        on template from common_ground_relations;
      drop trigger template_searchable on template;
      drop function access.keep_searchable();
      alter table template drop vector, drop card;
      drop function access.card(text, text[], text);
    `);
  }
}
