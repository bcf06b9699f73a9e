import { Injectable } from '@nestjs/common';
import { hashOfToken, Refusal, Settings } from '@common-ground/api/platform';
import type { SecondFactorSignIn } from '@common-ground/contract';
import { timeStepOf } from './authenticator';
import { PasskeysService } from './passkeys.service';
import { hashOfRecoveryCode } from './recovery-codes';
import { unseal } from './sealing';
import type { Entered } from './session-cookies';
import { SignInRepository } from './sign-in.repository';
import { SignInService } from './sign-in.service';
import { ownerOf, type Whose } from './whose';

/** The second of two proofs, wherever it is asked for. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly repository: SignInRepository,
    private readonly signIn: SignInService,
    private readonly passkeys: PasskeysService,
    private readonly settings: Settings,
  ) {}

  /**
   * Whose password was right a moment ago.
   * @throws Refusal `not-signed-in` when that is too long ago, or never was
   */
  async whose(step: string | undefined): Promise<Whose> {
    const whose = step === undefined ? undefined : await this.repository.step(hashOfToken(step));
    if (whose === undefined) throw new Refusal('not-signed-in');
    return whose;
  }

  /** Finishes a sign-in whose password was right. */
  async finish(step: string | undefined, proof: SecondFactorSignIn, device: string): Promise<Entered> {
    const whose = await this.whose(step);
    const isRight =
      proof.passkey === undefined
        ? await this.isRight(whose, proof.code ?? '')
        : await this.passkeys.isAnsweredBy(whose, 'second-factor', proof.passkey);
    if (!isRight) throw new Refusal('wrong-code');
    const mine = await this.repository.finishStep(hashOfToken(step ?? ''));
    if (mine === undefined) throw new Refusal('not-signed-in');
    return this.signIn.open(mine, 'password', true, device);
  }

  /**
   * Whether this is the code of the moment, or a recovery code not used yet; either is taken by asking. Guesses count
   * and wait as guesses at passwords do.
   */
  async isRight(whose: Whose, code: string): Promise<boolean> {
    const attempt = await this.repository.attemptSecondFactor(whose);
    if (attempt === undefined) return false;
    if (!/^\s*(?:\d\s*){6}$/u.test(code)) {
      return this.repository.takeRecoveryCode(whose, hashOfRecoveryCode(code));
    }
    if (attempt.sealed === null) return false;
    const secret = unseal(this.settings.secretKey, ownerOf(whose), attempt.sealed);
    const step = secret === null ? null : timeStepOf(secret, code, Number(attempt.step));
    return step !== null && this.repository.takeTimeStep(whose, step);
  }
}
