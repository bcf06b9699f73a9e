import { Injectable } from '@nestjs/common';
import { Database, Refusal, type SessionFacts } from '@common-ground/api/platform';
import type { PasskeyQuestion, StepUp } from '@common-ground/contract';
import { isStaff, type Actor } from '@common-ground/rules/access';
import { OwnWaysInRepository } from './own-ways-in.repository';
import { PasskeysService } from './passkeys.service';
import { SecondFactorService } from './second-factor.service';
import { isSecretRight, type CredentialSort } from './secrets';
import { SignInRepository } from './sign-in.repository';

/** Proving once more to be the person who is signed in, before an act that cannot be undone. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly database: Database,
    private readonly repository: SignInRepository,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeysService,
    private readonly own: OwnWaysInRepository,
  ) {}

  askForPasskey(actor: Actor): Promise<PasskeyQuestion> {
    return this.passkeys.ask('step-up', actor);
  }

  async prove(actor: Actor, session: SessionFacts, proof: StepUp): Promise<void> {
    if (!(await this.#isProof(actor, proof))) throw new Refusal('wrong-credentials');
    await this.database.as(actor, (tx) => this.own.prove(tx, session.id));
  }

  async #isProof(actor: Actor, { password, code, pin, passkey }: StepUp): Promise<boolean> {
    if (passkey !== undefined) return this.passkeys.isAnsweredBy(actor, 'step-up', passkey);
    if (!isStaff(actor)) return this.#isSecret(actor, 'code', pin);
    // The code is looked at only after the password, so that it cannot be guessed by itself.
    return (await this.#isSecret(actor, 'email', password)) && this.secondFactor.isRight(actor, code ?? '');
  }

  async #isSecret(actor: Actor, sort: CredentialSort, secret: string | undefined): Promise<boolean> {
    if (secret === undefined) return false;
    const found = await this.repository.attemptOwn(actor, sort);
    const isRight = await isSecretRight(found?.secretHash ?? null, secret);
    if (isRight) await this.repository.noteRight(actor, sort);
    return isRight;
  }
}
