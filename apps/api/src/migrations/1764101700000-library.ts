import type { MigrationInterface, QueryRunner } from 'typeorm';

const LICENCE = 'licence_of_template(text)';

/**
 * What practices and therapists keep to begin from. What comes with the product stands in the program and is handed to
 * the search, which looks through both alike (decision 29).
 */
export class Library1764101700000 implements MigrationInterface {
  name = 'Library1764101700000';

  async up(runner: QueryRunner): Promise<void> {
    // Both are trusted: whoever owns the database may bring them in. Where somebody did already, they stay there.
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
    `);
    await runner.query(`
      create table template (
        practice_id uuid not null,
        id uuid not null,
        author_id uuid not null,
        shelf text not null check (shelf in ('own', 'practice')),
        kind text not null check (kind in ('worksheet', 'role-play-script', 'boundary-plan', 'support-plan')),
        title text not null,
        language text not null check (language in ('en', 'es')),
        tags text[] not null,
        source text not null,
        licence text not null check (licence in ('own-words', 'public-domain', 'open', 'permission', 'unknown')),
        licence_until_on date,
        last_checked_on date not null,
        content jsonb not null,
        -- What a card says about the content, worked out once.
        outline jsonb not null,
        reading jsonb,
        -- Every word of the content, to be searched.
        words text not null,
        revision int not null default 1,
        kept_at timestamptz(3) not null default now(),
        taken_back_at timestamptz(3),
        primary key (practice_id, id),
        foreign key (practice_id, author_id) references person
      );
      alter table template enable row level security;
      alter table template force row level security;
      grant select, insert,
        update (title, shelf, tags, source, licence, licence_until_on, last_checked_on, revision, taken_back_at)
        on template to common_ground_app;
      create policy template_select on template for select to common_ground_app
        using (practice_id = (select access.practice()) and (select access.has_staff_role())
          and (shelf = 'practice' or author_id = (select access.person())));
      create policy template_insert on template for insert to common_ground_app
        with check (practice_id = (select access.practice()) and author_id = (select access.person())
          and (select access.is_therapist()) and taken_back_at is null);
      create policy template_update on template for update to common_ground_app
        using (practice_id = (select access.practice())
          and ((author_id = (select access.person()) and (select access.is_therapist()))
            or (shelf = 'practice' and (select access.is_admin()))))
        with check (practice_id = (select access.practice())
          and ((author_id = (select access.person()) and (select access.is_therapist()))
            or (shelf = 'practice' and taken_back_at is not null and (select access.is_admin()))));
      create trigger template_once before update of taken_back_at on template for each row
        when (old.taken_back_at is not null and new.taken_back_at is distinct from old.taken_back_at)
        execute function access.refuse_undoing();

      -- The template a document was begun from: the id of one kept here, or the name of one of the product.
      alter table document add from_template_id text check (length(from_template_id) <= 80);

      grant select (practice_id, id, licence, licence_until_on) on template to common_ground_relations;
      create policy template_relations on template for select to common_ground_relations using (true);
      grant create on schema access to common_ground_relations;
      -- By what right a template is used, told to therapists who may not read the template itself: a document begun
      -- from a colleague's own one may be theirs to share.
      create function access.licence_of_template(wanted text) returns table (licence text, until_on date)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if wanted !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not access.is_therapist() then return; end if;
          return query select t.licence, t.licence_until_on from template t
            where t.practice_id = access.practice() and t.id = wanted::uuid;
        end $$;
      alter function access.${LICENCE} owner to common_ground_relations;
      revoke all on function access.${LICENCE} from public;
      grant execute on function access.${LICENCE} to common_ground_app;
      revoke create on schema access from common_ground_relations;
    `);
    await this.#searching(runner);
  }

  async #searching(runner: QueryRunner): Promise<void> {
    const [place] = (await runner.query(
      `select string_agg(distinct quote_ident(n.nspname), ', ') as schemas
       from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname in ('unaccent', 'pg_trgm')`,
    )) as { schemas: string }[];
    const found = `pg_catalog, ${place?.schemas ?? 'public'}`;
    await runner.query(`
      -- Small letters without marks: "Depresión" is looked for as "depresion".
      create function access.plain(words text) returns text language sql stable parallel safe
        set search_path = ${found} as $$ select lower(unaccent(words)) $$;

      create function access.language_of_words(language text) returns regconfig language sql immutable parallel safe
        set search_path = pg_catalog as $$
          select case language when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end
        $$;

      -- A template as it is searched: what stands on its card weighs more than what stands inside.
      create function access.searchable(language text, title text, tags text[], why text, words text)
        returns tsvector language sql stable parallel safe set search_path = pg_catalog as $$
          select setweight(to_tsvector(c, access.plain(title || ' ' || array_to_string(tags, ' '))), 'A')
            || setweight(to_tsvector(c, access.plain(why)), 'B') || setweight(to_tsvector(c, access.plain(words)), 'D')
          from access.language_of_words(language) c
        $$;

      -- How close each word that is asked for comes to some word of a text: that of the worst of them, 0 to 1, and
      -- 0 when it is too far off to be a slip of the finger. Swapped letters cost short words more than long ones.
      create function access.closeness(asked text, said text) returns real language sql stable parallel safe
        set search_path = ${found} as $$
          select coalesce(min(case when how >= case when length(word) < 7 then 0.5 else 0.35 end then how else 0 end), 0)
          from (select word, word_similarity(word, said) as how
            from regexp_split_to_table(asked, '[^[:alnum:]]+') word where length(word) > 2) w
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The extensions stay: others may have come to use them.
    await runner.query(`
      drop function access.closeness(text, text), access.searchable(text, text, text[], text, text),
        access.language_of_words(text), access.plain(text), access.${LICENCE};
      alter table document drop from_template_id;
      drop table template;
    `);
  }
}
