import { Caller, ProblemFilter, Refusal, type RequestWithActor } from '@common-ground/api/platform';
import type { PersonId, PracticeId } from '@common-ground/contract';
import { fastify } from 'fastify';
import { answerOnlyTheFound, personFound } from './answer-only-the-found';

const SOMEBODY = { personId: 'p' as PersonId, practiceId: 'c' as PracticeId, roles: [] };

interface Left {
  readonly status: number;
  /** How often they were looked for, and how often forgotten. */
  readonly looked: number;
  readonly forgotten: number;
  /** Whom the logs name. */
  readonly person: string | undefined;
}

/** What leaves with this status while somebody is remembered, and found or not. */
async function answered(
  status: number,
  isFound: boolean,
  session: 'stands' | Refusal = 'stands',
): Promise<Left> {
  let [looked, forgotten, person] = [0, 0, undefined as string | undefined];
  const caller = new Caller(SOMEBODY, {
    tokenHash: Buffer.from(''),
    touch: true,
    again: () => {
      looked += 1;
      return session === 'stands' ? Promise.resolve(SOMEBODY) : Promise.reject(session);
    },
    forget: () => {
      forgotten += 1;
    },
  });
  const server = fastify();
  answerOnlyTheFound(server);
  server.addHook('onResponse', (request, _reply, done) => {
    person = personFound(request);
    done();
  });
  server.setErrorHandler((failure, _request, reply) => {
    const problem = new ProblemFilter().describe(failure);
    return reply.status(problem.status).send(problem);
  });
  server.get('/', (request: RequestWithActor, reply) => {
    request.actor = caller;
    if (isFound) caller.hasEntered();
    return reply.status(status).send({ words: 'of somebody' });
  });
  const answer = await server.inject('/');
  if (answer.statusCode !== status) expect(answer.body).not.toContain('of somebody');
  return { status: answer.statusCode, looked, forgotten, person };
}

describe('what leaves the server', () => {
  it('is for somebody whom the database knows', async () => {
    expect(await answered(200, true)).toEqual({ status: 200, looked: 0, forgotten: 0, person: 'p' });
    expect(await answered(200, false)).toEqual({
      ...{ status: 500, looked: 0, forgotten: 1, person: undefined },
    });
  });

  it.each([400, 404, 412, 428])(
    'is a refusal (%i) of somebody who was only remembered once they were looked for',
    async (status) => {
      expect(await answered(status, false)).toEqual({ status, looked: 1, forgotten: 0, person: 'p' });
      expect(await answered(status, true)).toEqual({ status, looked: 0, forgotten: 0, person: 'p' });
    },
  );

  it.each([
    ['not-signed-in', 401],
    ['second-factor-missing', 403],
    ['database-away', 503],
  ] as const)('is nothing of the request where they are not found: %s', async (code, status) => {
    expect(await answered(400, false, new Refusal(code))).toEqual({
      ...{ status, looked: 1, forgotten: 0, person: undefined },
    });
  });

  it('is a failure for somebody who is only remembered, and names nobody', async () => {
    expect(await answered(503, false)).toEqual({
      ...{ status: 503, looked: 0, forgotten: 1, person: undefined },
    });
  });
});
