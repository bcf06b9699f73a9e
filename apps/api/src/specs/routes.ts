const MARK = 'registered route:';

/** Runs in the server's own process before it, and names every route that is registered, by whatever line of code. */
const listener = `
  import { subscribe } from 'node:diagnostics_channel';
  subscribe('fastify.initialization', ({ fastify }) => {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) process.stdout.write('${MARK} ' + one + ' ' + url + '\\n');
    });
  });`;

/** The environment of a server that says which routes it really has. */
export const SAYING_ITS_ROUTES = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(listener)}`,
};

/** What it said. HEAD comes with each GET and runs the same handler, so it is left out. */
export function routesIn(log: string): string[] {
  const routes = log
    .split('\n')
    .filter((line) => line.startsWith(MARK))
    .map((line) => line.slice(MARK.length + 1))
    .filter((route) => !route.startsWith('HEAD '));
  return [...new Set(routes)].sort();
}
