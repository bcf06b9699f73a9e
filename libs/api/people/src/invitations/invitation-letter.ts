import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, MailRoom, Settings, type Letter, type MailDue } from '@common-ground/api/platform';
import type { Language } from '@common-ground/contract';
import { newInvitationSecrets, type InvitationSecrets } from './invitation-secrets';

export const INVITATION_MAIL = 'invitation';

/** What an invitation by mail says, before and after its link. Mailboxes are read by others: no name, no reason. */
const WORDS: Readonly<Record<Language, { subject: string; before: string[]; after: string[] }>> = {
  en: {
    subject: 'Your invitation',
    before: [
      'Hello,',
      'You are invited to a page of your own. Open this link and choose a PIN. It takes two minutes.',
    ],
    after: [
      'The link works once, for three days.',
      'If you did not expect this, do nothing. Nothing will happen.',
      'Please do not answer this message. Nobody reads what is sent to this address.',
    ],
  },
  es: {
    subject: 'Su invitación',
    before: ['Hola:', 'Le invitamos a una página propia. Abra este enlace y elija un PIN. Toma dos minutos.'],
    after: [
      'El enlace sirve una vez, durante tres días.',
      'Si no lo esperaba, no haga nada. No pasará nada.',
      'Por favor, no responda a este mensaje. Nadie lee lo que llega a esta dirección.',
    ],
  },
};

/** Writes invitations at the moment they go out: before that, there is no secret that could get lost. */
@Injectable()
export class InvitationLetter implements OnModuleInit {
  constructor(
    private readonly room: MailRoom,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.room.writes(INVITATION_MAIL, (mail) => this.#write(mail));
  }

  /** A new secret with every try, and null once the invitation is over. */
  async #write({ practiceId, aboutId, language }: MailDue): Promise<Letter | null> {
    const secrets = newInvitationSecrets(this.settings.secretKey);
    const [sealed] = await this.database.beforeSignIn(
      'select sealed from access.seal_invitation($1, $2, $3, $4)',
      [practiceId, aboutId, secrets.tokenHash, secrets.codeHash],
    );
    if (sealed === undefined) return null;
    const { subject, before, after } = WORDS[language];
    return { subject, paragraphs: [...before, { link: linkOf(this.settings, secrets) }, ...after] };
  }
}

/** The link of an invitation: always of the configured origin. */
export function linkOf(settings: Settings, { token }: InvitationSecrets): string {
  return `${String(settings.origins[0])}/l/${token}`;
}
