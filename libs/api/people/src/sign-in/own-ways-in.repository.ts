import { Injectable } from '@nestjs/common';
import { firstRow, iso, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { DeviceEntry, SessionId } from '@common-ground/contract';

/** What people keep and change of their own ways in. Every function speaks of the person in the transaction alone. */
@Injectable()
export class OwnWaysInRepository {
  async keepPending(tx: Transaction, sealed: Buffer): Promise<void> {
    await perform(tx, 'select access.keep_pending_authenticator($1)', [sealed]);
  }

  async pending(tx: Transaction): Promise<Buffer | null> {
    return (
      (await firstRow<{ sealed: Buffer }>(tx, 'select sealed from access.pending_authenticator()'))?.sealed ??
      null
    );
  }

  confirm(tx: Transaction, step: number, session: SessionId): Promise<boolean> {
    return this.#says(tx, 'access.confirm_authenticator($1, $2)', [step, session]);
  }

  endAuthenticator(tx: Transaction): Promise<boolean> {
    return this.#says(tx, 'access.end_authenticator()', []);
  }

  async replaceRecoveryCodes(tx: Transaction, hashes: readonly Buffer[]): Promise<void> {
    await perform(tx, 'select access.replace_recovery_codes($1)', [[...hashes]]);
  }

  async openAfterEnrolling(tx: Transaction, session: SessionId): Promise<void> {
    await perform(tx, 'select access.open_after_enrolling($1)', [session]);
  }

  changePassword(tx: Transaction, secretHash: string, session: SessionId): Promise<boolean> {
    return this.#says(tx, 'access.change_password($1, $2)', [secretHash, session]);
  }

  sessions(tx: Transaction): Promise<Omit<DeviceEntry, 'isThisOne'>[]> {
    return rows(
      tx,
      `select id, device, shared, ${iso('began_at')} as "beganAt", ${iso('seen_at')} as "seenAt" from access.my_sessions()`,
    );
  }

  endSession(tx: Transaction, session: SessionId): Promise<boolean> {
    return this.#says(tx, 'access.end_session($1)', [session]);
  }

  async endOtherSessions(tx: Transaction, session: SessionId): Promise<void> {
    await perform(tx, 'select access.end_other_sessions($1)', [session]);
  }

  async prove(tx: Transaction, session: SessionId): Promise<void> {
    await perform(tx, 'select access.prove_session($1)', [session]);
  }

  async #says(tx: Transaction, call: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await firstRow<{ yes: boolean }>(tx, `select ${call} as yes`, parameters))?.yes === true;
  }
}
