import { Caller, type RequestWithActor } from '@common-ground/api/platform';
import type { PersonId } from '@common-ground/contract';
import type { FastifyInstance } from 'fastify';

/**
 * Whoever is only remembered is found with the first thing that is asked of the database. A handler that answers without
 * having asked must not be one of those: nothing leaves here on the strength of what the server remembers. Whoever is
 * refused before anything was asked is looked for first: what is wrong with a request is told to those who may ask.
 */
export function answerOnlyTheFound(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request: RequestWithActor, reply, _payload, done) => {
    const { actor } = request;
    if (!isOnlyRemembered(actor)) return done();
    // Nobody asks until the database says otherwise; what is answered instead comes this way as well.
    delete request.actor;
    if (reply.statusCode >= 400 && reply.statusCode < 500) {
      actor.lookAgain().then(
        () => {
          request.actor = actor;
          done();
        },
        (refusal: unknown) => {
          done(refusal as Error);
        },
      );
      return;
    }
    actor.forget();
    if (reply.statusCode >= 500) return done();
    done(new Error('This was to be answered before it was known who asks.'));
  });
}

/** Who a request was of, for those who read the logs: nobody whom the server only remembers. */
export function personFound({ actor }: RequestWithActor): PersonId | undefined {
  return isOnlyRemembered(actor) ? undefined : actor?.personId;
}

function isOnlyRemembered(actor: RequestWithActor['actor']): actor is Caller {
  return actor instanceof Caller && !actor.isFound;
}
