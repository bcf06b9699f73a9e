import type { ApiClient, Answer as Reply } from '@common-ground/testing';
import { INVENTORY } from './inventory';
import type { World } from './world';

/** Every byte that each of these people is answered when they ask for everything there is, by who asked for what. */
export async function sightOfEverybody(
  people: Readonly<Record<string, ApiClient>>,
  known: Partial<World>,
): Promise<Record<string, string>> {
  // Of everything that is not named there is none.
  const world = new Proxy(known, {
    get: (there, name): unknown => Reflect.get(there, name) ?? [],
  }) as World;
  const paths = Object.entries(INVENTORY)
    // How many records wait to be sealed grows by asking alone.
    .filter(([route]) => route.startsWith('GET /api/') && route !== 'GET /api/records')
    .flatMap(([, asks]) => asks(world).map(({ path }) => path));
  const seen: Record<string, string> = {};
  for (const [who, client] of Object.entries(people)) {
    for (const path of paths) seen[`${who} ${path}`] = every(await client.get(path));
  }
  return seen;
}

/**
 * A whole answer but for the clocks in it: an export says when it was made, and one’s own session when it was last seen,
 * which moves on by itself.
 */
export function every({ status, text, headers }: Reply<unknown>): string {
  const timeless = text.replace(/"(?:madeAt|seenAt)":"[^"]+"/gu, '');
  return JSON.stringify([status, timeless, [...headers].filter(([name]) => name !== 'date')]);
}
