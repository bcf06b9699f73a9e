import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  hashOfToken,
  newToken,
  Refusal,
  Settings,
} from '@common-ground/api/platform';
import type {
  AccessLink,
  AccessLinkGlimpse,
  NewAccessLink,
  PersonId,
  UseAccessLink,
} from '@common-ground/contract';
import { mayAdministerPractice, type Actor } from '@common-ground/rules/access';
import { AccessLinksRepository } from './access-links.repository';
import { hashOfNewPassword } from './new-password';
import { hashOfName } from './secrets';
import { SignInRepository } from './sign-in.repository';
import { SignInService, type AfterPassword } from './sign-in.service';
import { takenAddress } from './taken-address';

/** Links by which staff get in for the first time, or again after they forgot their password or lost their phone. */
@Injectable()
export class AccessLinksService {
  constructor(
    private readonly database: Database,
    private readonly links: AccessLinksRepository,
    private readonly audit: Audit,
    private readonly repository: SignInRepository,
    private readonly signIn: SignInService,
    private readonly settings: Settings,
  ) {}

  make(actor: Actor, person: PersonId, { clearSecondFactor = false }: NewAccessLink): Promise<AccessLink> {
    const because = demand(mayAdministerPractice(actor));
    const token = newToken();
    return this.database.as(actor, async (tx) => {
      const expiresAt = await this.links.make(tx, person, hashOfToken(token), clearSecondFactor);
      if (expiresAt === null) throw new Refusal('not-found');
      await this.audit.record(tx, actor, {
        action: 'access-links.make',
        because,
        subjects: [person],
        fields: clearSecondFactor ? ['password', 'second-factor'] : ['password'],
      });
      return { url: `${this.settings.origins[0] ?? ''}/welcome/${token}`, expiresAt };
    });
  }

  /** Without any effect: mail scanners open links. */
  async look(token: string): Promise<AccessLinkGlimpse> {
    const found = await this.links.find(hashOfToken(token));
    if (found === undefined) throw new Refusal('link-over');
    const { practiceName, displayName, email, hasAddress } = found;
    return { practiceName, displayName, email, asksForAddress: !hasAddress && email === null };
  }

  /** Sets the password and goes on to the second factor, which stays what it was unless the link clears it. */
  async use({ token, email, password }: UseAccessLink, device: string): Promise<AfterPassword> {
    const link = await this.links.find(hashOfToken(token));
    if (link === undefined) throw new Refusal('link-over');
    const known = link.email ?? email;
    if (!link.hasAddress && known === undefined)
      throw Refusal.field('email', 'isEmail', 'Say by which e-mail address you will sign in.');
    const secretHash = await hashOfNewPassword(password);
    const address = known === undefined ? null : hashOfName('email', known);
    const whose = await this.links.use(hashOfToken(token), address, secretHash).catch(takenAddress);
    if (whose === undefined) throw new Refusal('link-over');
    return this.signIn.goOn(whose, await this.repository.ways(whose), device);
  }
}
