import { Injectable } from '@nestjs/common';
import { hashOfToken, newToken, Refusal, Settings } from '@common-ground/api/platform';
import type {
  CodeSignIn,
  DemoPersona,
  Page,
  SecondFactorWay,
  SignInStep,
  StaffSignIn,
} from '@common-ground/contract';
import { hashOfName, isSecretRight } from './secrets';
import type { Entered } from './session-cookies';
import { SignInRepository, type Ways } from './sign-in.repository';
import type { Whose } from './whose';

/** On their own device somebody is signed in for a day at most, also after the browser was closed. */
const ONE_DAY = 24 * 60 * 60;

/** Signed in, or one step further: with a token for the second factor, or asked which practice is meant. */
export type AfterPassword =
  { readonly session: Entered } | { readonly step: SignInStep; readonly stepToken: string | null };

@Injectable()
export class SignInService {
  constructor(
    private readonly repository: SignInRepository,
    private readonly settings: Settings,
  ) {}

  async personas(): Promise<Page<DemoPersona>> {
    this.#demandDemo();
    return { items: await this.repository.personas(), next: null };
  }

  /** Opens a session for somebody of the demo practice. */
  async asPersona(persona: string, device: string): Promise<Entered> {
    this.#demandDemo();
    const found = await this.repository.persona(persona);
    if (found === undefined) throw Refusal.field('persona', 'unknown-persona', 'There is no such persona.');
    return this.open(found, 'persona', true, device);
  }

  /** Staff: the password, and then the second factor. Without one, a session that opens nothing but getting one. */
  async withPassword({ email, password, practiceId }: StaffSignIn, device: string): Promise<AfterPassword> {
    const mine = await this.#withRightPassword(email, password);
    const places = mine.filter((place) => practiceId === undefined || place.practiceId === practiceId);
    const [place] = places;
    if (place === undefined) throw new Refusal('wrong-credentials');
    if (places.length > 1) {
      const practices = await this.repository.practiceNames(places.map((one) => one.practiceId));
      return { step: { next: 'choose-practice', practices }, stepToken: null };
    }
    const ways = await this.repository.ways(place);
    // Whoever has left the staff keeps a password that opens nothing.
    if (!ways.staff) throw new Refusal('wrong-credentials');
    return this.goOn(place, ways, device);
  }

  /** From a password that was right, or just set, to the second factor. */
  async goOn(whose: Whose, ways: Ways, device: string): Promise<AfterPassword> {
    const offered = waysOffered(ways);
    if (offered.length === 0) return { session: await this.open(whose, 'password', true, device) };
    const stepToken = newToken();
    await this.repository.beginStep(whose, hashOfToken(stepToken));
    return { step: { next: 'second-factor', ways: offered }, stepToken };
  }

  /**
   * Every practice in which this address has this password. A stranger's address, and one that has to wait, take as
   * long as a known one; several practices are looked at together and not one after the other.
   */
  async #withRightPassword(email: string, password: string): Promise<Whose[]> {
    const found = await this.repository.attempt('email', hashOfName('email', email));
    if (found.length === 0) await isSecretRight(null, password);
    const judged = await Promise.all(
      found.map(async (one) => ({ one, isRight: await isSecretRight(one.secretHash, password) })),
    );
    const right = judged.filter(({ isRight }) => isRight).map(({ one }) => one);
    for (const one of right) await this.repository.noteRight(one, 'email');
    return right;
  }

  /** Family: code and PIN. The device counts as shared unless somebody says that it is their own. */
  async withCode({ code, pin, shared = true }: CodeSignIn, device: string): Promise<Entered> {
    const [found] = await this.repository.attempt('code', hashOfName('code', code));
    const isRight = await isSecretRight(found?.secretHash ?? null, pin);
    if (found === undefined || !isRight) throw new Refusal('wrong-credentials');
    await this.repository.noteRight(found, 'code');
    return this.open(found, 'code', shared, device);
  }

  async open(
    whose: Whose,
    how: 'persona' | 'password' | 'code' | 'passkey',
    shared: boolean,
    device: string,
  ): Promise<Entered> {
    const token = newToken();
    await this.repository.openSession(whose, hashOfToken(token), how, shared, device);
    return { token, ...(shared ? {} : { keptFor: ONE_DAY }) };
  }

  async signOut(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.repository.signOut(hashOfToken(token));
  }

  #demandDemo(): void {
    if (!this.settings.demo) throw new Refusal('not-found');
  }
}

/** Recovery codes stand in for another way and are none by themselves. */
function waysOffered({ authenticator, passkeys, recoveryCodes }: Ways): SecondFactorWay[] {
  const own: SecondFactorWay[] = [
    ...(authenticator ? (['authenticator'] as const) : []),
    ...(passkeys > 0 ? (['passkey'] as const) : []),
  ];
  return own.length > 0 && recoveryCodes > 0 ? [...own, 'recovery-code'] : own;
}
