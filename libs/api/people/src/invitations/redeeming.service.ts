import { Injectable } from '@nestjs/common';
import { Audit, Database, hashOfToken, Refusal, Settings } from '@common-ground/api/platform';
import type {
  InvitationGlimpse,
  InvitationId,
  PersonId,
  PracticeId,
  RedeemedInvitation,
  RedeemInvitation,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { hashOfName, hashOfSecret } from '../sign-in/secrets';
import { asWritten, codeOfToken, hashOfAddress, hashOfCode } from './invitation-secrets';
import { InvitationRepository } from './invitation.repository';

interface InvitedRow {
  readonly practiceId: PracticeId;
  readonly personId: PersonId;
  readonly invitationId: InvitationId;
  readonly practiceName: string;
  readonly byToken: boolean;
}

/** The invited person's side. Nobody is known here yet, and one that is over looks like one that never was. */
@Injectable()
export class RedeemingService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  /** Opening a link changes nothing: scanners of mail open every link there is. */
  async glimpse(token: string): Promise<InvitationGlimpse> {
    const [found] = await this.database.beforeSignIn<{ practiceName: string }>(
      'select practice_name as "practiceName" from access.invitation_glimpse($1)',
      [hashOfToken(token)],
    );
    if (found === undefined) throw new Refusal('invitation-over');
    return { state: 'open', practiceName: found.practiceName };
  }

  /**
   * Accepts a place, or sets a new PIN for one. Opens nothing: who they are is for the therapist to confirm.
   * @throws Refusal `too-many-requests` after a hundred failures of one address in ten minutes, `invitation-over` whether it ran out, was used, replaced or withdrawn, or never was
   */
  async redeem({ code: given, pin }: RedeemInvitation, address: string): Promise<RedeemedInvitation> {
    const from = hashOfAddress(this.settings.secretKey, address);
    const [turn] = await this.database.beforeSignIn<{ may: boolean }>(
      'select may from access.try_invitation($1)',
      [from],
    );
    if (turn?.may !== true) throw new Refusal('too-many-requests');
    // Before anything is looked up, so that a guess takes as long as the right one.
    const secretHash = await hashOfSecret(pin);
    const { secretKey } = this.settings;
    const [found] = await this.database.beforeSignIn<InvitedRow>(
      `select practice_id as "practiceId", person_id as "personId", invitation_id as "invitationId",
         practice_name as "practiceName", by_token as "byToken" from access.invited($1, $2)`,
      [hashOfToken(given.trim()), hashOfCode(secretKey, given)],
    );
    if (found === undefined) throw new Refusal('invitation-over');
    const { practiceId, personId, invitationId, practiceName, byToken } = found;
    const code = byToken ? codeOfToken(secretKey, given.trim()) : asWritten(given);
    const actor: Actor = { practiceId, personId, roles: [] };
    const redeemed = await this.database.as(actor, async (tx) => {
      const used = await this.invitations.use(tx, invitationId, hashOfName('code', code), secretHash);
      if (used === null) throw new Refusal('invitation-over');
      await this.audit.record(tx, actor, {
        action: 'members.change',
        because: 'redeemed-invitation',
        subjects: [personId],
        fields: [...(used.accepted ? ['state'] : []), ...(used.hasNewCode ? ['code', 'pin'] : [])],
      });
      return { practiceName, code: used.hasNewCode ? code : null };
    });
    await this.database.beforeSignIn('select from access.note_invitation_used($1)', [from]);
    return redeemed;
  }
}
