import { Injectable } from '@nestjs/common';
import { Database, firstRow, iso, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { PasskeyEntry, PasskeyId } from '@common-ground/contract';
import type { Whose } from './whose';

export type ChallengePurpose = 'sign-in' | 'second-factor' | 'register' | 'step-up';

export interface NewPasskeyRow {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly device: string;
}

type StoredPasskey = Whose & { publicKey: Buffer; counter: string; transports: string[] };

@Injectable()
export class PasskeyRepository {
  constructor(private readonly database: Database) {}

  of({ practiceId, personId }: Whose): Promise<{ credentialId: string; transports: string[] }[]> {
    return this.database.beforeSignIn(
      'select credential_id as "credentialId", transports from access.passkeys_of($1, $2)',
      [practiceId, personId],
    );
  }

  async byCredential(credentialId: string): Promise<StoredPasskey | undefined> {
    const [found] = await this.database.beforeSignIn<StoredPasskey>(
      `select practice_id as "practiceId", person_id as "personId", public_key as "publicKey", counter, transports
       from access.passkey($1)`,
      [credentialId],
    );
    return found;
  }

  async use(credentialId: string, counter: number): Promise<void> {
    await this.database.beforeSignIn('select from access.use_passkey($1, $2)', [credentialId, counter]);
  }

  async addChallenge(hash: Buffer, purpose: ChallengePurpose, whose: Whose | null): Promise<void> {
    await this.database.beforeSignIn('select from access.add_challenge($1, $2, $3, $4)', [
      hash,
      purpose,
      whose?.practiceId ?? null,
      whose?.personId ?? null,
    ]);
  }

  async takeChallenge(
    hash: Buffer,
    purpose: ChallengePurpose,
  ): Promise<{ practiceId: string | null; personId: string | null } | undefined> {
    const [taken] = await this.database.beforeSignIn<{ practiceId: string | null; personId: string | null }>(
      'select practice_id as "practiceId", person_id as "personId" from access.take_challenge($1, $2)',
      [hash, purpose],
    );
    return taken;
  }

  async keep(tx: Transaction, id: PasskeyId, made: NewPasskeyRow): Promise<void> {
    await perform(tx, 'select access.keep_passkey($1, $2, $3, $4, $5, $6)', [
      id,
      made.credentialId,
      made.publicKey,
      made.counter,
      [...made.transports],
      made.device,
    ]);
  }

  mine(tx: Transaction): Promise<PasskeyEntry[]> {
    return rows(
      tx,
      `select id, device, ${iso('made_at')} as "madeAt", ${iso('used_at')} as "usedAt" from access.my_passkeys()`,
    );
  }

  async end(tx: Transaction, id: PasskeyId): Promise<'gone' | 'unknown' | 'last'> {
    const row = await firstRow<{ how: 'gone' | 'unknown' | 'last' }>(
      tx,
      'select how from access.end_passkey($1) as how',
      [id],
    );
    return row?.how ?? 'unknown';
  }
}
