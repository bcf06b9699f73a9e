import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { demandLabels, ProblemFilter, Refusal, takeCensus, type Settings } from '@common-ground/api/platform';
import { LIMITS, type ProblemCode } from '@common-ground/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerOnlyTheFound, personFound } from './answer-only-the-found';
import { AppModule } from './app.module';
import type { DataSource } from './data-source';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Stands in `index.html` where each answer puts the number that its content security policy names. */
const NONCE_PLACE = /__CSP_NONCE__/gu;

/** The service worker of the web app. */
const SHELL = '/shell.js';

/** Milliseconds that are left for answers under way once the server is told to stop. */
const ANSWERED_WITHIN = 3000;

/** The whole program, wired and ready to listen. */
export async function createServer(settings: Settings, source: DataSource): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.body,
    logger: { level: settings.logLevel },
    disableRequestLogging: true,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
    // Nothing of ours is middleware, and what would run it is run for each request.
    skipMiddie: true,
    frameworkErrors: (_failure: Error, _request: FastifyRequest, reply: FastifyReply) => {
      void reply
        .status(400)
        .header('cache-control', 'no-store')
        .type(PROBLEM_TYPE)
        .send(problemText('malformed-request'));
    },
    clientErrorHandler: (_failure, socket) => {
      if (!socket.writable) return;
      const body = problemText('malformed-request');
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: ${PROBLEM_TYPE}\r\ncache-control: no-store\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, source), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableShutdownHooks();

  const fastify = adapter.getInstance<FastifyInstance>();
  readJson(fastify);
  answerOnlyTheFound(fastify);
  logRequests(fastify);
  closeInTime(fastify);
  await fastify.register(fastifyCookie);
  protect(fastify, settings);

  const routes = takeCensus(app.get(ModulesContainer), app.get(Reflector), 'api');
  demandLabels(routes);
  if (!settings.production) describe(app, fastify);
  await app.init();
  await serveWeb(fastify, settings);
  fastify.log.info(`the door knows ${routes.length} routes`);
  return app;
}

/**
 * Whoever is being answered when the server is told to stop is answered to the end. Browsers also hold connections
 * they have not used yet, and a server that waited for those would not stop for a minute.
 */
function closeInTime(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    setTimeout(() => {
      fastify.server.closeAllConnections();
    }, ANSWERED_WITHIN).unref();
    done();
  });
}

/** JSON and nothing else. No body at all is fine for acts that need none. */
function readJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body);
    if (text === '') return done(null, undefined);
    try {
      done(null, withoutPrototypes(text));
    } catch {
      done(new Refusal('malformed-json'));
    }
  });
}

function withoutPrototypes(text: string): unknown {
  const value: unknown = JSON.parse(text);
  demandOwnNames(value);
  return value;
}

/** Names that every object answers to are never a field of ours. */
function demandOwnNames(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    if (key in Object.prototype) throw new Refusal('malformed-json');
    demandOwnNames(entry);
  }
}

/** Log lines carry the route's pattern, ids of people and verdicts, never content, queries or tokens. */
function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        person: personFound(request),
      },
      'answered',
    );
    done();
  });
}

/**
 * On every answer, whatever its path looks like; the web app's own files and page say otherwise for themselves. They are
 * put together once: what is worked out for each answer is paid for with each.
 */
function protect(fastify: FastifyInstance, settings: Settings): void {
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    ...(settings.secureCookie ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    // The filter that this switches on in old browsers could itself be used to read a page.
    'x-xss-protection': '0',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/**
 * OpenAPI 3.1 of what the controllers take and give, outside production. It is written when somebody first asks for it:
 * a start that nobody asks need not wait for it.
 */
function describe(app: NestFastifyApplication, fastify: FastifyInstance): void {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Common Ground')
    .setVersion('1')
    .addCookieAuth('common-ground')
    .build();
  let document: OpenAPIObject | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= SwaggerModule.createDocument(app, description);
    return reply.type('application/json').send(document);
  });
}

/** The web app: its files with long lives under hashed names, and its page for every other path outside the API. */
async function serveWeb(fastify: FastifyInstance, settings: Settings): Promise<void> {
  const page = await readFile(join(settings.webRoot, 'index.html'), 'utf8').catch(() => null);
  if (page !== null) {
    await fastify.register(fastifyStatic, {
      root: settings.webRoot,
      index: false,
      // The page goes out below, with its policy and its number filled in, and in no other way. What is pressed goes out
      // under the name of the file it was made of.
      globIgnore: ['index.html', '**/*.br'],
      preCompressed: true,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, sent) => {
        const path = sent.replace(/\.br$/u, '');
        const isHashed = /-[A-Za-z0-9_-]{8}\.(?:js|css|woff2|svg)$/u.test(path);
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        // What keeps the app's files for the browser fetches them, and does nothing else.
        if (path.endsWith(SHELL)) {
          reply.header('content-security-policy', "default-src 'none'; connect-src 'self'");
        }
      },
    });
  }
  fastify.get('/*', (request, reply) => {
    const isPage = !/^\/(?:api|health)(?:[/?]|$)|\.[a-z0-9]+$/iu.test(request.url);
    if (page === null || !isPage) {
      return reply.status(404).type(PROBLEM_TYPE).send(problemText('not-found'));
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, nonce));
  });
}

/** A problem for requests that never reach a controller. */
function problemText(code: ProblemCode): string {
  return JSON.stringify(new ProblemFilter().describe(new Refusal(code)));
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
