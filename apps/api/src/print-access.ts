import 'reflect-metadata';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { demandLabels, takeCensus, type Route } from '@common-ground/api/platform';
import { ACTIONS } from '@common-ground/rules/access';
import { AppModule } from './app.module';
import { dataSource } from './data-source';
import { EnvironmentSettings } from './settings';

/** Nothing here connects anywhere; the program is only put together so that its routes can be counted. */
const NOWHERE = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
  SECRET_KEY: 'printed-pages-are-signed-by-nobody-at-all',
};

/** Prints `docs/access.md`: every route and every action, as the rules and the controllers have them today. */
async function print(): Promise<void> {
  const settings = new EnvironmentSettings(NOWHERE, import.meta.dirname);
  const module = AppModule.with(settings, dataSource(settings.databaseUrl, 1));
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const routes = takeCensus(app.get(ModulesContainer), app.get(Reflector), 'api');
  demandLabels(routes);
  process.stdout.write(page(routes));
  await app.close();
}

function page(routes: readonly Route[]): string {
  const unused = Object.keys(ACTIONS).filter(
    (action) => !routes.some(({ label }) => label?.sort === 'asks' && label.action === action),
  );
  if (unused.length > 0) throw new Error(`No route asks for these actions: ${unused.join(', ')}`);
  return [
    '# Who may do what',
    '',
    'Printed from the rules (`libs/rules/src/access`) and the routes the API serves, by `npm run print:access`.',
    'A test fails when this page is stale, so it is never edited by hand.',
    '',
    'To people who have no path to a thing it does not exist (404); people who may know of it but not do this are told so (403).',
    '',
    '## Actions',
    '',
    ...Object.entries(ACTIONS).map(([action, who]) => `- \`${action}\`: ${who}`),
    '',
    '## Routes',
    '',
    'Outside the controllers there are only the web app itself (`GET /*`) and, except in production, `GET /api/openapi.json`; neither says anything about anybody.',
    '',
    ...routes.map((route) => `- \`${route.method} ${route.path}\`: ${says(route)}`),
    '',
  ].join('\n');
}

function says({ label }: Route): string {
  if (label === null) throw new Error('A route without a label has got past the census.');
  if (label.sort === 'asks') return `asks \`${label.action}\``;
  return label.sort === 'open' ? `open to anybody: ${label.why}` : `anybody signed in: ${label.why}`;
}

print().catch((failure: unknown) => {
  process.stderr.write(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  process.exitCode = 1;
});
