import { Injectable } from '@nestjs/common';
import { Database, Refusal, Settings, type SessionFacts } from '@common-ground/api/platform';
import type { NewAuthenticator, NewRecoveryCodes } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { PracticeRepository } from '../practice/practice.repository';
import { newAuthenticator, timeStepOf } from './authenticator';
import { OwnWaysInRepository } from './own-ways-in.repository';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes';
import { seal, unseal } from './sealing';
import { ownerOf } from './whose';

/** Somebody's authenticator app and recovery codes: set up, replaced, given up. */
@Injectable()
export class AuthenticatorsService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWaysInRepository,
    private readonly practices: PracticeRepository,
    private readonly settings: Settings,
  ) {}

  /** A new secret to scan. The one in use stays in use until a first code of the new one was right. */
  begin(actor: Actor): Promise<NewAuthenticator> {
    return this.database.as(actor, async (tx) => {
      const self = await this.practices.findSelf(tx, actor);
      if (self === null) throw new Refusal('not-signed-in');
      const made = await newAuthenticator(self.practice.name, self.person.displayName);
      await this.own.keepPending(tx, seal(this.settings.secretKey, ownerOf(actor), made.secret));
      return made;
    });
  }

  /** The first right code puts the secret in force, and hands out recovery codes in place of all earlier ones. */
  confirm(actor: Actor, session: SessionFacts, code: string): Promise<NewRecoveryCodes> {
    return this.database.as(actor, async (tx) => {
      const sealed = await this.own.pending(tx);
      const secret = sealed === null ? null : unseal(this.settings.secretKey, ownerOf(actor), sealed);
      if (secret === null) throw new Refusal('wrong-state');
      const step = timeStepOf(secret, code, 0);
      if (step === null) throw Refusal.field('code', 'wrongCode', 'The code does not match.');
      if (!(await this.own.confirm(tx, step, session.id))) throw new Refusal('wrong-state');
      const recoveryCodes = newRecoveryCodes();
      await this.own.replaceRecoveryCodes(tx, recoveryCodes.map(hashOfRecoveryCode));
      return { recoveryCodes };
    });
  }

  remove(actor: Actor): Promise<void> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.own.endAuthenticator(tx))) throw new Refusal('last-second-factor');
    });
  }

  renewRecoveryCodes(actor: Actor): Promise<NewRecoveryCodes> {
    const recoveryCodes = newRecoveryCodes();
    return this.database.as(actor, async (tx) => {
      await this.own.replaceRecoveryCodes(tx, recoveryCodes.map(hashOfRecoveryCode));
      return { recoveryCodes };
    });
  }
}
