import type { DataSource } from './data-source';

interface Facts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly owned: number;
  readonly fsync: string;
  readonly commit: string;
  readonly version: number;
}

/**
 * Refuses a database in which the walls would not stand or "Saved" would not be true.
 * @throws Error naming everything that is wrong
 */
export async function checkDatabase(source: DataSource, allowsFsyncOff: boolean): Promise<void> {
  const [facts] = await source.query<Facts[]>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = r.oid and n.nspname in ('public', 'access')) as owned,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('server_version_num')::int as version
    from pg_roles r where r.rolname = current_user`);
  if (facts === undefined) throw new Error('The database does not say who is connected.');
  const complaints: string[] = [];
  if (facts.superuser)
    complaints.push(`the role ${facts.name} is a superuser, whom row-level security does not bind`);
  if (facts.bypass) complaints.push(`the role ${facts.name} bypasses row-level security`);
  if (facts.owned > 0) complaints.push(`the role ${facts.name} owns tables`);
  if (facts.version < 150_000) complaints.push('PostgreSQL 15 or newer is needed');
  if (facts.commit === 'off')
    complaints.push('synchronous_commit is off, so an acknowledged answer could be lost');
  if (facts.fsync === 'off' && !allowsFsyncOff) {
    complaints.push('fsync is off, so an acknowledged answer could be lost');
  }
  if (complaints.length > 0) throw new Error(`This database cannot be used: ${complaints.join('; ')}.`);
}

/** What the search of the library is made of; both belong to PostgreSQL's own contrib package. */
const EXTENSIONS = ['unaccent', 'pg_trgm'];

/**
 * Asked before the migrations, which bring the extensions in: without its files the server could only say that
 * something is missing, and not what to do.
 * @throws Error naming what is not there
 */
export async function checkExtensions(owner: DataSource): Promise<void> {
  const found = await owner.query<{ name: string }[]>(
    `select name from pg_available_extensions where name = any ($1)`,
    [EXTENSIONS],
  );
  const missing = EXTENSIONS.filter((wanted) => !found.some(({ name }) => name === wanted));
  if (missing.length > 0)
    throw new Error(
      `This database cannot be used: its server does not have the extensions ${missing.join(' and ')}. ` +
        `They are in PostgreSQL's contrib package.`,
    );
}
