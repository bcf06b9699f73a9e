import { Injectable } from '@nestjs/common';
import { Audit, Database, demand, Refusal, Settings } from '@common-ground/api/platform';
import type {
  FamilyId,
  Invitation,
  MakeInvitation,
  MemberId,
  NewInvitation,
  Page,
} from '@common-ground/contract';
import { invitationSort, mayLeadFamily, type Actor } from '@common-ground/rules/access';
import { FamiliesService } from '../families/families.service';
import { FamilyRepository } from '../families/family.repository';
import { InvitationRepository } from './invitation.repository';
import { newInvitationSecrets } from './invitation-secrets';

const HOURS = 72;

/** The therapist's side of an invitation. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly people: FamilyRepository,
    private readonly invitations: InvitationRepository,
    private readonly settings: Settings,
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
  make(actor: Actor, familyId: FamilyId, memberId: MemberId, body: MakeInvitation): Promise<NewInvitation> {
    return this.database.as(actor, async (tx) => {
      const because = demand(mayLeadFamily(actor, await this.families.require(tx, actor, familyId)));
      const member = await this.invitations.lockMember(tx, actor, familyId, memberId);
      if (member === null) throw new Refusal('not-found');
      const sort = invitationSort(member.state);
      if (sort === null) throw new Refusal('wrong-state', { because: 'is-removed' });
      if (member.isBlocked) throw new Refusal('kept-apart', { because: 'blocked' });

      // Whoever accepted before may be the wrong person: they have to be found waiting anew, by this invitation.
      if (member.state === 'accepted')
        await this.people.changeState(tx, actor, memberId, ['accepted'], 'invited');
      const secrets = newInvitationSecrets(this.settings.secretKey);
      const expiresAt = new Date(Date.now() + HOURS * 3_600_000);
      const { personId } = member;
      await this.invitations.end(tx, actor, memberId, 'replaced');
      await this.invitations.make(
        tx,
        actor,
        { familyId, memberId, personId, sort, sentBy: body.by ?? 'hand', expiresAt },
        secrets,
      );
      if (sort === 'new-pin') await this.invitations.endSessionsOf(tx, personId);
      await this.audit.record(tx, actor, {
        action: 'invitations.make',
        because,
        subjects: [personId],
        familyId,
        fields: [sort],
      });
      return {
        code: secrets.code,
        url: `${String(this.settings.origins[0])}/l/${secrets.token}`,
        expiresAt: expiresAt.toISOString(),
      };
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
