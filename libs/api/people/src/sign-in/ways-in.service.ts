import { Injectable } from '@nestjs/common';
import { Database, Refusal, type SessionFacts } from '@common-ground/api/platform';
import type { PasskeyAnswer, PasskeyId, PasskeyQuestion, WaysIn } from '@common-ground/contract';
import { isStaff, mayKeepPasskey, type Actor } from '@common-ground/rules/access';
import { PracticeRepository } from '../practice/practice.repository';
import { hashOfNewPassword } from './new-password';
import { OwnWaysInRepository } from './own-ways-in.repository';
import { PasskeyRepository } from './passkey.repository';
import { PasskeysService } from './passkeys.service';
import { SignInRepository } from './sign-in.repository';

/** How somebody signs in, as they see and change it themselves. */
@Injectable()
export class WaysInService {
  constructor(
    private readonly database: Database,
    private readonly own: OwnWaysInRepository,
    private readonly keys: PasskeyRepository,
    private readonly passkeys: PasskeysService,
    private readonly repository: SignInRepository,
    private readonly practices: PracticeRepository,
  ) {}

  async read(actor: Actor, session: SessionFacts): Promise<WaysIn> {
    const { authenticator, recoveryCodes } = await this.repository.ways(actor);
    const passkeys = await this.database.as(actor, (tx) => this.keys.mine(tx));
    const staff = isStaff(actor);
    return {
      hasPassword: staff,
      authenticator,
      recoveryCodesLeft: recoveryCodes,
      passkeys,
      may: {
        addPasskey: mayKeepPasskey(actor, session.shared).allowed,
        removeAuthenticator: authenticator && (!staff || passkeys.length > 0),
        removePasskeys: !staff || authenticator || passkeys.length > 1,
      },
    };
  }

  async offerPasskey(actor: Actor, session: SessionFacts): Promise<PasskeyQuestion> {
    demandOwnDevice(actor, session);
    const name = await this.database.as(
      actor,
      async (tx) => (await this.practices.findSelf(tx, actor))?.person.displayName ?? '',
    );
    return this.passkeys.offer(actor, name);
  }

  /** The first passkey of somebody on staff also opens the session that was waiting for a second factor. */
  async keepPasskey(
    actor: Actor,
    session: SessionFacts,
    answer: PasskeyAnswer,
    device: string,
  ): Promise<void> {
    demandOwnDevice(actor, session);
    await this.passkeys.keep(actor, answer, device);
    if (session.opens === 'enrolling') {
      await this.database.as(actor, (tx) => this.own.openAfterEnrolling(tx, session.id));
    }
  }

  async removePasskey(actor: Actor, id: PasskeyId): Promise<void> {
    const how = await this.database.as(actor, (tx) => this.keys.end(tx, id));
    if (how === 'unknown') throw new Refusal('not-found');
    if (how === 'last') throw new Refusal('last-second-factor');
  }

  /** A new password ends every other session: whoever had the old one is out. */
  async changePassword(actor: Actor, session: SessionFacts, password: string): Promise<void> {
    if (!isStaff(actor)) throw new Refusal('not-allowed');
    const hash = await hashOfNewPassword(password);
    await this.database.as(actor, async (tx) => {
      if (!(await this.own.changePassword(tx, hash, session.id))) throw new Refusal('wrong-state');
    });
  }
}

function demandOwnDevice(actor: Actor, { shared }: SessionFacts): void {
  if (!mayKeepPasskey(actor, shared).allowed) throw new Refusal('not-allowed');
}
