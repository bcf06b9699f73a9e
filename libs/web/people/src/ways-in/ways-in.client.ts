import { Injectable, inject } from '@angular/core';
import type {
  AccessLinkGlimpse,
  DeviceEntry,
  NewAuthenticator,
  NewRecoveryCodes,
  Page,
  PasskeyAnswer,
  PasskeyId,
  PasskeyQuestion,
  SessionId,
  SignInStep,
  UseAccessLink,
  WaysIn,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** How somebody gets in, as they set it up for themselves: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class WaysInClient {
  private readonly api = inject(Api);

  /** Whom a link is for. Without any effect. */
  async glimpse(token: string): Promise<AccessLinkGlimpse> {
    return (await this.api.get<AccessLinkGlimpse>(`welcome/${encodeURIComponent(token)}`)).body;
  }

  /** Sets the password; what comes next, or null when somebody is in. */
  async useLink(request: UseAccessLink): Promise<SignInStep | null> {
    return (await this.api.post<SignInStep | null>('welcome', request)).body;
  }

  async beginAuthenticator(): Promise<NewAuthenticator> {
    return (await this.api.post<NewAuthenticator>('me/authenticator')).body;
  }

  async confirmAuthenticator(code: string): Promise<readonly string[]> {
    return (await this.api.post<NewRecoveryCodes>('me/authenticator/confirm', { code })).body.recoveryCodes;
  }

  async renewRecoveryCodes(): Promise<readonly string[]> {
    return (await this.api.post<NewRecoveryCodes>('me/recovery-codes')).body.recoveryCodes;
  }

  async askForNewPasskey(): Promise<PasskeyQuestion> {
    return (await this.api.post<PasskeyQuestion>('me/passkeys/question')).body;
  }

  async keepPasskey(passkey: PasskeyAnswer): Promise<void> {
    await this.api.post('me/passkeys', { passkey });
  }

  async waysIn(): Promise<WaysIn> {
    return (await this.api.get<WaysIn>('me/ways-in')).body;
  }

  async removePasskey(id: PasskeyId): Promise<void> {
    await this.api.post(`me/passkeys/${id}/remove`);
  }

  async removeAuthenticator(): Promise<void> {
    await this.api.post('me/authenticator/remove');
  }

  async changePassword(password: string): Promise<void> {
    await this.api.post('me/password', { password });
  }

  /** Where the actor is signed in, this place among them. */
  async devices(): Promise<readonly DeviceEntry[]> {
    return (await this.api.get<Page<DeviceEntry>>('me/sessions')).body.items;
  }

  async signOut(id: SessionId): Promise<void> {
    await this.api.post(`me/sessions/${id}/sign-out`);
  }

  async signOutOthers(): Promise<void> {
    await this.api.post('me/sessions/sign-out-others');
  }
}
