/** How a spec finds the database server that the global set-up started. */
export interface TestServer {
  ownerUrl: string;
  appPassword: string;
  /** Where programs of the product keep what they compiled, so that the next one of the same run need not. */
  compiled: string;
}

const variable = 'COMMON_GROUND_TEST_SERVER';

/** Handed on through the environment, because each spec runs in a process of its own. */
export function announce(server: TestServer): void {
  process.env[variable] = JSON.stringify(server);
}

export function testServer(): TestServer {
  const announced = process.env[variable];
  if (announced === undefined) {
    throw new Error('No test database runs: only *.sql.spec.ts and *.http.spec.ts have one.');
  }
  return JSON.parse(announced) as TestServer;
}
