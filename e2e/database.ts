// One throw-away PostgreSQL for all journeys; each worker clones its own demo practice from it, and puts it back.
import { startDatabase, stopDatabase } from '@common-ground/testing';

export default async function provideDatabase(): Promise<() => Promise<void>> {
  await startDatabase();
  return stopDatabase;
}
