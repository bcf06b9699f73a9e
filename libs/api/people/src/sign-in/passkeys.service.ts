import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, newId, Refusal, Settings } from '@common-ground/api/platform';
import type { PasskeyAnswer, PasskeyId, PasskeyQuestion } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { PasskeyRepository, type ChallengePurpose } from './passkey.repository';
import type { Whose } from './whose';

/** Passkeys: asked for, made, and answered. What a browser answers is believed only for a question of ours, once. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly repository: PasskeyRepository,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** A question for somebody known, or (null) for whoever holds a passkey of this site. */
  async ask(purpose: ChallengePurpose, whose: Whose | null): Promise<PasskeyQuestion> {
    const known = whose === null ? [] : await this.repository.of(whose);
    const options = await generateAuthenticationOptions({
      rpID: this.#rpId(),
      userVerification: 'required',
      allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    });
    await this.repository.addChallenge(hashOf(options.challenge), purpose, whose);
    return { ...options };
  }

  async isAnsweredBy(whose: Whose, purpose: ChallengePurpose, answer: PasskeyAnswer): Promise<boolean> {
    const owner = await this.ownerOfAnswer(purpose, answer);
    return owner?.personId === whose.personId && owner.practiceId === whose.practiceId;
  }

  /** Whose passkey answered a question of ours; null when the answer proves nothing. */
  async ownerOfAnswer(purpose: ChallengePurpose, answer: PasskeyAnswer): Promise<Whose | null> {
    const response = answer as unknown as AuthenticationResponseJSON;
    const found =
      typeof response.id === 'string' ? await this.repository.byCredential(response.id) : undefined;
    if (found === undefined) return null;
    const { practiceId, personId, publicKey, counter, transports } = found;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => this.#isOurs(challenge, purpose, found),
        expectedOrigin: [...this.settings.origins],
        expectedRPID: this.#rpId(),
        requireUserVerification: true,
        credential: {
          id: response.id,
          publicKey: new Uint8Array(publicKey),
          counter: Number(counter),
          transports,
        },
      });
      if (!verified) return null;
      await this.repository.use(response.id, authenticationInfo.newCounter);
      return { practiceId, personId };
    } catch {
      // The library throws for every answer that does not hold together, and each of them proves nothing.
      return null;
    }
  }

  /** The question that makes a new passkey for the person who asks. */
  async offer(actor: Actor, name: string): Promise<PasskeyQuestion> {
    const known = await this.repository.of(actor);
    const options = await generateRegistrationOptions({
      rpName: 'Common Ground',
      rpID: this.#rpId(),
      userName: name,
      userDisplayName: name,
      userID: new Uint8Array(createHash('sha256').update(`${actor.practiceId} ${actor.personId}`).digest()),
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.repository.addChallenge(hashOf(options.challenge), 'register', actor);
    return { ...options };
  }

  /**
   * Keeps a passkey that was just made.
   * @throws Refusal `wrong-code` when the browser's answer proves nothing
   */
  async keep(actor: Actor, answer: PasskeyAnswer, device: string): Promise<PasskeyId> {
    const made = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.#isOurs(challenge, 'register', actor),
      expectedOrigin: [...this.settings.origins],
      expectedRPID: this.#rpId(),
      requireUserVerification: true,
    }).catch(() => null);
    if (made?.verified !== true) throw new Refusal('wrong-code');
    const { credential } = made.registrationInfo;
    const id = newId<'passkey'>();
    await this.database.as(actor, (tx) =>
      this.repository.keep(tx, id, {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        device,
      }),
    );
    return id;
  }

  /** Taken by looking: the same answer never counts twice. */
  async #isOurs(challenge: string, purpose: ChallengePurpose, whose: Whose): Promise<boolean> {
    const taken = await this.repository.takeChallenge(hashOf(challenge), purpose);
    if (taken === undefined) return false;
    return (
      taken.personId === null || (taken.personId === whose.personId && taken.practiceId === whose.practiceId)
    );
  }

  #rpId(): string {
    return new URL(this.settings.origins[0] ?? 'http://localhost').hostname;
  }
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
