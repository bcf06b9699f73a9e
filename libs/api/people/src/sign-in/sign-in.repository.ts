import { Injectable } from '@nestjs/common';
import { Database } from '@common-ground/api/platform';
import type { DemoPersona, PracticeId } from '@common-ground/contract';
import type { CredentialSort } from './secrets';
import type { Whose } from './whose';

export interface Ways {
  readonly staff: boolean;
  readonly authenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** Everything that is asked before somebody is signed in, each by one function of the database. */
@Injectable()
export class SignInRepository {
  constructor(private readonly database: Database) {}

  personas(): Promise<DemoPersona[]> {
    return this.database.beforeSignIn(
      'select persona, display_name as "displayName" from access.personas()',
      [],
    );
  }

  persona(persona: string): Promise<Whose | undefined> {
    return this.#first(
      'select practice_id as "practiceId", person_id as "personId" from access.persona($1)',
      [persona],
    );
  }

  /** Counts a guess. Nobody comes back for an unknown name, and for one that has to wait. */
  attempt(sort: CredentialSort, name: Buffer): Promise<(Whose & { secretHash: string })[]> {
    return this.database.beforeSignIn(
      `select practice_id as "practiceId", person_id as "personId", secret_hash as "secretHash" from access.attempt($1, $2)`,
      [sort, name],
    );
  }

  /** The same for somebody already known. */
  attemptOwn(whose: Whose, sort: CredentialSort): Promise<{ secretHash: string } | undefined> {
    return this.#first('select secret_hash as "secretHash" from access.attempt_own($1, $2, $3)', [
      whose.practiceId,
      whose.personId,
      sort,
    ]);
  }

  async noteRight(whose: Whose, sort: CredentialSort): Promise<void> {
    await this.database.beforeSignIn('select from access.note_right($1, $2, $3)', [
      whose.practiceId,
      whose.personId,
      sort,
    ]);
  }

  async ways({ practiceId, personId }: Whose): Promise<Ways> {
    const ways = await this.#first<Ways>(
      `select staff, authenticator, passkeys, recovery_codes as "recoveryCodes" from access.ways_of($1, $2)`,
      [practiceId, personId],
    );
    return ways ?? { staff: false, authenticator: false, passkeys: 0, recoveryCodes: 0 };
  }

  practiceNames(ids: readonly PracticeId[]): Promise<{ id: PracticeId; name: string }[]> {
    return this.database.beforeSignIn('select id, name from access.practice_names($1)', [[...ids]]);
  }

  async openSession(
    whose: Whose,
    token: Buffer,
    how: 'persona' | 'password' | 'code' | 'passkey',
    shared: boolean,
    device: string,
  ): Promise<void> {
    await this.database.beforeSignIn('select from access.open_session($1, $2, $3, $4, $5, $6)', [
      whose.practiceId,
      whose.personId,
      token,
      how,
      shared,
      device,
    ]);
  }

  async beginStep(whose: Whose, token: Buffer): Promise<void> {
    await this.database.beforeSignIn('select from access.begin_step($1, $2, $3)', [
      whose.practiceId,
      whose.personId,
      token,
    ]);
  }

  step(token: Buffer): Promise<Whose | undefined> {
    return this.#first('select practice_id as "practiceId", person_id as "personId" from access.step($1)', [
      token,
    ]);
  }

  /** Answers whose step it was, once; nobody when it is over or was taken already. */
  finishStep(token: Buffer): Promise<Whose | undefined> {
    return this.#first(
      'select practice_id as "practiceId", person_id as "personId" from access.finish_step($1)',
      [token],
    );
  }

  /** Counts a guess at the second factor. Nothing comes back for somebody who has to wait. */
  attemptSecondFactor(whose: Whose): Promise<{ sealed: Buffer | null; step: string } | undefined> {
    return this.#first('select sealed, step from access.attempt_second_factor($1, $2)', [
      whose.practiceId,
      whose.personId,
    ]);
  }

  async takeTimeStep({ practiceId, personId }: Whose, step: number): Promise<boolean> {
    const taken = await this.#first<{ taken: boolean }>(
      'select taken from access.take_time_step($1, $2, $3) as taken',
      [practiceId, personId, step],
    );
    return taken?.taken === true;
  }

  async takeRecoveryCode({ practiceId, personId }: Whose, codeHash: Buffer): Promise<boolean> {
    const taken = await this.#first<{ taken: boolean }>(
      'select taken from access.take_recovery_code($1, $2, $3) as taken',
      [practiceId, personId, codeHash],
    );
    return taken?.taken === true;
  }

  async signOut(token: Buffer): Promise<void> {
    await this.database.beforeSignIn('select from access.sign_out($1)', [token]);
  }

  async #first<Row extends object>(
    call: `select ${string}from access.${string}`,
    parameters: readonly unknown[],
  ): Promise<Row | undefined> {
    return (await this.database.beforeSignIn<Row>(call, parameters))[0];
  }
}
