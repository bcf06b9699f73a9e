import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FOR_PERSON } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
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

/** What a handler says about who may knock, read once. */
interface Doorway {
  readonly label: Label | undefined;
  readonly touch: boolean;
  readonly isFoundWithTheWork: boolean;
  readonly isForFreshlyProven: boolean;
  readonly isForEnrolling: boolean;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The first wall. Closed: a handler without a label lets nobody in, whoever they are. */
@Injectable()
export class DoorGuard implements CanActivate {
  readonly #doorways = new WeakMap<object, Doorway>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: WhoseSession,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const doorway = this.#doorwayOf(context.getHandler());
    const { label } = doorway;
    if (label === undefined) throw new Refusal('not-found');

    const request = context.switchToHttp().getRequest<RequestWithActor>();
    if (!SAFE_METHODS.has(request.method)) this.#demandOwnOrigin(request);
    if (label.sort === 'open') return true;

    const remembered = this.sessions.remembered(request, doorway.touch);
    await this.#demandTheSamePerson(request, remembered);
    if (
      remembered !== null &&
      doorway.isFoundWithTheWork &&
      !doorway.isForFreshlyProven &&
      !doorway.isForEnrolling
    ) {
      request.actor = remembered;
      return true;
    }
    const found = await this.sessions.of(request, doorway.touch);
    if (found === null) throw new Refusal('not-signed-in');
    const { personId, practiceId, roles, fresh, id, how, opens, shared } = found;
    if (opens === 'enrolling' && !doorway.isForEnrolling) throw new Refusal('second-factor-missing');
    if (doorway.isForFreshlyProven && opens === 'everything' && !fresh) throw new Refusal('step-up-needed');
    request.actor = { personId, practiceId, roles };
    request.session = { id, how, opens, shared };
    return true;
  }

  /**
   * A page may say for whom it asks. The cookie belongs to the whole browser: in another window somebody else may have
   * signed in since, and what the first one wrote is not to be taken for theirs, nor theirs to be shown to the first one.
   * It is no sign of life of whoever has signed in either. A session is one person's for ever, so what is remembered of
   * it is enough to say that it is theirs.
   */
  async #demandTheSamePerson(request: RequestWithActor, remembered: Actor | null): Promise<void> {
    const meant = request.headers[FOR_PERSON.toLowerCase()];
    if (meant === undefined || meant === remembered?.personId) return;
    const found = await this.sessions.of(request, false);
    if (found === null) throw new Refusal('not-signed-in');
    if (meant !== found.personId) throw new Refusal('somebody-else-signed-in');
  }

  #doorwayOf(handler: ReturnType<ExecutionContext['getHandler']>): Doorway {
    const known = this.#doorways.get(handler);
    if (known !== undefined) return known;
    const says = (what: string): boolean => this.reflector.get<boolean | undefined>(what, handler) === true;
    const doorway = {
      label: this.reflector.get<Label | undefined>(LABEL, handler),
      touch: !says(UNTOUCHED),
      isFoundWithTheWork: says(FOUND_WITH_THE_WORK),
      isForFreshlyProven: says(FRESHLY_PROVEN),
      isForEnrolling: says(WHILE_ENROLLING),
    };
    this.#doorways.set(handler, doorway);
    return doorway;
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
