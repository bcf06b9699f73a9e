import { Caller, type RequestWithActor } from '@common-ground/api/platform';
import type { FastifyInstance } from 'fastify';

/**
 * Whoever is only remembered is found with the first thing that is asked of the database. A handler that answers without
 * having asked must not be one of those: nothing leaves here on the strength of what the server remembers.
 */
export function answerOnlyTheFound(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const { actor } = request as RequestWithActor;
    if (!(actor instanceof Caller) || actor.isFound) return done();
    actor.forget();
    if (reply.statusCode >= 400) return done();
    done(new Error('This was to be answered before it was known who asks.'));
  });
}
