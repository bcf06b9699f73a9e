import 'reflect-metadata';
import { dataSource, type DataSource } from './data-source';
import { seedDemo } from './demo/seed';
import { demandOwnerUrl, EnvironmentSettings } from './settings';

const APP_ROLE = 'common_ground_app';
const RELATIONS_ROLE = 'common_ground_relations';

/**
 * Brings a database up to date as its owner: the two roles, the migrations, and once, when asked, the demo practice.
 * Runs before the program itself, which never has the owner's rights.
 */
async function prepare(): Promise<void> {
  const settings = EnvironmentSettings.ofThisProcess(import.meta.dirname);
  const ownerUrl = demandOwnerUrl();
  const owner = dataSource(ownerUrl, 2);
  await owner.initialize();
  try {
    await makeRoles(owner, new URL(settings.databaseUrl));
    await owner.runMigrations({ transaction: 'each' });
    if (settings.demo) await seedDemo(owner, settings);
  } finally {
    await owner.destroy();
  }
}

async function makeRoles(owner: DataSource, app: URL): Promise<void> {
  if (app.username !== APP_ROLE) throw new Error(`DATABASE_URL must sign in as ${APP_ROLE}.`);
  const existing = await owner.query<{ rolname: string }[]>(
    `select rolname from pg_roles where rolname = any ($1)`,
    [[APP_ROLE, RELATIONS_ROLE]],
  );
  const has = (role: string): boolean => existing.some((row) => row.rolname === role);
  const password = decodeURIComponent(app.password).replaceAll("'", "''");
  await owner.query(
    `${has(APP_ROLE) ? 'alter' : 'create'} role ${APP_ROLE} login nosuperuser nobypassrls password '${password}'`,
  );
  if (!has(RELATIONS_ROLE))
    await owner.query(`create role ${RELATIONS_ROLE} nologin nosuperuser nobypassrls`);
  // Functions can be given only to a role one belongs to.
  await owner.query(`grant ${RELATIONS_ROLE} to current_user`);
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
