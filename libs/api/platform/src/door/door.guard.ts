import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../problems/refusal';
import { Settings } from '../settings/settings';
import {
  FOUND_WITH_THE_WORK,
  FRESHLY_PROVEN,
  LABEL,
  UNTOUCHED,
  WHILE_ENROLLING,
  type Label,
  type RequestWithActor,
} from './labels';
import { WhoseSession } from './whose-session';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The first wall. Closed: a handler without a label lets nobody in, whoever they are. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: WhoseSession,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const label = this.reflector.get<Label | undefined>(LABEL, handler);
    if (label === undefined) throw new Refusal('not-found');

    const request = context.switchToHttp().getRequest<RequestWithActor>();
    if (!SAFE_METHODS.has(request.method)) this.#demandOwnOrigin(request);
    if (label.sort === 'open') return true;

    const says = (what: string): boolean => this.reflector.get<boolean | undefined>(what, handler) === true;
    const touch = !says(UNTOUCHED);
    if (says(FOUND_WITH_THE_WORK) && !says(FRESHLY_PROVEN) && !says(WHILE_ENROLLING)) {
      const remembered = this.sessions.remembered(request, touch);
      if (remembered !== null) {
        request.actor = remembered;
        return true;
      }
    }
    const found = await this.sessions.of(request, touch);
    if (found === null) throw new Refusal('not-signed-in');
    const { personId, practiceId, roles, fresh, ...session } = found;
    if (session.opens === 'enrolling' && !says(WHILE_ENROLLING)) throw new Refusal('second-factor-missing');
    if (says(FRESHLY_PROVEN) && session.opens === 'everything' && !fresh) throw new Refusal('step-up-needed');
    request.actor = { personId, practiceId, roles };
    request.session = session;
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
}
