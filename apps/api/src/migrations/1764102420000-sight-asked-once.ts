import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions that say what a person sees ask one another. Written as `id = any (access.live_shares())` a function is
 * asked again for every row as soon as the planner knows that a table holds many; asked in a query of its own it is
 * asked once. The catalogue lint keeps it that way for functions to come.
 */
export class SightAskedOnce1764102420000 implements MigrationInterface {
  name = 'SightAskedOnce1764102420000';

  async up(runner: QueryRunner): Promise<void> {
    await this.#rewrite(
      runner,
      String.raw`any\s*\(\s*(access\.\w+\([^()]*\))\s*\)`,
      String.raw`any ((select \1 as sight)::uuid[])`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Those before this one look for the bare words.
    await this.#rewrite(
      runner,
      String.raw`any \(\(select (access\.\w+\([^()]*\)) as sight\)::uuid\[\]\)`,
      String.raw`any (\1)`,
    );
  }

  async #rewrite(runner: QueryRunner, from: string, to: string): Promise<void> {
    await runner.query(`do $$ declare found text; begin
      for found in
        select pg_get_functiondef(oid) from pg_proc
          where pronamespace in ('access'::regnamespace, 'public'::regnamespace) and prokind = 'f' and prosrc ~* '${from}'
      loop
        execute regexp_replace(found, '${from}', '${to}', 'gi');
      end loop; end $$`);
  }
}
