import { Caller, type RequestWithActor } from '@common-ground/api/platform';
import type { PersonId, PracticeId } from '@common-ground/contract';
import { fastify } from 'fastify';
import { answerOnlyTheFound } from './answer-only-the-found';

const SOMEBODY = { personId: 'p' as PersonId, practiceId: 'c' as PracticeId, roles: [] };

/** What leaves with this status while somebody is remembered, and found or not; and how often they were forgotten. */
async function answered(status: number, isFound: boolean): Promise<{ status: number; forgotten: number }> {
  let forgotten = 0;
  const caller = new Caller(SOMEBODY, {
    tokenHash: Buffer.from(''),
    touch: true,
    again: () => Promise.resolve(SOMEBODY),
    forget: () => {
      forgotten += 1;
    },
  });
  const server = fastify();
  answerOnlyTheFound(server);
  server.get('/', (request, reply) => {
    (request as RequestWithActor).actor = caller;
    if (isFound) caller.hasEntered();
    return reply.status(status).send({ words: 'of somebody' });
  });
  const answer = await server.inject('/');
  if (answer.statusCode === 500) expect(answer.body).not.toContain('of somebody');
  return { status: answer.statusCode, forgotten };
}

describe('what leaves the server', () => {
  it('is for somebody whom the database knows', async () => {
    expect(await answered(200, true)).toEqual({ status: 200, forgotten: 0 });
    expect(await answered(200, false)).toEqual({ status: 500, forgotten: 1 });
  });

  it('may be a refusal for somebody who is only remembered; they are not remembered after it', async () => {
    expect(await answered(400, false)).toEqual({ status: 400, forgotten: 1 });
    expect(await answered(400, true)).toEqual({ status: 400, forgotten: 0 });
  });
});
