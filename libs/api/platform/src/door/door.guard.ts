import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { Database } from '../database/database';
import { Refusal } from '../problems/refusal';
import { Settings } from '../settings/settings';
import { LABEL, UNTOUCHED, type Label, type RequestWithActor } from './labels';
import { cookieName, hashOfToken } from './session-token';

interface WhoRow {
  readonly person_id: PersonId;
  readonly practice_id: PracticeId;
  readonly roles: Role[];
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The first wall. Closed: a handler without a label lets nobody in, whoever they are. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const label = this.reflector.get<Label | undefined>(LABEL, handler);
    if (label === undefined) throw new Refusal('not-found');

    const request = context.switchToHttp().getRequest<RequestWithActor>();
    if (!SAFE_METHODS.has(request.method)) this.#demandOwnOrigin(request);
    if (label.sort === 'open') return true;

    const untouched = this.reflector.get<boolean | undefined>(UNTOUCHED, handler) === true;
    const actor = await this.#whoAsks(request, !untouched);
    if (actor === null) throw new Refusal('not-signed-in');
    request.actor = actor;
    return true;
  }

  /**
   * Browsers name the page's origin on every unsafe request, so a foreign page is known by it. A program that is not
   * a browser sends none, and carries no cookie it was not given.
   */
  #demandOwnOrigin(request: RequestWithActor): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign =
      origin === undefined
        ? site !== undefined && site !== 'same-origin'
        : !this.settings.origins.includes(origin);
    if (foreign) throw new Refusal('wrong-origin');
  }

  async #whoAsks(request: RequestWithActor, touch: boolean): Promise<Actor | null> {
    const token = request.cookies[cookieName(this.settings)];
    if (token === undefined || token.length > 100) return null;
    const [row] = await this.database.beforeSignIn<WhoRow>(
      'select person_id, practice_id, roles from access.who($1, $2)',
      [hashOfToken(token), touch],
    );
    return row === undefined
      ? null
      : { personId: row.person_id, practiceId: row.practice_id, roles: row.roles };
  }
}
