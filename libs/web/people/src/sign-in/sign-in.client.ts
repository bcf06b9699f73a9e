import { Injectable, inject } from '@angular/core';
import type {
  CodeSignIn,
  DemoPersona,
  DemoSignIn,
  Page,
  PasskeyAnswer,
  PasskeyQuestion,
  SecondFactorSignIn,
  SignInStep,
  StaffSignIn,
  StepUp as ProofOnceMore,
} from '@common-ground/contract';
import { Api, Problem } from '@common-ground/web/platform';

export type PasskeyPurpose = 'sign-in' | 'second-factor' | 'step-up';

const QUESTIONS: Readonly<Record<PasskeyPurpose, string>> = {
  'sign-in': 'sign-in/passkey/question',
  'second-factor': 'sign-in/second-factor/passkey',
  'step-up': 'step-up/passkey',
};

/** The ways in. */
@Injectable({ providedIn: 'root' })
export class SignInClient {
  private readonly api = inject(Api);

  /** What comes next after the right password; null when somebody is in. */
  async asStaff(request: StaffSignIn): Promise<SignInStep | null> {
    return (await this.api.post<SignInStep | null>('sign-in', request)).body;
  }

  async withSecondFactor(request: SecondFactorSignIn): Promise<void> {
    await this.api.post('sign-in/second-factor', request);
  }

  /** Asks for a passkey: for signing in, as the second step, or to show once more who is here. */
  async askForPasskey(what: PasskeyPurpose): Promise<PasskeyQuestion> {
    return (await this.api.post<PasskeyQuestion>(QUESTIONS[what])).body;
  }

  async withPasskey(passkey: PasskeyAnswer): Promise<void> {
    await this.api.post('sign-in/passkey', { passkey });
  }

  /** Proves once more who is signed in here. */
  async prove(proof: ProofOnceMore): Promise<void> {
    await this.api.post('step-up', proof);
  }

  async withCode(request: CodeSignIn): Promise<void> {
    await this.api.post('sign-in/code', request);
  }

  async asPersona(request: DemoSignIn): Promise<void> {
    await this.api.post('demo/sign-in', request);
  }

  /** The people of the demo practice; nobody where there is no demo. */
  async personas(): Promise<readonly DemoPersona[]> {
    try {
      return (await this.api.get<Page<DemoPersona>>('demo/personas')).body.items;
    } catch (cause) {
      if (Problem.from(cause).status === 404) return [];
      throw cause;
    }
  }
}
