import type { MigrationInterface, QueryRunner } from 'typeorm';

const RELATIONS = 'common_ground_relations';
const TAGS = 'tags_of_templates(text, int)';

/**
 * What templates are tagged with stood in each of them, and to name all tags once, one entry for each template was read.
 * Now each tag of each template is a row of its own, kept by what watches the templates, and an index goes from one tag to
 * the next, however many templates have it. Nobody but the silent role reads them, and it answers for the shelves of
 * whoever asks alone.
 *
 * The words that are looked for were made ready again for each template that has them; now once for each language.
 */
export class TagsOfTemplates1764105400000 implements MigrationInterface {
  name = 'TagsOfTemplates1764105400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A shelf is called by whoever has it: the practice, or the author for whom alone the template is kept.
      create table template_tag (
        practice_id uuid not null,
        template_id uuid not null,
        language text not null,
        shelf_of uuid not null,
        plain text not null,
        tag text not null,
        primary key (practice_id, template_id, tag),
        foreign key (practice_id, template_id) references template (practice_id, id) on delete cascade
      );
      create index template_tag_on_shelf on template_tag (practice_id, language, shelf_of, plain, tag);
      alter table template_tag enable row level security;
      grant select, insert, delete on template_tag to ${RELATIONS};
      create policy template_tag_kept on template_tag for all to ${RELATIONS} using (true) with check (true);
      alter table template no force row level security;
      insert into template_tag (practice_id, template_id, language, shelf_of, plain, tag)
        select distinct t.practice_id, t.id, t.language, ${shelfOf('t')}, access.plain(tag), tag
        from template t, unnest(t.tags) tag where t.taken_back_at is null;
      alter table template force row level security;
      alter table template_tag force row level security;
      drop index template_tags;

      grant create on schema access to ${RELATIONS};
      create function access.keep_tags() returns trigger language plpgsql security definer
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
        begin
          if tg_op = 'UPDATE' then
            delete from template_tag where practice_id = new.practice_id and template_id = new.id;
          end if;
          insert into template_tag (practice_id, template_id, language, shelf_of, plain, tag)
            select distinct new.practice_id, new.id, new.language, ${shelfOf('new')}, access.plain(tag), tag
            from unnest(new.tags) tag where new.taken_back_at is null;
          return null;
        end $$;
      create function access.${TAGS.replace('text', 'wanted text').replace('int', 'most int')}
        returns table (plain text, tag text) language plpgsql stable security definer rows 80
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
        #variable_conflict use_column
        declare
          here uuid := access.practice();
          me uuid := access.person();
        begin
          if not access.has_staff_role() then return; end if;
          return query select s.plain, s.tag from unnest(array[here, me]) shelf (whose) cross join lateral (
            with recursive step as (
              (${ONE} order by t.plain, t.tag limit 1)
              union all
              select n.* from step l cross join lateral (${ONE} and t.plain > l.plain order by t.plain, t.tag limit 1) n)
            select * from step limit most) s;
        end $$;
      alter function access.keep_tags() owner to ${RELATIONS};
      alter function access.${TAGS} owner to ${RELATIONS};
      revoke all on function access.keep_tags(), access.${TAGS} from public;
      grant execute on function access.${TAGS} to common_ground_app;
      create or replace function access.templates_about(asked text, wanted text) returns table (id uuid, weight real)
        language plpgsql stable security definer rows 50
        set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
        #variable_conflict use_column
        declare
          here uuid := access.practice();
          me uuid := access.person();
          spoken text;
          query tsquery;
        begin
          if not access.has_staff_role() then return; end if;
          foreach spoken in array case when wanted is null then '{en,es}' else array[wanted] end loop
            query := websearch_to_tsquery(access.language_of_words(spoken), asked);
            return query select t.id, ts_rank(t.vector, query) from template t
              where t.language = spoken and t.vector @@ query and t.practice_id = here and t.taken_back_at is null
                and (t.shelf = 'practice' or t.author_id = me);
          end loop;
        end $$;
      revoke create on schema access from ${RELATIONS};
      create trigger template_tagged after insert or update of language, shelf, tags, author_id, taken_back_at on template
        for each row execute function access.keep_tags();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger template_tagged on template;
      drop function access.${TAGS}, access.keep_tags();
      drop table template_tag;
      create index template_tags on template (practice_id, language, tags, shelf, author_id)
        where taken_back_at is null;
      grant create on schema access to ${RELATIONS};
      ${ABOUT_BEFORE}
      revoke create on schema access from ${RELATIONS};
    `);
  }
}

function shelfOf(row: string): string {
  return `case ${row}.shelf when 'practice' then ${row}.practice_id else ${row}.author_id end`;
}

const ONE = `select t.plain, t.tag from template_tag t
                where t.practice_id = here and t.language = wanted and t.shelf_of = shelf.whose`;

const ABOUT_BEFORE = `
      create or replace function access.templates_about(asked text, wanted text) returns table (id uuid, weight real)
        language sql stable security definer rows 50 set search_path = public, pg_temp as $$
          select t.id, ts_rank(t.vector, q.query)
          from (select l.language, websearch_to_tsquery(access.language_of_words(l.language), asked) as query
            from (values ('en'), ('es')) l(language) where wanted is null or l.language = wanted) q
          join template t on t.language = q.language and t.vector @@ q.query
          where t.practice_id = access.practice() and t.taken_back_at is null and access.has_staff_role()
            and (t.shelf = 'practice' or t.author_id = access.person())
        $$;`;
