// Tells the compiler what the cookie plugin adds to requests and answers.
import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { cookieName, Database, hashOfToken, newToken, Refusal, Settings } from '@common-ground/api/platform';
import type { DemoPersona, Page, PersonId, PracticeId } from '@common-ground/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOfName, isSecretRight, type CredentialSort } from './secrets';

interface CredentialRow {
  readonly practiceId: PracticeId;
  readonly personId: PersonId;
  readonly secretHash: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async personas(): Promise<Page<DemoPersona>> {
    this.#demandDemo();
    const items = await this.database.beforeSignIn<DemoPersona>(
      'select persona, display_name as "displayName" from access.personas()',
      [],
    );
    return { items, next: null };
  }

  /** Opens a session for somebody of the demo practice and answers its token. */
  async asPersona(persona: string): Promise<string> {
    this.#demandDemo();
    const [found] = await this.database.beforeSignIn<{ practiceId: PracticeId; personId: PersonId }>(
      'select practice_id as "practiceId", person_id as "personId" from access.persona($1)',
      [persona],
    );
    if (found === undefined) throw Refusal.field('persona', 'unknown-persona', 'There is no such persona.');
    return this.#open(found.practiceId, found.personId);
  }

  async #open(practiceId: PracticeId, personId: PersonId): Promise<string> {
    const token = newToken();
    await this.database.beforeSignIn('select from access.sign_in($1, $2, $3)', [
      practiceId,
      personId,
      hashOfToken(token),
    ]);
    return token;
  }

  /** Opens a session for whoever has this name and this secret, and answers its token. */
  async withSecret(sort: CredentialSort, name: string, secret: string): Promise<string> {
    // Until staff have a second factor, a password alone opens nothing real.
    if (sort === 'email' && this.settings.production) throw new Refusal('not-found');
    const nameHash = hashOfName(sort, name);
    const [found] = await this.database.beforeSignIn<CredentialRow>(
      `select practice_id as "practiceId", person_id as "personId", secret_hash as "secretHash" from access.attempt($1, $2)`,
      [sort, nameHash],
    );
    // A stranger's name, and one that has to wait, take as long as a known one and get the same answer.
    const isRight = await isSecretRight(found?.secretHash ?? null, secret);
    if (found === undefined || !isRight) throw new Refusal('wrong-credentials');
    await this.database.beforeSignIn('select from access.note_success($1, $2)', [sort, nameHash]);
    return this.#open(found.practiceId, found.personId);
  }

  async signOut(request: FastifyRequest): Promise<void> {
    const token = request.cookies[cookieName(this.settings)];
    if (token !== undefined) {
      await this.database.beforeSignIn('select from access.sign_out($1)', [hashOfToken(token)]);
    }
  }

  giveCookie(reply: FastifyReply, token: string): void {
    void reply.setCookie(cookieName(this.settings), token, this.#cookie());
  }

  takeCookie(reply: FastifyReply): void {
    void reply.clearCookie(cookieName(this.settings), this.#cookie());
    void reply.header('clear-site-data', '"cache"');
  }

  #cookie(): { path: string; httpOnly: boolean; sameSite: 'strict'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.settings.secureCookie };
  }

  #demandDemo(): void {
    if (!this.settings.demo) throw new Refusal('not-found');
  }
}
