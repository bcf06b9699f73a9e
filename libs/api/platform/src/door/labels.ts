import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Action, Actor } from '@common-ground/rules/access';
import type { FastifyRequest } from 'fastify';

/** What a handler says about who may knock. A handler that says nothing stops the program at boot. */
export type Label =
  | { readonly sort: 'asks'; readonly action: Action }
  | { readonly sort: 'signed-in'; readonly why: string }
  | { readonly sort: 'open'; readonly why: string };

export const LABEL = 'door:label';
export const UNTOUCHED = 'door:untouched';

const label = (value: Label): MethodDecorator => SetMetadata(LABEL, value);

/** Signed-in people only; the service asks the rule behind this action before it answers. */
export const Asks = (action: Action): MethodDecorator => label({ sort: 'asks', action });

/** Any signed-in person, about themselves only. */
export const SignedIn = (why: string): MethodDecorator => label({ sort: 'signed-in', why });

/** Anybody at all. */
export const Open = (why: string): MethodDecorator => label({ sort: 'open', why });

/** For autosave and polling: the request does not count as a sign of life of the person. */
export const DoesNotTouchSession = (): MethodDecorator => applyDecorators(SetMetadata(UNTOUCHED, true));

export interface RequestWithActor extends FastifyRequest {
  actor?: Actor;
}

/** The person who asks, as the door found them. */
export const Asking = createParamDecorator((_nothing: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (actor === undefined) throw new Error('This handler is open; nobody is known to ask.');
  return actor;
});
