import type { Client } from 'pg';

/** One condition left out of a policy, or of a function that policies ask. */
export interface SqlMutant {
  readonly name: string;
  readonly apply: string;
  readonly restore: string;
}

interface FunctionText {
  readonly name: string;
  readonly body: string;
  readonly text: string;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Words after which a condition begins, and those at which one ends, besides a bracket. */
const BEGINS = ['where', 'on', 'and', 'or'];
const ENDS = ['and', 'or', 'join', 'left', 'group', 'order', 'union', 'where', 'then', 'loop', 'limit', ';'];

/**
 * Every condition of a text of SQL that stands beside another, together with the word that joins them: what is left
 * without it is still SQL, and lets more through or less.
 */
export function conditionsIn(sql: string): Part[] {
  // What is said in a comment is no condition.
  const said = sql.replace(/--[^\n]*/gu, (comment) => ' '.repeat(comment.length));
  const words = [...said.matchAll(/[();]|'[^']*'|[a-z_]+(?:\.[a-z_]+)*/giu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const depths: number[] = [];
  let depth = 0;
  for (const { word } of words) {
    if (word === ')') depth -= 1;
    depths.push(depth);
    if (word === '(') depth += 1;
  }
  const found: Part[] = [];
  words.forEach(({ word, start, end }, at) => {
    const opens = word === '(' || BEGINS.includes(word);
    if (!opens) return;
    const level = (depths[at] ?? 0) + (word === '(' ? 1 : 0);
    const after = words.findIndex(
      (next, place) =>
        place > at && ((depths[place] ?? 0) < level || (depths[place] === level && ENDS.includes(next.word))),
    );
    const last = words[after];
    const until = last?.start ?? sql.length;
    if (word === 'and' || word === 'or') found.push({ start, end: until });
    // The first of several goes together with the word behind it.
    else if (last && (last.word === 'and' || last.word === 'or') && depths[after] === level)
      found.push({ start: end, end: last.end });
  });
  return found;
}

/** Every policy by which the application reads the tables, with one condition fewer. */
export async function policyMutants(owner: Client, tables: readonly string[]): Promise<SqlMutant[]> {
  const { rows } = await owner.query<{ name: string; table: string; text: string }>(
    `select policyname as name, tablename as table, qual as text from pg_policies
     where cmd = 'SELECT' and 'common_ground_app' = any (roles) and tablename = any ($1) order by 1`,
    [tables],
  );
  return rows.flatMap(({ name, table, text }) => {
    const using = (qual: string): string => `alter policy ${name} on ${table} using (${qual})`;
    return conditionsIn(text).map((part) => ({
      name: `policy ${name} without «${inOneLine(text, part)}»`,
      apply: using(without(text, part)),
      restore: using(text),
    }));
  });
}

/** The functions those policies ask, and those that these ask in turn, with one condition fewer. */
export async function functionMutants(owner: Client, tables: readonly string[]): Promise<SqlMutant[]> {
  const { rows } = await owner.query<FunctionText>(
    `with recursive asked as (
       select p.proname, p.prosrc from pg_proc p join pg_policies q
         on q.cmd = 'SELECT' and 'common_ground_app' = any (q.roles) and q.tablename = any ($1)
           and q.qual like '%access.' || p.proname || '(%'
       where p.pronamespace = 'access'::regnamespace
       union
       select p.proname, p.prosrc from pg_proc p join asked a on a.prosrc like '%access.' || p.proname || '(%'
       where p.pronamespace = 'access'::regnamespace)
     select p.proname as name, p.prosrc as body, pg_get_functiondef(p.oid) as text from pg_proc p
     where p.pronamespace = 'access'::regnamespace and p.proname in (select proname from asked)
       and p.prosrc ~* 'select|exists' order by 1`,
    [tables],
  );
  return rows.flatMap(withOneFewer);
}

/** These functions, each with one condition fewer. */
export async function mutantsOfFunctions(owner: Client, names: readonly string[]): Promise<SqlMutant[]> {
  const { rows } = await owner.query<FunctionText>(
    `select proname as name, prosrc as body, pg_get_functiondef(oid) as text from pg_proc
     where pronamespace = 'access'::regnamespace and proname = any ($1) order by 1`,
    [names],
  );
  return rows.flatMap(withOneFewer);
}

function withOneFewer({ name, body, text }: FunctionText): SqlMutant[] {
  return conditionsIn(body).map((part) => ({
    name: `function ${name} without «${inOneLine(body, part)}»`,
    apply: text.replace(body, () => without(body, part)),
    restore: text,
  }));
}

function without(text: string, { start, end }: Part): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}

function inOneLine(text: string, { start, end }: Part): string {
  return text.slice(start, end).replace(/\s+/gu, ' ').trim().slice(0, 160);
}
