// Tells the compiler what the cookie plugin adds to requests and answers.
import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { cookieName, Settings, stepCookieName } from '@common-ground/api/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A new session, to be handed to the browser. */
export interface Entered {
  readonly token: string;
  /** How long the browser keeps it, in seconds; without it, until it is closed. */
  readonly keptFor?: number;
}

interface CookieShape {
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict';
  readonly secure: boolean;
}

/** The two cookies there are: the session, and the way from the password to the second factor. */
@Injectable()
export class SessionCookies {
  constructor(private readonly settings: Settings) {}

  giveSession(reply: FastifyReply, { token, keptFor }: Entered): void {
    void reply.setCookie(cookieName(this.settings), token, {
      ...this.#shape(),
      ...(keptFor === undefined ? {} : { maxAge: keptFor }),
    });
  }

  giveStep(reply: FastifyReply, token: string): void {
    void reply.setCookie(stepCookieName(this.settings), token, { ...this.#shape(), maxAge: 300 });
  }

  takeStep(reply: FastifyReply): void {
    void reply.clearCookie(stepCookieName(this.settings), this.#shape());
  }

  takeSession(reply: FastifyReply): void {
    void reply.clearCookie(cookieName(this.settings), this.#shape());
    void reply.header('clear-site-data', '"cache"');
  }

  sessionOf(request: FastifyRequest): string | undefined {
    return readable(request.cookies[cookieName(this.settings)]);
  }

  stepOf(request: FastifyRequest): string | undefined {
    return readable(request.cookies[stepCookieName(this.settings)]);
  }

  #shape(): CookieShape {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.settings.secureCookie };
  }
}

/** Tokens of ours are 43 letters long; nothing much longer is worth hashing. */
function readable(token: string | undefined): string | undefined {
  return token === undefined || token.length > 100 ? undefined : token;
}
