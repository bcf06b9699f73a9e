import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { SessionId } from '@common-ground/contract';
import type { Action, Actor } from '@common-ground/rules/access';
import type { FastifyRequest } from 'fastify';

/** What a handler says about who may knock. A handler that says nothing stops the program at boot. */
export type Label =
  | { readonly sort: 'asks'; readonly action: Action }
  | { readonly sort: 'signed-in'; readonly why: string }
  | { readonly sort: 'open'; readonly why: string };

export const LABEL = 'door:label';
export const UNTOUCHED = 'door:untouched';
export const WHILE_ENROLLING = 'door:while-enrolling';
export const FRESHLY_PROVEN = 'door:freshly-proven';
export const FOUND_WITH_THE_WORK = 'door:found-with-the-work';

const label = (value: Label): MethodDecorator => SetMetadata(LABEL, value);

/** Signed-in people only; the service asks the rule behind this action before it answers. */
export const Asks = (action: Action): MethodDecorator => label({ sort: 'asks', action });

/** Any signed-in person, about themselves only. */
export const SignedIn = (why: string): MethodDecorator => label({ sort: 'signed-in', why });

/** Anybody at all. */
export const Open = (why: string): MethodDecorator => label({ sort: 'open', why });

/** For autosave and polling: the request does not count as a sign of life of the person. */
export const DoesNotTouchSession = (): MethodDecorator => applyDecorators(SetMetadata(UNTOUCHED, true));

/** Staff without a second factor may use this handler, and no other, until they have one. */
export const WhileEnrolling = (): MethodDecorator => applyDecorators(SetMetadata(WHILE_ENROLLING, true));

/**
 * Only for whoever proved within the last five minutes to be the person they are signed in as; others are answered
 * `step-up-needed`, prove it (`POST /api/step-up`) and ask again. For sharing, export, break-glass.
 */
export const FreshlyProven = (): MethodDecorator => applyDecorators(SetMetadata(FRESHLY_PROVEN, true));

/**
 * For what is asked for most: the session is found in the same journey to the database as the work (see `Caller`). All
 * that the handler does, judging included, it does in transactions of the actor it was given, and it may be begun twice
 * until the first of them has been answered. The facts of the session are not there, so a handler that needs them, or for
 * which the door needs them, stops the program at boot.
 */
export const FoundWithTheWork = (): MethodDecorator =>
  applyDecorators(SetMetadata(FOUND_WITH_THE_WORK, true));

/** The session a request comes in. */
export interface SessionFacts {
  readonly id: SessionId;
  /** How it was entered. */
  readonly how: 'persona' | 'password' | 'code' | 'passkey';
  readonly opens: 'everything' | 'enrolling';
  /** Whether the device is said to be shared with others; nothing is to stay on it. */
  readonly shared: boolean;
}

export interface RequestWithActor extends FastifyRequest {
  actor?: Actor;
  session?: SessionFacts;
}

/** The person who asks, as the door found them. */
export const Asking = createParamDecorator((_nothing: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (actor === undefined) throw new Error('This handler is open; nobody is known to ask.');
  return actor;
});

/** By this it is known of a handler that it takes `InSession`. */
export const sessionOf = (_nothing: unknown, context: ExecutionContext): SessionFacts => {
  const { session } = context.switchToHttp().getRequest<RequestWithActor>();
  if (session === undefined) throw new Error('This handler is open; nobody is known to ask.');
  return session;
};

/** The session of the person who asks, as the door found it. */
export const InSession = createParamDecorator(sessionOf);
