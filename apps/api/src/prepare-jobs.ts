import { MAIL_QUEUE } from '@common-ground/api/platform';
import { PgBoss } from 'pg-boss';
import type { DataSource } from './data-source';

/** What the application's role may do: put jobs there, take them, note how they ended, and clear away what is old. */
const GRANTS = [
  'grant usage on schema pgboss to common_ground_app',
  'grant select on all tables in schema pgboss to common_ground_app',
  'grant insert, update, delete on pgboss.job, pgboss.job_common, pgboss.job_dependency, pgboss.instance to common_ground_app',
  'grant update on pgboss.queue, pgboss.version to common_ground_app',
];

/** Makes or updates the schema in which jobs lie, as the owner of the database, and the queues in it. */
export async function prepareJobs(owner: DataSource, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'pgboss',
    max: 1,
    supervise: false,
    schedule: false,
  });
  const failures: Error[] = [];
  boss.on('error', (failure) => failures.push(failure));
  await boss.start();
  try {
    const patience = {
      retryLimit: 14,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 900,
      expireInSeconds: 120,
    };
    await boss.createQueue(MAIL_QUEUE, patience);
    await boss.updateQueue(MAIL_QUEUE, patience);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0] !== undefined) throw failures[0];
  await owner.query(`revoke all on schema pgboss from public`);
  for (const grant of GRANTS) await owner.query(grant);
}
