// One throw-away PostgreSQL for all journeys; each journey clones its own demo practice from it.
import { startDatabase, stopDatabase } from '@common-ground/testing';

export default async function provideDatabase(): Promise<() => Promise<void>> {
  await startDatabase();
  return stopDatabase;
}
