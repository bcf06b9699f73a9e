import { Injectable } from '@nestjs/common';
import { Database, firstRow, iso, type Transaction } from '@common-ground/api/platform';
import type { PersonId } from '@common-ground/contract';
import type { Whose } from './whose';

export interface LinkRow {
  readonly practiceName: string;
  readonly displayName: string;
  /** What the practice wrote down, by which they will sign in. */
  readonly email: string | null;
  readonly hasAddress: boolean;
}

@Injectable()
export class AccessLinksRepository {
  constructor(private readonly database: Database) {}

  /** Until when the link works; null when the actor is no admin, or the person not on this practice's staff. */
  async make(
    tx: Transaction,
    person: PersonId,
    token: Buffer,
    clearsSecondFactor: boolean,
  ): Promise<string | null> {
    const row = await firstRow<{ until: string | null }>(
      tx,
      `select ${iso('until')} as until from access.make_access_link($1, $2, $3) as until`,
      [person, token, clearsSecondFactor],
    );
    return row?.until ?? null;
  }

  async find(token: Buffer): Promise<LinkRow | undefined> {
    const [found] = await this.database.beforeSignIn<LinkRow>(
      `select practice_name as "practiceName", display_name as "displayName", email, has_address as "hasAddress"
       from access.access_link($1)`,
      [token],
    );
    return found;
  }

  /** Sets the password, once. Nobody comes back when the link is over. */
  async use(token: Buffer, address: Buffer | null, secretHash: string): Promise<Whose | undefined> {
    const [whose] = await this.database.beforeSignIn<Whose>(
      'select practice_id as "practiceId", person_id as "personId" from access.use_access_link($1, $2, $3)',
      [token, address, secretHash],
    );
    return whose;
  }
}
