import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { PasskeyAnswer, PasskeyQuestion } from '@common-ground/contract';

/** Why the browser came back without a passkey. */
export type NoPasskey = 'given-up' | 'already-here';

/** What the browser does with passkeys. The questions come from the server, and the answers go back to it unread. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Whether this browser speaks of passkeys in JSON, as all do since 2025. Others are offered the other ways. */
  readonly isPossible =
    this.window !== null &&
    'PublicKeyCredential' in this.window &&
    'parseCreationOptionsFromJSON' in this.window.PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in this.window.PublicKeyCredential;

  /** Makes a new passkey on this device. */
  make(question: PasskeyQuestion): Promise<PasskeyAnswer | NoPasskey> {
    const options = question as unknown as PublicKeyCredentialCreationOptionsJSON;
    return answered(() =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    );
  }

  /** Answers with a passkey that was made before. */
  answer(question: PasskeyQuestion): Promise<PasskeyAnswer | NoPasskey> {
    const options = question as unknown as PublicKeyCredentialRequestOptionsJSON;
    return answered(() =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
    );
  }
}

async function answered(ask: () => Promise<Credential | null>): Promise<PasskeyAnswer | NoPasskey> {
  try {
    const given = await ask();
    return given instanceof PublicKeyCredential ? { ...given.toJSON() } : 'given-up';
  } catch (cause) {
    // Browsers say nothing more than this: somebody pressed Cancel, waited too long, or has no such key.
    if (!(cause instanceof DOMException)) throw cause;
    return cause.name === 'InvalidStateError' ? 'already-here' : 'given-up';
  }
}
