import { Injectable } from '@nestjs/common';
import {
  Audit,
  Database,
  demand,
  Mail,
  newId,
  Refusal,
  type SentMail,
  Settings,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  FamilyId,
  Invitation,
  InvitationId,
  InvitationOffer,
  MailHindrance,
  MakeInvitation,
  MemberId,
  MailedInvitation,
  NewInvitation,
  Page,
} from '@common-ground/contract';
import { invitationSort, mailHindrance, mayLeadFamily, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { InvitationRepository, type InvitedRow } from './invitation.repository';
import { INVITATION_MAIL, linkOf } from './invitation-letter';
import { newInvitationSecrets } from './invitation-secrets';

const HOURS = 72;

/** The therapist's side of an invitation. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly invitations: InvitationRepository,
    private readonly settings: Settings,
    private readonly mail: Mail,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId): Promise<Page<Invitation>> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const found = await this.invitations.list(tx, actor, familyId);
      return {
        items: found.map((row) => ({ ...row, may: { withdraw: row.state === 'open' } })),
        next: null,
      };
    });
  }

  /**
   * Makes a new invitation, which ends the one before; who had accepted that one accepts anew. For somebody confirmed it is a new code and PIN, handed over in
   * person: whoever is signed in as them is signed out at once.
   */
  make(
    actor: Actor,
    familyId: FamilyId,
    memberId: MemberId,
    body: MakeInvitation,
  ): Promise<NewInvitation | MailedInvitation> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const member = await this.invitations.lockMember(tx, actor, familyId, memberId);
      if (member === null) throw new Refusal('not-found');
      const sort = invitationSort(member.state);
      if (sort === null) throw new Refusal('wrong-state', { because: 'is-removed' });
      if (member.isBlocked) throw new Refusal('kept-apart', { because: 'blocked' });

      if (sort === 'accept') await this.invitations.awaitAnew(tx, actor, memberId);
      const { personId } = member;
      await this.invitations.end(tx, actor, memberId, 'replaced');
      const id = newId<'invitation'>();
      const sentBy = body.by ?? 'hand';
      const byMail = sentBy === 'mail';
      if (byMail) this.#demandMail(sort, member);
      const mail = byMail ? await this.#send(tx, actor, familyId, id, member) : null;
      if (mail?.goesOut === false) throw new Refusal('no-hours');
      const heldUntil = mail?.heldUntil ?? null;
      // What waits is not used up by waiting.
      const expiresAt = new Date((heldUntil?.getTime() ?? Date.now()) + HOURS * 3_600_000);
      const secrets = byMail ? null : newInvitationSecrets(this.settings.secretKey);
      const made = { id, familyId, memberId, personId, sort, sentBy, expiresAt, mailId: mail?.id ?? null };
      await this.invitations.make(tx, actor, made, secrets);
      if (sort === 'new-pin') await this.invitations.endSessionsOf(tx, personId);
      await this.audit.record(tx, actor, {
        action: 'invitations.make',
        because,
        subjects: [personId],
        familyId,
        fields: [sort, sentBy],
      });
      const until = { expiresAt: expiresAt.toISOString() };
      return secrets === null
        ? { code: null, url: null, heldUntil: heldUntil?.toISOString() ?? null, ...until }
        : { code: secrets.code, url: linkOf(this.settings, secrets), ...until };
    });
  }

  /** What the page that asks for an invitation may offer. */
  offer(actor: Actor, familyId: FamilyId, memberId: MemberId): Promise<InvitationOffer> {
    return this.database.as(actor, async (tx) => {
      demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const member = await this.invitations.lockMember(tx, actor, familyId, memberId);
      if (member === null) throw new Refusal('not-found');
      const sort = invitationSort(member.state);
      if (sort === null) throw new Refusal('wrong-state', { because: 'is-removed' });
      if (!this.mail.isOffered) return { sort, mail: null };
      const because = this.#hindrance(sort, member);
      return {
        sort,
        mail: because === null ? { possible: true, to: member.contact ?? '' } : { possible: false, because },
      };
    });
  }

  #hindrance(sort: Invitation['sort'], { contact, isShared, isSafe }: InvitedRow): MailHindrance | null {
    return mailHindrance(sort, { isAddress: this.mail.canReach(contact), isShared, isSafe });
  }

  #demandMail(sort: Invitation['sort'], member: InvitedRow): void {
    if (!this.mail.isOffered) throw new Refusal('mail-not-possible', { because: 'not-offered' });
    const because = this.#hindrance(sort, member);
    if (because === null) return;
    throw new Refusal(because === 'contact-shared' ? 'contact-shared' : 'mail-not-possible', { because });
  }

  #send(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    aboutId: InvitationId,
    { contact, language }: InvitedRow,
  ): Promise<SentMail> {
    return this.mail.send(tx, actor, {
      sort: INVITATION_MAIL,
      aboutId,
      familyId,
      to: contact ?? '',
      language,
    });
  }

  withdraw(actor: Actor, familyId: FamilyId, memberId: MemberId): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const member = await this.invitations.lockMember(tx, actor, familyId, memberId);
      if (member === null) throw new Refusal('not-found');
      if (!(await this.invitations.end(tx, actor, memberId, 'withdrawn'))) return;
      await this.audit.record(tx, actor, {
        action: 'invitations.withdraw',
        because,
        subjects: [member.personId],
        familyId,
      });
    });
  }
}
