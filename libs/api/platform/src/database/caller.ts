import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { actingRoles } from './context';
import type { Statement } from './one-journey';

/** How a request's session is asked for again, where it is not as it was remembered. */
export interface Looks {
  readonly tokenHash: Buffer;
  /** Whether the request counts as a sign of life of the person. */
  readonly touch: boolean;
  /** Whose session it is now; refuses where it is nobody's. */
  again(): Promise<Actor>;
  /** Remember it no longer. */
  forget(): void;
}

/**
 * Who asks, as the server remembers whose session it is. That may be out of date, so it is worth nothing by itself: the
 * first journey to the database carries the question whether it is so, and without a yes nothing else in it is run.
 * What a caller is can be read from it and not copied with it: a copy is nobody, so no context is ever set from one.
 */
export class Caller implements Actor {
  #actor: Actor;
  #isFound = false;

  constructor(
    remembered: Actor,
    private readonly looks: Looks,
  ) {
    this.#actor = remembered;
  }

  get personId(): PersonId {
    return this.#actor.personId;
  }
  get practiceId(): PracticeId {
    return this.#actor.practiceId;
  }
  get roles(): readonly Role[] {
    return this.#actor.roles;
  }

  /** Whether the database has said that it is so. */
  get isFound(): boolean {
    return this.#isFound;
  }

  /** Asks whether it is so, and says who asks; fails where it is not. */
  get entering(): Statement {
    const { personId, practiceId, roles } = this.#actor;
    return {
      text: 'select access.enter($1, $2, $3, $4, $5, $6)',
      parameters: [
        this.looks.tokenHash,
        this.looks.touch,
        practiceId,
        personId,
        roles,
        actingRoles(this.#actor),
      ],
    };
  }

  /** The database has heard `entering` and gone on. */
  hasEntered(): void {
    this.#isFound = true;
  }

  /** @throws Refusal when the session is nobody’s any more */
  async lookAgain(): Promise<void> {
    this.#actor = await this.looks.again();
    this.#isFound = true;
  }

  /** The next request in this session asks whose it is before anything else. */
  forget(): void {
    this.looks.forget();
  }
}
