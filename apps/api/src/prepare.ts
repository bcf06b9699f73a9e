import 'reflect-metadata';
import { dataSource, type DataSource } from './data-source';
import { checkExtensions } from './database-checks';
import { seedDemo } from './demo/seed';
import { prepareJobs } from './prepare-jobs';
import { demandOwnerUrl, EnvironmentSettings } from './settings';

const APP_ROLE = 'common_ground_app';
/**
 * Those who own functions and cannot sign in: one reads relations between people, one the records, and one makes a
 * single record of two.
 */
const SILENT_ROLES = ['common_ground_relations', 'common_ground_records', 'common_ground_merging'] as const;

/**
 * Brings a database up to date as its owner: its roles, the migrations, and once, when asked, the demo practice.
 * Runs before the program itself, which never has the owner's rights.
 */
async function prepare(): Promise<void> {
  const settings = EnvironmentSettings.ofThisProcess(import.meta.dirname);
  const ownerUrl = demandOwnerUrl();
  const owner = dataSource(ownerUrl, 2);
  await owner.initialize();
  try {
    await checkExtensions(owner);
    await makeRoles(owner, new URL(settings.databaseUrl));
    await owner.runMigrations({ transaction: 'each' });
    await prepareJobs(owner, ownerUrl);
    if (settings.demo) await seedDemo(owner, settings);
  } finally {
    await owner.destroy();
  }
}

async function makeRoles(owner: DataSource, app: URL): Promise<void> {
  if (app.username !== APP_ROLE) throw new Error(`DATABASE_URL must sign in as ${APP_ROLE}.`);
  const existing = await owner.query<{ rolname: string }[]>(
    `select rolname from pg_roles where rolname = any ($1)`,
    [[APP_ROLE, ...SILENT_ROLES]],
  );
  const has = (role: string): boolean => existing.some((row) => row.rolname === role);
  const password = decodeURIComponent(app.password).replaceAll("'", "''");
  await owner.query(
    `${has(APP_ROLE) ? 'alter' : 'create'} role ${APP_ROLE} login nosuperuser nobypassrls password '${password}'`,
  );
  for (const role of SILENT_ROLES) {
    if (!has(role)) await owner.query(`create role ${role} nologin nosuperuser nobypassrls`);
    // Functions can be given only to a role one belongs to.
    await owner.query(`grant ${role} to current_user`);
  }
  await owner.query(`revoke create on schema public from public`);
  await owner.query(
    `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
  );
}

prepare().catch((failure: unknown) => {
  process.stderr.write(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  process.exitCode = 1;
});
