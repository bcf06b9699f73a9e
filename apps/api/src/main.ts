import 'reflect-metadata';
import { ReminderRound } from '@common-ground/api/homework';
import { Sealer } from '@common-ground/api/records';
import { MailRoom, ReturnMail } from '@common-ground/api/platform';
import { checkDatabase } from './database-checks';
import { dataSource } from './data-source';
import { createServer } from './server';
import { EnvironmentSettings, SettingsFault } from './settings';

/** Starts one process of the product. Any number of them may serve one database. */
async function start(): Promise<void> {
  const settings = EnvironmentSettings.ofThisProcess(import.meta.dirname);
  const source = dataSource(settings.databaseUrl, settings.databasePool);
  await source.initialize();
  await checkDatabase(source, settings.allowsFsyncOff);
  const app = await createServer(settings, source);
  await app.get(MailRoom).open();
  await app.get(ReturnMail).open();
  await app.listen(settings.port, settings.host);
  app.get(Sealer).begin();
  app.get(ReminderRound).begin();
}

start().catch((failure: unknown) => {
  const words =
    failure instanceof SettingsFault ? failure.message : failure instanceof Error ? failure.stack : failure;
  process.stderr.write(`${String(words)}\n`);
  process.exitCode = 1;
  // A pool that was opened before the failure would keep the process alive.
  process.exit();
});
